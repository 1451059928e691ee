/* SPDX-License-Identifier: MPL-2.0 */
/* See gather.h. */
#include "registry/index/gather.h"

#include <stdlib.h>
#include <string.h>

#include "registry/index/bytes.h"
#include "registry/index/format.h"
#include "registry/text/date_words.h"
#include "registry/text/fold.h"

enum {
    FIRST_SLOTS = 16384, /* a power of two */
    LOOK_BACK = 16 /* places of one word among which an equal one is sought */
};

void nv_gather_init(nv_gather *gather, nv_arena *arena)
{
    *gather = (nv_gather){.arena = arena};
    gather->slots = calloc(FIRST_SLOTS, sizeof *gather->slots);
    gather->slot_count = FIRST_SLOTS;
    gather->failed = !gather->slots;
}

void nv_gather_release(nv_gather *gather)
{
    free(gather->words);
    free(gather->slots);
    free(gather->datings);
    free(gather->lengths);
    free(gather->mentions);
    free(gather->tokens);
    free(gather->beside);
    nv_pool_release(&gather->postings);
    nv_pool_release(&gather->token_bytes);
}

/* Words. */

/* In which field of a query the words of a zone are asked for. */
static const unsigned char marks[NV_ZONE_COUNT] = {
    [NV_ZONE_KIND] = NV_MARK_KIND,   [NV_ZONE_PARTY] = NV_MARK_PARTY,
    [NV_ZONE_SENDER] = NV_MARK_BY,   [NV_ZONE_PEOPLE] = NV_MARK_BY,
    [NV_ZONE_PLACE] = NV_MARK_PLACE,
};

static uint32_t marked(nv_gather *gather, nv_mark mark, const char *word)
{
    char bytes[NV_WORD_MAX + 2];
    const size_t len = strnlen(word, NV_WORD_MAX);

    bytes[0] = (char)mark;
    memcpy(bytes + 1, word, len);
    bytes[len + 1] = '\0';
    return nv_gather_word(gather, bytes, len + 1);
}

/* The newest places come first; a word's equal ones are near one another. */
static bool count_again(nv_gather *gather, nv_zone zone, uint32_t word)
{
    uint32_t at = gather->words[word].newest;

    for (size_t i = 0; at && i < LOOK_BACK; i++) {
        nv_mention *mention = &gather->mentions[at - 1];

        if (mention->zone == zone && mention->quotation == gather->quotation) {
            mention->count += mention->count < UINT8_MAX;
            return true;
        }
        at = mention->before;
    }
    return false;
}

static void mention(nv_gather *gather, nv_zone zone, uint32_t word)
{
    nv_gathered *known = &gather->words[word];

    if (gather->failed || count_again(gather, zone, word))
        return;
    gather->mentions =
        nv_gather_grow(gather, gather->mentions, gather->mention_count,
                       &gather->mention_capacity, sizeof *gather->mentions);
    if (gather->failed)
        return;
    gather->mentions[gather->mention_count++] =
        (nv_mention){word, known->newest, gather->quotation, (uint8_t)zone, 1};
    known->newest = (uint32_t)gather->mention_count;
}

static void mention_marked(nv_gather *gather, nv_zone zone, uint32_t word)
{
    mention(gather, zone, word);
    if (!gather->failed && marks[zone])
        mention(gather, zone,
                marked(gather, marks[zone], gather->words[word].word));
}

static void add_token(nv_gather *gather, uint32_t token)
{
    gather->tokens =
        nv_gather_grow(gather, gather->tokens, gather->token_count,
                       &gather->token_capacity, sizeof *gather->tokens);
    if (!gather->failed)
        gather->tokens[gather->token_count++] = token;
}

static uint32_t text_token(const nv_gather *gather, nv_zone zone)
{
    return NV_TOKEN_TEXT | (uint32_t)zone << NV_TOKEN_ZONE_SHIFT |
           gather->quotation;
}

void nv_gather_begin(nv_gather *gather, nv_zone zone)
{
    add_token(gather, text_token(gather, zone));
}

void nv_gather_beside(nv_gather *gather, nv_zone zone, uint32_t word)
{
    mention_marked(gather, zone, word);
    gather->beside =
        nv_gather_grow(gather, gather->beside, gather->beside_count,
                       &gather->beside_capacity, sizeof *gather->beside);
    if (!gather->failed)
        gather->beside[gather->beside_count++] =
            (nv_beside){word, text_token(gather, zone) | NV_TOKEN_BESIDE};
}

void nv_gather_add(nv_gather *gather, nv_zone zone, uint32_t word)
{
    uint16_t *length = &gather->lengths[gather->record][zone];

    mention_marked(gather, zone, word);
    add_token(gather, word);
    *length += *length < UINT16_MAX;
}

void nv_gather_language(nv_gather *gather, const char *code)
{
    const uint32_t word = marked(gather, NV_MARK_LANGUAGE, code);

    if (!gather->failed && !gather->words[word].newest)
        mention(gather, NV_ZONE_QUOTATION, word);
}

/* Records. */

void nv_gather_begin_record(nv_gather *gather)
{
    gather->quotation = 0;
    gather->mention_count = gather->token_count = gather->beside_count = 0;
    gather->lengths =
        nv_gather_grow(gather, gather->lengths, gather->record,
                       &gather->length_capacity, sizeof *gather->lengths);
    if (!gather->failed)
        memset(gather->lengths[gather->record], 0, sizeof *gather->lengths);
}

/* Writes how far the record is from the one before. */
static unsigned char *pack_distance(unsigned char *first, uint32_t distance)
{
    if (distance < NV_POSTING_NEAR_FROM) {
        *first |= (unsigned char)distance;
        return first + 1;
    }
    if (distance < NV_POSTING_FAR_FROM) {
        *first |= NV_POSTING_NEAR;
        first[1] = (unsigned char)(distance - NV_POSTING_NEAR_FROM);
        return first + 2;
    }
    *first |= NV_POSTING_FAR;
    return nv_pack_u32(first + 1, distance - NV_POSTING_FAR_FROM);
}

static void post(nv_gather *gather, const nv_mention *mention)
{
    nv_gathered *word = &gather->words[mention->word];
    unsigned char bytes[3 * NV_PACKED_MAX], *at;

    bytes[0] = (unsigned char)(mention->zone << NV_POSTING_ZONE_SHIFT);
    at = pack_distance(bytes, gather->record + 1 - word->last);
    if (mention->quotation) {
        bytes[0] |= NV_POSTING_QUOTATION;
        at = nv_pack_u32(at, mention->quotation);
    }
    if (mention->count > 1) {
        bytes[0] |= NV_POSTING_COUNT;
        *at++ = mention->count;
    }
    nv_pool_add(&gather->postings, &word->postings, bytes,
                (size_t)(at - bytes));
    word->records += word->last != gather->record + 1;
    word->places++;
    word->last = gather->record + 1;
    word->newest = 0;
}

static void keep_number(nv_gather *gather, uint32_t number)
{
    unsigned char bytes[NV_PACKED_MAX];

    nv_pool_add(&gather->token_bytes, &gather->tokens_of_all, bytes,
                (size_t)(nv_pack_u32(bytes, number) - bytes));
}

static void keep_token(nv_gather *gather, uint32_t token)
{
    if (token & NV_TOKEN_TEXT) {
        keep_number(gather, 0);
        keep_number(gather, token & ~NV_TOKEN_TEXT);
    } else {
        token &= ~NV_TOKEN_UPPER;
        gather->words[token].tokens++;
        keep_number(gather, token + 1);
    }
}

/* What stands beside goes behind all texts, under one head for each zone and
 * quotation as long as these stay the same. */
static void append_beside(nv_gather *gather)
{
    uint32_t text = 0;

    for (size_t i = 0; i < gather->beside_count && !gather->failed; i++) {
        const nv_beside *beside = &gather->beside[i];

        if (beside->text != text)
            add_token(gather, beside->text);
        add_token(gather, beside->word);
        text = beside->text;
    }
}

void nv_gather_end_record(nv_gather *gather)
{
    append_beside(gather);
    if (gather->failed)
        return;
    for (size_t i = 0; i < gather->mention_count; i++)
        post(gather, &gather->mentions[i]);
    keep_number(gather, (uint32_t)gather->token_count);
    for (size_t i = 0; i < gather->token_count; i++)
        keep_token(gather, gather->tokens[i]);
    gather->failed = gather->postings.failed || gather->token_bytes.failed;
}

/* Adds the word just read; returns its number. */
static uint32_t add_word(nv_gather *gather, nv_zone zone, const nv_fold *fold,
                         uint32_t before)
{
    const uint32_t word = nv_gather_word(gather, fold->word, fold->word_len);
    uint32_t joined;

    if (gather->failed)
        return 0;
    nv_gather_add(gather, zone, word);
    if (gather->failed)
        return 0;
    gather->words[word].is_name |= fold->is_capital;
    if (fold->is_upper)
        gather->tokens[gather->token_count - 1] |= NV_TOKEN_UPPER;
    if (fold->is_tied && nv_gather_joined(gather, before, word, &joined))
        nv_gather_beside(gather, zone, joined);
    return word;
}

/* Dates. */

void nv_gather_date(nv_gather *gather, nv_zone zone, const nv_days *days,
                    nv_date_standing standing)
{
    gather->datings =
        nv_gather_grow(gather, gather->datings, gather->dating_count,
                       &gather->dating_capacity, sizeof *gather->datings);
    if (!gather->failed)
        gather->datings[gather->dating_count++] = (nv_dating){
            *days, gather->record, (uint8_t)zone, (uint8_t)standing};
}

/* Dates in prose end with their year: adds the longest that ends here. */
static void add_mentioned_date(nv_gather *gather, nv_zone zone)
{
    const uint32_t *past = gather->tokens + gather->token_count;
    const char *words[NV_DATE_WORDS_MAX];
    size_t count = 0;

    do {
        const uint32_t token = past[-1 - (ptrdiff_t)count];

        if (token & NV_TOKEN_TEXT)
            break;
        count++;
        words[NV_DATE_WORDS_MAX - count] =
            gather->words[token & ~NV_TOKEN_UPPER].word;
    } while (count < NV_DATE_WORDS_MAX &&
             (count == 1 ||
              nv_date_words_is_part(words[NV_DATE_WORDS_MAX - count])));
    for (; count > 0; count--) {
        const char *const *first = words + NV_DATE_WORDS_MAX - count;
        nv_days days;

        if (nv_date_words_read(first, count, &days) == count) {
            nv_gather_date(gather, zone, &days, NV_DATE_MENTIONED);
            return;
        }
    }
}

void nv_gather_text(nv_gather *gather, nv_zone zone, const char *text)
{
    uint32_t last = 0;
    nv_fold fold;

    nv_gather_begin(gather, zone);
    nv_fold_init(&fold, text, strlen(text));
    while (!gather->failed && nv_fold_next(&fold)) {
        last = add_word(gather, zone, &fold, last);
        if (!gather->failed && zone != NV_ZONE_DATE &&
            nv_date_words_is_year(fold.word))
            add_mentioned_date(gather, zone);
    }
}
