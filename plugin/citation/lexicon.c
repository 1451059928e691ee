/* SPDX-License-Identifier: MPL-2.0 */
/* See style.h and lexicon.h. */
#include "citation/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "citation/ordinal.h"

static const nv_csl_word no_word = {NULL, NULL, NV_CSL_NEUTER, 0};

static const struct {
    const char *word;
    nv_csl_agreement agreement;
} agreements[] = {
    {"masculine", {NV_CSL_MASCULINE, false}},
    {"feminine", {NV_CSL_FEMININE, false}},
    {"masculine-plural", {NV_CSL_MASCULINE, true}},
    {"feminine-plural", {NV_CSL_FEMININE, true}},
};

/* A lexicon while locales are applied to it. */
typedef struct {
    nv_csl_lexicon *lexicon;
    nv_csl_agreeing *agreeing; /* the lexicon's, of which [0] is not used */
    uint16_t agreeing_count;
} maker;

/* The form that stands in for one a language has not; forms are completed in
 * this order, so that each finds the other complete. */
static const struct {
    nv_csl_form form, otherwise;
} fallbacks[] = {
    {NV_CSL_FORM_SHORT, NV_CSL_FORM_LONG},
    {NV_CSL_FORM_SYMBOL, NV_CSL_FORM_SHORT},
    {NV_CSL_FORM_VERB, NV_CSL_FORM_LONG},
    {NV_CSL_FORM_VERB_SHORT, NV_CSL_FORM_VERB},
};

/* Number variables had no terms before CSL 1.0.2, and many locale files are
 * older: what they count is called the same. */
static const struct {
    nv_csl_term term, otherwise;
} namesakes[] = {
    {NV_CSL_TERM_CHAPTER_NUMBER, NV_CSL_TERM_CHAPTER},
    {NV_CSL_TERM_COLLECTION_NUMBER, NV_CSL_TERM_ISSUE},
    {NV_CSL_TERM_NUMBER, NV_CSL_TERM_ISSUE},
    {NV_CSL_TERM_NUMBER_OF_PAGES, NV_CSL_TERM_PAGE},
    {NV_CSL_TERM_NUMBER_OF_VOLUMES, NV_CSL_TERM_VOLUME},
    {NV_CSL_TERM_PART_NUMBER, NV_CSL_TERM_PART},
    {NV_CSL_TERM_SUPPLEMENT_NUMBER, NV_CSL_TERM_SUPPLEMENT},
};

/* A plain word takes the place of those that agree, too: they are of a weaker
 * locale. */
static void apply_plain(maker *maker, const nv_csl_term_entry *entry)
{
    nv_csl_word *word = &maker->lexicon->words[entry->term][entry->form];

    word->single = entry->single;
    word->multiple = entry->multiple;
    if (entry->gender != NV_CSL_NEUTER)
        word->gender = entry->gender;
    if (word->agreeing)
        maker->agreeing[word->agreeing] = (nv_csl_agreeing){{NULL}, {NULL}};
}

static void apply_agreeing(maker *maker, const nv_csl_term_entry *entry)
{
    nv_csl_word *word = &maker->lexicon->words[entry->term][entry->form];
    nv_csl_agreeing *agreeing;

    if (!word->agreeing)
        word->agreeing = ++maker->agreeing_count;
    agreeing = &maker->agreeing[word->agreeing];
    agreeing->single[entry->gender_form] = entry->single;
    agreeing->multiple[entry->gender_form] = entry->multiple;
}

static void apply_terms(maker *maker, const nv_csl_locale *locale)
{
    for (size_t i = 0; i < locale->term_count; i++)
        if (locale->terms[i].gender_form == NV_CSL_NEUTER)
            apply_plain(maker, &locale->terms[i]);
    for (size_t i = 0; i < locale->term_count; i++)
        if (locale->terms[i].gender_form != NV_CSL_NEUTER)
            apply_agreeing(maker, &locale->terms[i]);
}

/* Locales come from the weakest to the strongest. */
static void apply(maker *maker, const nv_csl_locale *locale)
{
    nv_csl_lexicon *lexicon = maker->lexicon;

    apply_terms(maker, locale);
    nv_csl_ordinals_apply(lexicon, locale);
    for (int form = 0; form < 3; form++)
        if (locale->dates[form])
            lexicon->dates[form] = locale->dates[form];
    if (locale->punctuation_in_quote >= 0)
        lexicon->quotes.punctuation_in_quote = locale->punctuation_in_quote;
    if (locale->limit_day_ordinals_to_day_1 >= 0)
        lexicon->limit_day_ordinals_to_day_1 =
            locale->limit_day_ordinals_to_day_1;
}

/* How closely a cs:locale of a style is meant for the language: 2 for this very
 * dialect, 1 for the language, 0 for all; -1 for another. */
static int closeness(const nv_csl_locale *locale, const char *tag)
{
    const size_t language = strcspn(tag, "-");

    if (locale->tag[0] == '\0')
        return 0;
    if (strcmp(locale->tag, tag) == 0)
        return 2;
    return strlen(locale->tag) == language &&
                   memcmp(locale->tag, tag, language) == 0
               ? 1
               : -1;
}

static size_t count_agreeing(const nv_csl_locale *locale)
{
    size_t count = 0;

    for (size_t i = 0; i < locale->term_count; i++)
        count += locale->terms[i].gender_form != NV_CSL_NEUTER;
    return count;
}

/* Room for all that could be wanted: a word for each entry with a gender form,
 * and never more than there are words, which a uint16_t counts. */
static bool reserve_agreeing(maker *maker, const nv_csl_locale *const locales[],
                             size_t count)
{
    nv_csl_lexicon *lexicon = maker->lexicon;
    const nv_csl_style *style = lexicon->style;
    const size_t most = lexicon->term_count * NV_CSL_FORM_COUNT;
    size_t wanted = 0;

    for (size_t i = 0; i < count; i++)
        wanted += count_agreeing(locales[i]);
    for (size_t i = 0; i < style->locale_count; i++)
        wanted += count_agreeing(&style->locales[i]);
    maker->agreeing =
        nv_arena_array(&lexicon->arena, 1 + (wanted < most ? wanted : most),
                       sizeof *maker->agreeing);
    lexicon->agreeing = maker->agreeing;
    return maker->agreeing != NULL;
}

static bool apply_all(nv_csl_lexicon *lexicon,
                      const nv_csl_locale *const locales[], size_t count)
{
    const nv_csl_style *style = lexicon->style;
    maker maker = {.lexicon = lexicon};

    if (!reserve_agreeing(&maker, locales, count))
        return false;
    while (count > 0)
        apply(&maker, locales[--count]);
    for (int close = 0; close <= 2; close++)
        for (size_t i = 0; i < style->locale_count; i++)
            if (closeness(&style->locales[i], lexicon->tag) == close)
                apply(&maker, &style->locales[i]);
    return true;
}

/* A word with nothing but gender forms is masculine where nothing is said. */
static void complete_plain(const nv_csl_lexicon *lexicon, nv_csl_word *word)
{
    const nv_csl_agreeing *agreeing = &lexicon->agreeing[word->agreeing];
    const nv_csl_gender gender =
        agreeing->single[NV_CSL_MASCULINE] ? NV_CSL_MASCULINE : NV_CSL_FEMININE;

    if (word->single)
        return;
    word->single = agreeing->single[gender];
    word->multiple = agreeing->multiple[gender];
}

static void complete_namesakes(nv_csl_lexicon *lexicon)
{
    for (size_t i = 0; i < NV_COUNT_OF(namesakes); i++) {
        nv_csl_word *forms = lexicon->words[namesakes[i].term];

        if (!forms[NV_CSL_FORM_LONG].single && !forms[NV_CSL_FORM_SHORT].single)
            memcpy(forms, lexicon->words[namesakes[i].otherwise],
                   sizeof lexicon->words[0]);
    }
}

static void complete_form(nv_csl_word *word, const nv_csl_word *other)
{
    const nv_csl_gender own = word->gender;

    if (!word->single)
        *word = *other;
    word->gender = own == NV_CSL_NEUTER ? other->gender : own;
}

static void complete_words(nv_csl_lexicon *lexicon)
{
    for (size_t term = 0; term < lexicon->term_count; term++) {
        nv_csl_word *forms = lexicon->words[term];

        for (size_t i = 0; i < NV_COUNT_OF(fallbacks); i++)
            complete_form(&forms[fallbacks[i].form],
                          &forms[fallbacks[i].otherwise]);
    }
}

static const char *mark(const nv_csl_lexicon *lexicon, nv_csl_term term,
                        const char *otherwise)
{
    const char *text = lexicon->words[term][NV_CSL_FORM_LONG].single;

    return text ? text : otherwise;
}

static void complete(nv_csl_lexicon *lexicon)
{
    nv_csl_quotes *quotes = &lexicon->quotes;

    for (size_t term = 0; term < lexicon->term_count; term++)
        for (int form = 0; form < NV_CSL_FORM_COUNT; form++)
            complete_plain(lexicon, &lexicon->words[term][form]);
    complete_namesakes(lexicon);
    complete_words(lexicon);
    nv_csl_ordinals_complete(lexicon);
    quotes->open = mark(lexicon, NV_CSL_TERM_OPEN_QUOTE, "\"");
    quotes->close = mark(lexicon, NV_CSL_TERM_CLOSE_QUOTE, "\"");
    quotes->open_inner = mark(lexicon, NV_CSL_TERM_OPEN_INNER_QUOTE, "'");
    quotes->close_inner = mark(lexicon, NV_CSL_TERM_CLOSE_INNER_QUOTE, "'");
}

static nv_csl_lexicon *new_lexicon(const nv_csl_style *style, const char *tag)
{
    nv_csl_lexicon *lexicon = calloc(1, sizeof *lexicon);
    nv_csl_tag chain[3];

    if (!lexicon)
        return NULL;
    nv_csl_locale_chain(tag ? tag : style->info.default_locale, chain);
    lexicon->style = style;
    lexicon->tag =
        nv_arena_text(&lexicon->arena, chain[0].tag, strlen(chain[0].tag));
    lexicon->term_count = NV_CSL_TERM_COUNT + style->own_term_count;
    lexicon->words = nv_arena_array(&lexicon->arena, lexicon->term_count,
                                    sizeof *lexicon->words);
    if (lexicon->tag && lexicon->words)
        return lexicon;
    nv_csl_lexicon_free(lexicon);
    return NULL;
}

nv_csl_lexicon *nv_csl_lexicon_new(const nv_csl_style *style, const char *tag,
                                   const nv_csl_locale *const locales[],
                                   size_t count, nv_error *err)
{
    nv_csl_lexicon *lexicon = new_lexicon(style, tag);

    if (!lexicon || !apply_all(lexicon, locales, count)) {
        nv_csl_lexicon_free(lexicon);
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
        return NULL;
    }
    complete(lexicon);
    return lexicon;
}

void nv_csl_lexicon_free(nv_csl_lexicon *lexicon)
{
    if (!lexicon)
        return;
    nv_arena_release(&lexicon->arena);
    free(lexicon);
}

const nv_csl_word *nv_csl_lexicon_word(const nv_csl_lexicon *lexicon,
                                       nv_csl_term term, nv_csl_form form)
{
    return (size_t)term < lexicon->term_count ? &lexicon->words[term][form]
                                              : &no_word;
}

const char *nv_csl_lexicon_text(const nv_csl_lexicon *lexicon, nv_csl_term term,
                                nv_csl_form form, bool plural)
{
    const nv_csl_word *word = nv_csl_lexicon_word(lexicon, term, form);

    return plural ? word->multiple : word->single;
}

nv_csl_agreement nv_csl_agreement_of(const char *word)
{
    for (size_t i = 0; word && i < NV_COUNT_OF(agreements); i++)
        if (strcmp(agreements[i].word, word) == 0)
            return agreements[i].agreement;
    return (nv_csl_agreement){NV_CSL_NEUTER, false};
}

const char *nv_csl_lexicon_agree(const nv_csl_lexicon *lexicon,
                                 nv_csl_term term, nv_csl_form form,
                                 nv_csl_agreement agreement)
{
    const nv_csl_word *word = nv_csl_lexicon_word(lexicon, term, form);
    const nv_csl_agreeing *agreeing = &lexicon->agreeing[word->agreeing];

    if (!word->agreeing || !agreeing->single[agreement.gender])
        return agreement.is_plural ? word->multiple : word->single;
    return agreement.is_plural ? agreeing->multiple[agreement.gender]
                               : agreeing->single[agreement.gender];
}

/* A term of CSL, or one of the style's own. */
static nv_csl_term term_of(const nv_csl_style *style, const char *word)
{
    const nv_csl_term known = nv_csl_term_of(word, strlen(word));

    for (size_t i = 0; !known && i < style->own_term_count; i++)
        if (strcmp(style->own_terms[i], word) == 0)
            return (nv_csl_term)(NV_CSL_TERM_COUNT + i);
    return known;
}

const char *nv_csl_lexicon_say(const nv_csl_lexicon *lexicon, const char *word,
                               nv_csl_form form, bool is_plural,
                               const char *agreement)
{
    nv_csl_agreement wanted = nv_csl_agreement_of(agreement);

    wanted.is_plural = wanted.is_plural || is_plural;
    return nv_csl_lexicon_agree(lexicon, term_of(lexicon->style, word), form,
                                wanted);
}
