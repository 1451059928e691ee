/* SPDX-License-Identifier: MPL-2.0 */
/* From an XML element to a C struct, by a table.
 *
 * A shape lists the members of a struct and how each is written in XML; the
 * reader knows nothing of events. It is strict: an attribute, element or text
 * that the shape does not list is an error, so is a word that is not in its
 * list, a member that comes twice, and one that is required and missing.
 *
 * White space in a text (space, tab, line end) counts as one space, and none
 * at its ends, so that a long text can be wrapped; no-break spaces stay. */
#ifndef NV_REGISTRY_ELEMENT_H
#define NV_REGISTRY_ELEMENT_H

#include <stdbool.h>
#include <stddef.h>

#include <libxml/tree.h>

#include "base/arena.h"
#include "base/error.h"
#include "registry/words.h"

typedef enum {
    NV_MEMBER_TEXT,      /* const char * */
    NV_MEMBER_TEXTS,     /* nv_texts: the element may come again and again */
    NV_MEMBER_LANGUAGES, /* const char *[size]: one element per language */
    NV_MEMBER_WORD,      /* an enumeration, by its word */
    NV_MEMBER_FLAG,      /* bool: the second of two words is true */
    NV_MEMBER_LETTER,    /* char: a word of one letter */
    NV_MEMBER_NUMBER,    /* int, 1 to 255 */
    NV_MEMBER_INSIDE,    /* an element that fills members of this struct, or a
                            struct inside it */
    NV_MEMBER_STRUCT,    /* pointer to a struct of its own */
    NV_MEMBER_STRUCTS,   /* pointer to an array, its count elsewhere */
    NV_MEMBER_UNKEPT     /* for curators: stays in the XML */
} nv_member_type;

typedef struct nv_shape nv_shape;

typedef struct {
    const char *name; /* "x": a child element; "@x": an attribute; ".": the
                         text of the element itself */
    nv_member_type type;
    size_t offset; /* in the struct, bytes */
    bool is_required;
    size_t size; /* LANGUAGES: how many; STRUCTS: offset of the count */
    const nv_words *words; /* WORD, FLAG, LETTER */
    const nv_shape *shape; /* INSIDE, STRUCT, STRUCTS */
} nv_shape_member;

/* Where the reader is, and where what it reads is kept. */
typedef struct {
    nv_arena *arena;  /* owns all that is read */
    const char *file; /* name for messages */
    nv_error *err;
} nv_element_context;

struct nv_shape {
    size_t size;         /* of the struct, bytes */
    const void *initial; /* what it holds before reading; NULL: zeros */
    const nv_shape_member *members;
    size_t member_count; /* at most 64 */
    /* What the table can't say; NULL: nothing. Called when all is read. */
    bool (*check)(const nv_element_context *context, const xmlNode *node,
                  void *object);
};

/* Reads `node` into `object`, a struct of the shape. Returns false with
 * context->err set (NV_ERROR_FORMAT with the line, NV_ERROR_MEMORY). */
bool nv_element_read(const nv_element_context *context, const xmlNode *node,
                     const nv_shape *shape, void *object);

/* Fails with NV_ERROR_FORMAT at the line of `node`: a sentence of file, line,
 * what is wrong (`format`, printf's, without full stop) and what to do. */
bool nv_element_fail(const nv_element_context *context, const xmlNode *node,
                     const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Fails with NV_ERROR_MEMORY, naming the file. */
bool nv_element_no_memory(const nv_element_context *context);

/* The value of an attribute, borrowed from the tree; NULL if it is not there.
 */
const char *nv_element_attribute(const xmlNode *node, const char *name);

/* The same with white space collapsed, in the arena or in the tree; NULL, too,
 * without memory. */
const char *nv_element_word(nv_arena *arena, const xmlNode *node,
                            const char *name);

/* The next element from `node` on, itself included; NULL: none. */
const xmlNode *nv_element_skip(const xmlNode *node);

/* The same, of elements of one name. */
const xmlNode *nv_element_named(const xmlNode *node, const char *name);

/* The text among `children`, an element's or an attribute's, with white space
 * collapsed; in the arena. "" where there is none, NULL without memory. */
const char *nv_element_text(nv_arena *arena, const xmlNode *children);

#endif
