/* SPDX-License-Identifier: MPL-2.0 */
/* Dates of the document, and the towns that stand with them. */
#include "note/item_maker.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"

enum { TOWN_MAX = 64 };

static const nv_date_variant *chosen_variant(const nv_item_maker *maker)
{
    const nv_event_date *date = &maker->draft.event->date;
    int number = maker->draft.citation->date_variant;

    return number > 0 ? &date->variants[number - 1] : NULL;
}

/* « remise le », "delivered": what joins the act to a day, or to a month or
 * year. */
static void add_date_word(nv_item_maker *maker, const nv_date_variant *variant)
{
    const bool has_day = strlen(variant->iso) == 10;
    const char *term = variant->what == NV_DATE_IN_FORCE
                           ? "in-force"
                           : nv_date_what_word(variant->what);

    nv_item_set_raw(
        maker, NV_CSL_DATE_WORD,
        nv_item_say(maker, term,
                    has_day ? NV_CSL_FORM_VERB : NV_CSL_FORM_VERB_SHORT,
                    false));
}

static void add_delivery(nv_item_maker *maker)
{
    const nv_event_date *date = &maker->draft.event->date;

    for (size_t i = 0; i < date->variant_count; i++)
        if (date->variants[i].what == NV_DATE_DELIVERED &&
            strcmp(date->variants[i].iso, date->iso) != 0)
            nv_item_set_date(maker, NV_CSL_DELIVERED, date->variants[i].iso);
}

static void add_entry_into_force(nv_item_maker *maker)
{
    const nv_treaty *treaty = maker->draft.event->treaty;

    if (treaty && !treaty->in_force_is_doubtful)
        nv_item_set_date(maker, NV_CSL_IN_FORCE, treaty->in_force);
}

static void add_own_dates(nv_item_maker *maker)
{
    const nv_date_variant *variant = chosen_variant(maker);

    if (!(maker->draft.citation->parts & NV_PART_DATE))
        return;
    if (variant) {
        nv_item_set_date(maker, NV_CSL_EVENT_DATE, variant->iso);
        add_date_word(maker, variant);
        return;
    }
    if (!maker->draft.event->date.iso)
        return;
    nv_item_set_date(maker, NV_CSL_EVENT_DATE, maker->draft.event->date.iso);
    add_delivery(maker);
    add_entry_into_force(maker);
}

/* Whether the words that name a text hold its day already, as they are
 * recorded: "… of 31 March 1954", « … du 1er avril 1954 ». */
static bool says_day(const char *text, const char *iso, nv_language language)
{
    int month = strlen(iso) == 10 ? atoi(iso + 5) : 0;
    int day = month ? atoi(iso + 8) : 0;
    char date[64];

    if (month < 1 || month > 12)
        return false;
    snprintf(date, sizeof date, "%d%s %s %.4s", day,
             language == NV_LANGUAGE_FR && day == 1 ? "er" : "",
             nv_month(language, month), iso);
    return strstr(text, date) != NULL;
}

/* The text of another, which has no date but the one that tells it from others:
 * it stands whatever is ticked. */
static void add_date_of_other(nv_item_maker *maker)
{
    const nv_quotation *quotation = maker->draft.quotation;

    if (quotation->of_iso &&
        !says_day(nv_draft_in(&maker->draft, &quotation->of), quotation->of_iso,
                  nv_item_language_of(maker, &quotation->of)))
        nv_item_set_date(maker, NV_CSL_EVENT_DATE, quotation->of_iso);
}

void nv_item_add_dates(nv_item_maker *maker)
{
    if (maker->draft.subject == NV_SUBJECT_DOCUMENT)
        add_own_dates(maker);
    else if (maker->draft.subject == NV_SUBJECT_OTHER)
        add_date_of_other(maker);
}

/* The town of the event, in the note's language, if one is recorded and what
 * happened there has a place in a note. NULL if there is none. */
static const char *find_town(const nv_item_maker *maker, char town[TOWN_MAX])
{
    const char *place = maker->draft.event->place;
    size_t len = place ? strcspn(place, ",") : 0;

    if (!place || strpbrk(place, ";(") || strstr(place, " and ") ||
        len >= TOWN_MAX)
        return NULL;
    memcpy(town, place, len);
    town[len] = '\0';
    return nv_town_in(town, maker->draft.language);
}

static bool is_role(const nv_item_maker *maker, const char *role)
{
    const char *recorded = maker->draft.event->place_role;

    return recorded && strcmp(recorded, role) == 0;
}

/* The role of the place that belongs to what the people did. */
static const char *const roles[] = {
    [NV_PEOPLE_SIGNED] = "signed",
    [NV_PEOPLE_DELIVERED] = "delivered",
    [NV_PEOPLE_SPOKE] = "spoken",
    [NV_PEOPLE_SENT] = "sent",
};

/* The town of the act: of a signature always, else where people are named. */
static bool wants_act_place(const nv_item_maker *maker)
{
    const nv_people_clause people =
        maker->draft.citation->parts & NV_PART_SIGNATORIES
            ? nv_draft_people(&maker->draft)
            : NV_PEOPLE_NONE;
    const bool has_date = (maker->draft.citation->parts & NV_PART_DATE) &&
                          maker->draft.event->date.iso &&
                          !chosen_variant(maker);

    if (is_role(maker, "signed") && has_date)
        return true;
    return people >= NV_PEOPLE_SIGNED && is_role(maker, roles[people]);
}

/* A document that is cited from its archive has no place of writing in a note:
 * the reference takes its part. */
static bool wants_event_place(const nv_item_maker *maker)
{
    static const char *const dated[] = {"delivered", "issued", "spoken"};
    const nv_draft *draft = &maker->draft;

    if (!(draft->citation->parts & NV_PART_DATE) || chosen_variant(maker) ||
        !draft->event->date.iso ||
        (draft->source && nv_source_is_archival(draft->source)))
        return false;
    for (size_t i = 0; i < NV_COUNT_OF(dated); i++)
        if (is_role(maker, dated[i]))
            return true;
    return false;
}

/* Whether what stands before the date names the town already: the
 * correspondents, or the author and the rest, or the description. */
static bool is_named(const nv_item_maker *maker, const char *town)
{
    static const nv_csl_variable names[] = {NV_CSL_AUTHOR, NV_CSL_RECIPIENT,
                                            NV_CSL_DELIVERER, NV_CSL_SPEAKER,
                                            NV_CSL_SENDER};
    const nv_csl_item_builder *item = &maker->builder;
    const nv_csl_variable texts[] = {
        item->names[NV_CSL_AUTHOR].count ? NV_CSL_GENRE : NV_CSL_DESCRIPTION,
        item->names[NV_CSL_RECIPIENT].count ? NV_CSL_GENRE : NV_CSL_TITLE,
        NV_CSL_ACT_PLACE};

    for (size_t i = 0; i < NV_COUNT_OF(texts); i++) {
        const char *text = item->strings[texts[i]].text;

        if (text && strstr(text, town))
            return true;
    }
    for (size_t i = 0; i < NV_COUNT_OF(names); i++) {
        const nv_csl_names *list = &item->names[names[i]];

        if (list->count && list->names[0].literal &&
            strstr(list->names[0].literal, town))
            return true;
    }
    return false;
}

void nv_item_add_places(nv_item_maker *maker)
{
    char recorded[TOWN_MAX];
    const char *town = maker->draft.subject == NV_SUBJECT_DOCUMENT
                           ? find_town(maker, recorded)
                           : NULL;

    if (!town)
        return;
    if (wants_act_place(maker))
        nv_item_set_theirs(maker, NV_CSL_ACT_PLACE, town, NULL);
    if (wants_event_place(maker) && !is_named(maker, town) &&
        !is_named(maker, recorded))
        nv_item_set_theirs(maker, NV_CSL_EVENT_PLACE, town, NULL);
}
