/* SPDX-License-Identifier: MPL-2.0 */
/* See watch.h. */
#include "writer/watch.h"

#include <stdlib.h>

#include "uno/later.h"
#include "writer/caret.h"
#include "writer/model.h"

enum {
    PAUSE_MS = 700, /* without a change, until the document is looked at */
    SLICE_MS = 8,   /* of looking, in which nobody can type */
    BREATH_MS = 15 /* between two slices, in which the writer's keys go first */
};

struct nv_watch {
    nv_essay *essay; /* borrowed */
    const nv_means *(*means)(void *self);
    void (*told)(void *self, const nv_refreshed *sum);
    void *self;
    nv_uno_timer *timer; /* owned */
    bool is_waiting;     /* the timer has been started */
    bool is_stirred;     /* modified since */
};

static void wait(struct nv_watch *watch, unsigned milliseconds)
{
    watch->is_waiting = true;
    watch->is_stirred = false;
    nv_uno_timer_start(watch->timer, milliseconds);
}

/* At every key: the timer is not started anew each time. */
void nv_watch_modified(struct nv_watch *watch)
{
    if (watch && !watch->is_waiting)
        wait(watch, PAUSE_MS);
    else if (watch)
        watch->is_stirred = true;
}

static void tell(struct nv_watch *watch, const nv_census *census, nv_error *err)
{
    const nv_means *means = watch->means(watch->self);
    const nv_apparatus *apparatus =
        means ? nv_essay_apparatus(watch->essay, census, means, err) : NULL;
    nv_refreshed sum;

    if (!apparatus)
        return;
    sum = nv_apparatus_count(apparatus);
    watch->told(watch->self, &sum);
}

/* What fails is tried again after the next change: nothing waits for it. */
static void look(struct nv_watch *watch)
{
    nv_error err = {0};
    nv_caret caret = {0};
    nv_census *census = NULL;

    if (nv_caret_find(nv_essay_frame(watch->essay), &caret, &err) &&
        caret.cursor &&
        nv_essay_census_slice(watch->essay, caret.model, SLICE_MS, &census,
                              &err)) {
        if (census)
            tell(watch, census, &err);
        else
            wait(watch, BREATH_MS);
    }
    nv_caret_release(&caret);
}

static void run(void *data)
{
    struct nv_watch *watch = data;

    watch->is_waiting = false;
    if (watch->is_stirred)
        wait(watch, PAUSE_MS);
    else
        look(watch);
}

bool nv_essay_watch(nv_essay *essay, const nv_means *(*means)(void *self),
                    void (*told)(void *self, const nv_refreshed *sum),
                    void *self, nv_error *err)
{
    struct nv_watch **place = nv_essay_watcher(essay);
    struct nv_watch *watch = calloc(1, sizeof *watch);

    nv_watch_free(*place);
    *place = NULL;
    if (!watch)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "no memory to watch the document");
    *watch = (struct nv_watch){
        .essay = essay, .means = means, .told = told, .self = self};
    watch->timer = nv_uno_timer_new(nv_essay_context(essay), run, watch, err);
    if (!watch->timer) {
        free(watch);
        return false;
    }
    *place = watch;
    wait(watch, BREATH_MS);
    return true;
}

void nv_watch_free(struct nv_watch *watch)
{
    if (!watch)
        return;
    nv_uno_timer_free(watch->timer);
    free(watch);
}
