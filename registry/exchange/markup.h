/* SPDX-License-Identifier: MPL-2.0 */
/* Writing XML: text that stays what it is when it is read again. */
#ifndef NV_REGISTRY_EXCHANGE_MARKUP_H
#define NV_REGISTRY_EXCHANGE_MARKUP_H

#include "base/buffer.h"

/* Adds UTF-8 text, for an element or a quoted attribute; what is no character
 * of XML becomes a space. */
void nv_markup_add(nv_buffer *out, const char *text);

/* Adds ` NAME="TEXT"`; nothing where text is NULL. */
void nv_markup_add_attribute(nv_buffer *out, const char *name,
                             const char *text);

/* Copies `text` to to[], which has room for as many bytes, with white space
 * (and what is no character of XML) collapsed as reading will collapse it, and
 * none at the ends. Returns how many bytes are left, without the '\0'. */
size_t nv_markup_collapse(char *to, const char *text);

#endif
