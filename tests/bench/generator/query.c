/* SPDX-License-Identifier: MPL-2.0 */
/* See query.h. */
#include "query.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

static const char *const months[NV_LANGUAGE_COUNT][12] = {
    [NV_LANGUAGE_EN] = {"January", "February", "March", "April", "May", "June",
                        "July", "August", "September", "October", "November",
                        "December"},
    [NV_LANGUAGE_FR] = {"janvier", "février", "mars", "avril", "mai", "juin",
                        "juillet", "août", "septembre", "octobre", "novembre",
                        "décembre"},
    [NV_LANGUAGE_DE] = {"Januar", "Februar", "März", "April", "Mai", "Juni",
                        "Juli", "August", "September", "Oktober", "November",
                        "Dezember"},
    [NV_LANGUAGE_ES] = {"enero", "febrero", "marzo", "abril", "mayo", "junio",
                        "julio", "agosto", "septiembre", "octubre", "noviembre",
                        "diciembre"},
    [NV_LANGUAGE_RU] = {"января", "февраля", "марта", "апреля", "мая", "июня",
                        "июля", "августа", "сентября", "октября", "ноября",
                        "декабря"},
};
static const char *const kinds[NV_KIND_COUNT][NV_LANGUAGE_COUNT] = {
    [NV_KIND_TREATY] = {"treaty", "traité", "Vertrag", "tratado", "договор"},
    [NV_KIND_NOTE] = {"note", "note", "Note", "nota", "нота"},
    [NV_KIND_REPLY] = {"reply", "réponse", "Antwort", "respuesta", "ответ"},
    [NV_KIND_REFUSAL] = {"refusal", "refus", "Ablehnung", "rechazo", "отказ"},
    [NV_KIND_SPEECH] = {"speech", "discours", "Rede", "discurso", "речь"},
    [NV_KIND_STATEMENT] = {"statement", "propos", "Erklärung", "declaración",
                           "заявление"},
    [NV_KIND_CONFERENCE] = {"conference", "conférence", "Konferenz",
                            "conferencia", "конференция"},
    [NV_KIND_DECLARATION] = {"declaration", "déclaration", "Erklärung",
                             "declaración", "декларация"},
    [NV_KIND_WITHDRAWAL] = {"withdrawal", "retrait", "Austritt", "retirada",
                            "выход"},
    [NV_KIND_RESOLUTION] = {"resolution", "résolution", "Resolution",
                            "resolución", "резолюция"},
};

typedef struct {
    bench_world *world;
    const bench_event *event;
    nv_buffer *out;
} asker;

/* Parts of a query */

static void party(const asker *a, nv_language in)
{
    bench_name(&a->world->names, BENCH_PARTY, a->event->draft->party, in,
               a->out);
}

static void place(const asker *a, nv_language in)
{
    bench_name(&a->world->names, BENCH_PLACE, a->event->place, in, a->out);
}

static uint32_t person_of(const asker *a)
{
    return a->event->person_count ? a->event->persons[0] : 0;
}

static void person(const asker *a, nv_language in)
{
    bench_last_name(&a->world->names, person_of(a), in, a->out);
}

static void kind(const asker *a, nv_language in)
{
    nv_buffer_add_text(a->out, kinds[a->event->draft->kind][in]);
}

static void year(const asker *a)
{
    nv_buffer_add(a->out, a->event->date, strlen("1954"));
}

static void date(const asker *a, nv_language in)
{
    const char *iso = a->event->date;
    const char *of = in == NV_LANGUAGE_ES ? " de " : " ";

    if (strlen(iso) == strlen("1954-03-31"))
        nv_buffer_add_format(a->out, "%d%s%s", atoi(iso + strlen("1954-03-")),
                             in == NV_LANGUAGE_DE ? "." : "", of);
    nv_buffer_add_text(a->out, months[in][atoi(iso + strlen("1954-")) - 1]);
    nv_buffer_add_text(a->out, of);
    year(a);
}

/* `count` words of a text from the one of number `first` on, without commas. */
static void some_words(const asker *a, const nv_buffer *text, size_t first,
                       size_t count)
{
    const char *at = text->text;

    for (; *at && first > 0; at++)
        first -= *at == ' ';
    for (; *at && (*at != ' ' || --count > 0); at++)
        if (*at != ',')
            nv_buffer_add_char(a->out, *at);
}

/* How people ask */

static void by_person_and_kind(const asker *a, nv_language in)
{
    person(a, in);
    nv_buffer_add_char(a->out, ' ');
    kind(a, in);
}

static void by_place_and_year(const asker *a, nv_language in)
{
    place(a, in);
    nv_buffer_add_char(a->out, ' ');
    year(a);
}

static void by_date(const asker *a, nv_language in)
{
    date(a, in);
}

static void by_kind_party_date(const asker *a, nv_language in)
{
    kind(a, in);
    nv_buffer_add_char(a->out, ' ');
    party(a, in);
    nv_buffer_add_char(a->out, ' ');
    date(a, in);
}

static void by_title(const asker *a, nv_language in)
{
    (void)in;
    some_words(a, &a->event->title, 3, 4);
}

static void by_phrase(const asker *a, nv_language in)
{
    (void)in;
    nv_buffer_add_char(a->out, '"');
    some_words(a, &a->event->quotation, 2, 5);
    nv_buffer_add_char(a->out, '"');
}

static void by_words(const asker *a, nv_language in)
{
    (void)in;
    some_words(a, &a->event->quotation, 5, 3);
}

/* A letter of the last name is left out. */
static void by_misspelling(const asker *a, nv_language in)
{
    nv_buffer name = NV_BUFFER_INIT;
    size_t at;

    bench_last_name(&a->world->names, person_of(a), in, &name);
    at = name.len / 2;
    while (((unsigned char)name.text[at] & 0xC0) == 0x80)
        at--;
    nv_buffer_add(a->out, name.text, at);
    for (at++; ((unsigned char)name.text[at] & 0xC0) == 0x80; at++)
        ;
    nv_buffer_add_text(a->out, name.text + at);
    nv_buffer_release(&name);
    nv_buffer_add_char(a->out, ' ');
    kind(a, in);
}

static void by_fields(const asker *a, nv_language in)
{
    static const char *const names[][2] = {{"kind:", " place:"},
                                           {"genre:", " lieu:"}};
    const char *const *field = names[in == NV_LANGUAGE_FR];

    nv_buffer_add_text(a->out, field[0]);
    kind(a, in);
    nv_buffer_add_text(a->out, field[1]);
    nv_buffer_add_char(a->out, '"');
    place(a, in);
    nv_buffer_add_char(a->out, '"');
}

static void by_field_and_person(const asker *a, nv_language in)
{
    nv_buffer_add_text(a->out, in == NV_LANGUAGE_FR ? "année:" : "year:");
    year(a);
    nv_buffer_add_char(a->out, ' ');
    person(a, in);
}

static void without(const asker *a, nv_language in)
{
    person(a, in);
    nv_buffer_add_text(a->out, " -");
    kind(a, in);
    nv_buffer_add_char(a->out, ' ');
    place(a, in);
}

static void by_party_and_word(const asker *a, nv_language in)
{
    party(a, in);
    nv_buffer_add_char(a->out, ' ');
    some_words(a, &a->event->quotation, 4, 1);
}

static void (*const ways[])(const asker *a, nv_language in) = {
    by_person_and_kind, by_title,           by_place_and_year, by_date,
    by_words,           by_phrase,          by_party_and_word, by_misspelling,
    by_title,           by_kind_party_date, by_fields,         without,
    by_field_and_person};

/* Those who read a document of a language ask in it, of our texts in theirs. */
void bench_query_write(bench_world *world, const bench_event *event,
                       uint32_t number, nv_buffer *out)
{
    const asker a = {world, event, out};

    ways[number % NV_COUNT_OF(ways)](&a, event->language);
    nv_buffer_add_char(out, '\n');
}
