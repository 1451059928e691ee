/* SPDX-License-Identifier: MPL-2.0 */
/* Enums, constants, structs and sequences in C. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "emit.h"

/* Constants that fit are enumerators, good for `case`; the others need a
 * macro, with what C wants behind the number. */
static void emit_constant(nv_buffer *out, const char *group,
                          const nv_idl_member *constant)
{
    const char *type = constant->type->name;
    bool is_real = strcmp(type, "float") == 0 || strcmp(type, "double") == 0;
    long long value = strtoll(constant->value, NULL, 0);
    if (is_real)
        nv_buffer_add_format(out, "#define %s_%s ((%s)%s)\n", group,
                             constant->name, type, constant->value);
    else if (value >= -INT_MAX && value <= INT_MAX)
        nv_buffer_add_format(out, "enum { %s_%s = %s };\n", group,
                             constant->name, constant->value);
    else
        nv_buffer_add_format(out, "#define %s_%s (%s%s)\n", group,
                             constant->name, constant->value,
                             strncmp(type, "unsigned", 8) == 0 ? "ULL" : "LL");
}

static void emit_constants(nv_emit *emit)
{
    for (size_t i = 0; i < emit->types->constant_count; i++) {
        const nv_idl_entity *group = emit->types->constants[i];
        const char *name = nv_types_c_name(emit->types->idl, group->name);
        nv_buffer_add_format(&emit->header, "\n/* %s */\n", group->name);
        for (const nv_idl_member *m = group->members; m; m = m->next)
            emit_constant(&emit->header, name, m);
    }
}

static void emit_enum(nv_emit *emit, const nv_type *type)
{
    nv_buffer_add_text(&emit->header, "\ntypedef enum {\n");
    for (const nv_idl_member *m = type->entity->members; m; m = m->next)
        nv_buffer_add_format(&emit->header, "    %s_%s = %s,\n", type->id,
                             m->name, m->value);
    nv_buffer_add_format(&emit->header, "} %s;\nNV_UNO_ENUM_FUNCTIONS(%s)\n",
                         type->c, type->id);
}

static void emit_field(nv_buffer *out, int depth, const nv_type_field *field)
{
    const char *type = field->type->c;
    const char *space = type[strlen(type) - 1] == '*' ? "" : " ";
    nv_buffer_add_format(out, "%*s%s%s%s;\n", depth * 4, "", type, space,
                         field->name);
}

/* The members of the base, in a struct of their own without a name: so they
 * read like the derived struct's, and the padding at the end of the base
 * stays unused, as UNO wants it. */
static void emit_inherited(nv_buffer *out, int depth, const nv_type *base)
{
    if (!base->base && !base->field_count)
        return;
    nv_buffer_add_format(out, "%*sstruct {\n", depth * 4, "");
    if (base->base)
        emit_inherited(out, depth + 1, base->base);
    for (size_t i = 0; i < base->field_count; i++)
        emit_field(out, depth + 1, &base->fields[i]);
    nv_buffer_add_format(out, "%*s};\n", depth * 4, "");
}

/* Writes the struct, and those that it contains before it. */
static void emit_struct(nv_emit *emit, nv_type *type)
{
    if (type->kind != NV_TYPE_STRUCT || type->is_written)
        return;
    type->is_written = true;
    if (type->base)
        emit_struct(emit, type->base);
    for (size_t i = 0; i < type->field_count; i++)
        emit_struct(emit, type->fields[i].type);

    nv_buffer *out = &emit->header;
    nv_buffer_add_format(out, "\n/* %s */\nstruct %s {\n", type->uno, type->id);
    if (type->base) {
        nv_buffer_add_format(out, "    union {\n        %s base;\n",
                             type->base->c);
        emit_inherited(out, 2, type->base);
        nv_buffer_add_text(out, "    };\n");
    }
    for (size_t i = 0; i < type->field_count; i++)
        emit_field(out, 1, &type->fields[i]);
    nv_buffer_add_format(out, "};\nNV_UNO_STRUCT_FUNCTIONS(%s)\n", type->id);
}

/* Sequences of simple types stand in uno.h. */
static bool is_in_runtime(const nv_type *type)
{
    return type->kind == NV_TYPE_SEQUENCE && !type->element->entity &&
           type->element->kind != NV_TYPE_SEQUENCE;
}

/* The names of all structs and interfaces, so that the rest may stand in any
 * order. */
static void emit_names(nv_emit *emit)
{
    for (const nv_type *t = emit->types->first; t; t = t->next)
        if (t->kind == NV_TYPE_STRUCT || t->kind == NV_TYPE_INTERFACE)
            nv_buffer_add_format(&emit->header, "typedef struct %s %s;\n",
                                 t->id, t->id);
}

static void emit_type(nv_emit *emit, const nv_type *type)
{
    if (type->kind != NV_TYPE_SEQUENCE) /* its struct declares its type */
        nv_buffer_add_format(&emit->header, "extern nv_uno_type %s_type;\n",
                             type->id);
    if (type->kind == NV_TYPE_INTERFACE && type->has_members)
        return; /* emit_interfaces.c defines it, with its members */
    nv_buffer_add_format(&emit->source,
                         "nv_uno_type %s_type = {\n"
                         "    .name = \"%s\", .size = sizeof(%s)\n};\n",
                         type->id, type->uno, type->c);
}

void nv_emit_values(nv_emit *emit)
{
    nv_type *first = emit->types->first;
    emit_names(emit);
    for (const nv_type *t = first; t; t = t->next)
        if (t->kind == NV_TYPE_SEQUENCE && !is_in_runtime(t))
            nv_buffer_add_format(&emit->header, "NV_UNO_SEQUENCE_STRUCT(%s)\n",
                                 t->id);
    for (const nv_type *t = first; t; t = t->next)
        if (!is_in_runtime(t))
            emit_type(emit, t);
    emit_constants(emit);
    for (const nv_type *t = first; t; t = t->next)
        if (t->kind == NV_TYPE_ENUM)
            emit_enum(emit, t);
    for (nv_type *t = first; t; t = t->next)
        emit_struct(emit, t);
    nv_buffer_add_char(&emit->header, '\n');
    for (const nv_type *t = first; t; t = t->next)
        if (t->kind == NV_TYPE_SEQUENCE && !is_in_runtime(t))
            nv_buffer_add_format(&emit->header,
                                 "NV_UNO_SEQUENCE_FUNCTIONS(%s, %s)\n", t->id,
                                 t->element->c);
}
