/* SPDX-License-Identifier: MPL-2.0 */
/* Resolves names to types, and finds all that a wanted type is made of. */
#include "types.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* IDL's simple types; `id` is also what the runtime calls them. */
static const struct {
    const char *uno, *id, *c;
    nv_type_kind kind;
} simple[] = {
    {"void", "void", "void", NV_TYPE_VOID},
    {"boolean", "bool", "sal_Bool", NV_TYPE_BOOLEAN},
    {"byte", "byte", "sal_Int8", NV_TYPE_NUMBER},
    {"short", "short", "sal_Int16", NV_TYPE_NUMBER},
    {"unsigned short", "ushort", "sal_uInt16", NV_TYPE_NUMBER},
    {"long", "long", "sal_Int32", NV_TYPE_NUMBER},
    {"unsigned long", "ulong", "sal_uInt32", NV_TYPE_NUMBER},
    {"hyper", "hyper", "sal_Int64", NV_TYPE_NUMBER},
    {"unsigned hyper", "uhyper", "sal_uInt64", NV_TYPE_NUMBER},
    {"float", "float", "float", NV_TYPE_NUMBER},
    {"double", "double", "double", NV_TYPE_NUMBER},
    {"char", "char", "sal_Unicode", NV_TYPE_NUMBER},
    {"string", "string", "rtl_uString *", NV_TYPE_STRING},
    {"type", "type", "typelib_TypeDescriptionReference *", NV_TYPE_TYPE},
    {"any", "any", "uno_Any", NV_TYPE_ANY},
};

static const char *const taken[] = {
    "auto",     "bool",     "break",    "case",     "char",   "const",
    "continue", "default",  "do",       "double",   "else",   "enum",
    "extern",   "float",    "for",      "goto",     "if",     "inline",
    "int",      "long",     "register", "restrict", "return", "short",
    "signed",   "sizeof",   "static",   "struct",   "switch", "typedef",
    "union",    "unsigned", "void",     "volatile", "while",  "true",
    "false",    "NULL",     "self",     "err",      "errno",  "base",
};

void nv_types_init(nv_types *types, nv_idl *idl)
{
    memset(types, 0, sizeof *types);
    types->idl = idl;
    types->last = &types->first;
    for (size_t i = 0; i < NV_COUNT_OF(simple); i++) {
        nv_type *type = nv_idl_alloc(idl, sizeof *type);
        type->kind = simple[i].kind;
        type->uno = simple[i].uno;
        type->id = nv_idl_format(idl, "nv_uno_%s", simple[i].id);
        type->c = simple[i].c;
        type->is_fragile =
            type->kind >= NV_TYPE_STRING && type->kind <= NV_TYPE_ANY;
        nv_idl_map_put(&types->by_uno_name, type->uno, type);
    }
}

void nv_types_release(nv_types *types)
{
    free(types->by_uno_name.slots);
    free(types->constants);
}

const char *nv_types_safe(nv_idl *idl, const char *name)
{
    for (size_t i = 0; i < NV_COUNT_OF(taken); i++)
        if (strcmp(taken[i], name) == 0)
            return nv_idl_format(idl, "%s_", name);
    return name;
}

const char *nv_types_c_name(nv_idl *idl, const char *uno)
{
    static const char office[] = "com.sun.star.";
    bool is_office = strncmp(uno, office, sizeof office - 1) == 0;
    char *name = is_office
                     ? nv_idl_format(idl, "css_%s", uno + sizeof office - 1)
                     : nv_idl_text(idl, uno, strlen(uno));
    for (char *at = name; *at; at++)
        if (*at == '.')
            *at = '_';
    return name;
}

static nv_type *new_type(nv_types *types, nv_type_kind kind, const char *uno,
                         const char *id)
{
    nv_type *type = nv_idl_alloc(types->idl, sizeof *type);
    type->kind = kind;
    type->uno = uno;
    type->id = type->c = id;
    nv_idl_map_put(&types->by_uno_name, uno, type);
    *types->last = type;
    types->last = &type->next;
    return type;
}

static nv_type *resolve_sequence(nv_types *types, const nv_idl_type *written)
{
    nv_type *element = nv_types_resolve(types, written->arguments);
    if (!element)
        return NULL;
    const char *uno = nv_idl_format(types->idl, "[]%s", element->uno);
    nv_type *type = nv_idl_map_get(&types->by_uno_name, uno);
    if (type)
        return type;
    type = new_type(types, NV_TYPE_SEQUENCE, uno,
                    nv_idl_format(types->idl, "%s_seq", element->id));
    type->element = element;
    type->is_fragile = true;
    return type;
}

/* The type with the parameters of a polymorphic struct replaced. */
static nv_idl_type *replace(nv_types *types, const nv_idl_type *written,
                            const nv_idl_type *parameters,
                            const nv_idl_type *arguments)
{
    nv_idl_type *copy = nv_idl_alloc(types->idl, sizeof *copy);
    *copy = *written;
    copy->next = NULL;
    for (; parameters && arguments;
         parameters = parameters->next, arguments = arguments->next)
        if (strcmp(parameters->name, written->name) == 0) {
            copy->name = arguments->name;
            copy->arguments = arguments->arguments;
            return copy;
        }
    return copy;
}

static nv_idl_type *fill_in(nv_types *types, const nv_idl_type *written,
                            const nv_idl_type *parameters,
                            const nv_idl_type *arguments)
{
    nv_idl_type *copy = replace(types, written, parameters, arguments);
    if (copy->arguments != written->arguments)
        return copy;
    nv_idl_type **last = &copy->arguments;
    for (const nv_idl_type *a = written->arguments; a; a = a->next) {
        *last = fill_in(types, a, parameters, arguments);
        last = &(*last)->next;
    }
    return copy;
}

static bool resolve_fields(nv_types *types, nv_type *type,
                           const nv_idl_type *arguments)
{
    const nv_idl_entity *entity = type->entity;
    if (entity->bases) {
        type->base = nv_types_resolve(types, entity->bases);
        if (!type->base)
            return false;
        type->is_fragile = type->base->is_fragile;
    }
    for (const nv_idl_member *m = entity->members; m; m = m->next)
        type->field_count++;
    type->fields =
        nv_idl_alloc(types->idl, type->field_count * sizeof *type->fields);
    nv_type_field *field = type->fields;
    for (const nv_idl_member *m = entity->members; m; m = m->next, field++) {
        field->name = nv_types_safe(types->idl, m->name);
        field->type = nv_types_resolve(
            types, fill_in(types, m->type, entity->parameters, arguments));
        if (!field->type)
            return false;
        type->is_fragile |= field->type->is_fragile;
    }
    return true;
}

/* "com.sun.star.beans.Pair<string,any>" and css_beans_Pair_string_any. */
static bool name_struct(nv_types *types, const nv_idl_entity *entity,
                        const nv_idl_type *arguments, const char **uno,
                        const char **id)
{
    const char *separator = "<";
    *uno = entity->name;
    *id = nv_types_c_name(types->idl, entity->name);
    for (; arguments; arguments = arguments->next, separator = ",") {
        const nv_type *argument = nv_types_resolve(types, arguments);
        if (!argument)
            return false;
        const char *id_part = argument->id;
        if (strncmp(id_part, "nv_uno_", 7) == 0)
            id_part += 7;
        *uno =
            nv_idl_format(types->idl, "%s%s%s", *uno, separator, argument->uno);
        *id = nv_idl_format(types->idl, "%s_%s", *id, id_part);
    }
    if (entity->parameters)
        *uno = nv_idl_format(types->idl, "%s>", *uno);
    return true;
}

static nv_type *resolve_struct(nv_types *types, const nv_idl_entity *entity,
                               const nv_idl_type *arguments)
{
    const char *uno, *id;
    if (!name_struct(types, entity, arguments, &uno, &id))
        return NULL;
    nv_type *type = nv_idl_map_get(&types->by_uno_name, uno);
    if (type)
        return type;
    type = new_type(types, NV_TYPE_STRUCT, uno, id);
    type->entity = entity;
    return resolve_fields(types, type, arguments) ? type : NULL;
}

static nv_type *resolve_named(nv_types *types, const nv_idl_entity *entity)
{
    const char *id = nv_types_c_name(types->idl, entity->name);
    bool is_enum = entity->kind == NV_IDL_ENUM;
    nv_type *type = new_type(types, is_enum ? NV_TYPE_ENUM : NV_TYPE_INTERFACE,
                             entity->name, id);
    type->entity = entity;
    if (!is_enum)
        type->c = nv_idl_format(types->idl, "%s *", id);
    return type;
}

nv_type *nv_types_resolve(nv_types *types, const nv_idl_type *written)
{
    if (strcmp(written->name, "sequence") == 0 && written->arguments)
        return resolve_sequence(types, written);
    nv_type *known = nv_idl_map_get(&types->by_uno_name, written->name);
    if (known)
        return known;
    const nv_idl_entity *entity =
        nv_idl_map_get(&types->idl->by_name, written->name);
    if (!entity || entity->kind == NV_IDL_CONSTANTS) {
        types->missing = written->name;
        return NULL;
    }
    if (entity->kind == NV_IDL_TYPEDEF)
        return nv_types_resolve(types, entity->bases);
    if (entity->kind == NV_IDL_STRUCT || entity->kind == NV_IDL_EXCEPTION)
        return resolve_struct(types, entity, written->arguments);
    return resolve_named(types, entity);
}

/* Wants the members of an interface: its bases and all types they mention. */
static bool want_members(nv_types *types, nv_type *type)
{
    if (type->has_members)
        return true;
    type->has_members = true;
    for (const nv_idl_type *b = type->entity->bases; b; b = b->next) {
        nv_type *base = nv_types_resolve(types, b);
        if (!base || !want_members(types, base))
            return false;
    }
    for (const nv_idl_member *m = type->entity->members; m; m = m->next) {
        if (!nv_types_resolve(types, m->type))
            return false;
        for (const nv_idl_param *p = m->params; p; p = p->next)
            if (!nv_types_resolve(types, p->type))
                return false;
    }
    return true;
}

static bool want_constants(nv_types *types, nv_idl_entity *entity)
{
    for (size_t i = 0; i < types->constant_count; i++)
        if (types->constants[i] == entity)
            return true;
    size_t size = (types->constant_count + 1) * sizeof(nv_idl_entity *);
    nv_idl_entity **larger = realloc(types->constants, size);
    if (!larger)
        return false;
    types->constants = larger;
    types->constants[types->constant_count++] = entity;
    return true;
}

static bool want_entity(nv_types *types, nv_idl_entity *entity)
{
    if (entity->kind == NV_IDL_CONSTANTS)
        return want_constants(types, entity);
    if (entity->parameters) /* exists only where it is used */
        return true;
    nv_type *type =
        nv_types_resolve(types, &(nv_idl_type){.name = entity->name});
    if (type && type->kind == NV_TYPE_INTERFACE)
        return want_members(types, type);
    return type != NULL;
}

/* Whether the entity stands directly in the module that `pattern` names. */
static bool matches(const char *pattern, const char *name)
{
    size_t len = strlen(pattern) - 1; /* without the star */
    return !len ||
           (strncmp(pattern, name, len) == 0 && !strchr(name + len, '.'));
}

bool nv_types_want(nv_types *types, const char *name)
{
    nv_idl_entity *entity = nv_idl_map_get(&types->idl->by_name, name);
    if (entity)
        return want_entity(types, entity);
    if (name[strlen(name) - 1] != '*')
        return false;
    bool found = false;
    for (entity = types->idl->first; entity; entity = entity->next) {
        if (!matches(name, entity->name))
            continue;
        if (!want_entity(types, entity))
            return false;
        found = true;
    }
    return found;
}

/* A chain of members and where its end is. */
typedef struct {
    nv_type_member *first, **last;
} member_list;

static bool has_members_of(const member_list *list, const nv_type *type)
{
    for (const nv_type_member *m = list->first; m; m = m->next)
        if (m->declared == type)
            return true;
    return false;
}

/* An interface inherited along several paths counts once, as in UNO. */
static void add_members(nv_types *types, const nv_type *type, member_list *list)
{
    if (strcmp(type->uno, "com.sun.star.uno.XInterface") == 0 ||
        has_members_of(list, type))
        return;
    for (const nv_idl_type *b = type->entity->bases; b; b = b->next)
        add_members(types, nv_types_resolve(types, b), list);
    for (const nv_idl_member *m = type->entity->members; m; m = m->next) {
        nv_type_member *member = nv_idl_alloc(types->idl, sizeof *member);
        member->idl = m;
        member->declared = type;
        *list->last = member;
        list->last = &member->next;
    }
}

nv_type_member *nv_types_members(nv_types *types, const nv_type *type)
{
    member_list list = {NULL, &list.first};
    add_members(types, type, &list);
    return list.first;
}
