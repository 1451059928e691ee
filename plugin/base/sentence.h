/* SPDX-License-Identifier: MPL-2.0 */
/* Sentences for a person that repeat what stood in the input. */
#ifndef NV_BASE_SENTENCE_H
#define NV_BASE_SENTENCE_H

#include <stdarg.h>
#include <stddef.h>

/* Writes what vprintf would to text[], `size` bytes (> 0) with the '\0'. What
 * is too long is cut at a character, and bytes that are no UTF-8, of the input
 * or because a precision ("%.40s") has cut it, become one "?". */
void nv_sentence_write(char text[], size_t size, const char *format,
                       va_list arguments);

#endif
