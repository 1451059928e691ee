/* SPDX-License-Identifier: MPL-2.0 */
/* See quoted_name.h. */
#include "note/quoted_name.h"

#include <stdio.h>
#include <string.h>

#include "note/citation_name.h"

static const char head[] = "nvq1_";

enum { HEAD_LEN = sizeof head - 1, TAIL_LEN = 6 };

/* At least that many characters stand there. */
static bool is_tail(const char *text)
{
    for (int i = 0; i < TAIL_LEN; i++)
        if (!(text[i] >= 'a' && text[i] <= 'z') &&
            !(text[i] >= '0' && text[i] <= '9'))
            return false;
    return true;
}

bool nv_quoted_name_write(const char *tail, char text[NV_QUOTED_NAME_LEN + 1])
{
    text[0] = '\0';
    if (strlen(tail) != TAIL_LEN || !is_tail(tail))
        return false;
    snprintf(text, NV_QUOTED_NAME_LEN + 1, "%s%s", head, tail);
    return true;
}

bool nv_quoted_name_read(const char *text, size_t len, char tail[7])
{
    bool is_copy;

    tail[0] = '\0';
    if (len < NV_QUOTED_NAME_LEN || memcmp(text, head, HEAD_LEN) != 0 ||
        !is_tail(text + HEAD_LEN) ||
        !nv_citation_name_is_copied(text + NV_QUOTED_NAME_LEN,
                                    len - NV_QUOTED_NAME_LEN, &is_copy))
        return false;
    memcpy(tail, text + HEAD_LEN, TAIL_LEN);
    tail[TAIL_LEN] = '\0';
    return true;
}
