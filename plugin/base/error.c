/* SPDX-License-Identifier: MPL-2.0 */
/* See error.h. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Cuts an incomplete UTF-8 sequence off the end of a text that vsnprintf
 * shortened, so that the message is still valid UTF-8. */
static void cut_at_character(char *text, size_t len)
{
    size_t start = len;

    while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
        start--;
    if (start > 0 && (unsigned char)text[start - 1] >= 0xC0)
        start--;
    text[start] = '\0';
}

bool nv_fail(nv_error *err, nv_error_code code, int line, const char *format,
             ...)
{
    va_list args;
    int len;

    if (!err || err->code != NV_OK)
        return false;
    err->code = code;
    err->line = line;
    err->origin[0] = '\0';
    va_start(args, format);
    len = vsnprintf(err->message, sizeof err->message, format, args);
    va_end(args);
    if (len < 0)
        err->message[0] = '\0';
    else if ((size_t)len >= sizeof err->message)
        cut_at_character(err->message, sizeof err->message - 1);
    return false;
}

void nv_error_clear(nv_error *err)
{
    if (err)
        memset(err, 0, sizeof *err);
}
