/* SPDX-License-Identifier: MPL-2.0 */
/* Why a call failed, told to the caller and, in the end, to the person at the
 * keyboard. Every fallible function of the project takes a `nv_error *` as its
 * last parameter; NULL means that the caller does not ask why. */
#ifndef NV_BASE_ERROR_H
#define NV_BASE_ERROR_H

#include <stdbool.h>

typedef enum {
    NV_OK = 0,
    NV_ERROR_IO,       /* a file can't be found, read or written */
    NV_ERROR_FORMAT,   /* the input is not what it should be; see `line` */
    NV_ERROR_MEMORY,   /* an allocation failed */
    NV_ERROR_ARGUMENT, /* the caller asked for something that does not exist */
    NV_ERROR_LIMIT,    /* the input is larger or deeper than is allowed */
    NV_ERROR_UNO,      /* a UNO exception; `origin` is its type */
    NV_ERROR_PLACE,    /* a citation can't stand there; the message says why */
    NV_ERROR_DUPLICATE /* there is another one of that name */
} nv_error_code;

/* All zero means success. The caller owns the struct: it holds no pointer and
 * needs no release. */
typedef struct {
    nv_error_code code;
    int line;          /* 1-based line of the input, 0 where none applies */
    char origin[96];   /* type of the UNO exception, ASCII with dots, or "" */
    char message[320]; /* UTF-8, one sentence that can be shown to a person */
} nv_error;

/* Fills *err and returns false, so that a caller can `return nv_fail(...)`.
 * `format` and what follows are printf's; a message that is too long is cut
 * at a character boundary, and bytes in it that are no UTF-8 become a "?". The
 * first failure is kept: an *err that is set already stays as it is. err may be
 * NULL. */
bool nv_fail(nv_error *err, nv_error_code code, int line, const char *format,
             ...) __attribute__((format(printf, 4, 5)));

/* Makes *err all zero again; NULL is fine. */
void nv_error_clear(nv_error *err);

#endif
