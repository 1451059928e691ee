/* SPDX-License-Identifier: MPL-2.0 */
/* Interfaces in C: inline functions to call them, tables to implement them. */
#include <string.h>

#include "base/array.h"
#include "emit.h"

/* One function in C: a method, or the get or set of an attribute. */
typedef struct {
    const nv_type_member *member;
    int index;        /* of the member in the interface */
    const char *name; /* "getText", "get_Frame", "set_Frame" */
    const nv_type *result;
    nv_idl_param *params;
} function;

static bool is_void(const nv_type *type)
{
    return type->kind == NV_TYPE_VOID;
}

/* Passed as `const T *` when it goes in. */
static bool is_by_pointer(const nv_type *type)
{
    return type->kind == NV_TYPE_STRUCT || type->kind == NV_TYPE_ANY;
}

/* The type as it stands in a signature: sal_Bool is for UNO's memory. */
static const char *shown(const nv_type *type)
{
    return type->kind == NV_TYPE_BOOLEAN ? "bool" : type->c;
}

static const char *star(const nv_type *type)
{
    return type->c[strlen(type->c) - 1] == '*' ? "" : " ";
}

static function getter(nv_emit *emit, const nv_type_member *m, int index)
{
    return (function){m, index,
                      nv_idl_format(emit->types->idl, "get_%s", m->idl->name),
                      nv_types_resolve(emit->types, m->idl->type), NULL};
}

static function setter(nv_emit *emit, const nv_type_member *m, int index)
{
    nv_idl *idl = emit->types->idl;
    nv_idl_param *value = nv_idl_alloc(idl, sizeof *value);
    value->name = "value";
    value->type = m->idl->type;
    value->in = true;
    return (function){
        m, index, nv_idl_format(idl, "set_%s", m->idl->name),
        nv_types_resolve(emit->types, &(nv_idl_type){.name = "void"}), value};
}

static function method(nv_emit *emit, const nv_type_member *m, int index)
{
    return (function){m, index, nv_types_safe(emit->types->idl, m->idl->name),
                      nv_types_resolve(emit->types, m->idl->type),
                      m->idl->params};
}

typedef void (*each)(nv_emit *emit, const nv_type *type, const function *f);

/* Calls `emit_one` for every function of one member. */
static void for_functions(nv_emit *emit, const nv_type *type,
                          const nv_type_member *m, int index, each emit_one)
{
    function f =
        m->idl->is_attribute ? getter(emit, m, index) : method(emit, m, index);
    emit_one(emit, type, &f);
    if (!m->idl->is_attribute || m->idl->is_readonly)
        return;
    f = setter(emit, m, index);
    emit_one(emit, type, &f);
}

static void for_members(nv_emit *emit, const nv_type *type,
                        const nv_type_member *members, each emit_one)
{
    int index = 0;
    for (const nv_type_member *m = members; m; m = m->next, index++)
        for_functions(emit, type, m, index, emit_one);
}

static void emit_param(nv_emit *emit, nv_buffer *out, const nv_idl_param *p)
{
    const nv_type *type = nv_types_resolve(emit->types, p->type);
    const char *name = nv_types_safe(emit->types->idl, p->name);
    if (p->out)
        nv_buffer_add_format(out, ", %s%s*%s", shown(type), star(type), name);
    else if (is_by_pointer(type))
        nv_buffer_add_format(out, ", const %s *%s", type->c, name);
    else
        nv_buffer_add_format(out, ", %s%s%s", shown(type), star(type), name);
}

static void emit_params(nv_emit *emit, nv_buffer *out, const function *f)
{
    for (const nv_idl_param *p = f->params; p; p = p->next)
        emit_param(emit, out, p);
    nv_buffer_add_text(out, ", nv_error *err)");
}

static void emit_pointer(nv_emit *emit, const nv_type *type, const function *f)
{
    (void)type;
    nv_buffer_add_format(&emit->header, "    %s%s(*%s)(void *self",
                         shown(f->result), star(f->result), f->name);
    emit_params(emit, &emit->header, f);
    nv_buffer_add_text(&emit->header, ";\n");
}

/* Results start as zero and stay so when the call fails. */
static void emit_zeroes(nv_emit *emit, const function *f)
{
    nv_buffer *out = &emit->header;
    for (const nv_idl_param *p = f->params; p; p = p->next) {
        const nv_type *type = nv_types_resolve(emit->types, p->type);
        const char *name = nv_types_safe(emit->types->idl, p->name);
        if (p->out && !p->in)
            nv_buffer_add_format(out, "    if (%s)\n        *%s = (%s){ 0 };\n",
                                 name, name, shown(type));
    }
    if (!is_void(f->result))
        nv_buffer_add_format(
            out, "    %s%sresult_ = %s;\n", f->result->c, star(f->result),
            is_by_pointer(f->result) || f->result->kind == NV_TYPE_SEQUENCE
                ? "{ 0 }"
                : "0");
}

static void emit_arguments(nv_emit *emit, const function *f)
{
    nv_buffer *out = &emit->header;
    const char *separator = "    void *args_[] = { ";
    for (const nv_idl_param *p = f->params; p; p = p->next) {
        const nv_type *type = nv_types_resolve(emit->types, p->type);
        const char *name = nv_types_safe(emit->types->idl, p->name);
        nv_buffer_add_format(out, "%s%s%s", separator,
                             p->out                ? ""
                             : is_by_pointer(type) ? "(void *)"
                                                   : "&",
                             name);
        separator = ", ";
    }
    if (f->params)
        nv_buffer_add_text(out, " };\n");
}

static void emit_call(nv_emit *emit, const nv_type *type, const function *f)
{
    nv_buffer *out = &emit->header;
    nv_buffer_add_format(out, "static inline %s%s%s_%s(%s *self",
                         shown(f->result), star(f->result), type->id, f->name,
                         type->id);
    emit_params(emit, out, f);
    nv_buffer_add_text(out, "\n{\n");
    emit_zeroes(emit, f);
    emit_arguments(emit, f);
    nv_buffer_add_format(
        out, "    nv_uno_call(self, &%s_type, %d, %s, %s, err);\n", type->id,
        f->index, is_void(f->result) ? "NULL" : "&result_",
        f->params ? "args_" : "NULL");
    if (!is_void(f->result))
        nv_buffer_add_text(out, "    return result_;\n");
    nv_buffer_add_text(out, "}\n");
}

/* Takes the arguments of an incoming call apart and calls a typed function. */
static void emit_shim(nv_emit *emit, const nv_type *type, const function *f)
{
    nv_buffer *out = &emit->source;
    int index = 0;
    nv_buffer_add_format(
        out,
        "static void %s_%s_shim(nv_uno_function f_, void *self,"
        " void *result_, void **args_, nv_error *err)\n{\n",
        type->id, f->name);
    if (is_void(f->result))
        nv_buffer_add_text(out, "    (void)result_;\n    ");
    else
        nv_buffer_add_format(out, "    *(%s%s*)result_ = ", f->result->c,
                             star(f->result));
    nv_buffer_add_format(out, "((%s%s(*)(void *self", shown(f->result),
                         star(f->result));
    emit_params(emit, out, f);
    nv_buffer_add_text(out, ")f_)(self");
    for (const nv_idl_param *p = f->params; p; p = p->next, index++) {
        const nv_type *value = nv_types_resolve(emit->types, p->type);
        const char *as = p->out ? shown(value) : value->c;
        const char *load = p->out || is_by_pointer(value) ? "" : "*";
        nv_buffer_add_format(out, ", %s(%s%s*)args_[%d]", load, as, star(value),
                             index);
    }
    nv_buffer_add_format(out, ", err);\n%s}\n",
                         f->params ? "" : "    (void)args_;\n");
}

/* How the runtime makes an argument ready; call.c has the table. */
static char readying(const nv_type *type, const nv_idl_param *p)
{
    if (p->out)
        return !p->in ? 'o' : type->is_fragile ? 'i' : 'o';
    if (type->kind == NV_TYPE_STRING)
        return 's';
    if (type->kind == NV_TYPE_SEQUENCE)
        return type->element->is_fragile ? 'x' : 'q';
    if (type->kind == NV_TYPE_TYPE)
        return 'x';
    if (is_by_pointer(type))
        return type->is_fragile ? 'v' : 'p';
    return '.';
}

static const char *arguments(nv_emit *emit, const nv_type_member *m)
{
    const char *text = "";
    const nv_idl_param value = {.type = m->idl->type, .in = true};
    const nv_idl_param *p = m->idl->is_attribute ? &value : m->idl->params;
    for (; p; p = p->next)
        text =
            nv_idl_format(emit->types->idl, "%s%c", text,
                          readying(nv_types_resolve(emit->types, p->type), p));
    return text[strspn(text, ".")] ? text : ""; /* nothing to do at all */
}

static int emit_members(nv_emit *emit, const nv_type *type,
                        const nv_type_member *members)
{
    int count = 0;
    if (!members)
        return 0;
    nv_buffer_add_format(&emit->source,
                         "static nv_uno_member %s_members[] = {\n", type->id);
    for (const nv_type_member *m = members; m; m = m->next, count++)
        nv_buffer_add_format(&emit->source,
                             "    { .name = \"%s\", .arguments = \"%s\" },\n",
                             m->idl->name, arguments(emit, m));
    nv_buffer_add_text(&emit->source, "};\n");
    return count;
}

static void emit_type(nv_emit *emit, const nv_type *type,
                      const nv_type_member *members)
{
    int count = emit_members(emit, type, members);
    nv_buffer_add_format(&emit->source,
                         "nv_uno_type %s_type = {\n"
                         "    .name = \"%s\", .size = sizeof(void *),\n",
                         type->id, type->uno);
    if (members)
        nv_buffer_add_format(&emit->source,
                             "    .members = %s_members, .member_count = %d,\n",
                             type->id, count);
    nv_buffer_add_text(&emit->source, "};\n");
}

/* The attribute's or method's row in the table of slots. `at` is the index of
 * its first function in the table of functions. */
static int emit_slot(nv_emit *emit, const nv_type_member *m, int at)
{
    nv_buffer *out = &emit->source;
    const char *id = m->declared->id;
    const char *name = m->idl->is_attribute
                           ? m->idl->name
                           : nv_types_safe(emit->types->idl, m->idl->name);
    nv_buffer_add_format(out, "    { .call = %s_%s%s_shim, .call_at = %d", id,
                         m->idl->is_attribute ? "get_" : "", name, at++);
    if (m->idl->is_attribute && !m->idl->is_readonly)
        nv_buffer_add_format(out, ", .set = %s_set_%s_shim, .set_at = %d", id,
                             name, at++);
    nv_buffer_add_text(out, " },\n");
    return at;
}

static void emit_slots(nv_emit *emit, const nv_type *type,
                       const nv_type_member *members)
{
    int at = 0;
    nv_buffer_add_format(&emit->source, "const nv_uno_slot %s_slots[] = {\n",
                         type->id);
    for (const nv_type_member *m = members; m; m = m->next)
        at = emit_slot(emit, m, at);
    nv_buffer_add_text(&emit->source, members ? "};\n" : "    { 0 }\n};\n");
}

static void emit_interface(nv_emit *emit, const nv_type *type)
{
    nv_type_member *members = nv_types_members(emit->types, type);
    nv_buffer_add_format(&emit->header, "\n/* %s */\ntypedef struct {\n",
                         type->uno);
    for_members(emit, type, members, emit_pointer);
    if (!members)
        nv_buffer_add_text(&emit->header, "    nv_uno_function none;\n");
    nv_buffer_add_format(
        &emit->header, "} %s_methods;\nextern const nv_uno_slot %s_slots[];\n",
        type->id, type->id);
    for_members(emit, type, members, emit_call);

    emit_type(emit, type, members);
    emit_slots(emit, type, members);
}

static void emit_shims(nv_emit *emit, const nv_type *type)
{
    nv_type_member *members = nv_types_members(emit->types, type);
    for (const nv_type_member *m = members; m; m = m->next)
        if (m->declared == type)
            for_functions(emit, type, m, 0, emit_shim);
}

void nv_emit_interfaces(nv_emit *emit)
{
    const nv_type *first = emit->types->first;
    for (const nv_type *t = first; t; t = t->next)
        if (t->kind == NV_TYPE_INTERFACE)
            nv_buffer_add_format(&emit->header,
                                 "NV_UNO_INTERFACE_FUNCTIONS(%s)\n", t->id);
    for (const nv_type *t = first; t; t = t->next)
        if (t->kind == NV_TYPE_INTERFACE && t->has_members)
            emit_shims(emit, t);
    for (const nv_type *t = first; t; t = t->next)
        if (t->kind == NV_TYPE_INTERFACE && t->has_members)
            emit_interface(emit, t);
}
