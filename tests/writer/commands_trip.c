/* SPDX-License-Identifier: MPL-2.0 */
/* What stands in a document, for the tests of round trips and of long runs. */
#include <stdio.h>

#include "base/json.h"
#include "commands.h"
#include "writer/caret.h"
#include "writer/census.h"
#include "writer/mend.h"

static const char *const states[NV_STANDING_STATE_COUNT] = {
    [NV_STANDING_RIGHT] = "right",
    [NV_STANDING_STALE] = "stale",
    [NV_STANDING_BY_HAND] = "by hand",
    [NV_STANDING_LOST] = "lost",
};

static void write_citation(nv_json_writer *json, const nv_standing *standing,
                           const nv_wanted *wanted)
{
    nv_json_open(json, NULL, '{');
    nv_json_add_text(json, "name", standing->name);
    nv_json_add_number(json, "note", standing->note);
    nv_json_add_text(json, "state", states[wanted->state]);
    nv_json_add_text(json, "text", standing->text);
    nv_json_add_text(json, "wanted", wanted->text);
    nv_json_add_text(json, "property", standing->property);
    nv_json_close(json, '}');
}

static bool write_census(nv_buffer *out, css_frame_XModel *model,
                         const nv_means *means, nv_error *err)
{
    nv_json_writer json = {.out = out};
    nv_census census = {0};
    nv_apparatus *apparatus = NULL;

    if (nv_census_take(&census, model, err))
        apparatus = nv_apparatus_new(means, census.standing, census.count, err);
    nv_json_open(&json, NULL, '[');
    for (size_t i = 0; apparatus && i < census.count; i++)
        write_citation(&json, &census.standing[i],
                       nv_apparatus_wanted(apparatus, i));
    nv_json_close(&json, ']');
    nv_apparatus_free(apparatus);
    nv_census_release(&census);
    return !err->code;
}

/* All citations, worked out from nothing: a JSON array. */
static void census(test_job *self, const test_arguments *args, char *answer,
                   size_t size)
{
    nv_error err = {0};
    nv_caret caret = {0};
    nv_buffer out = NV_BUFFER_INIT;
    test_shelf shelf;
    const bool is_open = test_shelf_open(&shelf, args->folder, &err);
    const nv_means means = test_means(&shelf, args);

    (void)self;
    if (is_open && nv_caret_find(args->frame, &caret, &err) &&
        write_census(&out, caret.model, &means, &err))
        snprintf(answer, size, "%s", out.text);
    else
        test_answer_error(&err, answer, size);
    nv_buffer_release(&out);
    nv_caret_release(&caret);
    test_shelf_close(&shelf);
}

/* The sentence about the document's file format; "" when there is none. */
static void warning(test_job *self, const test_arguments *args, char *answer,
                    size_t size)
{
    nv_error err = {0};
    nv_essay *essay = nv_essay_new(self->context, args->frame, &err);

    if (essay)
        nv_writer_warning(essay, test_words(args), answer, size);
    nv_essay_free(essay);
}

const test_command test_trip_commands[] = {
    {"census", census},
    {"warning", warning},
    {NULL, NULL},
};
