/* SPDX-License-Identifier: MPL-2.0 */
/* What the registries of LibreOffice say, as it is written in IDL: modules are
 * dissolved into full names, names are UNO's own ("com.sun.star.text.XText").
 * Everything lives in one arena until the program ends; a list is a chain of
 * `next`. A build tool may give up: what runs out of memory ends it. */
#ifndef NV_CUNOMAKER_IDL_H
#define NV_CUNOMAKER_IDL_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/error.h"

/* A type as it stands in a declaration. */
typedef struct nv_idl_type {
    const char *name; /* "sequence", "unsigned long", a full name or a
                         parameter of a polymorphic struct */
    struct nv_idl_type *arguments; /* of "sequence" and polymorphic structs */
    struct nv_idl_type *next;
} nv_idl_type;

typedef struct nv_idl_param {
    const char *name;
    nv_idl_type *type;
    bool in, out; /* both: [inout] */
    struct nv_idl_param *next;
} nv_idl_param;

/* A method or attribute of an interface, a field of a struct, a value of an
 * enum or of a group of constants. */
typedef struct nv_idl_member {
    const char *name;
    nv_idl_type *type; /* result, attribute, field or constant; enum: NULL */
    const char *value; /* of an enum or constant, as written */
    bool is_attribute, is_readonly;
    nv_idl_param *params;
    struct nv_idl_member *next;
} nv_idl_member;

typedef enum {
    NV_IDL_INTERFACE,
    NV_IDL_STRUCT,
    NV_IDL_EXCEPTION,
    NV_IDL_ENUM,
    NV_IDL_CONSTANTS,
    NV_IDL_TYPEDEF
} nv_idl_kind;

typedef struct nv_idl_entity {
    nv_idl_kind kind;
    const char *name;
    nv_idl_type *bases;      /* mandatory ones; of a typedef: its target */
    nv_idl_type *parameters; /* of a polymorphic struct: their names */
    nv_idl_member *members;  /* in order of declaration */
    struct nv_idl_entity *next;
} nv_idl_entity;

/* Names to pointers. All zero is empty; it only grows. */
typedef struct {
    struct nv_idl_slot {
        const char *key;
        void *value;
    } * slots;
    size_t capacity, count;
} nv_idl_map;

/* The value of the key; NULL if there is none. */
void *nv_idl_map_get(const nv_idl_map *map, const char *key);

/* Gives the key, which is borrowed, a value. */
void nv_idl_map_put(nv_idl_map *map, const char *key, void *value);

typedef struct {
    nv_arena arena;
    nv_idl_map by_name; /* of nv_idl_entity */
    nv_idl_entity *first, **last;
} nv_idl;

/* An empty model. */
void nv_idl_init(nv_idl *idl);

/* Gives back the model and all its texts. */
void nv_idl_release(nv_idl *idl);

/* Reads what unoidl-read prints; adds the entities to the model. False with
 * the line in *err where it is not what it should be. */
bool nv_idl_parse(nv_idl *idl, const char *text, nv_error *err);

/* Memory and text of the arena; these end the program rather than fail. */
void *nv_idl_alloc(nv_idl *idl, size_t size);

/* A copy of `len` bytes with a NUL behind them. */
char *nv_idl_text(nv_idl *idl, const char *text, size_t len);

/* A text as printf() makes it. */
char *nv_idl_format(nv_idl *idl, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
