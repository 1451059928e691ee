/* SPDX-License-Identifier: MPL-2.0 */
/* See writer.h. */
#include "writer.h"

uint32_t bench_writer_below(const bench_writer *w, uint32_t count)
{
    return bench_below(&w->world->random, count);
}

bool bench_writer_chance(const bench_writer *w, uint32_t percent)
{
    return bench_chance(&w->world->random, percent);
}

/* Words: about so many. */
void bench_say(const bench_writer *w, nv_language language, uint32_t count,
               nv_buffer *out)
{
    const uint32_t least = count - count / 3;

    bench_words_say(&w->world->words, &w->world->random, language,
                    least + bench_writer_below(w, 2 * (count - least) + 1),
                    out);
}

/* Words among which one of the event's names may stand. */
void bench_say_with_name(const bench_writer *w, nv_language language,
                         uint32_t count, nv_buffer *out)
{
    const bench_event *event = w->event;
    const bench_names *names = &w->world->names;

    bench_say(w, language, count / 2, out);
    nv_buffer_add_char(out, ' ');
    switch (bench_writer_below(w, 4)) {
    case 0:
        bench_name(names, BENCH_PARTY,
                   event->parties[bench_writer_below(w, event->party_count)],
                   language, out);
        break;
    case 1:
        bench_last_name(
            names, bench_names_draw(names, &w->world->random, BENCH_PERSON),
            language, out);
        break;
    case 2:
        bench_name(names, BENCH_PLACE, event->place, language, out);
        break;
    default:
        bench_name(names, BENCH_PARTY,
                   bench_names_draw(names, &w->world->random, BENCH_PARTY),
                   language, out);
    }
    nv_buffer_add_char(out, ' ');
    bench_say(w, language, (count + 1) / 2, out);
}

/* Elements. An element with a language has a text of about so many words. */

void bench_open_text(const bench_writer *w, const char *element,
                     nv_language language)
{
    nv_buffer_add_format(w->out, "  <%s xml:lang=\"%s\">", element,
                         nv_language_code(language));
}

void bench_close_text(const bench_writer *w, const char *element)
{
    nv_buffer_add_format(w->out, "</%s>\n", element);
}

void bench_write_text(const bench_writer *w, const char *element,
                      nv_language language, uint32_t words)
{
    bench_open_text(w, element, language);
    bench_say_with_name(w, language, words, w->out);
    bench_close_text(w, element);
}

void bench_write_texts(const bench_writer *w, const char *element,
                       uint32_t words)
{
    if (!w->world->is_full) {
        bench_write_text(w, element, w->event->in, words);
        return;
    }
    bench_write_text(w, element, NV_LANGUAGE_EN, words);
    bench_write_text(w, element, NV_LANGUAGE_FR, words);
}

void bench_write_plain(const bench_writer *w, const char *element,
                       const char *text)
{
    nv_buffer_add_format(w->out, "   <%s>%s</%s>\n", element, text, element);
}

/* Words of no known language, for what is not searched or names a source. */
void bench_write_words(const bench_writer *w, const char *element,
                       uint32_t words)
{
    nv_buffer_add_format(w->out, "   <%s>", element);
    bench_say(w, w->event->in, words, w->out);
    bench_close_text(w, element);
}
