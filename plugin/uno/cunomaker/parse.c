/* SPDX-License-Identifier: MPL-2.0 */
/* Reads the text that unoidl-read prints: IDL without preprocessor, every name
 * written out in full ("::com::sun::star::text::XText"). Services, singletons,
 * `raises` and optional bases are passed over: calls don't need them. */
#include <ctype.h>
#include <string.h>

#include "idl.h"

typedef struct {
    nv_idl *idl;
    const char *at;    /* what follows the current token */
    const char *token; /* current token, not terminated; len 0 at the end */
    size_t len;
    int line;
    const char *module; /* "com.sun.star.text." or "" */
    nv_error *err;
    bool failed;
} parser;

static bool is_name_char(char c)
{
    return isalnum((unsigned char)c) || c == '_';
}

static void skip_space(parser *p)
{
    for (;;) {
        while (isspace((unsigned char)*p->at))
            p->line += *p->at++ == '\n';
        if (strncmp(p->at, "/*", 2) != 0)
            return;
        const char *end = strstr(p->at, "*/");
        p->at = end ? end + 2 : p->at + strlen(p->at);
    }
}

/* A token is a name or number (with sign, point and exponent), "::", or one
 * character. */
static void next(parser *p)
{
    skip_space(p);
    p->token = p->at;
    if (is_name_char(*p->at) || *p->at == '-' || *p->at == '.')
        while (is_name_char(*p->at) || *p->at == '.' || *p->at == '-' ||
               (*p->at == '+' && (p->at[-1] == 'e' || p->at[-1] == 'E')))
            p->at++;
    else if (strncmp(p->at, "::", 2) == 0)
        p->at += 2;
    else if (*p->at)
        p->at++;
    p->len = (size_t)(p->at - p->token);
}

static bool is(const parser *p, const char *text)
{
    return p->len == strlen(text) && memcmp(p->token, text, p->len) == 0;
}

static bool accept(parser *p, const char *text)
{
    bool found = is(p, text);
    if (found)
        next(p);
    return found;
}

static void expect(parser *p, const char *text)
{
    if (accept(p, text) || p->failed)
        return;
    p->failed = true;
    nv_fail(p->err, NV_ERROR_FORMAT, p->line, "expected '%s', found '%.*s'",
            text, (int)p->len, p->token);
}

static const char *take_name(parser *p)
{
    if ((!p->len || !is_name_char(*p->token)) && !p->failed) {
        p->failed = true;
        nv_fail(p->err, NV_ERROR_FORMAT, p->line,
                "expected a name, found '%.*s'", (int)p->len, p->token);
    }
    const char *name = nv_idl_text(p->idl, p->token, p->len);
    next(p);
    return name;
}

static void skip_to(parser *p, const char *text)
{
    while (p->len && !is(p, text))
        next(p);
    expect(p, text);
}

/* Whether to go on with a list that `end` closes; takes `end`. */
static bool more(parser *p, const char *end)
{
    return !p->failed && p->len && !accept(p, end);
}

/* A name with its modules, or a simple one: "unsigned long" is one. */
static const char *type_name(parser *p)
{
    if (accept(p, "unsigned"))
        return nv_idl_format(p->idl, "unsigned %s", take_name(p));
    bool is_full = accept(p, "::");
    const char *name = take_name(p);
    while (is_full && accept(p, "::"))
        name = nv_idl_format(p->idl, "%s.%s", name, take_name(p));
    return name;
}

static nv_idl_type *parse_type(parser *p)
{
    nv_idl_type *type = nv_idl_alloc(p->idl, sizeof *type);
    nv_idl_type **last = &type->arguments;
    type->name = type_name(p);
    if (accept(p, "<"))
        while (more(p, ">")) {
            *last = parse_type(p);
            last = &(*last)->next;
            accept(p, ",");
        }
    return type;
}

static nv_idl_param *parse_params(parser *p)
{
    nv_idl_param *first = NULL, **last = &first;
    while (more(p, ")")) {
        nv_idl_param *param = nv_idl_alloc(p->idl, sizeof *param);
        expect(p, "[");
        param->in = is(p, "in") || is(p, "inout");
        param->out = is(p, "out") || is(p, "inout");
        next(p);
        expect(p, "]");
        param->type = parse_type(p);
        param->name = take_name(p);
        accept(p, ",");
        *last = param;
        last = &param->next;
    }
    return first;
}

/* What stands in brackets before a member or base. */
typedef struct {
    bool is_attribute, is_readonly, is_optional;
} flags;

static flags parse_flags(parser *p)
{
    flags found = {false, false, false};
    if (accept(p, "["))
        while (more(p, "]")) {
            found.is_attribute |= is(p, "attribute");
            found.is_readonly |= is(p, "readonly");
            found.is_optional |= is(p, "optional");
            next(p);
        }
    return found;
}

static nv_idl_member *parse_interface_member(parser *p, flags with)
{
    nv_idl_member *member = nv_idl_alloc(p->idl, sizeof *member);
    member->is_attribute = with.is_attribute;
    member->is_readonly = with.is_readonly;
    member->type = parse_type(p);
    member->name = take_name(p);
    if (!with.is_attribute) {
        expect(p, "(");
        member->params = parse_params(p);
    } else if (accept(p, "{")) {
        skip_to(p, "}");
    }
    skip_to(p, ";");
    return member;
}

static void parse_interface(parser *p, nv_idl_entity *entity)
{
    nv_idl_type **base = &entity->bases;
    nv_idl_member **member = &entity->members;
    expect(p, "{");
    while (more(p, "}")) {
        flags with = parse_flags(p);
        if (!accept(p, "interface")) {
            *member = parse_interface_member(p, with);
            member = &(*member)->next;
            continue;
        }
        nv_idl_type *type = parse_type(p);
        expect(p, ";");
        if (!with.is_optional) {
            *base = type;
            base = &type->next;
        }
    }
}

static void parse_struct(parser *p, nv_idl_entity *entity)
{
    nv_idl_type **parameter = &entity->parameters;
    nv_idl_member **last = &entity->members;
    if (accept(p, "<"))
        while (more(p, ">")) {
            *parameter = parse_type(p);
            parameter = &(*parameter)->next;
            accept(p, ",");
        }
    if (accept(p, ":"))
        entity->bases = parse_type(p);
    expect(p, "{");
    while (more(p, "}")) {
        nv_idl_member *field = nv_idl_alloc(p->idl, sizeof *field);
        field->type = parse_type(p);
        field->name = take_name(p);
        expect(p, ";");
        *last = field;
        last = &field->next;
    }
}

/* `NAME = VALUE` of an enum, `const TYPE NAME = VALUE;` of constants. */
static void parse_values(parser *p, nv_idl_entity *entity)
{
    nv_idl_member **last = &entity->members;
    expect(p, "{");
    while (more(p, "}")) {
        nv_idl_member *value = nv_idl_alloc(p->idl, sizeof *value);
        if (accept(p, "const"))
            value->type = parse_type(p);
        value->name = take_name(p);
        expect(p, "=");
        value->value = nv_idl_text(p->idl, p->token, p->len);
        next(p);
        if (!accept(p, ","))
            accept(p, ";");
        *last = value;
        last = &value->next;
    }
}

static void parse_typedef(parser *p, nv_idl_entity *entity)
{
    entity->bases = parse_type(p);
    entity->name = nv_idl_format(p->idl, "%s%s", p->module, take_name(p));
}

static const struct {
    const char *keyword;
    nv_idl_kind kind;
    void (*parse)(parser *p, nv_idl_entity *entity);
} kinds[] = {
    {"interface", NV_IDL_INTERFACE, parse_interface},
    {"struct", NV_IDL_STRUCT, parse_struct},
    {"exception", NV_IDL_EXCEPTION, parse_struct},
    {"enum", NV_IDL_ENUM, parse_values},
    {"constants", NV_IDL_CONSTANTS, parse_values},
    {"typedef", NV_IDL_TYPEDEF, parse_typedef},
};

static void add(nv_idl *idl, nv_idl_entity *entity)
{
    nv_idl_map_put(&idl->by_name, entity->name, entity);
    *idl->last = entity;
    idl->last = &entity->next;
}

static bool parse_entity(parser *p)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (!accept(p, kinds[i].keyword))
            continue;
        nv_idl_entity *entity = nv_idl_alloc(p->idl, sizeof *entity);
        entity->kind = kinds[i].kind;
        if (entity->kind != NV_IDL_TYPEDEF)
            entity->name =
                nv_idl_format(p->idl, "%s%s", p->module, take_name(p));
        if (accept(p, ";")) /* an interface that is declared further down */
            return true;
        kinds[i].parse(p, entity);
        expect(p, ";");
        add(p->idl, entity);
        return true;
    }
    return false;
}

/* A service or singleton: to the semicolon outside of braces. */
static void skip_entity(parser *p)
{
    for (int depth = 0; p->len && (depth || !is(p, ";")); next(p))
        depth += is(p, "{") - is(p, "}");
    expect(p, ";");
}

static void parse_module(parser *p)
{
    const char *outer = p->module;
    p->module = nv_idl_format(p->idl, "%s%s.", outer, take_name(p));
    expect(p, "{");
    while (more(p, "}")) {
        accept(p, "published");
        if (accept(p, "module"))
            parse_module(p);
        else if (!parse_entity(p))
            skip_entity(p);
    }
    expect(p, ";");
    p->module = outer;
}

bool nv_idl_parse(nv_idl *idl, const char *text, nv_error *err)
{
    parser p = {.idl = idl, .at = text, .line = 1, .module = "", .err = err};
    next(&p);
    while (p.len && !p.failed) {
        accept(&p, "published");
        if (accept(&p, "module"))
            parse_module(&p);
        else if (!parse_entity(&p))
            skip_entity(&p);
    }
    return !p.failed;
}
