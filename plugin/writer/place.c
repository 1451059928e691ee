/* SPDX-License-Identifier: MPL-2.0 */
/* Where a citation would go, in which language, and the focus. */
#include <stdio.h>
#include <string.h>

#include "uno/uno.h"
#include "writer/caret.h"
#include "writer/document.h"
#include "writer/locales.h"
#include "writer/step.h"

enum {
    NO_TEXT,
    READ_ONLY,
    NO_CARET,
    BARRED,
    PROTECTED,
    NO_ANSWER,
    REASON_COUNT
};

static const char *const reasons[REASON_COUNT][NV_NOTE_LANGUAGE_COUNT] = {
    [NO_TEXT] = {"There is no text document here: open one to cite in it",
                 "Aucun document texte ici\u00a0: ouvrez-en un pour citer"},
    [READ_ONLY] =
        {"This document is read-only: save it under another name "
         "to cite in it",
         "Ce document est en lecture seule\u00a0: enregistrez-le sous "
         "un autre nom pour y citer"},
    [NO_CARET] = {"A citation can’t stand in a comment or on an object: "
                  "click into the text",
                  "Une citation ne peut figurer ni dans un commentaire ni "
                  "sur un objet\u00a0: cliquez dans le texte"},
    [BARRED] = {"Undo is locked while something else changes this document: "
                "try again when that is done",
                "L’annulation est verrouillée pendant qu’autre chose modifie "
                "ce document\u00a0: réessayez ensuite"},
    [PROTECTED] =
        {"The text at the caret can’t be changed: move the caret "
         "elsewhere",
         "Le texte à cet endroit ne peut être modifié\u00a0: déplacez "
         "le curseur"},
    [NO_ANSWER] = {"Writer does not say where the caret is: click into the "
                   "text and try again",
                   "Writer n’indique pas où se trouve le curseur : cliquez "
                   "dans le texte et réessayez"},
};

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

/* What stands against any change. Returns REASON_COUNT when nothing does. */
static int find_bar(const nv_caret *caret, nv_error *err)
{
    if (!caret->cursor)
        return NO_TEXT;
    if (is_read_only(caret->model, err))
        return READ_ONLY;
    return nv_step_is_barred(caret->model, err) ? BARRED : REASON_COUNT;
}

/* Writer itself says where a footnote can stand; where it can't, a bookmark
 * can, and with it our text, unless the text may not be changed at all. Both
 * states stay true to the caret while the focus is in the panel. */
static nv_place find_place(css_frame_XFrame *frame, const nv_caret *caret,
                           int *reason, nv_error *err)
{
    *reason = find_bar(caret, err);
    if (*reason != REASON_COUNT)
        return NV_PLACE_NOWHERE;
    *reason = NO_CARET;
    if (!caret->end)
        return NV_PLACE_NOWHERE;
    *reason = PROTECTED;
    if (is_enabled(frame, "InsertFootnote", err))
        return NV_PLACE_FOOTNOTE;
    return is_enabled(frame, "InsertBookmark", err) ? NV_PLACE_TEXT
                                                    : NV_PLACE_NOWHERE;
}

/* The sentence of a reason; "" for REASON_COUNT. */
static void tell(int reason, nv_language words, char *why, size_t size)
{
    const int language =
        words == NV_LANGUAGE_FR ? NV_LANGUAGE_FR : NV_LANGUAGE_EN;

    snprintf(why, size, "%s",
             reason == REASON_COUNT ? "" : reasons[reason][language]);
}

nv_place nv_writer_place(css_frame_XFrame *frame, nv_language words, char *why,
                         size_t size)
{
    nv_error err = {0};
    nv_caret caret;
    nv_place place = NV_PLACE_NOWHERE;
    int reason = NO_ANSWER;

    if (nv_caret_find(frame, &caret, &err))
        place = find_place(frame, &caret, &reason, &err);
    nv_caret_release(&caret);
    if (err.code) {
        place = NV_PLACE_NOWHERE;
        reason = NO_ANSWER;
    }
    tell(place == NV_PLACE_NOWHERE ? reason : REASON_COUNT, words, why, size);
    return place;
}

bool nv_writer_can_write(css_frame_XFrame *frame, nv_language words, char *why,
                         size_t size)
{
    nv_error err = {0};
    nv_caret caret;
    int reason = NO_ANSWER;

    if (nv_caret_find(frame, &caret, &err))
        reason = find_bar(&caret, &err);
    nv_caret_release(&caret);
    tell(err.code ? NO_ANSWER : reason, words, why, size);
    return !err.code && reason == REASON_COUNT;
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
