/* SPDX-License-Identifier: MPL-2.0 */
/* Dates, and the place that stands before them. */
#include "note/draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "note/typography.h"

/* The word that a variant is printed with. What is "other" has no word: its
 * meaning is prose for curators. */
static const nv_participle words[NV_DATE_WHAT_COUNT] = {
    [NV_DATE_DATED] = NV_PARTICIPLE_DATED,
    [NV_DATE_SIGNED] = NV_PARTICIPLE_SIGNED,
    [NV_DATE_ADOPTED] = NV_PARTICIPLE_ADOPTED,
    [NV_DATE_SPOKEN] = NV_PARTICIPLE_SPOKEN,
    [NV_DATE_DELIVERED] = NV_PARTICIPLE_DELIVERED,
    [NV_DATE_RECEIVED] = NV_PARTICIPLE_RECEIVED,
    [NV_DATE_SENT] = NV_PARTICIPLE_SENT,
    [NV_DATE_PUBLISHED] = NV_PARTICIPLE_PUBLISHED,
    [NV_DATE_APPROVED] = NV_PARTICIPLE_APPROVED,
    [NV_DATE_CIRCULATED] = NV_PARTICIPLE_CIRCULATED,
    [NV_DATE_AMENDED] = NV_PARTICIPLE_AMENDED,
    [NV_DATE_IN_FORCE] = NV_PARTICIPLE_IN_FORCE,
    [NV_DATE_BEGUN] = NV_PARTICIPLE_BEGUN,
    [NV_DATE_ENDED] = NV_PARTICIPLE_ENDED,
    [NV_DATE_OTHER] = NV_PARTICIPLE_COUNT,
};

static void add_english(nv_draft *draft, const char *year, int month, int day)
{
    const char *name = month ? nv_month(NV_LANGUAGE_EN, month) : "";

    if (day)
        nv_runs_addf(&draft->runs, "%s %d, %.4s", name, day, year);
    else
        nv_runs_addf(&draft->runs, "%s%s%.4s", name, month ? " " : "", year);
}

static void add_french(nv_draft *draft, const char *year, int month, int day)
{
    const char *name = month ? nv_month(NV_LANGUAGE_FR, month) : "";

    if (day == 1)
        nv_runs_addf(&draft->runs, NV_FIRST NV_NBSP "%s %.4s", name, year);
    else if (day)
        nv_runs_addf(&draft->runs, "%d" NV_NBSP "%s %.4s", day, name, year);
    else
        nv_runs_addf(&draft->runs, "%s%s%.4s", name, month ? " " : "", year);
}

void nv_draft_add_iso_date(nv_draft *draft, const char *iso)
{
    size_t len = strlen(iso);
    int month = len >= 7 ? atoi(iso + 5) : 0;
    int day = len >= 10 ? atoi(iso + 8) : 0;

    if (month < 1 || month > 12)
        month = day = 0;
    if (draft->language == NV_LANGUAGE_EN)
        add_english(draft, iso, month, day);
    else
        add_french(draft, iso, month, day);
}

void nv_draft_add_date_once(nv_draft *draft, const char *iso)
{
    nv_buffer *text = &draft->runs.text;
    size_t start, len;

    nv_runs_comma(&draft->runs);
    start = text->len;
    nv_draft_add_iso_date(draft, iso);
    for (len = 0; len < start; len++)
        if (strncmp(text->text + len, text->text + start, text->len - start) ==
                0 &&
            strlen(iso) >= 10) {
            nv_buffer_truncate(text, start);
            return;
        }
}

/* What comes between a French participle and its date. */
static const char *french_link(nv_participle word, const char *iso)
{
    bool has_day = strlen(iso) >= 10;

    if (word == NV_PARTICIPLE_DATED)
        return has_day ? " du " : " de ";
    return has_day ? " le " : " en ";
}

static void add_word(nv_draft *draft, nv_participle word, const char *iso)
{
    char text[32];

    nv_participle_text(word, draft->language, nv_draft_agreement(draft), text);
    nv_runs_add(&draft->runs, text);
    nv_runs_add(&draft->runs, draft->language == NV_LANGUAGE_FR
                                  ? french_link(word, iso)
                                  : " ");
}

static const nv_date_variant *chosen_variant(const nv_draft *draft)
{
    const nv_event_date *date = &draft->event->date;
    int number = draft->citation->date_variant;

    return number > 0 ? &date->variants[number - 1] : NULL;
}

/* The town of the event, in the note's language, if one is recorded and what
 * happened there has a place in a note. Writes to `town` (64 bytes). */
static bool find_town(const nv_draft *draft, char town[64])
{
    const char *place = draft->event->place;
    size_t len = place ? strcspn(place, ",") : 0;

    if (!place || strpbrk(place, ";(") || strstr(place, " and ") || len >= 64)
        return false;
    memcpy(town, place, len);
    town[len] = '\0';
    memmove(town, nv_town_in(town, draft->language),
            strlen(nv_town_in(town, draft->language)) + 1);
    return true;
}

static bool is_role(const nv_draft *draft, const char *role)
{
    return draft->event->place_role &&
           strcmp(draft->event->place_role, role) == 0;
}

/* A document that is cited from its archive has no place of writing in a note:
 * the reference takes its part. */
static bool wants_place(const nv_draft *draft)
{
    static const char *const roles[] = {"delivered", "issued", "spoken"};
    bool is_archived = draft->source && nv_source_is_archival(draft->source);

    for (size_t i = 0; i < NV_COUNT_OF(roles) && !is_archived; i++)
        if (is_role(draft, roles[i]))
            return true;
    return false;
}

/* Treaties in French: « signé à Londres le 26 mai 1942 par … ». */
static void add_french_signature(nv_draft *draft, bool has_date,
                                 nv_people_clause people)
{
    char text[64];

    nv_runs_comma(&draft->runs);
    nv_participle_text(NV_PARTICIPLE_SIGNED, NV_LANGUAGE_FR,
                       nv_draft_agreement(draft), text);
    nv_runs_add(&draft->runs, text);
    if (find_town(draft, text)) {
        nv_runs_add(&draft->runs, " à ");
        nv_runs_add(&draft->runs, text);
    }
    if (has_date) {
        const char *iso = draft->event->date.iso;

        nv_runs_add(&draft->runs, french_link(NV_PARTICIPLE_SIGNED, iso));
        nv_draft_add_iso_date(draft, iso);
    }
    if (people == NV_PEOPLE_SIGNED) {
        nv_runs_add(&draft->runs, " ");
        nv_draft_add_people(draft, people);
    }
}

static void add_place_before_date(nv_draft *draft)
{
    char town[64];

    if (!wants_place(draft) || !find_town(draft, town) ||
        strstr(draft->runs.text.text, town))
        return;
    nv_runs_comma(&draft->runs);
    nv_runs_add(&draft->runs, town);
}

static void add_date(nv_draft *draft)
{
    const nv_date_variant *variant = chosen_variant(draft);

    if (!variant) {
        add_place_before_date(draft);
        nv_runs_comma(&draft->runs);
        nv_draft_add_iso_date(draft, draft->event->date.iso);
        return;
    }
    nv_runs_comma(&draft->runs);
    add_word(draft, words[variant->what], variant->iso);
    nv_draft_add_iso_date(draft, variant->iso);
}

/* What each clause says, and the role of the place that belongs to it. */
static const struct {
    nv_participle act;
    const char *role;
} clauses[] = {
    [NV_PEOPLE_SIGNED] = {NV_PARTICIPLE_SIGNED, "signed"},
    [NV_PEOPLE_DELIVERED] = {NV_PARTICIPLE_DELIVERED, "delivered"},
    [NV_PEOPLE_SPOKE] = {NV_PARTICIPLE_SPOKEN, "spoken"},
    [NV_PEOPLE_SENT] = {NV_PARTICIPLE_SENT, "sent"},
};

/* "signed at London by …", "delivered at Moscow by …". */
static void add_people_clause(nv_draft *draft, nv_people_clause people)
{
    char text[64];

    nv_runs_comma(&draft->runs);
    nv_participle_text(clauses[people].act, draft->language,
                       nv_draft_agreement(draft), text);
    nv_runs_add(&draft->runs, text);
    if (is_role(draft, clauses[people].role) && find_town(draft, text))
        nv_runs_addf(&draft->runs,
                     draft->language == NV_LANGUAGE_EN ? " at %s" : " à %s",
                     text);
    nv_runs_add(&draft->runs, " ");
    nv_draft_add_people(draft, people);
}

void nv_draft_add_circumstances(nv_draft *draft)
{
    unsigned parts = draft->citation->parts;
    bool has_date = (parts & NV_PART_DATE) && draft->event->date.iso;
    nv_people_clause people =
        parts & NV_PART_SIGNATORIES ? nv_draft_people(draft) : NV_PEOPLE_NONE;
    bool has_people = people >= NV_PEOPLE_SIGNED;

    if (draft->language == NV_LANGUAGE_FR && is_role(draft, "signed") &&
        !chosen_variant(draft) && (has_date || people == NV_PEOPLE_SIGNED)) {
        add_french_signature(draft, has_date, people);
        if (has_people && people != NV_PEOPLE_SIGNED)
            add_people_clause(draft, people);
        return;
    }
    /* The date of a document that was not made by signing is not the date of
     * the signature. */
    if (has_people && people == NV_PEOPLE_SIGNED && !is_role(draft, "signed")) {
        if (has_date)
            add_date(draft);
        add_people_clause(draft, people);
        return;
    }
    if (has_people)
        add_people_clause(draft, people);
    if (has_date)
        add_date(draft);
}
