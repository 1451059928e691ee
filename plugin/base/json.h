/* SPDX-License-Identifier: MPL-2.0 */
/* JSON (RFC 8259), as little of it as the project needs: a writer, and a
 * strict reader for files of others. */
#ifndef NV_BASE_JSON_H
#define NV_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"

/* Writing: one value, indented, with commas where they belong. `name` is that
 * of a member, NULL in an array and for the outermost value. */
typedef struct {
    nv_buffer *out;
    int depth;
    bool has_value; /* the next value needs a comma */
} nv_json_writer;

/* `bracket` is '{' or '['; to be closed by its fellow. */
void nv_json_open(nv_json_writer *json, const char *name, char bracket);
void nv_json_close(nv_json_writer *json, char bracket);

/* A UTF-8 text; NULL adds nothing. */
void nv_json_add_text(nv_json_writer *json, const char *name, const char *text);
void nv_json_add_number(nv_json_writer *json, const char *name, int number);

/* Reading */

typedef enum {
    NV_JSON_NULL,
    NV_JSON_FALSE,
    NV_JSON_TRUE,
    NV_JSON_NUMBER,
    NV_JSON_TEXT,
    NV_JSON_ARRAY,
    NV_JSON_OBJECT
} nv_json_type;

typedef struct nv_json nv_json;

struct nv_json {
    nv_json_type type;
    int line;         /* where the value begins, 1-based */
    const char *name; /* of a member; else NULL */
    const char *text; /* of a text; of a number, as it is written; else "" */
    nv_json *first;   /* of an array or object; NULL: empty */
    nv_json *next;    /* its next sibling */
};

/* Reads one value and nothing after it but white space; a byte order mark may
 * stand before. The value is in the arena. Not JSON, among it bytes that are no
 * UTF-8, half a surrogate pair and the character NUL: NULL with *err of
 * NV_ERROR_FORMAT with the line; nested deeper than 64: NV_ERROR_LIMIT; else
 * NV_ERROR_MEMORY. The message says what is wrong, without the file. */
const nv_json *nv_json_read(const char *text, size_t len, nv_arena *arena,
                            nv_error *err);

/* The first member of that name of an object; NULL if there is none, or for
 * what is no object, or NULL. */
const nv_json *nv_json_member(const nv_json *object, const char *name);

/* The text of that member; NULL if it is none. */
const char *nv_json_text(const nv_json *object, const char *name);

#endif
