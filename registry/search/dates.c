/* SPDX-License-Identifier: MPL-2.0 */
/* See dates.h. */
#include "registry/search/dates.h"

#include <string.h>

#include "registry/text/date_words.h"

enum { CHECK_EVERY = 4096 /* dates between two looks at the flag */ };

static const float variant_part = 0.5f, wider_part = 0.4f;

float nv_dates_count(const nv_days *days, nv_date_standing standing,
                     const nv_days *wanted)
{
    const bool is_inside =
        days->first >= wanted->first && days->last <= wanted->last;

    if (standing == NV_DATE_MENTIONED)
        return is_inside ? 1 : 0;
    if (days->first > wanted->last || days->last < wanted->first)
        return 0;
    return (standing == NV_DATE_OF_RECORD ? 1 : variant_part) *
           (is_inside ? 1 : wider_part);
}

/* Each date counts by itself, as each term does. */
void nv_dates_fill(nv_filler *filler, const nv_days *wanted, bool is_own)
{
    nv_dating_reader reader = nv_index_dates(filler->index, wanted);
    nv_dating dating;

    for (uint32_t i = 1; nv_dating_next(&reader, &dating); i++) {
        const float count = nv_dates_count(
            &dating.days, (nv_date_standing)dating.standing, wanted);
        const nv_place place = {dating.record, i, 0, dating.zone, count};

        if (i % CHECK_EVERY == 0 && nv_filler_must_stop(filler))
            return;
        if (count > 0 && !(is_own && dating.standing == NV_DATE_MENTIONED))
            nv_filler_put(filler, &place);
    }
}

/* Reading the dates of a record. */

typedef struct {
    const nv_index *index;
    const nv_tokens *tokens;
    const nv_days *wanted;
    nv_place *places;
    size_t count, max;
} reader;

/* The words from token `first` up to `past`, as far as they are words. */
static size_t words_of(const reader *r, size_t first, size_t past,
                       const char *words[NV_DATE_WORDS_MAX])
{
    size_t count = 0;

    while (count < NV_DATE_WORDS_MAX && first + count < past &&
           !(r->tokens->items[first + count] & NV_TOKEN_TEXT)) {
        words[count] = nv_index_word(r->index, r->tokens->items[first + count]);
        count++;
    }
    return count;
}

static void add(reader *r, const nv_place *at, const nv_days *days,
                nv_date_standing standing)
{
    nv_place place = *at;

    place.count = nv_dates_count(days, standing, r->wanted);
    place.term = (uint32_t)r->count;
    if (place.count > 0 && r->count < r->max)
        r->places[r->count++] = place;
}

/* A text in the zone of dates begins with the date; the first is the record's
 * own, whose end stands in its card. */
static void read_own(reader *r, const nv_place *at, size_t first, bool is_first)
{
    const char *words[NV_DATE_WORDS_MAX];
    const size_t count = words_of(r, first, r->tokens->count, words);
    nv_card card;
    nv_days days, end;

    if (is_first) {
        if (!nv_index_card(r->index, at->record, &card) ||
            !nv_days_from_iso(card.date, &days))
            return;
        if (card.end && nv_days_from_iso(card.end, &end))
            days.last = end.last;
        add(r, at, &days, NV_DATE_OF_RECORD);
    } else if (nv_date_words_read(words, count < 3 ? count : 3, &days))
        add(r, at, &days, NV_DATE_OF_VARIANT);
}

/* The longest date that ends with the year at token `last`. */
static void read_mentioned(reader *r, const nv_place *at, size_t last)
{
    size_t first = last;

    while (first > 0 && last - first + 1 < NV_DATE_WORDS_MAX &&
           !(r->tokens->items[first - 1] & NV_TOKEN_TEXT) &&
           nv_date_words_is_part(
               nv_index_word(r->index, r->tokens->items[first - 1])))
        first--;
    for (; first <= last; first++) {
        const char *words[NV_DATE_WORDS_MAX];
        const size_t count = words_of(r, first, last + 1, words);
        nv_days days;

        if (nv_date_words_read(words, count, &days) == count) {
            add(r, at, &days, NV_DATE_MENTIONED);
            return;
        }
    }
}

size_t nv_dates_read(const nv_index *index, uint32_t record,
                     const nv_tokens *tokens, const nv_days *wanted,
                     nv_place places[], size_t max)
{
    reader r = {index, tokens, wanted, places, 0, max};
    const nv_row years[] = {nv_index_row(index, NV_MARK_NONE, "1", true),
                            nv_index_row(index, NV_MARK_NONE, "2", true)};
    nv_place at = {.record = record};
    bool has_own = false;

    for (size_t i = 0; i < tokens->count; i++) {
        const uint32_t token = tokens->items[i];

        if (token & NV_TOKEN_TEXT) {
            if (token & NV_TOKEN_BESIDE)
                break;
            at.zone = (uint8_t)nv_token_zone(token);
            if (at.zone == NV_ZONE_DATE) {
                read_own(&r, &at, i + 1, !has_own);
                has_own = true;
            }
        } else if (at.zone != NV_ZONE_DATE &&
                   (token - years[0].first < years[0].count ||
                    token - years[1].first < years[1].count) &&
                   nv_date_words_is_year(nv_index_word(index, token)))
            read_mentioned(&r, &at, i);
    }
    return r.count;
}
