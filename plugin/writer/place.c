/* SPDX-License-Identifier: MPL-2.0 */
/* Where a citation would go, in which language, and the focus. */
#include <stdio.h>
#include <string.h>

#include "uno/uno.h"
#include "writer/caret.h"
#include "writer/document.h"
#include "writer/locales.h"
#include "writer/step.h"
#include "words/words.h"

/* A command's state comes to a listener, once, inside addStatusListener(). */
typedef struct {
    nv_uno_object base;
    bool is_enabled;
} state_listener;

static void on_state(void *self, const css_frame_FeatureStateEvent *event,
                     nv_error *err)
{
    (void)err;
    ((state_listener *)self)->is_enabled = event->IsEnabled;
}

static const css_frame_XStatusListener_methods on_states = {
    .statusChanged = on_state,
};
static const nv_uno_interface state_interfaces[] = {
    NV_UNO_INTERFACE(css_frame_XStatusListener, &on_states),
};
static const nv_uno_class state_class = {
    .name = "org.noteverbale.StateListener",
    .interfaces = state_interfaces,
    .interface_count = 1,
    .size = sizeof(state_listener),
};

/* Whether the command (the path of its ".uno:" URL) is enabled now. */
static bool is_enabled(css_frame_XFrame *frame, const char *path, nv_error *err)
{
    char complete[64];
    NV_UNO_OWNED_STRUCT(css_util_URL) url = {0};
    NV_UNO_OWNED css_frame_XDispatchProvider *provider =
        css_frame_XDispatchProvider_need(frame, err);
    NV_UNO_OWNED css_frame_XDispatch *dispatch = NULL;
    NV_UNO_OWNED state_listener *state = nv_uno_object_new(&state_class, err);
    css_frame_XStatusListener *listener;

    if (err->code)
        return false;
    snprintf(complete, sizeof complete, ".uno:%s", path);
    url.Complete = nv_uno_string(complete);
    url.Main = nv_uno_string(complete);
    url.Protocol = nv_uno_string(".uno:");
    url.Path = nv_uno_string(path);
    dispatch =
        css_frame_XDispatchProvider_queryDispatch(provider, &url, NULL, 0, err);
    listener = css_frame_XStatusListener_of(&state->base);
    css_frame_XDispatch_addStatusListener(dispatch, listener, &url, err);
    css_frame_XDispatch_removeStatusListener(dispatch, listener, &url, NULL);
    return state->is_enabled;
}

static bool is_read_only(css_frame_XModel *model, nv_error *err)
{
    NV_UNO_OWNED css_frame_XStorable *storable =
        css_frame_XStorable_need(model, err);

    return css_frame_XStorable_isReadonly(storable, err);
}

/* What stands against any change. Returns NV_WORD_COUNT when nothing does. */
static nv_word find_bar(const nv_caret *caret, nv_error *err)
{
    if (!caret->cursor)
        return NV_WORD_NO_TEXT;
    if (is_read_only(caret->model, err))
        return NV_WORD_READ_ONLY;
    return nv_step_is_barred(caret->model, err) ? NV_WORD_BARRED
                                                : NV_WORD_COUNT;
}

/* Writer itself says where a footnote can stand; where it can't, a bookmark
 * can, and with it our text, unless the text may not be changed at all. Both
 * states stay true to the caret while the focus is in the panel. */
static nv_place find_place(css_frame_XFrame *frame, const nv_caret *caret,
                           nv_word *reason, nv_error *err)
{
    *reason = find_bar(caret, err);
    if (*reason != NV_WORD_COUNT)
        return NV_PLACE_NOWHERE;
    *reason = NV_WORD_NO_CARET;
    if (!caret->end)
        return NV_PLACE_NOWHERE;
    *reason = NV_WORD_PROTECTED;
    if (is_enabled(frame, "InsertFootnote", err))
        return NV_PLACE_FOOTNOTE;
    return is_enabled(frame, "InsertBookmark", err) ? NV_PLACE_TEXT
                                                    : NV_PLACE_NOWHERE;
}

/* The sentence of a reason; "" for NV_WORD_COUNT. */
static void tell(nv_word reason, nv_tongue words, char *why, size_t size)
{
    snprintf(why, size, "%s",
             reason == NV_WORD_COUNT ? "" : nv_say(reason, words));
}

nv_place nv_writer_place(css_frame_XFrame *frame, nv_tongue words, char *why,
                         size_t size)
{
    nv_error err = {0};
    nv_caret caret;
    nv_place place = NV_PLACE_NOWHERE;
    nv_word reason = NV_WORD_NO_ANSWER;

    if (nv_caret_find(frame, &caret, &err))
        place = find_place(frame, &caret, &reason, &err);
    nv_caret_release(&caret);
    if (err.code) {
        place = NV_PLACE_NOWHERE;
        reason = NV_WORD_NO_ANSWER;
    }
    tell(place == NV_PLACE_NOWHERE ? reason : NV_WORD_COUNT, words, why, size);
    return place;
}

bool nv_writer_can_write(css_frame_XFrame *frame, nv_tongue words, char *why,
                         size_t size)
{
    nv_error err = {0};
    nv_caret caret;
    nv_word reason = NV_WORD_NO_ANSWER;

    if (nv_caret_find(frame, &caret, &err))
        reason = find_bar(&caret, &err);
    nv_caret_release(&caret);
    tell(err.code ? NV_WORD_NO_ANSWER : reason, words, why, size);
    return !err.code && reason == NV_WORD_COUNT;
}

/* The first locale that names a language decides, also if it is none of
 * ours. */
static nv_language choose_language(const nv_locales *locales)
{
    char code[3] = "";

    for (size_t i = 0; i < NV_LOCALES_KNOWN && !*code; i++)
        nv_locale_code(&locales->known[i], code);
    return nv_language_from_tag(code, NV_LANGUAGE_EN);
}

nv_language nv_writer_language(css_frame_XFrame *frame)
{
    nv_error err = {0};
    nv_caret caret;
    nv_locales locales;
    nv_language language;

    nv_caret_find(frame, &caret, &err);
    nv_locales_find(&caret, &locales);
    language = choose_language(&locales);
    nv_locales_release(&locales);
    nv_caret_release(&caret);
    return language;
}

void nv_writer_focus(css_frame_XFrame *frame)
{
    NV_UNO_OWNED css_awt_XWindow *window =
        css_frame_XFrame_getComponentWindow(frame, NULL);

    css_awt_XWindow_setFocus(window, NULL);
}
