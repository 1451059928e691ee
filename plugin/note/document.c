/* SPDX-License-Identifier: MPL-2.0 */
/* How the document is named: only by the words of its record, put in the order
 * of the style. */
#include "note/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/typography.h"

/* What kind of document goes by its correspondents ("A to B, note"), and which
 * by its author before its description. Treaties have neither. */
static const struct {
    bool is_letter;     /* in English */
    bool author_first;  /* in English */
    bool body_first_fr; /* in French: « Assemblée …, résolution … » */
} orders[NV_KIND_COUNT] = {
    [NV_KIND_NOTE] = {true, true, false},
    [NV_KIND_REPLY] = {true, true, false},
    [NV_KIND_REFUSAL] = {true, true, false},
    [NV_KIND_WITHDRAWAL] = {true, true, false},
    [NV_KIND_SPEECH] = {false, true, false},
    [NV_KIND_STATEMENT] = {false, true, false},
    [NV_KIND_DECLARATION] = {false, true, false},
    [NV_KIND_CONFERENCE] = {false, true, false},
    [NV_KIND_RESOLUTION] = {false, true, true},
    [NV_KIND_TREATY] = {false, true, false},
};

/* What joins an author to a description. */
static const char *const joints[NV_NOTE_LANGUAGE_COUNT][7] = {
    {" by the ", " of the ", " from the ", " by ", " of ", " from ", NULL},
    {" du ", " de la ", " de l’", " des ", " d’", " de ", NULL},
};

static const char *without_article(const char *name)
{
    return strncmp(name, "the ", 4) == 0 ? name + 4 : name;
}

/* Adds recorded words of ours, with dates in the order of the language. */
static void add_description(nv_draft *draft, const char *text)
{
    nv_buffer american = NV_BUFFER_INIT;

    if (draft->language == NV_LANGUAGE_EN) {
        nv_typography_add_american(&american, text);
        nv_runs_add(&draft->runs, american.text);
        draft->runs.text.failed |= american.failed;
    } else {
        nv_runs_add(&draft->runs, text);
    }
    nv_buffer_release(&american);
}

/* Cuts " by AUTHOR" out of the description, so that the author can go first.
 * Returns the rest, which the caller frees; NULL if it is not in there. */
static char *cut_author(const nv_draft *draft, const char *description,
                        const char *author)
{
    const char *name = without_article(author);
    nv_buffer rest = NV_BUFFER_INIT;

    for (const char *const *joint = joints[draft->language]; *joint; joint++) {
        nv_buffer phrase = NV_BUFFER_INIT;
        const char *found;

        nv_buffer_add_format(&phrase, "%s%s", *joint, name);
        found = strstr(description, phrase.text);
        if (found && !phrase.failed) {
            nv_buffer_add(&rest, description, (size_t)(found - description));
            nv_buffer_add_text(&rest, found + phrase.len);
        }
        nv_buffer_release(&phrase);
        if (found)
            return nv_buffer_detach(&rest);
    }
    return NULL;
}

/* A title that stands on the document is printed where the document has no
 * text in the note's own language. */
static bool prints_title(const nv_draft *draft)
{
    const nv_document *document = &draft->event->document;
    const char *code = nv_language_code(draft->language);

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

/* English wants an article before a body that is addressed. */
static void add_addressee(nv_draft *draft, const char *to)
{
    static const char *const bodies[] = {"Government", "Embassy", "Ministry"};
    bool is_body = false;

    for (size_t i = 0; i < NV_COUNT_OF(bodies); i++)
        is_body = is_body || strstr(to, bodies[i]);
    if (is_body && strncmp(to, "the ", 4) != 0)
        nv_runs_add(&draft->runs, "the ");
    nv_runs_add(&draft->runs, to);
}

/* "A to B, note". A letter is what correspondence is when nothing is said. */
static void add_correspondence(nv_draft *draft, const char *from,
                               const char *to)
{
    const char *genre = nv_draft_in(draft, &draft->event->document.genre);

    nv_runs_add(&draft->runs, without_article(from));
    nv_runs_add(&draft->runs, " to ");
    add_addressee(draft, to);
    if (!genre || strcmp(genre, "letter") == 0)
        return;
    nv_runs_comma(&draft->runs);
    nv_runs_add(&draft->runs, genre);
}

/* "Author, “Title,” description" or "Author, description". Returns false when
 * the record gives no way to put the author first. */
static bool add_author_first(nv_draft *draft, const char *author)
{
    const nv_document *document = &draft->event->document;
    const char *description = nv_draft_in(draft, &document->description);
    char *rest = cut_author(draft, description, author);
    bool has_title = prints_title(draft);

    if (!rest && !has_title)
        return false;
    nv_runs_add(&draft->runs, without_article(author));
    if (has_title) {
        nv_runs_comma(&draft->runs);
        nv_runs_quote_title(&draft->runs, document->title,
                            document->title_language);
    }
    nv_runs_comma(&draft->runs);
    add_description(draft, rest ? rest : nv_draft_in(draft, &document->genre));
    free(rest);
    return true;
}

/* Whether an author goes before the description. */
static bool wants_author_first(const nv_draft *draft)
{
    if (draft->language == NV_LANGUAGE_EN)
        return orders[draft->event->kind].author_first;
    return orders[draft->event->kind].body_first_fr || prints_title(draft);
}

static void add_own_document(nv_draft *draft)
{
    const nv_document *document = &draft->event->document;
    const char *from = nv_draft_in(draft, &document->from);
    const char *to = nv_draft_in(draft, &document->to);

    if (draft->language == NV_LANGUAGE_EN && from && to &&
        orders[draft->event->kind].is_letter)
        add_correspondence(draft, from, to);
    else if (!from || !wants_author_first(draft) ||
             !add_author_first(draft, from))
        add_description(draft, nv_draft_in(draft, &document->description));
}

void nv_draft_add_document(nv_draft *draft)
{
    if (draft->subject == NV_SUBJECT_OTHER)
        add_description(draft, nv_draft_in(draft, &draft->quotation->of));
    else
        add_own_document(draft);
}

nv_agreement nv_draft_agreement(const nv_draft *draft)
{
    const nv_document *document = &draft->event->document;

    if (draft->subject == NV_SUBJECT_OTHER)
        return nv_agreement_of(draft->quotation->of.text[NV_LANGUAGE_FR], 0);
    return nv_agreement_of(document->description.text[NV_LANGUAGE_FR],
                           document->gender_fr);
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

static void add_party(nv_draft *draft, const char *party)
{
    for (size_t i = 0; i < NV_COUNT_OF(parties); i++)
        if (strcmp(parties[i].party, party) == 0)
            party = parties[i].abbreviation;
    nv_runs_add(&draft->runs, party);
}

static bool title_names(const nv_draft *draft, const char *party)
{
    const char *title = draft->runs.text.text;

    for (size_t i = 0; i < NV_COUNT_OF(parties); i++)
        if (strcmp(parties[i].party, party) == 0 &&
            strstr(title, parties[i].in_title))
            return true;
    return strstr(title, party) || strstr(title, " between ");
}

void nv_draft_add_parties(nv_draft *draft)
{
    const nv_texts *all = &draft->event->parties;

    if (draft->language != NV_LANGUAGE_EN || all->count != 2 ||
        draft->event->kind != NV_KIND_TREATY || !draft->event->treaty ||
        title_names(draft, all->items[0]) || title_names(draft, all->items[1]))
        return;
    nv_runs_comma(&draft->runs);
    add_party(draft, all->items[0]);
    nv_runs_add(&draft->runs, "-");
    add_party(draft, all->items[1]);
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
void nv_draft_add_hereafter(nv_draft *draft)
{
    const nv_document *document = &draft->event->document;
    const char *english = document->short_form.text[NV_LANGUAGE_EN];
    const char *text = nv_draft_in(draft, &document->short_form);
    const char *description = nv_draft_in(draft, &document->description);

    if (draft->subject != NV_SUBJECT_DOCUMENT || !text || !english ||
        document->from.text[NV_LANGUAGE_EN] || english[0] < 'A' ||
        english[0] > 'Z' ||
        contains_words(description, text,
                       length_without_date(text, draft->language)))
        return;
    nv_runs_space(&draft->runs);
    nv_runs_addf(&draft->runs, "(%s ",
                 nv_term_in(NV_TERM_HEREAFTER, draft->language));
    add_description(draft, text);
    nv_runs_add(&draft->runs, ")");
}
