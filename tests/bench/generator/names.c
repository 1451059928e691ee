/* SPDX-License-Identifier: MPL-2.0 */
/* See names.h. */
#include "names.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "cyrillic.h"
#include "registry/element.h"

/* How many there are: the first number and what grows with the root of the
 * events, of which the dossier has 132. */
static const struct {
    uint32_t base, by_root, knee;
} growth[BENCH_NAME_KINDS] = {
    [BENCH_PERSON] = {150, 30, 400},
    [BENCH_PARTY] = {70, 1, 200},
    [BENCH_PLACE] = {20, 6, 300},
};

static const char *const given_names[] = {
    "Albert", "Andrei",  "Anna",   "Boris",  "Carlos", "Charles", "David",
    "Dmitri", "Edgar",   "Elena",  "Ernst",  "Felipe", "Franz",   "George",
    "Hans",   "Henri",   "Igor",   "Ivan",   "Jean",   "John",    "Jorge",
    "Karl",   "Konrad",  "Leonid", "Louis",  "Lucius", "Maria",   "Maxim",
    "Michel", "Nikolai", "Oscar",  "Otto",   "Paul",   "Pedro",   "Pierre",
    "Robert", "Roman",   "Samuel", "Sergei", "Stefan", "Thomas",  "Viktor"};
static const char *const surname_starts[] = {
    "Ba",  "Bel", "Bor", "Bra", "Chi", "Dan", "Dor", "Dra", "Fal",
    "Gar", "Gor", "Gri", "Hal", "Har", "Iv",  "Kal", "Kor", "Kra",
    "Lan", "Lev", "Lub", "Mal", "Mar", "Mir", "Mol", "Nor", "Ob",
    "Or",  "Pan", "Per", "Pol", "Ras", "Rob", "Rud", "Sal", "Sem",
    "Shu", "Sol", "Tar", "Tor", "Ur",  "Val", "Ver", "Vol"};
static const char *const surname_middles[] = {
    "a",  "an", "ar", "eb", "el", "en", "er", "es", "ich", "id", "il",
    "im", "in", "is", "ol", "om", "on", "or", "ot", "ud",  "un", "ur"};
static const char *const surname_ends[] = {
    "ov",   "ev",   "enko", "sky",  "in",    "ard", "eau",
    "ier",  "mann", "berg", "feld", "hardt", "son", "ton",
    "ley",  "ford", "ez",   "era",  "ano",   "oni", "ski",
    "wicz", "escu", "idis", "aga",  "ora",   "un",  "ang"};
static const char *const town_ends[] = {"burg",  "grad",  "ville", "ton",
                                        "haven", "stadt", "polis", "ino"};
static const char *const bodies[][NV_LANGUAGE_COUNT] = {
    {"Union of ", "Union de ", "Union von ", "Unión de ", "Союз "},
    {"Committee of ", "Comité de ", "Ausschuss von ", "Comité de ", "Комитет "},
    {"Republic of ", "République de ", "Republik ", "República de ",
     "Республика "},
    {"League of ", "Ligue de ", "Liga von ", "Liga de ", "Лига "},
};

/* Real names */

static bool grow(bench_name_list *list)
{
    void *items =
        realloc(list->real, (list->real_count + 1) * sizeof *list->real);

    if (!items)
        return false;
    list->real = items;
    memset(&list->real[list->real_count++], 0, sizeof *list->real);
    return true;
}

static nv_language language_of(const xmlNode *node)
{
    xmlChar *tag = xmlNodeGetLang(node);
    const nv_language language =
        nv_language_from_tag((const char *)tag, NV_LANGUAGE_EN);

    xmlFree(tag);
    return language;
}

static bool read_forms(const xmlNode *name, bench_real_name *real)
{
    const xmlNode *form = nv_element_named(name->children, "form");

    for (; form; form = nv_element_named(form->next, "form")) {
        char **in = &real->in[language_of(form)];

        free(*in);
        *in = (char *)xmlNodeGetContent(form);
        if (!*in)
            return false;
    }
    return real->in[NV_LANGUAGE_EN];
}

static bool keep_record(bench_names *names, xmlDoc *doc, const xmlNode *name)
{
    xmlBuffer *text = xmlBufferCreate();
    bool is_kept = text && xmlNodeDump(text, doc, (xmlNode *)name, 1, 0) >= 0;

    if (is_kept) {
        nv_buffer_add_char(&names->records, ' ');
        nv_buffer_add_text(&names->records,
                           (const char *)xmlBufferContent(text));
        nv_buffer_add_char(&names->records, '\n');
    }
    xmlBufferFree(text);
    return is_kept && !names->records.failed;
}

bool bench_names_add(bench_names *names, xmlDoc *doc, const xmlNode *name)
{
    const char *type = nv_element_attribute(name, "type");
    const bool is_person = type && strcmp(type, "person") == 0;
    bench_name_list *list =
        &names->lists[is_person ? BENCH_PERSON : BENCH_PARTY];

    if (!type || strcmp(type, "office") == 0)
        return true;
    return grow(list) && read_forms(name, &list->real[list->real_count - 1]) &&
           keep_record(names, doc, name);
}

bool bench_names_add_place(bench_names *names, const char *place)
{
    bench_name_list *list = &names->lists[BENCH_PLACE];
    char **in;

    if (strpbrk(place, ",;("))
        return true;
    for (size_t i = 0; i < list->real_count; i++)
        if (strcmp(list->real[i].in[NV_LANGUAGE_EN], place) == 0)
            return true;
    if (!grow(list))
        return false;
    in = &list->real[list->real_count - 1].in[NV_LANGUAGE_EN];
    *in = strdup(place);
    return *in;
}

/* All names */

bool bench_names_finish(bench_names *names, uint32_t events)
{
    const uint32_t root = (uint32_t)sqrt((double)events);

    for (size_t i = 0; i < BENCH_NAME_KINDS; i++) {
        bench_name_list *list = &names->lists[i];

        list->count = growth[i].base + growth[i].by_root * root;
        if (list->count < list->real_count)
            list->count = (uint32_t)list->real_count;
        if (!bench_zipf_init(&list->ranks, list->count, growth[i].knee))
            return false;
    }
    return true;
}

void bench_names_release(bench_names *names)
{
    for (size_t i = 0; i < BENCH_NAME_KINDS; i++) {
        bench_name_list *list = &names->lists[i];

        for (size_t k = 0; k < list->real_count; k++)
            for (size_t m = 0; m < NV_LANGUAGE_COUNT; m++)
                free(list->real[k].in[m]);
        free(list->real);
        bench_zipf_release(&list->ranks);
    }
    nv_buffer_release(&names->records);
}

uint32_t bench_names_draw(const bench_names *names, bench_random *random,
                          bench_name_kind kind)
{
    return bench_zipf_draw(&names->lists[kind].ranks, random);
}

/* Made names */

#define ONE_OF(items, number) ((items)[(number) % NV_COUNT_OF(items)])

/* Adds Latin text; in Russian, transcribed. */
static void add_spelled(nv_buffer *out, nv_language language, const char *text)
{
    if (language == NV_LANGUAGE_RU)
        bench_cyrillic(text, out);
    else
        nv_buffer_add_text(out, text);
}

/* A Russian -ov is -ow to Germans. */
static void spell_in_german(char *surname)
{
    const size_t len = strlen(surname);

    if (len > 2 && (strcmp(surname + len - 2, "ov") == 0 ||
                    strcmp(surname + len - 2, "ev") == 0))
        surname[len - 1] = 'w';
}

static void make_surname(uint64_t number, nv_language language, nv_buffer *out)
{
    char text[32];

    snprintf(text, sizeof text, "%s%s%s", ONE_OF(surname_starts, number),
             ONE_OF(surname_middles, number / 64),
             ONE_OF(surname_ends, number / 4096));
    if (language == NV_LANGUAGE_DE)
        spell_in_german(text);
    add_spelled(out, language, text);
}

static void make_town(uint64_t number, nv_language language, nv_buffer *out)
{
    add_spelled(out, language, ONE_OF(surname_starts, number));
    add_spelled(out, language, ONE_OF(surname_middles, number / 64));
    add_spelled(out, language, ONE_OF(town_ends, number / 4096));
}

static void make_name(bench_name_kind kind, uint32_t number,
                      nv_language language, nv_buffer *out)
{
    const uint64_t mixed = bench_mix(number * 4u + kind + 1) >> 8;

    if (kind == BENCH_PERSON) {
        add_spelled(out, language, ONE_OF(given_names, mixed >> 20));
        nv_buffer_add_char(out, ' ');
        make_surname(mixed, language, out);
        return;
    }
    if (kind == BENCH_PARTY)
        nv_buffer_add_text(out, ONE_OF(bodies, mixed >> 20)[language]);
    make_town(mixed, language, out);
}

static const char *real_name(const bench_names *names, bench_name_kind kind,
                             uint32_t number, nv_language language)
{
    const bench_name_list *list = &names->lists[kind];
    const bench_real_name *real;

    if (number >= list->real_count)
        return NULL;
    real = &list->real[number];
    return real->in[language] ? real->in[language] : real->in[NV_LANGUAGE_EN];
}

void bench_name(const bench_names *names, bench_name_kind kind, uint32_t number,
                nv_language language, nv_buffer *out)
{
    const char *real = real_name(names, kind, number, language);

    if (real)
        nv_buffer_add_text(out, real);
    else
        make_name(kind, number, language, out);
}

void bench_last_name(const bench_names *names, uint32_t number,
                     nv_language language, nv_buffer *out)
{
    nv_buffer name = NV_BUFFER_INIT;
    const char *space;

    bench_name(names, BENCH_PERSON, number, language, &name);
    space = strrchr(name.text, ' ');
    nv_buffer_add_text(out, space ? space + 1 : name.text);
    nv_buffer_release(&name);
}

/* Names that were written already, by their hashes: two made ones may be the
 * same, and a registry has each once. */
typedef struct {
    uint64_t *slots;
    size_t mask;
} seen;

static bool is_new(seen *names, const char *text)
{
    uint64_t hash = 1;
    size_t at;

    while (*text)
        hash = bench_mix(hash * 31 + (unsigned char)*text++);
    hash += hash == 0;
    for (at = hash & names->mask; names->slots[at]; at = (at + 1) & names->mask)
        if (names->slots[at] == hash)
            return false;
    names->slots[at] = hash;
    return true;
}

static void write_made(const bench_names *names, bench_name_kind kind,
                       uint32_t number, nv_buffer *out)
{
    nv_buffer_add_text(out, kind == BENCH_PERSON
                                ? " <name type=\"person\">\n"
                                : " <name type=\"organisation\">\n");
    for (nv_language i = 0; i < NV_LANGUAGE_COUNT; i++) {
        nv_buffer_add_format(out, "  <form xml:lang=\"%s\">",
                             nv_language_code(i));
        bench_name(names, kind, number, i, out);
        nv_buffer_add_text(out, "</form>\n");
    }
    nv_buffer_add_text(out, " </name>\n");
}

static bool write_list(const bench_names *names, bench_name_kind kind,
                       seen *known, nv_buffer *out, bool (*write)(void *to),
                       void *to)
{
    const bench_name_list *list = &names->lists[kind];
    nv_buffer canonical = NV_BUFFER_INIT;
    bool is_written = true;

    for (uint32_t i = 0; is_written && i < list->count; i++) {
        nv_buffer_truncate(&canonical, 0);
        bench_name(names, kind, i, NV_LANGUAGE_EN, &canonical);
        if (!is_new(known, canonical.text) || i < list->real_count)
            continue;
        write_made(names, kind, i, out);
        is_written = write(to);
    }
    nv_buffer_release(&canonical);
    return is_written;
}

bool bench_names_write(const bench_names *names, nv_buffer *out,
                       bool (*write)(void *to), void *to)
{
    seen known = {NULL, (1u << 20) - 1};
    bool is_written;

    known.slots = calloc(known.mask + 1, sizeof *known.slots);
    if (!known.slots)
        return false;
    nv_buffer_add(out, names->records.text, names->records.len);
    is_written = write(to) &&
                 write_list(names, BENCH_PERSON, &known, out, write, to) &&
                 write_list(names, BENCH_PARTY, &known, out, write, to);
    free(known.slots);
    return is_written;
}
