/* SPDX-License-Identifier: MPL-2.0 */
/* See source.h. */
#include "source.h"

#include "base/array.h"

static const char *const works[] = {
    "Foreign Relations of the United States",
    "Documents on British Policy Overseas",
    "Documents diplomatiques français",
    "Akten zur Auswärtigen Politik der Bundesrepublik Deutschland",
    "Department of State Bulletin",
    "Keesing’s Contemporary Archives",
    "Внешняя политика Советского Союза",
    "La Documentation française"};

/* What only a source of the dossier's length has. */
static void write_source_rest(const bench_writer *w)
{
    if (bench_writer_chance(w, 20))
        bench_write_words(w, "volume-title", 4);
    nv_buffer_add_format(
        w->out, "   <document>%u</document>\n   <pages>%u</pages>\n",
        1 + bench_writer_below(w, 600), 1 + bench_writer_below(w, 900));
    if (bench_writer_chance(w, 37)) {
        bench_write_plain(w, "place", "Washington");
        bench_write_plain(w, "publisher", "U.S. Government Printing Office");
    }
    nv_buffer_add_format(w->out, "   <year>%.4s</year>\n", w->event->date);
    nv_buffer_add_format(w->out,
                         "   <url ok=\"true\">https://example.org/%s</url>\n",
                         w->event->draft->id);
    bench_write_plain(w, "access", "free online");
    if (bench_writer_chance(w, 35))
        bench_write_texts(w, "role-note", 7);
    bench_write_plain(w, "basis", "seen");
    if (bench_writer_chance(w, 50))
        bench_write_words(w, "note", 18);
}

void bench_write_source(const bench_writer *w, uint32_t number)
{
    const uint32_t person =
        bench_names_draw(&w->world->names, &w->world->random, BENCH_PERSON);

    nv_buffer_add_format(w->out,
                         "  <source key=\"s%u\" type=\"documentary edition\" "
                         "holds=\"text\" checked=\"seen\">\n   <author>",
                         number);
    bench_name(&w->world->names, BENCH_PERSON, person, NV_LANGUAGE_EN, w->out);
    nv_buffer_add_text(w->out, "</author>\n");
    nv_buffer_add_format(w->out, "   <title>%s, %.4s</title>\n",
                         works[bench_writer_below(w, NV_COUNT_OF(works))],
                         w->event->date);
    if (w->world->is_full && bench_writer_chance(w, 30))
        bench_write_words(w, "item", 8);
    nv_buffer_add_format(w->out, "   <volume>%u</volume>\n",
                         1 + bench_writer_below(w, 30));
    if (w->world->is_full)
        write_source_rest(w);
    nv_buffer_add_text(w->out, "  </source>\n");
}
