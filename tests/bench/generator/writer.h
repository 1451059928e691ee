/* SPDX-License-Identifier: MPL-2.0 */
/* The elements of an event, with words at random in them. */
#ifndef NV_TESTS_BENCH_WRITER_H
#define NV_TESTS_BENCH_WRITER_H

#include "event.h"

/* What is being written. */
typedef struct {
    bench_world *world;
    bench_event *event;
    nv_buffer *out;
} bench_writer;

/* From 0 to count - 1; true in so many of a hundred. */
uint32_t bench_writer_below(const bench_writer *w, uint32_t count);
bool bench_writer_chance(const bench_writer *w, uint32_t percent);

/* Adds about so many words; with one of the event's names, or another, among
 * them. */
void bench_say(const bench_writer *w, nv_language language, uint32_t count,
               nv_buffer *out);
void bench_say_with_name(const bench_writer *w, nv_language language,
                         uint32_t count, nv_buffer *out);

/* Elements: the tags around a text; one with a text of about so many words;
 * where events are long, one in English and one in French; one with that very
 * text; one with words in no stated language. */
void bench_open_text(const bench_writer *w, const char *element,
                     nv_language language);
void bench_close_text(const bench_writer *w, const char *element);
void bench_write_text(const bench_writer *w, const char *element,
                      nv_language language, uint32_t words);
void bench_write_texts(const bench_writer *w, const char *element,
                       uint32_t words);
void bench_write_plain(const bench_writer *w, const char *element,
                       const char *text);
void bench_write_words(const bench_writer *w, const char *element,
                       uint32_t words);

#endif
