/* SPDX-License-Identifier: MPL-2.0 */
/* See pieces.h. */
#include "writer/pieces.h"

#include <stdlib.h>
#include <string.h>

static bool fail_of_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is no memory to look through the notes; close other "
                   "documents and try again.");
}

/* Puts a copy of `len` bytes in place of what is there. */
static bool set(const char **field, const char *text, size_t len, nv_error *err)
{
    char *copy = strndup(text, len);

    free((char *)*field);
    *field = copy;
    return copy || fail_of_memory(err);
}

static bool is_space(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

/* A text that is not found in its note, because the office shows changes that
 * are recorded there, leaves the rest unknown. */
static void forget(nv_standing standing[], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        free((char *)standing[i].before);
        free((char *)standing[i].after);
        standing[i].before = standing[i].after = NULL;
        standing[i].is_alone = false;
    }
}

static bool cut(nv_standing standing[], size_t count, const char *text,
                nv_error *err)
{
    for (size_t i = 0; i < count; i++) {
        const char *at = strstr(text, standing[i].text);

        if (!at) {
            forget(standing + i, count - i);
            return true;
        }
        if (!set(&standing[i].before, text, (size_t)(at - text), err) ||
            (i > 0 &&
             !set(&standing[i - 1].after, text, (size_t)(at - text), err)))
            return false;
        text = at + strlen(standing[i].text);
        if (!set(&standing[i].after, text, strlen(text), err))
            return false;
        standing[i].is_alone = count == 1 && is_space(standing[i].before) &&
                               is_space(standing[i].after);
    }
    return true;
}

/* How many from `index` on stand in its note. */
static size_t in_note(const nv_census *census, size_t index)
{
    const int32_t note = census->standing[index].note;
    size_t count = 1;

    while (index + count < census->count &&
           census->standing[index + count].note == note)
        count++;
    return count;
}

bool nv_pieces_cut_note(nv_census *census, size_t index, nv_error *err)
{
    const int32_t note = census->standing[index].note;

    while (index > 0 && census->standing[index - 1].note == note)
        index--;
    return cut(&census->standing[index], in_note(census, index),
               census->notes[note - 1].text, err);
}

/* What is between two of one paragraph; NULL: they are in two. */
static const char *between(const nv_standing *left, const nv_standing *right)
{
    const size_t before = strlen(left->before), len = strlen(left->text);

    return strncmp(right->before, left->before, before) == 0 &&
                   strncmp(right->before + before, left->text, len) == 0
               ? right->before + before + len
               : NULL;
}

/* From the last to the first, so that what is before the left one is whole. */
static bool cut_text(nv_standing standing[], size_t count, nv_error *err)
{
    for (size_t i = count - 1; i > 0; i--) {
        nv_standing *left = &standing[i - 1], *right = &standing[i];
        const char *found =
            left->before && right->before ? between(left, right) : NULL;

        if (found &&
            (!set(&left->after, found, strlen(found), err) ||
             !set(&right->before, left->after, strlen(left->after), err)))
            return false;
    }
    return true;
}

bool nv_pieces_cut(nv_census *census, nv_error *err)
{
    for (size_t i = 0, count; i < census->count; i += count) {
        nv_standing *first = &census->standing[i];

        count = in_note(census, i);
        if (first->note
                ? !cut(first, count, census->notes[first->note - 1].text, err)
                : !cut_text(first, count, err))
            return false;
    }
    return true;
}
