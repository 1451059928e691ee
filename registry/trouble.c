/* SPDX-License-Identifier: MPL-2.0 */
/* See trouble.h. */
#include "registry/trouble.h"

#include <stdio.h>
#include <string.h>

enum { LONGEST_PATH = 90 }; /* bytes; leaves room in nv_error.message */

static const char advice[] = ". Reinstall the extension or get the file again.";

const char *nv_trouble_name(const char *file)
{
    const char *slash = strrchr(file, '/');

    return strlen(file) > LONGEST_PATH && slash ? slash + 1 : file;
}

bool nv_trouble(nv_error *err, nv_error_code code, int line, const char *file,
                const char *what)
{
    char place[24] = "";

    if (code == NV_ERROR_MEMORY)
        return nv_fail(err, code, 0,
                       "There is not enough memory to read %s. Close other "
                       "programs and try again.",
                       nv_trouble_name(file));
    if (line > 0)
        snprintf(place, sizeof place, ", line %d", line);
    return nv_fail(err, code, line, "%s%s: %s%s", nv_trouble_name(file), place,
                   what, advice);
}

const char *nv_trouble_what(const nv_error *err, const char *file, size_t *len)
{
    const size_t name_len = strlen(nv_trouble_name(file));
    const char *what = err->message, *end;

    if (strncmp(what, nv_trouble_name(file), name_len) == 0)
        what = strstr(what + name_len, ": ");
    what = what ? what + strlen(": ") : err->message;
    end = strstr(what, advice);
    *len = end ? (size_t)(end - what) : strlen(what);
    return what;
}
