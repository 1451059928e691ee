/* SPDX-License-Identifier: MPL-2.0 */
/* See error.h. */
#include "base/error.h"

#include <stdarg.h>
#include <string.h>

#include "base/sentence.h"

bool nv_fail(nv_error *err, nv_error_code code, int line, const char *format,
             ...)
{
    va_list args;

    if (!err || err->code != NV_OK)
        return false;
    err->code = code;
    err->line = line;
    err->origin[0] = '\0';
    va_start(args, format);
    nv_sentence_write(err->message, sizeof err->message, format, args);
    va_end(args);
    return false;
}

void nv_error_clear(nv_error *err)
{
    if (err)
        memset(err, 0, sizeof *err);
}
