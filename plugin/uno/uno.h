/* SPDX-License-Identifier: MPL-2.0 */
/* The runtime of the C binding of UNO: what the generated header css.h stands
 * on, and what is written by hand beside it. README.md is the tour.
 *
 * Rules that hold everywhere:
 * - An interface is a pointer to an opaque type (css_text_XText *); it really
 *   is a uno_Interface. Returned interfaces are owned by the caller and given
 *   back with nv_uno_release(); parameters are borrowed.
 * - Every call takes `nv_error *err` last. An error that is set on entry stays
 *   as it is, the call is not made and the result is zero, so a chain of calls
 *   needs one look at its end. A UNO exception becomes NV_ERROR_UNO with its
 *   type in `origin`. err may be NULL.
 * - Zero is a valid value of every type: a NULL string is the empty one, a zero
 *   sequence has no elements, a zero any is void. That holds inside structs
 *   and sequences too, for everything that is handed to UNO.
 * - An any that was returned by value or assigned keeps its value in itself
 *   while its pData still points to where it came from: read it with
 *   nv_uno_any_get_...(), never through pData. Whatever is handed to UNO is
 *   put right on the way.
 * - All of this may be called from any thread; what LibreOffice wants on its
 *   main thread only (windows, documents) is brought there by later.h. */
#ifndef NV_UNO_UNO_H
#define NV_UNO_UNO_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "uno/sdk.h"

typedef struct css_uno_XInterface css_uno_XInterface;
typedef struct css_uno_XComponentContext css_uno_XComponentContext;

/* References */

/* One reference more; returns `object`, an interface or an object of ours.
 * NULL is fine for both. */
void *nv_uno_acquire(void *object);

/* One reference less; the last one ends the object. NULL is fine. */
void nv_uno_release(void *object);

/* Releases what a variable holds when it goes out of scope:
 *     NV_UNO_OWNED css_text_XText *text = NULL;
 *     NV_UNO_OWNED_STRING rtl_uString *name = NULL;
 *     NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_void();
 *     NV_UNO_OWNED_SEQ(nv_uno_string_seq) names = {0};
 *     NV_UNO_OWNED_STRUCT(css_lang_Locale) locale = {0};  */
#define NV_UNO_OWNED __attribute__((cleanup(nv_uno_release_variable)))
#define NV_UNO_OWNED_STRING __attribute__((cleanup(nv_uno_string_variable)))
#define NV_UNO_OWNED_ANY __attribute__((cleanup(nv_uno_any_release)))
#define NV_UNO_OWNED_SEQ(type) __attribute__((cleanup(type##_release))) type
#define NV_UNO_OWNED_STRUCT(type) NV_UNO_OWNED_SEQ(type)

/* What NV_UNO_OWNED calls: releases the interface in the variable at the
 * address. */
void nv_uno_release_variable(void *variable);

/* What NV_UNO_OWNED_STRING calls: likewise of a string. */
void nv_uno_string_variable(rtl_uString **variable);

/* Strings: UTF-16, immutable, counted. */

/* A literal as a string: nothing is allocated, nothing need be released, and
 * releasing it does no harm. Only inside functions. */
#define NV_UNO_STR(literal)                                                \
    (__extension__({                                                       \
        static const struct {                                              \
            sal_Int32 references, length;                                  \
            sal_Unicode buffer[sizeof(u"" literal) / sizeof(sal_Unicode)]; \
        } text_ = {NV_UNO_STATIC,                                          \
                   sizeof(u"" literal) / sizeof(sal_Unicode) - 1,          \
                   u"" literal};                                           \
        (rtl_uString *)(void *)&text_;                                     \
    }))
#define NV_UNO_STATIC 0x40000000 /* rtl's mark of a string that never dies */

/* A new string from UTF-8, owned by the caller. NULL gives the empty string;
 * bytes that are not UTF-8 become U+FFFD; NULL is returned only when memory
 * runs out. */
rtl_uString *nv_uno_string(const char *utf8);

/* The same of `len` bytes, which need not end with a NUL. */
rtl_uString *nv_uno_string_n(const char *utf8, size_t len);

/* One reference more / less; NULL is fine. */
rtl_uString *nv_uno_string_acquire(rtl_uString *text);

/* One reference less; NULL is fine. */
void nv_uno_string_release(rtl_uString *text);

/* The text as UTF-8, to be freed with free(); "" for NULL. NULL only when
 * memory runs out. */
char *nv_uno_utf8(const rtl_uString *text);

/* Whether the text is that ASCII; NULL is the empty string. */
bool nv_uno_string_equals(const rtl_uString *text, const char *ascii);

/* Whether both are the same text; NULL is the empty string. */
bool nv_uno_string_same(const rtl_uString *a, const rtl_uString *b);
static inline sal_Int32 nv_uno_string_len(const rtl_uString *text)
{
    return text ? text->length : 0; /* UTF-16 units */
}

/* Types: what the generated code knows of a UNO type. The description that
 * LibreOffice has of it is looked up at first use, from any thread, and kept
 * until the process ends. */
typedef struct {
    const char *name;      /* of a method or an attribute, without interface */
    const char *arguments; /* how each is made ready: see call.c */
    _Atomic(typelib_TypeDescription *) description;
} nv_uno_member;

struct nv_uno_view;
typedef struct {
    const char *name;       /* UNO's own: "[]com.sun.star.awt.Size" */
    size_t size;            /* of a value in C, bytes */
    nv_uno_member *members; /* of an interface, inherited ones included */
    int member_count;
    _Atomic(typelib_TypeDescription *) description;
    _Atomic(struct nv_uno_view *) views; /* see object.c */
} nv_uno_type;

/* The completed description, borrowed. NULL with *err set when this
 * LibreOffice has no such type or lays it out in another way. */
typelib_TypeDescription *nv_uno_describe(nv_uno_type *type, nv_error *err);

/* The same as a value of UNO's `type`; borrowed. */
typelib_TypeDescriptionReference *nv_uno_type_of(nv_uno_type *type,
                                                 nv_error *err);

extern nv_uno_type nv_uno_bool_type, nv_uno_byte_type, nv_uno_short_type,
    nv_uno_ushort_type, nv_uno_long_type, nv_uno_ulong_type, nv_uno_hyper_type,
    nv_uno_uhyper_type, nv_uno_float_type, nv_uno_double_type, nv_uno_char_type,
    nv_uno_string_type, nv_uno_type_type, nv_uno_any_type;

/* Values of any type, by their nv_uno_type: what the typed functions of css.h
 * call. `value` points to storage of the type's size. */

/* Empties the value: what it owns is released, and it is zero afterwards. */
void nv_uno_value_release(nv_uno_type *type, void *value);

/* Makes *copy, which holds nothing yet, a copy of *value. */
bool nv_uno_value_copy(nv_uno_type *type, void *copy, const void *value,
                       nv_error *err);

/* Anys */

/* An any that holds nothing. */
uno_Any nv_uno_any_void(void);

/* Each makes an any that holds the value, as UNO's boolean, byte, short ...;
 * nothing need be released but of strings and types. */
uno_Any nv_uno_any_bool(bool value);
uno_Any nv_uno_any_byte(sal_Int8 value);
uno_Any nv_uno_any_short(sal_Int16 value);
uno_Any nv_uno_any_ushort(sal_uInt16 value);
uno_Any nv_uno_any_long(sal_Int32 value);
uno_Any nv_uno_any_ulong(sal_uInt32 value);
uno_Any nv_uno_any_hyper(sal_Int64 value);
uno_Any nv_uno_any_uhyper(sal_uInt64 value);
uno_Any nv_uno_any_float(float value);
uno_Any nv_uno_any_double(double value);
uno_Any nv_uno_any_char(sal_Unicode value);

/* One that holds a string, with a reference of its own; NULL gives "". */
uno_Any nv_uno_any_string(const rtl_uString *value);

/* Likewise of UTF-8, as nv_uno_string() reads it. */
uno_Any nv_uno_any_utf8(const char *value);

/* One that holds a type, with a reference of its own. */
uno_Any nv_uno_any_type_value(typelib_TypeDescriptionReference *value);

/* An any that holds a copy of *value; void when the type is not known here. */
uno_Any nv_uno_any_of(nv_uno_type *type, const void *value);

/* An owned copy; NULL gives void. */
uno_Any nv_uno_any_copy(const uno_Any *any);

/* Empties the any; it is void afterwards. NULL is fine. */
void nv_uno_any_release(uno_Any *any);

/* Whether it holds nothing; NULL is a void any. */
bool nv_uno_any_is_void(const uno_Any *any);

/* UNO's name of the type of the value, borrowed; "void" for a void any. */
const rtl_uString *nv_uno_any_type_name(const uno_Any *any);

/* Each writes *out and returns true when the any holds a value of the type or
 * one that widens to it without loss (a short to a long, a float to a double);
 * else *out stays as it is. NULL is a void any. */
bool nv_uno_any_get_bool(const uno_Any *any, bool *out);
bool nv_uno_any_get_byte(const uno_Any *any, sal_Int8 *out);
bool nv_uno_any_get_short(const uno_Any *any, sal_Int16 *out);
bool nv_uno_any_get_ushort(const uno_Any *any, sal_uInt16 *out);
bool nv_uno_any_get_long(const uno_Any *any, sal_Int32 *out);
bool nv_uno_any_get_ulong(const uno_Any *any, sal_uInt32 *out);
bool nv_uno_any_get_hyper(const uno_Any *any, sal_Int64 *out);
bool nv_uno_any_get_uhyper(const uno_Any *any, sal_uInt64 *out);
bool nv_uno_any_get_float(const uno_Any *any, float *out);
bool nv_uno_any_get_double(const uno_Any *any, double *out);
bool nv_uno_any_get_char(const uno_Any *any, sal_Unicode *out);

/* The string or type in the any, borrowed from it; NULL when it holds none. */
rtl_uString *nv_uno_any_get_string(const uno_Any *any);

/* Likewise of a type. */
typelib_TypeDescriptionReference *nv_uno_any_get_type(const uno_Any *any);

/* The interface in the any as it is, borrowed; NULL when there is none. Only
 * good for css_..._query() and for comparing. */
void *nv_uno_any_get_interface(const uno_Any *any);

/* Makes *out, which holds nothing yet, a copy of the value; false and zero when
 * the any holds nothing that is or widens to the type. For an interface type
 * the object is queried for it. */
bool nv_uno_any_read(nv_uno_type *type, const uno_Any *any, void *out);

/* Sequences: counted, shared, not changed once they are shared. One struct per
 * element type, generated; those of the simple types stand here. A zero struct
 * is an empty sequence.
 *
 *   T_seq T_seq_new(const T *elements, sal_Int32 count)  copies them; owned
 *   sal_Int32 T_seq_len(T_seq)
 *   T *T_seq_at(T_seq)                  the elements, borrowed from it
 *   T_seq T_seq_acquire(T_seq)          one reference more
 *   void T_seq_release(T_seq *)         empty afterwards
 *   uno_Any T_seq_any(T_seq)            owned
 *   bool T_seq_from_any(const uno_Any *, T_seq *out)  owned
 *
 * T_seq_new gives the empty sequence when memory runs out or the type is not
 * known here; `elements` NULL gives `count` elements that are zero. */
uno_Sequence *nv_uno_sequence_new(nv_uno_type *type, const void *elements,
                                  sal_Int32 count);
uno_Sequence *nv_uno_sequence_acquire(uno_Sequence *sequence);

#define NV_UNO_SEQUENCE_STRUCT(T) \
    typedef struct {              \
        uno_Sequence *raw;        \
    } T;                          \
    extern nv_uno_type T##_type;

#define NV_UNO_SEQUENCE_FUNCTIONS(T, element)                           \
    static inline T T##_new(element const *elements, sal_Int32 count)   \
    {                                                                   \
        return (T){nv_uno_sequence_new(&T##_type, elements, count)};    \
    }                                                                   \
    static inline sal_Int32 T##_len(T sequence)                         \
    {                                                                   \
        return sequence.raw ? sequence.raw->nElements : 0;              \
    }                                                                   \
    static inline element *T##_at(T sequence)                           \
    {                                                                   \
        return sequence.raw ? (element *)(void *)sequence.raw->elements \
                            : NULL;                                     \
    }                                                                   \
    static inline T T##_acquire(T sequence)                             \
    {                                                                   \
        return (T){nv_uno_sequence_acquire(sequence.raw)};              \
    }                                                                   \
    static inline void T##_release(T *sequence)                         \
    {                                                                   \
        nv_uno_value_release(&T##_type, sequence);                      \
    }                                                                   \
    static inline uno_Any T##_any(T sequence)                           \
    {                                                                   \
        return nv_uno_any_of(&T##_type, &sequence);                     \
    }                                                                   \
    static inline bool T##_from_any(const uno_Any *any, T *out)         \
    {                                                                   \
        return nv_uno_any_read(&T##_type, any, out);                    \
    }

#define NV_UNO_SEQUENCE(T, element) \
    NV_UNO_SEQUENCE_STRUCT(T)       \
    NV_UNO_SEQUENCE_FUNCTIONS(T, element)

NV_UNO_SEQUENCE(nv_uno_bool_seq, sal_Bool)
NV_UNO_SEQUENCE(nv_uno_byte_seq, sal_Int8)
NV_UNO_SEQUENCE(nv_uno_short_seq, sal_Int16)
NV_UNO_SEQUENCE(nv_uno_ushort_seq, sal_uInt16)
NV_UNO_SEQUENCE(nv_uno_long_seq, sal_Int32)
NV_UNO_SEQUENCE(nv_uno_ulong_seq, sal_uInt32)
NV_UNO_SEQUENCE(nv_uno_hyper_seq, sal_Int64)
NV_UNO_SEQUENCE(nv_uno_uhyper_seq, sal_uInt64)
NV_UNO_SEQUENCE(nv_uno_float_seq, float)
NV_UNO_SEQUENCE(nv_uno_double_seq, double)
NV_UNO_SEQUENCE(nv_uno_char_seq, sal_Unicode)
NV_UNO_SEQUENCE(nv_uno_string_seq, rtl_uString *)
NV_UNO_SEQUENCE(nv_uno_type_seq, typelib_TypeDescriptionReference *)
NV_UNO_SEQUENCE(nv_uno_any_seq, uno_Any)

/* The functions that every generated enum, struct and interface has. */

#define NV_UNO_ENUM_FUNCTIONS(T)                                \
    static inline uno_Any T##_any(T value)                      \
    {                                                           \
        return nv_uno_any_of(&T##_type, &value);                \
    }                                                           \
    static inline bool T##_from_any(const uno_Any *any, T *out) \
    {                                                           \
        return nv_uno_any_read(&T##_type, any, out);            \
    }

#define NV_UNO_STRUCT_FUNCTIONS(T)                                      \
    static inline void T##_release(T *value)                            \
    {                                                                   \
        nv_uno_value_release(&T##_type, value);                         \
    }                                                                   \
    static inline bool T##_copy(T *copy, const T *value, nv_error *err) \
    {                                                                   \
        return nv_uno_value_copy(&T##_type, copy, value, err);          \
    }                                                                   \
    static inline uno_Any T##_any(const T *value)                       \
    {                                                                   \
        return nv_uno_any_of(&T##_type, value);                         \
    }                                                                   \
    static inline bool T##_from_any(const uno_Any *any, T *out)         \
    {                                                                   \
        return nv_uno_any_read(&T##_type, any, out);                    \
    }

#define NV_UNO_INTERFACE_FUNCTIONS(T)                       \
    static inline T *T##_query(void *object, nv_error *err) \
    {                                                       \
        return (T *)nv_uno_query(object, &T##_type, err);   \
    }                                                       \
    static inline T *T##_need(void *object, nv_error *err)  \
    {                                                       \
        return (T *)nv_uno_need(object, &T##_type, err);    \
    }                                                       \
    static inline T *T##_of(nv_uno_object *object)          \
    {                                                       \
        return (T *)(void *)object;                         \
    }                                                       \
    static inline uno_Any T##_any(T *value)                 \
    {                                                       \
        return nv_uno_any_of(&T##_type, &value);            \
    }                                                       \
    static inline T *T##_from_any(const uno_Any *any)       \
    {                                                       \
        T *value = NULL;                                    \
        nv_uno_any_read(&T##_type, any, &value);            \
        return value;                                       \
    }

/* Calls: what the generated functions call. */

/* Calls the member of `self` and returns true, or sets *err and returns false;
 * then the result is untouched. `args` are as pDispatcher wants them, but for
 * zero values, which are made valid here. */
bool nv_uno_call(void *self, nv_uno_type *type, int member, void *result,
                 void **args, nv_error *err);

/* The object's interface of the type, owned; NULL when it has none or *err is
 * set. nv_uno_need makes a missing one an error. */
void *nv_uno_query(void *object, nv_uno_type *type, nv_error *err);
void *nv_uno_need(void *object, nv_uno_type *type, nv_error *err);

/* The context and services */

/* A new instance of the service, owned; NULL with *err set. `service` is
 * ASCII. `args` is borrowed. */
css_uno_XInterface *nv_uno_create(css_uno_XComponentContext *context,
                                  const char *service, nv_error *err);
css_uno_XInterface *nv_uno_create_with(css_uno_XComponentContext *context,
                                       const char *service, nv_uno_any_seq args,
                                       nv_error *err);

/* The singleton, such as "com.sun.star.frame.theDesktop"; owned. */
css_uno_XInterface *nv_uno_singleton(css_uno_XComponentContext *context,
                                     const char *name, nv_error *err);

/* A property of any object that has XPropertySet; `name` is ASCII. */
uno_Any nv_uno_get(void *object, const char *name, nv_error *err);
bool nv_uno_set(void *object, const char *name, const uno_Any *value,
                nv_error *err);

/* Objects of ours */

/* Fills *err so that returning from a method throws that exception; `type` is
 * UNO's name of it. Returns false. */
bool nv_uno_throw(nv_error *err, const char *type, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

typedef void (*nv_uno_function)(void); /* some typed function, untyped */
typedef void (*nv_uno_shim)(nv_uno_function function, void *self, void *result,
                            void **args, nv_error *err);

/* How a member is found in the table of typed functions of its interface. The
 * shim takes the arguments apart for one signature. */
typedef struct {
    nv_uno_shim call, set; /* set: of an attribute that can be written */
    short call_at, set_at; /* index in the table of functions */
} nv_uno_slot;

/* One interface that a class implements. */
typedef struct {
    nv_uno_type *type;
    const nv_uno_slot *slots; /* as type->members */
    const void *methods;      /* T_methods */
} nv_uno_interface;

/* A row of nv_uno_class.interfaces; a table of another interface's functions
 * does not compile. */
#define NV_UNO_INTERFACE(T, table)                                               \
    {                                                                            \
        &T##_type, T##_slots,                                                  \
            _Generic((table), const T##_methods *: (table),                    \
                     T##_methods *: (table)) \
    }

enum {
    NV_UNO_WEAK = 1 /* the object answers XWeak: listeners may hold it weakly */
};

/* What all objects of one kind share; constant. Every object answers
 * XInterface, XTypeProvider, its interfaces and the bases of these, and from
 * the flags and services XWeak and XServiceInfo. A call goes to the first
 * interface of the class that is the called one or derived from it. The
 * functions get an `err` that is never NULL and not set. A NULL function does
 * nothing in `disposing`, else it throws a RuntimeException. */
typedef struct {
    const char *name; /* ASCII; the implementation's name in XServiceInfo */
    const nv_uno_interface *interfaces;
    size_t interface_count;
    size_t size;                 /* of the struct that begins with the base */
    void (*destroy)(void *self); /* releases what the struct holds; or NULL */
    const char *const *services; /* NULL-terminated; NULL: no XServiceInfo */
    unsigned flags;
} nv_uno_class;

/* The first member of every object of ours. One uno_Interface serves all of
 * its interfaces. */
typedef struct {
    uno_Interface interface;
    const nv_uno_class *class_of;
    _Atomic(sal_Int32) references;
    _Atomic(void *) adapter; /* owned; NULL until somebody holds it weakly */
} nv_uno_object;

/* A new object, zeroed but for its base, with one reference; NULL with *err
 * set when memory runs out. */
void *nv_uno_object_new(const nv_uno_class *class_of, nv_error *err);

/* The object behind an interface when it is one of this class; else NULL.
 * Borrowed. */
void *nv_uno_object_is(void *interface, const nv_uno_class *class_of);

/* How many objects of ours are alive; for tests. */
sal_Int32 nv_uno_object_count(void);

/* The door of a component */

typedef struct {
    const char *name; /* of the implementation, as in the .components file */
    /* A new instance, owned; NULL with *err set. The context is borrowed. */
    void *(*create)(css_uno_XComponentContext *context, nv_error *err);
} nv_uno_component;

/* What component_getFactory() returns: a factory for the implementation of
 * that name, owned; NULL when the table has none. Arguments of an instance
 * go to its XInitialization. */
void *nv_uno_factory(const nv_uno_component *table, size_t count,
                     const char *implementation);

#endif
