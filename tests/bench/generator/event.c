/* SPDX-License-Identifier: MPL-2.0 */
/* See event.h. Numbers of words and of parts are those of the dossier's 132
 * events on average or, where an event is short, about a quarter. */
#include "event.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/array.h"
#include "source.h"
#include "writer.h"

enum { KEYS = 36 * 36 * 36 * 36, KEY_STEP = 1000003 /* prime to KEYS */ };

/* In percent, as often as in the dossier. */
static const uint8_t kind_weights[NV_KIND_COUNT] = {
    [NV_KIND_TREATY] = 21,    [NV_KIND_NOTE] = 20,
    [NV_KIND_REPLY] = 12,     [NV_KIND_REFUSAL] = 3,
    [NV_KIND_SPEECH] = 8,     [NV_KIND_STATEMENT] = 5,
    [NV_KIND_CONFERENCE] = 5, [NV_KIND_DECLARATION] = 21,
    [NV_KIND_WITHDRAWAL] = 3, [NV_KIND_RESOLUTION] = 2,
};

/* Of the documents. Our own texts are English and French only, so that of the
 * words of short events 50 % are English, 26 % French, 10 % German, 8 % Russian
 * and 6 % Spanish. */
static const uint8_t language_weights[NV_LANGUAGE_COUNT] = {
    [NV_LANGUAGE_EN] = 35, [NV_LANGUAGE_FR] = 20, [NV_LANGUAGE_DE] = 19,
    [NV_LANGUAGE_ES] = 12, [NV_LANGUAGE_RU] = 14,
};

/* How a title and a document begin; the sender follows. */
static const char *const genres[NV_KIND_COUNT][NV_NOTE_LANGUAGE_COUNT] = {
    [NV_KIND_TREATY] = {"Treaty of the", "Traité de"},
    [NV_KIND_NOTE] = {"Note from the", "Note de"},
    [NV_KIND_REPLY] = {"Reply of the", "Réponse de"},
    [NV_KIND_REFUSAL] = {"Refusal by the", "Refus de"},
    [NV_KIND_SPEECH] = {"Speech for the", "Discours pour"},
    [NV_KIND_STATEMENT] = {"Statement by the", "Propos de"},
    [NV_KIND_CONFERENCE] = {"Conference of the", "Conférence de"},
    [NV_KIND_DECLARATION] = {"Declaration by the", "Déclaration de"},
    [NV_KIND_WITHDRAWAL] = {"Withdrawal of the", "Retrait de"},
    [NV_KIND_RESOLUTION] = {"Resolution of the", "Résolution de"},
};
static const char *const between[] = {" to the ", " à "};
static const char *const about[] = {" on ", " sur "};

/* The parts of an event */

static void say_title(const bench_writer *w, nv_language in)
{
    const bench_event *event = w->event;

    nv_buffer_truncate(&w->event->title, 0);
    nv_buffer_add_format(&w->event->title, "%s ",
                         genres[event->draft->kind][in]);
    bench_name(&w->world->names, BENCH_PARTY, event->draft->party, in,
               &w->event->title);
    if (event->party_count > 1 && bench_writer_chance(w, 50)) {
        nv_buffer_add_text(&w->event->title, between[in]);
        bench_name(&w->world->names, BENCH_PARTY, event->parties[1], in,
                   &w->event->title);
    }
    nv_buffer_add_text(&w->event->title, about[in]);
    bench_say(w, in, 4, &w->event->title);
}

static void write_title(const bench_writer *w, nv_language in)
{
    say_title(w, in);
    bench_open_text(w, "title", in);
    nv_buffer_add(w->out, w->event->title.text, w->event->title.len);
    bench_close_text(w, "title");
}

static void write_titles(const bench_writer *w)
{
    if (w->world->is_full)
        write_title(w, (nv_language)(1 - w->event->in));
    write_title(w, w->event->in);
}

static void write_sender(const bench_writer *w, nv_language in)
{
    bench_open_text(w, "from", in);
    bench_name(&w->world->names, BENCH_PARTY, w->event->draft->party, in,
               w->out);
    bench_close_text(w, "from");
}

static void write_document(const bench_writer *w)
{
    nv_buffer_add_text(w->out, "  <document>\n");
    if (w->world->is_full) {
        write_sender(w, NV_LANGUAGE_EN);
        write_sender(w, NV_LANGUAGE_FR);
        bench_write_texts(w, "to", 3);
    }
    bench_write_texts(w, "description", w->world->is_full ? 9 : 5);
    if (!w->world->is_full || bench_writer_chance(w, 30))
        bench_write_text(w, "title", w->event->language, 5);
    if (w->world->is_full)
        bench_write_texts(w, "short", 5);
    nv_buffer_add_format(w->out, "   <language>%s</language>\n  </document>\n",
                         nv_language_code(w->event->language));
}

static void write_date(const bench_writer *w)
{
    const char *iso = w->event->date;
    const bool is_month = strlen(iso) == strlen("1954-03");

    nv_buffer_add_format(w->out, "  <date iso=\"%s\" precision=\"%s\"", iso,
                         is_month ? "month" : "day");
    if (is_month || !w->world->is_full || !bench_writer_chance(w, 60)) {
        nv_buffer_add_text(w->out, "/>\n");
        return;
    }
    nv_buffer_add_format(w->out,
                         ">\n   <variant iso=\"%.8s%02u\" "
                         "what=\"published\">",
                         iso, 1 + bench_writer_below(w, 28));
    bench_say(w, w->event->in, 6, w->out);
    nv_buffer_add_text(w->out, "</variant>\n  </date>\n");
}

static void write_parties(const bench_writer *w)
{
    for (uint32_t i = 0; i < w->event->party_count; i++) {
        nv_buffer_add_text(w->out, "  <party>");
        bench_name(&w->world->names, BENCH_PARTY, w->event->parties[i],
                   NV_LANGUAGE_EN, w->out);
        nv_buffer_add_text(w->out, "</party>\n");
    }
}

static void write_person(const bench_writer *w, uint32_t person)
{
    static const char *const acts[] = {"signed", "signed",  "attended",
                                       "spoke",  "unknown", "sent"};

    nv_buffer_add_text(w->out, "  <person name=\"");
    bench_name(&w->world->names, BENCH_PERSON, person, NV_LANGUAGE_EN, w->out);
    nv_buffer_add_format(w->out, "\" act=\"%s\"",
                         acts[bench_writer_below(w, NV_COUNT_OF(acts))]);
    if (!w->world->is_full) {
        nv_buffer_add_text(w->out, "/>\n");
        return;
    }
    nv_buffer_add_text(w->out, ">\n");
    bench_write_texts(w, "office", 3);
    nv_buffer_add_text(w->out, "  </person>\n");
}

static void write_place(const bench_writer *w)
{
    nv_buffer_add_text(w->out, "  <place role=\"signed\">");
    bench_name(&w->world->names, BENCH_PLACE, w->event->place, NV_LANGUAGE_EN,
               w->out);
    nv_buffer_add_text(w->out, "</place>\n");
}

/* The words of a quotation; those of the first are kept. */
static void write_wording(const bench_writer *w, uint32_t number,
                          uint32_t words)
{
    nv_buffer_truncate(&w->event->quotation, 0);
    bench_say_with_name(w, w->event->language, words, &w->event->quotation);
    nv_buffer_add_format(
        w->out,
        "  <quotation number=\"%u\" role=\"document\" original=\"yes\" "
        "as=\"edition\" source=\"s1\" status=\"text seen\">\n",
        number);
    bench_open_text(w, "text", w->event->language);
    nv_buffer_add(w->out, w->event->quotation.text, w->event->quotation.len);
    bench_close_text(w, "text");
}

static void write_quotation(const bench_writer *w, uint32_t number)
{
    write_wording(w, number, w->world->is_full ? 22 : 28);
    if (w->world->is_full) {
        nv_buffer_add_format(w->out,
                             "   <in-source label=\"page\" value=\"%u\"/>\n",
                             1 + bench_writer_below(w, 900));
        if (bench_writer_chance(w, 73))
            bench_write_texts(w, "caution", 18);
        bench_write_words(w, "where", 4);
        if (bench_writer_chance(w, 35))
            bench_write_words(w, "note", 18);
    }
    nv_buffer_add_text(w->out, "  </quotation>\n");
}

static void write_relations(const bench_writer *w)
{
    static const char *const types[] = {"follows", "follows", "cites",
                                        "discusses", "supersedes"};
    const bool is_answer = w->event->draft->kind == NV_KIND_REPLY ||
                           w->event->draft->kind == NV_KIND_REFUSAL;

    for (size_t i = 0; i < NV_COUNT_OF(w->event->earlier); i++)
        if (w->event->earlier[i][0])
            nv_buffer_add_format(
                w->out, "  <relation type=\"%s\" target=\"%s\"/>\n",
                i == 0 && is_answer
                    ? "replies-to"
                    : types[bench_writer_below(w, NV_COUNT_OF(types))],
                w->event->earlier[i]);
}

static void write_conflict(const bench_writer *w)
{
    nv_buffer_add_text(w->out, "  <conflict>\n");
    bench_write_texts(w, "note", 40);
    nv_buffer_add_text(w->out, "  </conflict>\n");
}

static void write_key(const bench_writer *w, char key[5])
{
    uint32_t rest = (uint32_t)((uint64_t)w->event->number * KEY_STEP % KEYS);

    for (size_t i = 0; i < 4; i++) {
        key[i] = "abcdefghijklmnopqrstuvwxyz0123456789"[rest % 36];
        rest /= 36;
    }
    key[4] = '\0';
}

static void write_head(const bench_writer *w)
{
    char key[5];

    write_key(w, key);
    nv_buffer_add_format(w->out,
                         " <event id=\"%s\" key=\"%s\" kind=\"%s\" "
                         "confidence=\"%s\">\n",
                         w->event->draft->id, key,
                         nv_kind_word(w->event->draft->kind),
                         bench_writer_chance(w, 80) ? "text seen" : "reported");
}

static void write_parts(const bench_writer *w)
{
    const bool is_full = w->world->is_full;
    const uint32_t quotations = is_full
                                    ? bench_writer_below(w, 5) +
                                          (uint32_t)bench_writer_chance(w, 20)
                                    : 1,
                   sources = is_full ? 1 + bench_writer_below(w, 5) : 1;

    bench_write_texts(w, "summary", is_full ? 25 : 11);
    for (uint32_t i = 1; i <= quotations; i++)
        write_quotation(w, i);
    for (uint32_t i = 1; i <= sources; i++)
        bench_write_source(w, i);
    write_relations(w);
    if (is_full && bench_writer_chance(w, 30))
        write_conflict(w);
}

/* Drawing */

static bool has(const uint32_t items[], uint32_t count, uint32_t item)
{
    for (uint32_t i = 0; i < count; i++)
        if (items[i] == item)
            return true;
    return false;
}

static uint32_t draw_some(const bench_writer *w, bench_name_kind kind,
                          uint32_t items[], uint32_t count, uint32_t wanted)
{
    for (uint32_t i = count; i < wanted; i++) {
        const uint32_t item =
            bench_names_draw(&w->world->names, &w->world->random, kind);

        if (!has(items, count, item))
            items[count++] = item;
    }
    return count;
}

static void draw(const bench_writer *w)
{
    bench_event *event = w->event;
    bench_random *random = &w->world->random;

    event->language =
        (nv_language)bench_pick(random, language_weights, NV_LANGUAGE_COUNT);
    event->in =
        event->language == NV_LANGUAGE_FR ||
                (event->language > NV_LANGUAGE_FR && bench_writer_chance(w, 30))
            ? NV_LANGUAGE_FR
            : NV_LANGUAGE_EN;
    event->parties[0] = event->draft->party;
    event->party_count = draw_some(
        w, BENCH_PARTY, event->parties, 1,
        1 + bench_writer_below(w, w->world->is_full ? BENCH_PARTIES : 3));
    event->person_count = draw_some(w, BENCH_PERSON, event->persons, 0,
                                    bench_writer_below(w, BENCH_PERSONS));
    event->place = bench_names_draw(&w->world->names, random, BENCH_PLACE);
}

void bench_event_write(bench_world *world, bench_event *event, nv_buffer *out)
{
    const bench_writer w = {world, event, out};

    draw(&w);
    write_head(&w);
    write_titles(&w);
    write_document(&w);
    write_date(&w);
    write_place(&w);
    write_parties(&w);
    for (uint32_t i = 0; i < event->person_count; i++)
        write_person(&w, event->persons[i]);
    write_parts(&w);
    if (bench_chance(&world->random, 1))
        nv_buffer_add_format(
            out, "  <statement>S%u</statement>\n",
            1 + bench_below(&world->random, world->statement_count));
    nv_buffer_add_text(out, " </event>\n");
}

/* "Soviet Union" to "soviet-union": what an id may have, at most so long. */
static void add_slug(char id[BENCH_ID], const char *name)
{
    enum { SLUG_END = 60 };
    size_t len = strlen(id);

    for (; *name && len < SLUG_END; name++) {
        if (isalnum((unsigned char)*name))
            id[len++] = (char)tolower((unsigned char)*name);
        else if (id[len - 1] != '-')
            id[len++] = '-';
    }
    id[len] = '\0';
}

void bench_draft_draw(bench_world *world, const char *date, bench_draft *draft)
{
    nv_buffer name = NV_BUFFER_INIT;
    size_t len;

    draft->kind =
        (nv_kind)bench_pick(&world->random, kind_weights, NV_KIND_COUNT);
    draft->party = bench_names_draw(&world->names, &world->random, BENCH_PARTY);
    bench_name(&world->names, BENCH_PARTY, draft->party, NV_LANGUAGE_EN, &name);
    snprintf(draft->id, sizeof draft->id, "%s-", date);
    add_slug(draft->id, name.text);
    nv_buffer_release(&name);
    len = strlen(draft->id);
    snprintf(draft->id + len, sizeof draft->id - len, "-%s",
             nv_kind_word(draft->kind));
}

void bench_statement_write(bench_world *world, uint32_t number,
                           const char *const ids[], size_t count,
                           nv_buffer *out)
{
    const nv_language in =
        bench_chance(&world->random, 70) ? NV_LANGUAGE_FR : NV_LANGUAGE_EN;

    nv_buffer_add_format(out,
                         " <statement id=\"S%u\" verdict=\"partly\">\n  <words "
                         "xml:lang=\"%s\">",
                         number + 1, nv_language_code(in));
    bench_words_say(&world->words, &world->random, in, 25, out);
    nv_buffer_add_text(out, "</words>\n");
    for (size_t i = 0; i < count; i++)
        nv_buffer_add_format(out, "  <event>%s</event>\n", ids[i]);
    for (int i = 0; i < NV_NOTE_LANGUAGE_COUNT; i++) {
        nv_buffer_add_format(out, "  <answer xml:lang=\"%s\">",
                             nv_language_code((nv_language)i));
        bench_words_say(&world->words, &world->random, (nv_language)i, 30, out);
        nv_buffer_add_text(out, "</answer>\n");
    }
    nv_buffer_add_text(out, " </statement>\n");
}
