/* SPDX-License-Identifier: MPL-2.0 */
/* See vocabulary.h. */
#include "sidebar/vocabulary.h"

#include <string.h>

#include "base/array.h"

static const char *const languages[] = {
    "en", "fr", "de", "es", "it", "pt", "ru",
    "uk", "bg", "cs", "ja", "pl", "zh",
};

static const char *const place_roles[] = {
    "signed", "issued",  "delivered", "spoken",
    "held",   "adopted", "addressed", "unknown",
};

static const char *const locators[] = {
    "article",  "chapter", "column",  "conclusion", "document",
    "folio",    "note",    "page",    "paragraph",  "part",
    "preamble", "recital", "section", "volume",
};

static const char *const source_types[] = {
    "documentary edition",
    "web edition",
    "transcription",
    "press",
    "parliamentary record",
    "official gazette",
    "treaty series",
    "official publication",
    "reference page",
    "archival document",
    "official text",
    "parliamentary paper",
    "journal article",
    "command paper",
    "book",
    "official web page",
    "official papers",
    "communiqué",
    "journal",
    "study",
    "scanned edition",
    "encyclopaedia",
    "teaching edition",
    "speech",
    "press release",
    "press agency",
    "official transcript",
    "book chapter",
    "archival guide",
    "treaty",
    "thesis",
    "textbook extract",
    "policy memorandum",
};

static const char *const access_words[] = {"free online", "subscription"};

/* As registry/check/relation.c has them. */
static const char *const relations[] = {
    "accedes-to",      "amended-by",     "amends",
    "answered-by",     "cited-by",       "cites",
    "commented-by",    "comments-on",    "concludes",
    "context-for",     "convened-by",    "convenes",
    "discusses",       "draft-of",       "echoes",
    "followed-by",     "follows",        "fulfils-condition-of",
    "implements",      "invoked-by",     "invokes",
    "joined-by",       "leads-to",       "modified-by",
    "modifies",        "parallel-to",    "prolongs",
    "protested-by",    "protests",       "quoted-by",
    "quotes",          "refused-by",     "refuses",
    "replies-to",      "superseded-by",  "supersedes",
    "supplemented-by", "supplements",    "tabled-at",
    "terminated-by",   "terminates",     "terminates-part-of",
    "threatens",       "withdraws-from",
};

static const struct {
    nv_phrase phrase;
    const char *const *words;
    size_t count;
} vocabularies[] = {
    {NV_PHRASE_LANGUAGES, languages, NV_COUNT_OF(languages)},
    {NV_PHRASE_PLACE_ROLES, place_roles, NV_COUNT_OF(place_roles)},
    {NV_PHRASE_LOCATORS, locators, NV_COUNT_OF(locators)},
    {NV_PHRASE_SOURCE_TYPES, source_types, NV_COUNT_OF(source_types)},
    {NV_PHRASE_ACCESS, access_words, NV_COUNT_OF(access_words)},
    {NV_PHRASE_RELATIONS, relations, NV_COUNT_OF(relations)},
};

void nv_say_term(nv_buffer *out, const nv_phrases *phrases, nv_phrase phrase,
                 const char *word)
{
    size_t v = 0, i = 0;

    while (v + 1 < NV_COUNT_OF(vocabularies) &&
           vocabularies[v].phrase != phrase)
        v++;
    while (word && i < vocabularies[v].count &&
           strcmp(vocabularies[v].words[i], word) != 0)
        i++;
    if (word && i < vocabularies[v].count)
        nv_phrase_item(out, phrases, phrase, i);
    else if (word)
        nv_buffer_add_text(out, word);
}

size_t nv_vocabulary_count(nv_phrase phrase)
{
    for (size_t v = 0; v < NV_COUNT_OF(vocabularies); v++)
        if (vocabularies[v].phrase == phrase)
            return vocabularies[v].count;
    return 0;
}
