/* SPDX-License-Identifier: MPL-2.0 */
/* The types that are written out: resolved (no typedef, no parameter is left),
 * one object per type, so that equal types are equal pointers. */
#ifndef NV_CUNOMAKER_TYPES_H
#define NV_CUNOMAKER_TYPES_H

#include "idl.h"

typedef enum {
    NV_TYPE_VOID,
    NV_TYPE_NUMBER, /* char too */
    NV_TYPE_BOOLEAN,
    NV_TYPE_STRING,
    NV_TYPE_TYPE,
    NV_TYPE_ANY,
    NV_TYPE_ENUM,
    NV_TYPE_STRUCT, /* exceptions too */
    NV_TYPE_SEQUENCE,
    NV_TYPE_INTERFACE
} nv_type_kind;

typedef struct nv_type nv_type;

typedef struct {
    const char *name; /* made fit for C */
    nv_type *type;
} nv_type_field;

struct nv_type {
    nv_type_kind kind;
    const char *uno;             /* "[]com.sun.star.awt.Size" */
    const char *id;              /* stem of C names: "css_awt_Size_seq" */
    const char *c;               /* the C type of a value: "css_text_XText *" */
    nv_type *element;            /* of a sequence */
    const nv_idl_entity *entity; /* of enum, struct, interface */
    nv_type *base;               /* of a struct, or NULL */
    nv_type_field *fields;       /* of a struct, without those of its base */
    size_t field_count;
    bool has_members; /* an interface whose members are written out */
    bool is_fragile;  /* zero or moved, UNO would not accept it as it is */
    bool is_written;  /* a struct that stands in the header already */
    nv_type *next;    /* in order of first mention */
};

/* A member of an interface, with all that is known of it. */
typedef struct nv_type_member {
    const nv_idl_member *idl;
    const nv_type *declared; /* the interface that declares it */
    struct nv_type_member *next;
} nv_type_member;

typedef struct {
    nv_idl *idl;
    nv_idl_map by_uno_name;
    nv_type *first, **last;
    nv_idl_entity **constants; /* groups to write, in order */
    size_t constant_count;
    const char *missing; /* the first type that no registry has, or NULL */
} nv_types;

void nv_types_init(nv_types *types, nv_idl *idl);
void nv_types_release(nv_types *types);

/* The type of a declaration, made and kept at its first mention; with it all
 * that it is made of. NULL, and types->missing set, when a registry lacks it.
 */
nv_type *nv_types_resolve(nv_types *types, const nv_idl_type *written);

/* Wants what a line of the list names: a type (an interface with its members
 * and its bases), a group of constants, "MODULE.*" or "*". False when there is
 * no such thing. */
bool nv_types_want(nv_types *types, const char *name);

/* The members of an interface, its bases' first, XInterface's left out. */
nv_type_member *nv_types_members(nv_types *types, const nv_type *type);

/* "css_text_XText" for "com.sun.star.text.XText". */
const char *nv_types_c_name(nv_idl *idl, const char *uno);

/* The name, with a "_" behind it where C has that word for itself. */
const char *nv_types_safe(nv_idl *idl, const char *name);

#endif
