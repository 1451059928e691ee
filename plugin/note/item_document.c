/* SPDX-License-Identifier: MPL-2.0 */
/* How the document is named: only by the words of its record. */
#include "note/item_maker.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

/* What kind of item a document is, whether it goes by its correspondents ("A to
 * B, note"), and whether its author stands first in every language, not only in
 * English and before a title. */
static const struct {
    nv_csl_type type;
    bool is_letter, body_is_first;
} kinds[NV_KIND_COUNT] = {
    [NV_KIND_NOTE] = {NV_CSL_TYPE_PERSONAL_COMMUNICATION, true, false},
    [NV_KIND_REPLY] = {NV_CSL_TYPE_PERSONAL_COMMUNICATION, true, false},
    [NV_KIND_REFUSAL] = {NV_CSL_TYPE_PERSONAL_COMMUNICATION, true, false},
    [NV_KIND_WITHDRAWAL] = {NV_CSL_TYPE_PERSONAL_COMMUNICATION, true, false},
    [NV_KIND_SPEECH] = {NV_CSL_TYPE_SPEECH, false, false},
    [NV_KIND_STATEMENT] = {NV_CSL_TYPE_DOCUMENT, false, false},
    [NV_KIND_DECLARATION] = {NV_CSL_TYPE_DOCUMENT, false, false},
    [NV_KIND_CONFERENCE] = {NV_CSL_TYPE_DOCUMENT, false, false},
    [NV_KIND_RESOLUTION] = {NV_CSL_TYPE_LEGISLATION, false, true},
    [NV_KIND_TREATY] = {NV_CSL_TYPE_DOCUMENT, false, false},
};

/* What joins an author to a description. */
static const char *const joints[NV_NOTE_LANGUAGE_COUNT][7] = {
    {" by the ", " of the ", " from the ", " by ", " of ", " from ", NULL},
    {" du ", " de la ", " de l’", " des ", " d’", " de ", NULL},
};

static const nv_document *document_of(const nv_item_maker *maker)
{
    return &maker->draft.event->document;
}

static bool is_english(const nv_item_maker *maker)
{
    return maker->draft.language == NV_LANGUAGE_EN;
}

/* Cuts " by AUTHOR" out of the description, so that the author can go first.
 * Returns the rest, which the caller frees; NULL if it is not in there. */
static char *cut_author(nv_item_maker *maker, nv_language language,
                        const char *description, const char *author)
{
    const char *name = strncmp(author, "the ", 4) == 0 ? author + 4 : author;
    nv_buffer rest = NV_BUFFER_INIT;

    for (const char *const *joint = joints[language]; *joint; joint++) {
        nv_buffer phrase = NV_BUFFER_INIT;
        const char *found;

        nv_buffer_add_format(&phrase, "%s%s", *joint, name);
        found = phrase.failed ? NULL : strstr(description, phrase.text);
        if (found) {
            nv_buffer_add(&rest, description, (size_t)(found - description));
            nv_buffer_add_text(&rest, found + phrase.len);
        }
        maker->failed = maker->failed || phrase.failed || rest.failed;
        nv_buffer_release(&phrase);
        if (found)
            return nv_buffer_detach(&rest);
    }
    return NULL;
}

/* A title that stands on the document is printed where the document has no
 * text in the note's own language. */
static bool prints_title(const nv_item_maker *maker)
{
    const nv_document *document = document_of(maker);
    const char *code = nv_language_code(maker->draft.language);

    if (!document->title)
        return false;
    if (!document->title_language ||
        strcmp(document->title_language, code) == 0)
        return true;
    for (size_t i = 0; i < document->languages.count; i++)
        if (strcmp(document->languages.items[i], code) == 0)
            return false;
    return true;
}

/* "A to B, note". A letter is what correspondence is when nothing is said.
 * Other languages contract or decline what follows "to". */
static bool add_correspondence(nv_item_maker *maker)
{
    const nv_document *document = document_of(maker);
    const char *from = document->from.text[NV_LANGUAGE_EN];
    const char *to = document->to.text[NV_LANGUAGE_EN];
    const char *genre = document->genre.text[NV_LANGUAGE_EN];

    if (!is_english(maker) || !from || !to ||
        !kinds[maker->draft.event->kind].is_letter)
        return false;
    nv_item_set_author(maker, from, from);
    nv_item_set_recipient(maker, to);
    if (genre && strcmp(genre, "letter") != 0)
        nv_item_set_ours(maker, NV_CSL_GENRE, genre, NV_LANGUAGE_EN);
    return true;
}

static void add_descriptive_title(nv_item_maker *maker,
                                  const nv_bilingual *title)
{
    nv_item_set_bilingual(maker, NV_CSL_TITLE, title);
    nv_item_set_raw(maker, NV_CSL_STATUS, "descriptive");
}

/* Author, title and description, or author and description. Returns false when
 * the record gives no way to put the author first. */
static bool add_author_first(nv_item_maker *maker)
{
    const nv_document *document = document_of(maker);
    const nv_language language =
        nv_item_language_of(maker, &document->description);
    const char *from = nv_draft_in(&maker->draft, &document->from);
    const bool has_title = prints_title(maker);
    char *rest;

    if (!from || !(is_english(maker) || has_title ||
                   kinds[maker->draft.event->kind].body_is_first))
        return false;
    rest = cut_author(maker, language,
                      nv_draft_in(&maker->draft, &document->description), from);
    if (!rest && !has_title)
        return false;
    nv_item_set_author(maker, from, document->from.text[NV_LANGUAGE_EN]);
    if (has_title)
        nv_item_set_theirs(maker, NV_CSL_TITLE, document->title,
                           document->title_language);
    else
        nv_item_set_raw(maker, NV_CSL_STATUS, "descriptive");
    if (rest)
        nv_item_set_ours(maker, has_title ? NV_CSL_GENRE : NV_CSL_TITLE, rest,
                         language);
    else
        nv_item_set_bilingual(maker, NV_CSL_GENRE, &document->genre);
    free(rest);
    return true;
}

/* Parties of a bilateral treaty, as Chicago takes them from the Bluebook; the
 * last field is how an English title names the party beside its name. */
static const struct {
    const char *party, *abbreviation, *in_title;
} parties[] = {
    {"United Kingdom", "U.K.", "Anglo-"},
    {"Soviet Union", "U.S.S.R.", "Soviet"},
    {"United States", "U.S.", "American"},
    {"France", "Fr.", "Franco-"},
    {"Federal Republic of Germany", "F.R.G.", "German"},
    {"German Democratic Republic", "G.D.R.", "German"},
};

static const char *abbreviated(const char *party)
{
    for (size_t i = 0; i < NV_COUNT_OF(parties); i++)
        if (strcmp(parties[i].party, party) == 0)
            return parties[i].abbreviation;
    return party;
}

static bool title_names(const char *title, const char *party)
{
    for (size_t i = 0; i < NV_COUNT_OF(parties); i++)
        if (strcmp(parties[i].party, party) == 0 &&
            strstr(title, parties[i].in_title))
            return true;
    return strstr(title, party) || strstr(title, " between ");
}

/* A French title names the parties. */
static bool wants_parties(const nv_item_maker *maker)
{
    const nv_event *event = maker->draft.event;
    const char *title = event->document.description.text[NV_LANGUAGE_EN];

    if (maker->draft.language == NV_LANGUAGE_FR || !title ||
        event->kind != NV_KIND_TREATY || !event->treaty ||
        event->parties.count < 2 || event->parties.count > 3)
        return false;
    for (size_t i = 0; i < event->parties.count; i++)
        if (title_names(title, event->parties.items[i]))
            return false;
    return true;
}

static void add_parties(nv_item_maker *maker)
{
    const nv_texts *all = &maker->draft.event->parties;
    const char *names[3], *short_names[3];

    if (!wants_parties(maker))
        return;
    for (size_t i = 0; i < all->count; i++) {
        names[i] = nv_draft_local_name(&maker->draft, all->items[i]);
        short_names[i] = abbreviated(all->items[i]);
    }
    nv_item_set_literals(maker, NV_CSL_PARTY, names, all->count);
    if (all->count == 2 && is_english(maker))
        nv_item_set_literals(maker, NV_CSL_PARTY_SHORT, short_names, 2);
}

/* The short form without the date that ends it. */
static size_t length_without_date(const char *text, nv_language language)
{
    const char *link = language == NV_LANGUAGE_EN ? " of " : " du ";
    const char *last = NULL;

    for (const char *at = strstr(text, link); at; at = strstr(at + 1, link))
        if (at[4] >= '1' && at[4] <= '9')
            last = at;
    return last ? (size_t)(last - text) : strlen(text);
}

/* Whether the words of the first `len` bytes of `part` all stand in `text`, in
 * that order. */
static bool contains_words(const char *text, const char *part, size_t len)
{
    const char *end = part + len;

    while (part < end) {
        size_t word = strcspn(part, " ");

        if (part + word > end)
            word = (size_t)(end - part);
        while (*text && (strncmp(text, part, word) != 0 ||
                         (text[word] && !strchr(" ,)", text[word])))) {
            text += strcspn(text, " ");
            text += strspn(text, " (");
        }
        if (!*text)
            return false;
        text += word;
        text += strspn(text, " ,)");
        part += word;
        part += part < end;
    }
    return true;
}

/* A short form is introduced where it is a name that the full form does not
 * hold: English writes such a name with a capital. */
static bool wants_hereafter(const nv_item_maker *maker)
{
    const nv_document *document = document_of(maker);
    const char *english = document->short_form.text[NV_LANGUAGE_EN];
    const char *text = nv_draft_in(&maker->draft, &document->short_form);

    return text && english && !document->from.text[NV_LANGUAGE_EN] &&
           english[0] >= 'A' && english[0] <= 'Z' &&
           !contains_words(
               nv_draft_in(&maker->draft, &document->description), text,
               length_without_date(
                   text, nv_item_language_of(maker, &document->short_form)));
}

/* The symbol of a resolution ("A/RES/ES-6/2"), which is part of its name. */
static const nv_treaty_reference *symbol_of(const nv_event *event)
{
    const nv_treaty *treaty = event->treaty;

    for (size_t i = 0; treaty && i < treaty->reference_count; i++)
        if (treaty->references[i].series && treaty->references[i].number &&
            strcmp(treaty->references[i].series, "UN Doc") == 0)
            return &treaty->references[i];
    return NULL;
}

static void add_symbol(nv_item_maker *maker)
{
    const nv_treaty_reference *symbol = symbol_of(maker->draft.event);

    if (symbol && (maker->draft.citation->parts & NV_PART_SOURCE))
        nv_item_set_theirs(maker, NV_CSL_SYMBOL, symbol->number, NULL);
}

/* Only Romance participles agree with what the record knows the gender of. */
const char *nv_item_agreement(const nv_item_maker *maker)
{
    static const char *const words[2][2] = {{"masculine", "masculine-plural"},
                                            {"feminine", "feminine-plural"}};
    const nv_draft *draft = &maker->draft;
    const nv_document *document = &draft->event->document;
    const bool is_other = draft->subject == NV_SUBJECT_OTHER;
    nv_agreement agreement;

    if ((draft->language != NV_LANGUAGE_FR &&
         draft->language != NV_LANGUAGE_ES) ||
        draft->subject == NV_SUBJECT_SOURCE)
        return NULL;
    agreement =
        nv_agreement_of(is_other ? draft->quotation->of.text[NV_LANGUAGE_FR]
                                 : document->description.text[NV_LANGUAGE_FR],
                        is_other ? 0 : document->gender_fr);
    return words[agreement.is_feminine][agreement.is_plural];
}

static bool is_signed_treaty(const nv_event *event)
{
    return event->kind == NV_KIND_TREATY && event->place_role &&
           strcmp(event->place_role, "signed") == 0;
}

void nv_item_add_document(nv_item_maker *maker)
{
    const nv_draft *draft = &maker->draft;
    const nv_document *document = document_of(maker);

    maker->builder.type = NV_CSL_TYPE_DOCUMENT;
    if (draft->subject == NV_SUBJECT_SOURCE)
        return;
    nv_item_set_raw(maker, NV_CSL_AGREEMENT, nv_item_agreement(maker));
    if (draft->subject == NV_SUBJECT_OTHER) {
        nv_item_set_bilingual(maker, NV_CSL_DESCRIPTION, &draft->quotation->of);
        add_descriptive_title(maker, &draft->quotation->of);
        return;
    }
    maker->builder.type = is_signed_treaty(draft->event)
                              ? NV_CSL_TYPE_TREATY
                              : kinds[draft->event->kind].type;
    nv_item_set_bilingual(maker, NV_CSL_DESCRIPTION, &document->description);
    if (add_correspondence(maker) || !add_author_first(maker))
        add_descriptive_title(maker, &document->description);
    nv_item_set_bilingual(maker, NV_CSL_TITLE_SHORT, &document->short_form);
    if (wants_hereafter(maker))
        nv_item_set_bilingual(maker, NV_CSL_HEREAFTER, &document->short_form);
    add_parties(maker);
    add_symbol(maker);
}
