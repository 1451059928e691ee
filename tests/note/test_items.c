/* SPDX-License-Identifier: MPL-2.0 */
/* What an item holds: the variables of plugin/note/styles/README.md. */
#include "asked.h"

#define NBSP "\u00A0"

/* A text; NULL: the item has not got it. */
static const struct {
    asked asked;
    nv_csl_variable variable;
    const char *wanted;
} texts[] = {
    {{.event = NOTE},
     NV_CSL_DESCRIPTION,
     "note from the Soviet Government to the Governments of the United "
     "States, the United Kingdom, and France"},
    {{.event = NOTE}, NV_CSL_GENRE, "note"},
    {{.event = LETTER}, NV_CSL_GENRE, NULL},
    {{.event = SPEECH}, NV_CSL_TITLE, "The Chance for Peace"},
    {{.event = SPEECH, .language = NV_LANGUAGE_FR},
     NV_CSL_TITLE,
     "<span lang=\"en\">The Chance for Peace</span>"},
    {{.event = SPEECH}, NV_CSL_STATUS, NULL},
    {{.event = SPEECH},
     NV_CSL_GENRE,
     "address to the American Society of Newspaper Editors"},
    {{.event = NOTE}, NV_CSL_STATUS, "descriptive"},
    {{.event = NOTE}, NV_CSL_TITLE_SHORT, "Soviet note of March 31, 1954"},
    {{.event = NOTE, .language = NV_LANGUAGE_DE},
     NV_CSL_TITLE_SHORT,
     "<span lang=\"en\">Soviet note of 31 March 1954</span>"},
    {{.event = TREATY}, NV_CSL_HEREAFTER, "Anglo-Soviet Treaty"},
    {{.event = TREATY, .language = NV_LANGUAGE_FR}, NV_CSL_HEREAFTER, NULL},
    {{.event = TREATY}, NV_CSL_AGREEMENT, NULL},
    {{.event = TREATY, .language = NV_LANGUAGE_FR},
     NV_CSL_AGREEMENT,
     "masculine"},
    {{.event = NOTE, .language = NV_LANGUAGE_ES}, NV_CSL_AGREEMENT, "feminine"},
    {{.event = "1980-01-14-unga-es-6-2"}, NV_CSL_SYMBOL, "A/RES/ES-6/2"},
    {{.event = "1980-01-14-unga-es-6-2", .parts = NV_PART_DATE},
     NV_CSL_SYMBOL,
     NULL},
    {{.event = "1980-01-14-unga-es-6-2"}, NV_CSL_TITLE, "resolution ES-6/2"},
    /* places */
    {{.event = TREATY, .language = NV_LANGUAGE_FR},
     NV_CSL_ACT_PLACE,
     "Londres"},
    {{.event = TREATY, .language = NV_LANGUAGE_FR, .parts = NV_PART_SOURCE},
     NV_CSL_ACT_PLACE,
     NULL},
    {{.event = NOTE, .language = NV_LANGUAGE_RU}, NV_CSL_EVENT_PLACE, "Москва"},
    {{.event = NOTE, .parts = NV_PART_ALL}, NV_CSL_EVENT_PLACE, NULL},
    {{.event = NOTE, .parts = NV_PART_ALL}, NV_CSL_ACT_PLACE, "Moscow"},
    {{.event = NOTE, .parts = NV_PART_DATE, .date_variant = 2},
     NV_CSL_EVENT_PLACE,
     NULL},
    {{.event = "1949-04-12-uk-reply"}, NV_CSL_EVENT_PLACE, NULL},
    /* dates */
    {{.event = NOTE, .parts = NV_PART_DATE, .date_variant = 2},
     NV_CSL_DATE_WORD,
     "delivered"},
    {{.event = NOTE,
      .language = NV_LANGUAGE_FR,
      .parts = NV_PART_DATE,
      .date_variant = 2},
     NV_CSL_DATE_WORD,
     "remise le"},
    {{.event = NOTE}, NV_CSL_DATE_WORD, NULL},
    /* words */
    {{.event = "1954-05-07-tripartite-reply",
      .language = NV_LANGUAGE_FR,
      .parts = NV_PART_ALL,
      .quotation = 1},
     NV_CSL_QUOTATION,
     "<span class=\"quotation\"><span lang=\"en\">completely "
     "unreal</span></span>"},
    {{.event = "1954-05-07-tripartite-reply",
      .language = NV_LANGUAGE_FR,
      .quotation = 1},
     NV_CSL_QUOTATION,
     NULL},
    {{.event = "1954-05-07-tripartite-reply", .quotation = 1},
     NV_CSL_QUOTED_IN,
     "yes"},
    {{.event = "1954-05-07-tripartite-reply", .quotation = 1},
     NV_CSL_END_PINPOINT,
     "para. 1"},
    {{.event = LETTER, .quotation = 3},
     NV_CSL_TRANSLATION,
     "translation by the Department of State"},
    {{.event = LETTER, .quotation = 3}, NV_CSL_PINPOINT, "para. 3"},
    {{.event = TREATY,
      .language = NV_LANGUAGE_FR,
      .locator = {"article", "4-5"}},
     NV_CSL_END_PINPOINT,
     "art." NBSP "4-5"},
    {{.event = "1947-03-12-truman-doctrine", .quotation = 1},
     NV_CSL_MEDIUM,
     "text read in a transcription"},
    {{.event = "1948-03-17-brussels-treaty", .quotation = 1},
     NV_CSL_TRANSCRIBED_IN,
     "yes"},
    /* the source */
    {{.event = TREATY}, NV_CSL_SOURCE_SERIES, "yes"},
    {{.event = TREATY, .parts = NV_PART_DATE}, NV_CSL_SOURCE_SERIES, NULL},
    {{.event = TREATY}, NV_CSL_CONTAINER_TITLE_SHORT, "L.N.T.S."},
    {{.event = TREATY, .language = NV_LANGUAGE_FR},
     NV_CSL_CONTAINER_TITLE,
     "Recueil des traités de la Société des Nations"},
    {{.event = LETTER}, NV_CSL_SOURCE_BOOK, "yes"},
    {{.event = LETTER}, NV_CSL_VOLUME, "13"},
    {{.event = LETTER}, NV_CSL_VOLUME_AS_PRINTED, "XIII"},
    {{.event = LETTER}, NV_CSL_NUMBER, "137"},
    {{.event = LETTER, .locator = {"document", "138"}}, NV_CSL_NUMBER, "138"},
    {{.event = LETTER}, NV_CSL_URL, NULL},
    {{.event = "1949-04-12-uk-reply"},
     NV_CSL_ARCHIVE,
     "The National Archives of the UK (TNA)"},
    {{.event = "1949-04-12-uk-reply", .language = NV_LANGUAGE_FR},
     NV_CSL_ARCHIVE_LOCATION,
     "FO" NBSP "371/79919"},
    {{.event = "1954-04-01-lords-statement"},
     NV_CSL_COLLECTION_TITLE,
     "5th ser."},
    {{"1954-05-07-tripartite-reply",
      NV_LANGUAGE_EN,
      0,
      0,
      0,
      {NULL, NULL},
      "cmd-9146"},
     NV_CSL_SOURCE_COMMAND,
     "yes"},
};

static void each_variable_holds_what_the_page_of_styles_says(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(texts); i++) {
        nv_arena arena = {NULL};
        const nv_csl_string *string;
        nv_csl_cite made;
        char label[128];

        cite(*state, &texts[i].asked, &arena, &made);
        string = nv_csl_item_string(made.as, texts[i].variable);
        snprintf(label, sizeof label, "%s %s %s", texts[i].asked.event,
                 nv_language_code(texts[i].asked.language),
                 nv_csl_variable_word(texts[i].variable));
        CHECK_STR(string ? string->text : NULL, texts[i].wanted, label);
        nv_arena_release(&arena);
    }
}

/* Names as family|given|particle, or the literal. */
static const struct {
    asked asked;
    nv_csl_variable variable;
    const char *wanted;
} names[] = {
    {{.event = LETTER}, NV_CSL_AUTHOR, "Gaulle|Charles|de"},
    {{.event = LETTER}, NV_CSL_RECIPIENT, "Johnson|President|"},
    {{.event = LETTER, .language = NV_LANGUAGE_FR}, NV_CSL_AUTHOR, NULL},
    {{.event = SPEECH, .language = NV_LANGUAGE_FR},
     NV_CSL_AUTHOR,
     "Eisenhower|Dwight D.|"},
    {{.event = SPEECH, .language = NV_LANGUAGE_RU},
     NV_CSL_AUTHOR,
     "Эйзенхауэр|Дуайт|"},
    {{.event = NOTE}, NV_CSL_AUTHOR, "Soviet Government"},
    {{.event = "1952-03-10-stalin-note"},
     NV_CSL_RECIPIENT,
     "the American Embassy"},
    {{.event = "1980-01-14-unga-es-6-2", .language = NV_LANGUAGE_FR},
     NV_CSL_AUTHOR,
     "Assemblée générale des Nations unies"},
    {{.event = "1952-03-10-stalin-note"},
     NV_CSL_COMPILER,
     "United States Senate, Committee on Foreign Relations"},
    {{.event = NOTE}, NV_CSL_EDITOR, "Folliot|Denise|"},
    {{.event = "1954-05-07-tripartite-reply", .quotation = 1},
     NV_CSL_CONTAINER_AUTHOR,
     "Glinski-Vassiliev|Dmitri|"},
    {{.event = TREATY}, NV_CSL_PARTY_SHORT, "U.K.; U.S.S.R."},
    {{.event = TREATY, .language = NV_LANGUAGE_DE},
     NV_CSL_PARTY,
     "Vereinigtes Königreich; Sowjetunion"},
    {{.event = TREATY, .language = NV_LANGUAGE_FR}, NV_CSL_PARTY, NULL},
    {{.event = TREATY}, NV_CSL_SIGNATORY, NULL},
    {{.event = TREATY, .parts = NV_PART_ALL},
     NV_CSL_SIGNATORY,
     "Anthony Eden (United Kingdom); Vyacheslav M. Molotov (Soviet Union)"},
    {{.event = "1963-08-05-partial-test-ban",
      .language = NV_LANGUAGE_FR,
      .parts = NV_PART_ALL},
     NV_CSL_SIGNATORY,
     "Dean Rusk (États-Unis), lord Home (Royaume-Uni) et Andreï Gromyko (Union "
     "soviétique)"},
    {{.event = "1955-05-14-warsaw-treaty", .parts = NV_PART_ALL},
     NV_CSL_SIGNATORY,
     "the representatives of eight states"},
    {{.event = NOTE, .parts = NV_PART_ALL},
     NV_CSL_DELIVERER,
     "Vyacheslav M. Molotov (Soviet Union)"},
    {{.event = "1954-03-26-molotov-memorandum"},
     NV_CSL_TRANSLATOR,
     "Roberts|Geoffrey|"},
};

static void add_name(nv_buffer *out, const nv_csl_name *name)
{
    if (out->len)
        nv_buffer_add_text(out, "; ");
    if (name->literal)
        nv_buffer_add_text(out, name->literal);
    else
        nv_buffer_add_format(out, "%s|%s|%s", name->family ? name->family : "",
                             name->given ? name->given : "",
                             name->non_dropping ? name->non_dropping : "");
}

static void names_are_persons_or_bodies(void **state)
{
    for (size_t i = 0; i < NV_COUNT_OF(names); i++) {
        nv_arena arena = {NULL};
        nv_buffer all = NV_BUFFER_INIT;
        const nv_csl_names *list;
        nv_csl_cite made;

        cite(*state, &names[i].asked, &arena, &made);
        list = nv_csl_item_names(made.as, names[i].variable);
        for (uint32_t j = 0; list && j < list->count; j++)
            add_name(&all, &list->names[j]);
        CHECK_STR(list ? all.text : NULL, names[i].wanted,
                  nv_csl_variable_word(names[i].variable));
        nv_buffer_release(&all);
        nv_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_variable_holds_what_the_page_of_styles_says),
        cmocka_unit_test(names_are_persons_or_bodies),
    };

    return cmocka_run_group_tests(tests, record_setup, record_teardown);
}
