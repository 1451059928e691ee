/* SPDX-License-Identifier: MPL-2.0 */
/* See store.h: a source that the writer read, kept with the document. */
#include <string.h>

#include "base/buffer.h"
#include "note/citation_name.h"
#include "note/note_text.h"
#include "writer/act.h"
#include "writer/property_change.h"
#include "writer/store.h"
#include "words/words.h"

/* The key follows from what is kept, so that the same source is kept once. */
static bool make_key(nv_own_source *source, nv_error *err)
{
    const char *const texts[] = {source->event, source->title, source->pages,
                                 source->words, source->day};
    nv_buffer all = NV_BUFFER_INIT;
    char checksum[8];
    bool is_made;

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        nv_buffer_add_text(&all, texts[i]);
        nv_buffer_add_char(&all, '|');
    }
    nv_citation_checksum(all.text, all.len, checksum);
    memcpy(source->key, checksum + 1, sizeof source->key);
    is_made = !all.failed;
    nv_buffer_release(&all);
    return is_made || nv_note_no_memory(err);
}

static bool keep(nv_writer_act *act, const nv_own_source *given, nv_error *err)
{
    nv_own_source source = *given;
    nv_property_change *change = nv_property_change_new(act->step.model, err);
    bool is_done =
        change && make_key(&source, err) &&
        nv_own_source_write(&source, nv_property_change_put, change, err);

    if (is_done) {
        if (nv_writer_act_begin(
                act, nv_say(NV_WORD_KEEP_SOURCE_TITLE, act->words), err))
            nv_property_change_perform(change, &act->step, err);
        is_done = nv_writer_act_close(act, err);
    }
    nv_uno_release(change);
    return is_done;
}

bool nv_writer_keep_source(nv_essay *essay, const nv_means *means,
                           const nv_own_source *source, nv_tongue words,
                           nv_error *err)
{
    nv_writer_act act;
    nv_error why = {0};
    const bool is_done =
        nv_writer_act_prepare(&act, essay, means, words, &why) &&
        keep(&act, source, &why);

    nv_writer_act_release(&act);
    if (!is_done && err)
        *err = why;
    return is_done;
}
