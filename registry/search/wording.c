/* SPDX-License-Identifier: MPL-2.0 */
/* See wording.h. A phrase search finds the candidates, and their texts are then
 * compared word by word. */
#include "registry/search/wording.h"

#include <string.h>

#include "base/buffer.h"
#include "registry/search/search.h"
#include "registry/text/fold.h"

/* Enough to leave few candidates; a phrase may have more, but not all of a long
 * wording. */
enum { PHRASE_WORDS = 16 };

bool nv_wording_is_same(const char *a, size_t a_len, const char *b,
                        size_t b_len)
{
    nv_fold left, right;
    bool has_words = false;

    nv_fold_init(&left, a, a_len);
    nv_fold_init(&right, b, b_len);
    for (;;) {
        const bool has_left = nv_fold_next(&left);

        if (has_left != nv_fold_next(&right))
            return false;
        if (!has_left)
            return has_words;
        if (strcmp(left.word, right.word) != 0)
            return false;
        has_words = true;
    }
}

/* "the first words" as a phrase of the language of queries; closed, so that the
 * last one is whole. */
static void write_phrase(nv_buffer *out, const char *text, size_t len)
{
    nv_fold fold;

    nv_fold_init(&fold, text, len);
    for (int i = 0; i < PHRASE_WORDS && nv_fold_next(&fold); i++)
        nv_buffer_add_format(out, "%s%s", i ? " " : "\"", fold.word);
    nv_buffer_add_text(out, out->len ? "\"" : "");
}

/* The number of the event's wording that is the text; 0: none is. */
static int find_in(const nv_event *event, const char *text, size_t len)
{
    for (size_t i = 0; i < event->quotation_count; i++) {
        const nv_quotation *quotation = &event->quotations[i];

        if (quotation->is_offered &&
            nv_wording_is_same(quotation->text, strlen(quotation->text), text,
                               len))
            return quotation->number;
    }
    return 0;
}

static bool look_through(nv_finder *finder, const char *text, size_t len,
                         nv_wording *wording, nv_error *err)
{
    size_t count;
    const nv_hit *hits = nv_finder_hits(finder, &count);

    for (size_t i = 0; i < count && !wording->quotation; i++) {
        const nv_event *event =
            nv_registry_event(hits[i].registry, hits[i].event, err);
        const int number = event ? find_in(event, text, len) : 0;

        if (!event)
            return false;
        if (number)
            *wording = (nv_wording){hits[i].registry, event, number};
    }
    return true;
}

bool nv_wording_find(const nv_registry *const registries[], size_t count,
                     const char *text, size_t len, nv_wording *wording,
                     nv_error *err)
{
    nv_finder *finder = nv_finder_new(registries, count, err);
    nv_buffer phrase = NV_BUFFER_INIT;
    bool is_done;

    *wording = (nv_wording){0};
    write_phrase(&phrase, text, len);
    is_done =
        finder &&
        nv_finder_run(finder, phrase.text, phrase.len, err) == NV_SEARCH_DONE &&
        look_through(finder, text, len, wording, err);
    nv_buffer_release(&phrase);
    nv_finder_free(finder);
    return is_done;
}
