/* SPDX-License-Identifier: MPL-2.0 */
/* See list_name.h. */
#include "note/list_name.h"

#include <stdio.h>
#include <string.h>

#include "note/citation_name.h"

enum { HEAD = 7, TAIL = 6 };

static bool is_of(const char *text, size_t len, bool allows_digits)
{
    for (size_t i = 0; i < len; i++)
        if (!(text[i] >= 'a' && text[i] <= 'z') &&
            !(allows_digits && text[i] >= '0' && text[i] <= '9'))
            return false;
    return true;
}

static bool is_field(const char *text, size_t len, bool allows_digits)
{
    return strlen(text) == len && is_of(text, len, allows_digits);
}

static bool is_end(nv_list_role role)
{
    return role == NV_LIST_FIRST || role == NV_LIST_LAST;
}

static bool is_choice(nv_list_role role)
{
    return role == NV_LIST_ADDED || role == NV_LIST_LEFT_OUT;
}

bool nv_list_name_write(const nv_list_name *name,
                        char text[NV_LIST_NAME_MAX + 1])
{
    text[0] = '\0';
    if (!is_field(name->tail, TAIL, true))
        return false;
    if (is_end(name->role) && is_field(name->language, 2, false))
        snprintf(text, NV_LIST_NAME_MAX + 1, "nvl1_%c_%s_%s", name->role,
                 name->language, name->tail);
    else if (is_choice(name->role) && is_field(name->pack, 4, true) &&
             is_field(name->key, 4, true))
        snprintf(text, NV_LIST_NAME_MAX + 1, "nvl1_%c_%s%s_%s", name->role,
                 name->pack, name->key, name->tail);
    return text[0] != '\0';
}

/* The fields between the role and the tail: how long they are; 0: none that
 * are allowed. */
static size_t read_fields(const char *text, size_t len, nv_list_name *name)
{
    if (is_end(name->role) && len > 2 && is_of(text, 2, false)) {
        memcpy(name->language, text, 2);
        return 2;
    }
    if (is_choice(name->role) && len > 8 && is_of(text, 8, true)) {
        memcpy(name->pack, text, 4);
        memcpy(name->key, text + 4, 4);
        return 8;
    }
    return 0;
}

bool nv_list_name_read(const char *text, size_t len, nv_list_name *name)
{
    nv_list_name read = {0};
    size_t at = HEAD;

    *name = read;
    if (len < HEAD || memcmp(text, "nvl1_", 5) != 0 || text[6] != '_')
        return false;
    read.role = (nv_list_role)text[5];
    at += read_fields(text + at, len - at, &read);
    if (at == HEAD || len - at < TAIL + 1 || text[at] != '_' ||
        !is_of(text + at + 1, TAIL, true))
        return false;
    memcpy(read.tail, text + at + 1, TAIL);
    at += TAIL + 1;
    if (!nv_citation_name_is_copied(text + at, len - at, &read.is_copy))
        return false;
    *name = read;
    return true;
}
