/* SPDX-License-Identifier: MPL-2.0 */
/* Every kind of value through an XEcho: in, in and out, out, and as result. */
#include "echo.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* Whether UNO calls them equal. It wants them settled: so copies. */
static bool same(nv_uno_type *type, const void *a, const void *b)
{
    typelib_TypeDescription *described = nv_uno_describe(type, NULL);
    void *first = malloc(type->size), *second = malloc(type->size);
    nv_uno_value_copy(type, first, a, NULL);
    nv_uno_value_copy(type, second, b, NULL);
    bool equal = described &&
                 uno_equalData(first, described, second, described, NULL, NULL);
    nv_uno_value_release(type, first);
    nv_uno_value_release(type, second);
    free(first);
    free(second);
    return equal;
}

static void judge(report *to, const char *name, nv_uno_type *type,
                  const nv_error *err, const void *values[5])
{
    char rule[160], why[400] = "";
    const char *wrong = err->code                           ? err->message
                        : !same(type, values[0], values[1]) ? "the result"
                        : !same(type, values[2], values[4]) ? "inout"
                        : !same(type, values[3], values[4]) ? "out"
                                                            : NULL;
    snprintf(rule, sizeof rule, "%s goes in, in and out, out, and back", name);
    snprintf(why, sizeof why, "%s", wrong ? wrong : "");
    report_line(to, !wrong, rule, why);
}

#define EXCHANGE(Name, label, T, type, pass, first, second)                    \
    do {                                                                       \
        nv_error err = {0};                                                    \
        T value = first;                                                       \
        T held = second;                                                       \
        T was;                                                                 \
        T copy;                                                                \
        nv_uno_value_copy(&type, &was, &held, NULL);                           \
        T old = org_noteverbale_test_XEcho_exchange##Name(other, pass value,   \
                                                          &held, &copy, &err); \
        judge(to, label, &type, &err,                                          \
              (const void *[]){&old, &was, &held, &copy, &value});             \
        nv_uno_value_release(&type, &old);                                     \
        nv_uno_value_release(&type, &was);                                     \
        nv_uno_value_release(&type, &held);                                    \
        nv_uno_value_release(&type, &copy);                                    \
        nv_uno_value_release(&type, &value);                                   \
    } while (0)
#define VALUE(Name, T, type, first, second) \
    EXCHANGE(Name, #Name, T, type, , first, second)
#define POINTER(Name, T, type, first, second) \
    EXCHANGE(Name, #Name, T, type, &, first, second)

/* Two elements, and none. */
#define SEQUENCE(Name, T, element, ...)                                        \
    EXCHANGE(Name, #Name, T, T##_type, , T##_new((element[]){__VA_ARGS__}, 2), \
             {0});                                                             \
    EXCHANGE(Name, "no " #Name, T, T##_type, , {0},                            \
             T##_new((element[]){__VA_ARGS__}, 2))

static further make_further(const char *name, sal_Int32 number)
{
    further made = {0};
    sal_Int32 numbers[] = {number, number + 1, number + 2};
    made.Number = number;
    made.Last = 1;
    made.Next = 2;
    made.Name = nv_uno_string(name);
    made.Nested = (inner){3, 4.5};
    made.Numbers = nv_uno_long_seq_new(numbers, NV_COUNT_OF(numbers));
    made.Value = nv_uno_any_utf8(name);
    made.Shade = org_noteverbale_test_Colour_BLUE;
    made.IsFar = 1;
    return made;
}

static holder make_holder(const char *text)
{
    return (holder){.IsKnown = 1, .Value = nv_uno_string(text)};
}

static nested make_nested(const char *text)
{
    return (nested){.IsKnown = 1, .Value = make_further(text, 9)};
}

static typelib_TypeDescriptionReference *type_of(nv_uno_type *type)
{
    typelib_TypeDescriptionReference *found = nv_uno_type_of(type, NULL);
    typelib_typedescriptionreference_acquire(found);
    return found;
}

static nv_uno_string_seq make_strings(const char *first, const char *second)
{
    rtl_uString *texts[] = {nv_uno_string(first), nv_uno_string(second)};
    nv_uno_string_seq made = nv_uno_string_seq_new(texts, 2);
    nv_uno_string_release(texts[0]);
    nv_uno_string_release(texts[1]);
    return made;
}

static void check_simple(report *to, echo *other)
{
    VALUE(Boolean, bool, nv_uno_bool_type, true, false);
    VALUE(Byte, sal_Int8, nv_uno_byte_type, -128, 127);
    VALUE(Short, sal_Int16, nv_uno_short_type, -32768, 32767);
    VALUE(UnsignedShort, sal_uInt16, nv_uno_ushort_type, 65535, 1);
    VALUE(Long, sal_Int32, nv_uno_long_type, -2147483647 - 1, 7);
    VALUE(UnsignedLong, sal_uInt32, nv_uno_ulong_type, 4294967295u, 7);
    VALUE(Hyper, sal_Int64, nv_uno_hyper_type, -9223372036854775807LL - 1, 1);
    VALUE(UnsignedHyper, sal_uInt64, nv_uno_uhyper_type, 1ULL << 62, 1);
    VALUE(Float, float, nv_uno_float_type, 1.5f, -0.25f);
    VALUE(Double, double, nv_uno_double_type, 1e300, -0.1);
    VALUE(Char, sal_Unicode, nv_uno_char_type, 0x20ac, 'x');
    VALUE(Colour, colour, org_noteverbale_test_Colour_type,
          org_noteverbale_test_Colour_BLUE, org_noteverbale_test_Colour_GREEN);
}

static void check_owning(report *to, echo *other)
{
    VALUE(String, rtl_uString *, nv_uno_string_type, nv_uno_string("né 😀"),
          nv_uno_string("held"));
    EXCHANGE(String, "no String", rtl_uString *, nv_uno_string_type, , NULL,
             NULL);
    VALUE(Type, typelib_TypeDescriptionReference *, nv_uno_type_type,
          type_of(&css_text_XText_type), type_of(&nv_uno_long_seq_type));
    EXCHANGE(Type, "no Type", typelib_TypeDescriptionReference *,
             nv_uno_type_type, , NULL, NULL);
    POINTER(Any, uno_Any, nv_uno_any_type, nv_uno_any_long(5),
            nv_uno_any_utf8("held"));
    EXCHANGE(Any, "a zero Any", uno_Any, nv_uno_any_type, &, {0}, {0});
    VALUE(Interface, css_uno_XInterface *, css_uno_XInterface_type,
          new_echo(NULL, NULL), new_echo(NULL, NULL));
    EXCHANGE(Interface, "no Interface", css_uno_XInterface *,
             css_uno_XInterface_type, , NULL, NULL);
}

static void check_structs(report *to, echo *other)
{
    POINTER(Inner, inner, org_noteverbale_test_Inner_type, ((inner){-1, 2.5}),
            {0});
    POINTER(Further, further, org_noteverbale_test_Further_type,
            make_further("one", 1), make_further("two", 2));
    EXCHANGE(Further, "a zero Further", further,
             org_noteverbale_test_Further_type, &, {0}, {0});
    POINTER(Holder, holder, org_noteverbale_test_Holder_string_type,
            make_holder("one"), make_holder("two"));
    EXCHANGE(Holder, "a zero Holder", holder,
             org_noteverbale_test_Holder_string_type, &, {0}, {0});
    POINTER(Nested, nested,
            org_noteverbale_test_Holder_org_noteverbale_test_Further_type,
            make_nested("one"), make_nested("two"));
}

static void check_sequences(report *to, echo *other)
{
    SEQUENCE(Booleans, nv_uno_bool_seq, sal_Bool, 1, 0);
    SEQUENCE(Bytes, nv_uno_byte_seq, sal_Int8, -1, 1);
    SEQUENCE(Shorts, nv_uno_short_seq, sal_Int16, -1, 1);
    SEQUENCE(UnsignedShorts, nv_uno_ushort_seq, sal_uInt16, 65535, 1);
    SEQUENCE(Longs, nv_uno_long_seq, sal_Int32, -1, 1);
    SEQUENCE(UnsignedLongs, nv_uno_ulong_seq, sal_uInt32, 4294967295u, 1);
    SEQUENCE(Hypers, nv_uno_hyper_seq, sal_Int64, -1, 1);
    SEQUENCE(UnsignedHypers, nv_uno_uhyper_seq, sal_uInt64, 1ULL << 62, 1);
    SEQUENCE(Floats, nv_uno_float_seq, float, 0.5f, 1);
    SEQUENCE(Doubles, nv_uno_double_seq, double, 0.1, 1);
    SEQUENCE(Chars, nv_uno_char_seq, sal_Unicode, 0x20ac, 'x');
    SEQUENCE(Strings, nv_uno_string_seq, rtl_uString *, NV_UNO_STR("é"), NULL);
    SEQUENCE(Types, nv_uno_type_seq, typelib_TypeDescriptionReference *,
             nv_uno_type_of(&nv_uno_long_type, NULL), NULL);
    SEQUENCE(Colours, org_noteverbale_test_Colour_seq, colour,
             org_noteverbale_test_Colour_GREEN,
             org_noteverbale_test_Colour_BLUE);
    SEQUENCE(Inners, org_noteverbale_test_Inner_seq, inner, {1, 2}, {3, 4});
}

static void check_owning_sequences(report *to, echo *other)
{
    further some = make_further("one", 1), none = {0};
    holder holders[] = {make_holder("one"), {0}};
    uno_Any anys[] = {nv_uno_any_long(1), {0}};
    css_uno_XInterface *interface = new_echo(NULL, NULL);
    nv_uno_string_seq rows[] = {make_strings("one", "two"), {0}};
    SEQUENCE(Furthers, org_noteverbale_test_Further_seq, further, some, none);
    SEQUENCE(Holders, org_noteverbale_test_Holder_string_seq, holder,
             holders[0], holders[1]);
    SEQUENCE(Anys, nv_uno_any_seq, uno_Any, anys[0], anys[1]);
    SEQUENCE(Interfaces, css_uno_XInterface_seq, css_uno_XInterface *,
             interface, NULL);
    SEQUENCE(Tables, nv_uno_string_seq_seq, nv_uno_string_seq, rows[0],
             rows[1]);
    org_noteverbale_test_Further_release(&some);
    org_noteverbale_test_Holder_string_release(&holders[0]);
    nv_uno_any_release(&anys[0]);
    nv_uno_release(interface);
    nv_uno_string_seq_release(&rows[0]);
}

static void check_attributes(report *to, echo *other)
{
    nv_error err = {0};
    NV_UNO_OWNED_STRUCT(org_noteverbale_test_Further)
    far = make_further("far", 3);
    NV_UNO_OWNED_STRUCT(org_noteverbale_test_Further) back;
    NV_UNO_OWNED_SEQ(nv_uno_string_seq) words = make_strings("a", "b");
    NV_UNO_OWNED_SEQ(nv_uno_string_seq) words_back;
    NV_UNO_OWNED_ANY uno_Any thing = nv_uno_any_double(2.5);
    org_noteverbale_test_XEcho_set_Number(other, 12, &err);
    org_noteverbale_test_XEcho_set_Motto(other, NV_UNO_STR("Écho"), &err);
    org_noteverbale_test_XEcho_set_Far(other, &far, &err);
    org_noteverbale_test_XEcho_set_Words(other, words, &err);
    org_noteverbale_test_XEcho_set_Thing(other, &thing, &err);
    NV_UNO_OWNED_STRING rtl_uString *motto =
        org_noteverbale_test_XEcho_get_Motto(other, &err);
    NV_UNO_OWNED_STRING rtl_uString *title =
        org_noteverbale_test_XEcho_get_Title(other, &err);
    NV_UNO_OWNED_ANY uno_Any thing_back =
        org_noteverbale_test_XEcho_get_Thing(other, &err);
    sal_Int32 number = org_noteverbale_test_XEcho_get_Number(other, &err);
    back = org_noteverbale_test_XEcho_get_Far(other, &err);
    words_back = org_noteverbale_test_XEcho_get_Words(other, &err);
    report_line(to, !err.code && number == 12, "an attribute keeps a number",
                err.message);
    report_line(to, nv_uno_string_same(motto, NV_UNO_STR("Écho")),
                "an inherited attribute keeps a string", err.message);
    report_line(to, nv_uno_string_same(title, NV_UNO_STR("écho 😀")),
                "a readonly attribute can be read", err.message);
    report_line(to, same(&org_noteverbale_test_Further_type, &far, &back),
                "an attribute keeps a struct", err.message);
    report_line(to, same(&nv_uno_string_seq_type, &words, &words_back),
                "an attribute keeps a sequence", err.message);
    report_line(to, same(&nv_uno_any_type, &thing, &thing_back),
                "an attribute keeps an any", err.message);
}

void check_echo(report *to, echo *other)
{
    check_simple(to, other);
    check_owning(to, other);
    check_structs(to, other);
    check_sequences(to, other);
    check_owning_sequences(to, other);
    check_attributes(to, other);
}

/* An any of each kind of value, by an XEcho and by LibreOffice's own C++. */

typedef struct {
    const char *label;
    uno_Any value;
} any_case;

static void judge_any(report *to, const char *through, const any_case *c,
                      const uno_Any *back, const nv_error *err)
{
    char rule[160];
    snprintf(rule, sizeof rule, "an any of %s comes back %s", c->label,
             through);
    bool ok = !err->code &&
              nv_uno_string_same(nv_uno_any_type_name(&c->value),
                                 nv_uno_any_type_name(back)) &&
              same(&nv_uno_any_type, &c->value, back);
    report_line(to, ok, rule, err->code ? err->message : "it differs");
}

static void check_any(report *to, echo *other, css_beans_XPropertyBag *bag,
                      any_case *c)
{
    nv_error err = {0};
    NV_UNO_OWNED_ANY uno_Any held = nv_uno_any_void();
    NV_UNO_OWNED_ANY uno_Any copy = nv_uno_any_void();
    NV_UNO_OWNED_ANY uno_Any old = org_noteverbale_test_XEcho_exchangeAny(
        other, &c->value, &held, &copy, &err);
    judge_any(to, "from an echo", c, &copy, &err);

    NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(c->label);
    css_beans_XPropertyBag_addProperty(
        bag, name, css_beans_PropertyAttribute_REMOVABLE, &c->value, &err);
    NV_UNO_OWNED_ANY uno_Any back =
        css_beans_XPropertyBag_getPropertyValue(bag, name, &err);
    judge_any(to, "from a property bag", c, &back, &err);
    nv_uno_any_release(&c->value);
}

static void check_all(report *to, echo *other, any_case *cases, size_t count)
{
    nv_error err = {0};
    NV_UNO_OWNED css_uno_XInterface *made =
        nv_uno_create(to->context, "com.sun.star.beans.PropertyBag", &err);
    NV_UNO_OWNED css_beans_XPropertyBag *bag =
        css_beans_XPropertyBag_need(made, &err);
    report_line(to, !err.code, "LibreOffice has a property bag", err.message);
    for (size_t i = 0; i < count; i++)
        check_any(to, other, bag, &cases[i]);
}

static void check_simple_anys(report *to, echo *other)
{
    any_case cases[] = {
        {"boolean", nv_uno_any_bool(true)},
        {"byte", nv_uno_any_byte(-1)},
        {"short", nv_uno_any_short(-2)},
        {"unsigned short", nv_uno_any_ushort(65535)},
        {"long", nv_uno_any_long(-3)},
        {"unsigned long", nv_uno_any_ulong(4000000000u)},
        {"hyper", nv_uno_any_hyper(-4)},
        {"unsigned hyper", nv_uno_any_uhyper(1ULL << 63)},
        {"float", nv_uno_any_float(0.5f)},
        {"double", nv_uno_any_double(0.1)},
        {"char", nv_uno_any_char(0x20ac)},
        {"string", nv_uno_any_utf8("é")},
        {"type",
         nv_uno_any_type_value(nv_uno_type_of(&css_text_XText_type, NULL))},
        {"enum",
         org_noteverbale_test_Colour_any(org_noteverbale_test_Colour_BLUE)},
        {"interface", org_noteverbale_test_XEcho_any(other)},
    };
    check_all(to, other, cases, NV_COUNT_OF(cases));
}

void check_anys(report *to, echo *other)
{
    NV_UNO_OWNED_STRUCT(org_noteverbale_test_Further)
    far = make_further("far", 3);
    NV_UNO_OWNED_STRUCT(org_noteverbale_test_Holder_string)
    held = make_holder("held");
    NV_UNO_OWNED_SEQ(nv_uno_string_seq) words = make_strings("a", "b");
    NV_UNO_OWNED_SEQ(org_noteverbale_test_Further_seq)
    fars = org_noteverbale_test_Further_seq_new(&far, 1);
    any_case cases[] = {
        {"struct", org_noteverbale_test_Further_any(&far)},
        {"polymorphic struct", org_noteverbale_test_Holder_string_any(&held)},
        {"sequence of strings", nv_uno_string_seq_any(words)},
        {"sequence of structs", org_noteverbale_test_Further_seq_any(fars)},
    };
    check_simple_anys(to, other);
    check_all(to, other, cases, NV_COUNT_OF(cases));
}
