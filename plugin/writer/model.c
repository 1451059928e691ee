/* SPDX-License-Identifier: MPL-2.0 */
/* See document.h, model.h and watch.h. */
#include "writer/model.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "uno/uno.h"
#include "writer/pasted.h"
#include "writer/scan.h"
#include "writer/store.h"
#include "writer/watch.h"

/* At the document, which holds it; the essay goes first, or the document. */
typedef struct {
    nv_uno_object base;
    nv_essay *essay; /* NULL: gone */
} listener;

struct nv_essay {
    css_uno_XComponentContext *context; /* borrowed, as frame */
    css_frame_XFrame *frame;
    css_frame_XModel *model; /* that is remembered, owned until it closes */
    listener *listener;      /* owned; NULL: could not be had, and nothing is
                                believed */
    nv_census census;
    bool has_census, is_modified;
    size_t checked;          /* how far the census was found true since then */
    nv_scan *scan;           /* a new census, on its way; NULL: none */
    nv_apparatus *apparatus; /* NULL: none was made, or it failed */
    nv_means means;          /* of it; names of styles are owned */
    struct nv_watch *watch;
    nv_store_memory *store;
    nv_note_kind kind; /* of new citations */
};

void nv_essay_want_kind(nv_essay *essay, nv_note_kind kind)
{
    essay->kind = kind;
}

nv_note_kind nv_essay_kind(const nv_essay *essay)
{
    return essay->kind;
}

nv_essay *nv_essay_new(css_uno_XComponentContext *context,
                       css_frame_XFrame *frame, nv_error *err)
{
    nv_essay *essay = calloc(1, sizeof *essay);

    if (!essay) {
        nv_fail(err, NV_ERROR_MEMORY, 0, "no memory to look at the document");
        return NULL;
    }
    essay->context = context;
    essay->frame = frame;
    return essay;
}

css_frame_XFrame *nv_essay_frame(const nv_essay *essay)
{
    return essay->frame;
}

css_uno_XComponentContext *nv_essay_context(const nv_essay *essay)
{
    return essay->context;
}

nv_store_memory **nv_essay_store(nv_essay *essay)
{
    return &essay->store;
}

struct nv_watch **nv_essay_watcher(nv_essay *essay)
{
    return &essay->watch;
}

static void forget_apparatus(nv_essay *essay)
{
    nv_apparatus_free(essay->apparatus);
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        free((char *)essay->means.styles[i]);
    essay->apparatus = NULL;
    essay->means = (nv_means){0};
}

static void forget(nv_essay *essay)
{
    forget_apparatus(essay);
    nv_scan_free(essay->scan);
    nv_census_release(&essay->census);
    essay->scan = NULL;
    essay->has_census = false;
}

void nv_essay_forget(nv_essay *essay)
{
    forget(essay);
    nv_watch_modified(essay->watch);
}

/* Listening */

static void modified(void *self, const css_lang_EventObject *event,
                     nv_error *err)
{
    nv_essay *essay = ((listener *)self)->essay;

    (void)event, (void)err;
    if (!essay)
        return;
    essay->is_modified = true;
    nv_watch_modified(essay->watch);
}

static void let_go(nv_essay *essay)
{
    forget(essay);
    if (essay->listener)
        essay->listener->essay = NULL;
    nv_uno_release(essay->listener);
    nv_uno_release(essay->model);
    essay->listener = NULL;
    essay->model = NULL;
}

/* The document closes. */
static void disposing(void *self, const css_lang_EventObject *event,
                      nv_error *err)
{
    nv_essay *essay = ((listener *)self)->essay;

    (void)event, (void)err;
    if (!essay)
        return;
    let_go(essay);
    nv_watch_modified(essay->watch);
}

static const css_util_XModifyListener_methods methods = {
    .modified = modified,
    .disposing = disposing,
};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_util_XModifyListener, &methods),
};
static const nv_uno_class listener_class = {
    .name = "org.noteverbale.ModifyListener",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(listener),
};

static void stop_listening(nv_essay *essay)
{
    NV_UNO_OWNED css_util_XModifyBroadcaster *broadcaster =
        css_util_XModifyBroadcaster_query(essay->model, NULL);

    if (essay->listener)
        css_util_XModifyBroadcaster_removeModifyListener(
            broadcaster, css_util_XModifyListener_of(&essay->listener->base),
            NULL);
    let_go(essay);
}

static void listen(nv_essay *essay, css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED css_util_XModifyBroadcaster *broadcaster =
        css_util_XModifyBroadcaster_need(model, err);
    listener *made = nv_uno_object_new(&listener_class, err);

    essay->model = nv_uno_acquire(model);
    essay->listener = made;
    if (made)
        made->essay = essay;
    css_util_XModifyBroadcaster_addModifyListener(
        broadcaster, made ? css_util_XModifyListener_of(&made->base) : NULL,
        err);
    if (err->code)
        stop_listening(essay);
}

void nv_essay_free(nv_essay *essay)
{
    if (!essay)
        return;
    nv_watch_free(essay->watch);
    if (essay->model)
        stop_listening(essay);
    forget(essay);
    nv_store_memory_free(essay->store);
    free(essay);
}

/* Remembering */

void nv_essay_doubt(nv_essay *essay)
{
    essay->is_modified = true;
}

void nv_essay_settle(nv_essay *essay)
{
    essay->is_modified = false;
    essay->checked = SIZE_MAX;
}

bool nv_essay_is_settled(const nv_essay *essay, const css_frame_XModel *model)
{
    return essay->model == model && essay->has_census && !essay->is_modified &&
           essay->checked == SIZE_MAX;
}

/* What was begun before the document was modified begins again. */
static bool attend(nv_essay *essay, css_frame_XModel *model, nv_error *err)
{
    if (essay->model && essay->model != model)
        stop_listening(essay);
    if (!essay->model)
        listen(essay, model, err);
    if (essay->is_modified) {
        nv_scan_free(essay->scan);
        essay->scan = NULL;
        essay->checked = 0;
        essay->is_modified = false;
    }
    return !err->code;
}

static void check(nv_essay *essay, double milliseconds, nv_error *err)
{
    if (nv_census_check(&essay->census, &essay->checked, milliseconds, err))
        return;
    nv_census_release(&essay->census);
    essay->has_census = false;
}

static void scan(nv_essay *essay, double milliseconds, nv_error *err)
{
    bool is_done = false;

    if (!essay->scan)
        essay->scan = nv_scan_new(essay->model, err);
    if (essay->scan)
        nv_scan_go_on(essay->scan, milliseconds, &essay->census, &is_done, err);
    if (is_done && err->code)
        nv_census_release(&essay->census);
    essay->has_census = is_done && !err->code;
    if (essay->has_census)
        nv_pasted_fill(essay, &essay->census);
    essay->checked = SIZE_MAX;
    if (is_done || err->code) {
        nv_scan_free(essay->scan);
        essay->scan = NULL;
    }
}

bool nv_essay_census_slice(nv_essay *essay, css_frame_XModel *model,
                           double milliseconds, nv_census **census,
                           nv_error *err)
{
    *census = NULL;
    if (!attend(essay, model, err))
        return false;
    if (essay->has_census && essay->checked != SIZE_MAX)
        check(essay, milliseconds, err);
    if (!essay->has_census && !err->code)
        scan(essay, milliseconds, err);
    if (essay->has_census && essay->checked == SIZE_MAX)
        *census = &essay->census;
    return !err->code;
}

nv_census *nv_essay_census(nv_essay *essay, css_frame_XModel *model,
                           nv_error *err)
{
    nv_census *census;

    nv_essay_census_slice(essay, model, 0, &census, err);
    return census;
}

/* What should be said */

static bool is_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool are_same(const nv_means *a, const nv_means *b)
{
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++)
        if (!is_text(a->styles[i], b->styles[i]))
            return false;
    return a->packs == b->packs && a->library == b->library;
}

static bool keep_means(nv_essay *essay, const nv_means *means, nv_error *err)
{
    essay->means = (nv_means){.packs = means->packs, .library = means->library};
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++) {
        if (!means->styles[i])
            continue;
        essay->means.styles[i] = strdup(means->styles[i]);
        if (!essay->means.styles[i])
            return nv_fail(err, NV_ERROR_MEMORY, 0,
                           "no memory to work out the notes");
    }
    return true;
}

nv_apparatus *nv_essay_apparatus(nv_essay *essay, const nv_census *census,
                                 const nv_means *means, nv_error *err)
{
    if (essay->apparatus && are_same(&essay->means, means) &&
        nv_apparatus_update(essay->apparatus, census->standing, census->count,
                            err))
        return essay->apparatus;
    forget_apparatus(essay);
    if (!err->code && keep_means(essay, means, err))
        essay->apparatus = nv_apparatus_new(&essay->means, census->standing,
                                            census->count, err);
    return essay->apparatus;
}
