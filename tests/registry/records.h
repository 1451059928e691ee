/* SPDX-License-Identifier: MPL-2.0 */
/* A few records for tests of the index, and how an index is made of records. */
#ifndef NV_TESTS_REGISTRY_RECORDS_H
#define NV_TESTS_REGISTRY_RECORDS_H

#include <stdlib.h>

#include "base/array.h"
#include "check.h"
#include "registry/index/build.h"
#include "registry/index/image.h"

static const char *const russian[] = {"ru"};
static const char *const soviet[] = {"Soviet Union"}, *const french[] = {
                                                          "France"};
static const char *const union_variants[] = {"USSR", "URSS"};
static const char *const led_to[] = {"1954-05-07-reply", "1954-03-31-note"};

static const nv_name names[] = {
    {.type = NV_NAME_STATE,
     .in = {"Soviet Union", "Union soviétique"},
     .variants = {union_variants, NV_COUNT_OF(union_variants)}},
    {.type = NV_NAME_STATE,
     .in = {"France", "France", [NV_LANGUAGE_RU] = "Франция"}},
    {.type = NV_NAME_PERSON, .in = {"Vyacheslav Molotov"}},
};

static const nv_source sources[] = {
    {.key = "s",
     .type = "press",
     .title = "Pravda",
     .checked = NV_CHECKED_SEEN},
    {.key = "t",
     .type = "press",
     .title = "Pravda",
     .year = "1954",
     .checked = NV_CHECKED_NO},
};
static const nv_person people[] = {{.name = "Vyacheslav Molotov"}};
static const nv_quotation quotations[] = {
    {.number = 3,
     .text = "The USSR is ready for co-operation, ready for peace",
     .language = "en",
     .is_offered = true,
     .source = sources},
    {.number = 4, .text = "Ready", .language = "en", .source = sources},
};
static const nv_relation relations[] = {{"replies-to", "1954-03-31-note"}};

static const nv_event events[] = {
    {.id = "1954-03-31-note",
     .key = "aaab",
     .kind = NV_KIND_NOTE,
     .title = {{"Soviet note", "Note soviétique"}},
     .document = {.from = {{"the Ministry"}}, .languages = {russian, 1}},
     .date = {.iso = "1954-03-31"},
     .place = "Moscow",
     .parties = {soviet, 1},
     .people = people,
     .person_count = 1,
     .quotations = quotations,
     .quotation_count = NV_COUNT_OF(quotations),
     .sources = sources,
     .source_count = 1},
    {.id = "1954-05-07-reply",
     .key = "aaaa",
     .kind = NV_KIND_REFUSAL,
     .title = {{"Reply", NULL}},
     .date = {.iso = "1954-05-07", .end = "1954-05-09"},
     .place = "Moscow",
     .parties = {french, 1},
     .summary = {{"To the note of 31 March 1954 of the U.S.S.R."}},
     .sources = sources + 1,
     .source_count = 1,
     .relations = relations,
     .relation_count = 1},
    {.id = "1955-05-pact",
     .key = "zz9z",
     .kind = NV_KIND_TREATY,
     .title = {{NULL, "Pacte"}},
     .date = {.iso = "1955-05", .is_month = true}},
};

static const nv_statement statements[] = {
    {.id = "S1",
     .words = "Ils ont refusé",
     .language = "fr",
     .events = {led_to, NV_COUNT_OF(led_to)}},
};

static const nv_member members[] = {{0, 500, 2000, 0xABCD1234},
                                    {500, 20, 40, 7}};
static const nv_index_tie tie = {520, 0x12345678};

/* Adds all of the above. */
static inline bool add_records(nv_index_builder *builder, nv_error *err)
{
    nv_location location = {0, 0, 100};
    bool is_added = true;

    for (size_t i = 0; is_added && i < NV_COUNT_OF(names); i++)
        is_added = nv_index_builder_add_name(builder, &names[i], err);
    for (size_t i = 0; is_added && i < NV_COUNT_OF(events); i++) {
        is_added =
            nv_index_builder_add_event(builder, &events[i], &location, err);
        location.offset += 100;
    }
    location = (nv_location){1, 10, 20};
    return is_added &&
           nv_index_builder_add_statement(builder, statements, &location, err);
}

static inline bool finish(nv_index_builder *builder, nv_buffer *out,
                          nv_error *err)
{
    return nv_index_builder_finish(builder, &tie, members, NV_COUNT_OF(members),
                                   out, err);
}

/* Wordings of one text, numbered from 1; enough of them make a row heavy. The
 * caller frees them. */
static inline nv_quotation *make_wordings(size_t count, const char *text)
{
    nv_quotation *wordings = calloc(count, sizeof *wordings);

    assert_non_null(wordings);
    for (size_t i = 0; i < count; i++)
        wordings[i] = (nv_quotation){.number = (int)i + 1,
                                     .text = text,
                                     .language = "en",
                                     .is_offered = true,
                                     .source = sources};
    return wordings;
}

#endif
