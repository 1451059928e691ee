/* SPDX-License-Identifier: MPL-2.0 */
/* Which published styles lose something of an event, and what: `make
 * styles-report` prints it of all that are installed. A line a style, then a
 * line for each event of which it prints not all. */
#include <glob.h>

#include "losses.h"

typedef struct {
    size_t styles, lossless, lost[LOSSES];
} sum;

static void add_event(nv_buffer *out, const char *id, const size_t lost[LOSSES])
{
    nv_buffer_add_format(out, "    %s:", id);
    for (size_t i = 0; i < LOSSES; i++)
        if (lost[i])
            nv_buffer_add_format(out, " %s", loss_words[i]);
    nv_buffer_add_char(out, '\n');
}

static void report(const nv_registry *registry, loose_style *style, sum *sum)
{
    size_t all[LOSSES] = {0}, any = 0;
    nv_buffer events = NV_BUFFER_INIT;

    for (size_t i = 0; i < nv_registry_event_count(registry); i++) {
        const nv_event *event = nv_registry_event(registry, i, NULL);
        size_t lost[LOSSES] = {0}, here = 0;

        count_losses(registry, event, &style->note, lost);
        for (size_t loss = 0; loss < LOSSES; loss++) {
            all[loss] += lost[loss];
            sum->lost[loss] += lost[loss];
            here += lost[loss];
        }
        if (here)
            add_event(&events, event->id, lost);
        any += here;
    }
    sum->styles++;
    sum->lossless += any == 0;
    printf("%s: title %zu, date %zu, place %zu\n%s", style->entry.id,
           all[LOST_TITLE], all[LOST_DATE], all[LOST_PLACE], events.text);
    nv_buffer_release(&events);
}

int main(void)
{
    nv_registry *registry = record_open();
    nv_csl_locale *locale = read_english();
    sum sum = {0};
    glob_t files;

    if (!registry || !locale ||
        glob(CSL_FOLDER "styles/*.csl", 0, NULL, &files) != 0) {
        fputs("styles_report: no styles are installed in " CSL_FOLDER "\n",
              stderr);
        return 1;
    }
    for (size_t i = 0; i < files.gl_pathc; i++) {
        loose_style style;

        if (!read_style(files.gl_pathv[i], locale, &style, NULL))
            continue;
        style.note.entry = &style.entry;
        report(registry, &style, &sum);
        release_style(&style);
    }
    printf("%zu styles, %zu of which lose nothing of %zu events; lost in all: "
           "title %zu, date %zu, place %zu\n",
           sum.styles, sum.lossless, nv_registry_event_count(registry),
           sum.lost[LOST_TITLE], sum.lost[LOST_DATE], sum.lost[LOST_PLACE]);
    globfree(&files);
    nv_csl_locale_free(locale);
    nv_registry_free(registry);
    return 0;
}
