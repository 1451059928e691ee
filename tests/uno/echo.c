/* SPDX-License-Identifier: MPL-2.0 */
/* An object that gives back what it is given: every kind of value, in every
 * direction. */
#include "echo.h"

#include <stdlib.h>

#include "base/array.h"

typedef struct {
    nv_uno_object base;
    sal_Int32 number;
    uno_Any thing;
    further far;
    nv_uno_string_seq words;
    rtl_uString *motto;
} object;

/* Copies, owned. */
#define SAME(value) (value)

static css_uno_XInterface *keep(css_uno_XInterface *value)
{
    return nv_uno_acquire(value);
}

static typelib_TypeDescriptionReference *
keep_type(typelib_TypeDescriptionReference *value)
{
    typelib_typedescriptionreference_acquire(value);
    return value;
}

static inner copy_inner(const inner *value)
{
    return *value;
}

static further copy_further(const further *value)
{
    further copy;
    org_noteverbale_test_Further_copy(&copy, value, NULL);
    return copy;
}

static holder copy_holder(const holder *value)
{
    holder copy;
    org_noteverbale_test_Holder_string_copy(&copy, value, NULL);
    return copy;
}

static nested copy_nested(const nested *value)
{
    nested copy;
    org_noteverbale_test_Holder_org_noteverbale_test_Further_copy(&copy, value,
                                                                  NULL);
    return copy;
}

/* All methods are alike: `value` goes to `held` and `copy`, the old `held` is
 * the result. */
#define EXCHANGE(Name, T, Parameter, keep_one)                             \
    static T exchange##Name(void *self, Parameter value, T *held, T *copy, \
                            nv_error *err)                                 \
    {                                                                      \
        T old = *held;                                                     \
        (void)self, (void)err;                                             \
        *held = keep_one(value);                                           \
        *copy = keep_one(value);                                           \
        return old;                                                        \
    }

EXCHANGE(Boolean, bool, bool, SAME)
EXCHANGE(Byte, sal_Int8, sal_Int8, SAME)
EXCHANGE(Short, sal_Int16, sal_Int16, SAME)
EXCHANGE(UnsignedShort, sal_uInt16, sal_uInt16, SAME)
EXCHANGE(Long, sal_Int32, sal_Int32, SAME)
EXCHANGE(UnsignedLong, sal_uInt32, sal_uInt32, SAME)
EXCHANGE(Hyper, sal_Int64, sal_Int64, SAME)
EXCHANGE(UnsignedHyper, sal_uInt64, sal_uInt64, SAME)
EXCHANGE(Float, float, float, SAME)
EXCHANGE(Double, double, double, SAME)
EXCHANGE(Char, sal_Unicode, sal_Unicode, SAME)
EXCHANGE(String, rtl_uString *, rtl_uString *, nv_uno_string_acquire)
EXCHANGE(Type, typelib_TypeDescriptionReference *,
         typelib_TypeDescriptionReference *, keep_type)
EXCHANGE(Any, uno_Any, const uno_Any *, nv_uno_any_copy)
EXCHANGE(Colour, colour, colour, SAME)
EXCHANGE(Inner, inner, const inner *, copy_inner)
EXCHANGE(Further, further, const further *, copy_further)
EXCHANGE(Holder, holder, const holder *, copy_holder)
EXCHANGE(Nested, nested, const nested *, copy_nested)
EXCHANGE(Interface, css_uno_XInterface *, css_uno_XInterface *, keep)

#define EXCHANGE_SEQUENCE(Name, T) EXCHANGE(Name, T, T, T##_acquire)

EXCHANGE_SEQUENCE(Booleans, nv_uno_bool_seq)
EXCHANGE_SEQUENCE(Bytes, nv_uno_byte_seq)
EXCHANGE_SEQUENCE(Shorts, nv_uno_short_seq)
EXCHANGE_SEQUENCE(UnsignedShorts, nv_uno_ushort_seq)
EXCHANGE_SEQUENCE(Longs, nv_uno_long_seq)
EXCHANGE_SEQUENCE(UnsignedLongs, nv_uno_ulong_seq)
EXCHANGE_SEQUENCE(Hypers, nv_uno_hyper_seq)
EXCHANGE_SEQUENCE(UnsignedHypers, nv_uno_uhyper_seq)
EXCHANGE_SEQUENCE(Floats, nv_uno_float_seq)
EXCHANGE_SEQUENCE(Doubles, nv_uno_double_seq)
EXCHANGE_SEQUENCE(Chars, nv_uno_char_seq)
EXCHANGE_SEQUENCE(Strings, nv_uno_string_seq)
EXCHANGE_SEQUENCE(Types, nv_uno_type_seq)
EXCHANGE_SEQUENCE(Anys, nv_uno_any_seq)
EXCHANGE_SEQUENCE(Colours, org_noteverbale_test_Colour_seq)
EXCHANGE_SEQUENCE(Inners, org_noteverbale_test_Inner_seq)
EXCHANGE_SEQUENCE(Furthers, org_noteverbale_test_Further_seq)
EXCHANGE_SEQUENCE(Holders, org_noteverbale_test_Holder_string_seq)
EXCHANGE_SEQUENCE(Interfaces, css_uno_XInterface_seq)
EXCHANGE_SEQUENCE(Tables, nv_uno_string_seq_seq)

/* Attributes */

static sal_Int32 get_number(void *self, nv_error *err)
{
    (void)err;
    return ((object *)self)->number;
}

static void set_number(void *self, sal_Int32 value, nv_error *err)
{
    if (value < 0)
        nv_uno_throw(err, "org.noteverbale.test.Refusal", "%d is below zero",
                     (int)value);
    else
        ((object *)self)->number = value;
}

static uno_Any get_thing(void *self, nv_error *err)
{
    (void)err;
    return nv_uno_any_copy(&((object *)self)->thing);
}

static void set_thing(void *self, const uno_Any *value, nv_error *err)
{
    object *o = self;
    (void)err;
    nv_uno_any_release(&o->thing);
    o->thing = nv_uno_any_copy(value);
}

static further get_far(void *self, nv_error *err)
{
    (void)err;
    return copy_further(&((object *)self)->far);
}

static void set_far(void *self, const further *value, nv_error *err)
{
    object *o = self;
    (void)err;
    org_noteverbale_test_Further_release(&o->far);
    o->far = copy_further(value);
}

static nv_uno_string_seq get_words(void *self, nv_error *err)
{
    (void)err;
    return nv_uno_string_seq_acquire(((object *)self)->words);
}

static void set_words(void *self, nv_uno_string_seq value, nv_error *err)
{
    object *o = self;
    (void)err;
    nv_uno_string_seq_release(&o->words);
    o->words = nv_uno_string_seq_acquire(value);
}

static rtl_uString *get_title(void *self, nv_error *err)
{
    (void)self, (void)err;
    return nv_uno_string("écho 😀");
}

static rtl_uString *get_motto(void *self, nv_error *err)
{
    (void)err;
    return nv_uno_string_acquire(((object *)self)->motto);
}

static void set_motto(void *self, rtl_uString *value, nv_error *err)
{
    object *o = self;
    (void)err;
    nv_uno_string_release(o->motto);
    o->motto = nv_uno_string_acquire(value);
}

/* Inherited along two paths */

static rtl_uString *who_am_i(void *self, nv_error *err)
{
    (void)self, (void)err;
    return nv_uno_string("an echo in C");
}

static sal_Int32 left(void *self, sal_Int32 number, nv_error *err)
{
    (void)self, (void)err;
    return number - 1;
}

static sal_Int32 right(void *self, sal_Int32 number, nv_error *err)
{
    (void)self, (void)err;
    return number + 1;
}

/* Exceptions, calling back, making */

static sal_Int32 refuse(void *self, sal_Int32 code, nv_error *err)
{
    (void)self;
    nv_uno_throw(err, "org.noteverbale.test.Refusal", "refused: %d", (int)code);
    return 0;
}

static void fail(void *self, rtl_uString *type, rtl_uString *message,
                 nv_error *err)
{
    char *type_name = nv_uno_utf8(type);
    char *text = nv_uno_utf8(message);
    (void)self;
    nv_uno_throw(err, type_name, "%s", text);
    free(type_name);
    free(text);
}

static sal_Int32 sum(void *self, echo *other, nv_uno_long_seq numbers,
                     nv_error *err)
{
    sal_Int32 total = 0;
    (void)self;
    for (sal_Int32 i = 0; i < nv_uno_long_seq_len(numbers); i++) {
        sal_Int32 number = nv_uno_long_seq_at(numbers)[i];
        if (number < 0)
            org_noteverbale_test_XEcho_refuse(other, number, err);
        total += org_noteverbale_test_XEcho_right(other, number, err);
    }
    return total;
}

static css_uno_XInterface *make(void *self, nv_error *err)
{
    (void)self;
    return new_echo(NULL, err);
}

static void destroy(void *self)
{
    object *o = self;
    nv_uno_release(nv_uno_acquire(self)); /* must not end it once more */
    nv_uno_any_release(&o->thing);
    org_noteverbale_test_Further_release(&o->far);
    nv_uno_string_seq_release(&o->words);
    nv_uno_string_release(o->motto);
}

static const org_noteverbale_test_XEcho_methods methods = {
    .whoAmI = who_am_i,
    .left = left,
    .get_Motto = get_motto,
    .set_Motto = set_motto,
    .right = right,
    .exchangeBoolean = exchangeBoolean,
    .exchangeByte = exchangeByte,
    .exchangeShort = exchangeShort,
    .exchangeUnsignedShort = exchangeUnsignedShort,
    .exchangeLong = exchangeLong,
    .exchangeUnsignedLong = exchangeUnsignedLong,
    .exchangeHyper = exchangeHyper,
    .exchangeUnsignedHyper = exchangeUnsignedHyper,
    .exchangeFloat = exchangeFloat,
    .exchangeDouble = exchangeDouble,
    .exchangeChar = exchangeChar,
    .exchangeString = exchangeString,
    .exchangeType = exchangeType,
    .exchangeAny = exchangeAny,
    .exchangeColour = exchangeColour,
    .exchangeInner = exchangeInner,
    .exchangeFurther = exchangeFurther,
    .exchangeHolder = exchangeHolder,
    .exchangeNested = exchangeNested,
    .exchangeInterface = exchangeInterface,
    .exchangeBooleans = exchangeBooleans,
    .exchangeBytes = exchangeBytes,
    .exchangeShorts = exchangeShorts,
    .exchangeUnsignedShorts = exchangeUnsignedShorts,
    .exchangeLongs = exchangeLongs,
    .exchangeUnsignedLongs = exchangeUnsignedLongs,
    .exchangeHypers = exchangeHypers,
    .exchangeUnsignedHypers = exchangeUnsignedHypers,
    .exchangeFloats = exchangeFloats,
    .exchangeDoubles = exchangeDoubles,
    .exchangeChars = exchangeChars,
    .exchangeStrings = exchangeStrings,
    .exchangeTypes = exchangeTypes,
    .exchangeAnys = exchangeAnys,
    .exchangeColours = exchangeColours,
    .exchangeInners = exchangeInners,
    .exchangeFurthers = exchangeFurthers,
    .exchangeHolders = exchangeHolders,
    .exchangeInterfaces = exchangeInterfaces,
    .exchangeTables = exchangeTables,
    .get_Number = get_number,
    .set_Number = set_number,
    .get_Thing = get_thing,
    .set_Thing = set_thing,
    .get_Far = get_far,
    .set_Far = set_far,
    .get_Words = get_words,
    .set_Words = set_words,
    .get_Title = get_title,
    .refuse = refuse,
    .fail = fail,
    .sum = sum,
    .make = make,
};
/* What it leaves out throws, but for `disposing`. */
static const css_awt_XActionListener_methods nothing = {0};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(org_noteverbale_test_XEcho, &methods),
    NV_UNO_INTERFACE(css_awt_XActionListener, &nothing),
};
static const char *const services[] = {"org.noteverbale.test.Echo",
                                       "org.noteverbale.test.Other", NULL};
static const nv_uno_class echo_class = {
    .name = "org.noteverbale.test.Echo",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(object),
    .destroy = destroy,
    .services = services,
    .flags = NV_UNO_WEAK,
};

void *new_echo(css_uno_XComponentContext *context, nv_error *err)
{
    (void)context;
    return nv_uno_object_new(&echo_class, err);
}
