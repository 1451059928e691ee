/* SPDX-License-Identifier: MPL-2.0 */
/* A growing text.
 *
 * Invariants, from nv_buffer_init() or NV_BUFFER_INIT to nv_buffer_release():
 * - text is never NULL and text[len] is '\0', so it is always a C string;
 * - the bytes are the caller's: nothing here looks at their encoding;
 * - when memory runs out, `failed` is set, the text stays as it was, and every
 *   later addition does nothing: ask once, at the end. */
#ifndef NV_BASE_BUFFER_H
#define NV_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct {
    char *text;      /* borrowed by readers until the next change */
    size_t len;      /* bytes, without the final '\0' */
    size_t capacity; /* bytes owned at text; 0: text is the shared "" */
    bool failed;     /* an addition found no memory */
} nv_buffer;

extern char nv_buffer_empty[1];
#define NV_BUFFER_INIT               \
    {                                \
        nv_buffer_empty, 0, 0, false \
    }

/* Life cycle */

/* Makes an empty buffer that owns nothing yet. */
void nv_buffer_init(nv_buffer *buffer);

/* Gives the memory back and leaves an empty buffer that can be used again. */
void nv_buffer_release(nv_buffer *buffer);

/* Hands the text over: the caller frees it with free(). Never NULL but when
 * memory ran out at some addition or now. The buffer is empty afterwards. */
char *nv_buffer_detach(nv_buffer *buffer);

/* Size */

/* Forgets what stands after the first `len` bytes; len <= buffer->len. */
void nv_buffer_truncate(nv_buffer *buffer, size_t len);

/* Adding at the end */

/* `len` bytes at `bytes`, which may hold NULs; NULL only with len 0. */
void nv_buffer_add(nv_buffer *buffer, const char *bytes, size_t len);

/* A NUL-terminated text; NULL adds nothing. */
void nv_buffer_add_text(nv_buffer *buffer, const char *text);

void nv_buffer_add_char(nv_buffer *buffer, char c);

/* As printf. */
void nv_buffer_add_format(nv_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
