/* SPDX-License-Identifier: MPL-2.0 */
/* Naming a citation: to the office, and to the person who undoes it. */
#include "writer/names.h"

#include <string.h>

#include "base/fill.h"

enum {
    TITLE_MAX = 60, /* bytes of an event's title in the Undo menu */
    TAIL_TRIES = 16 /* for a random tail that the document has not yet */
};

/* How much of the title fits, cut behind a word. */
static size_t fitting_len(const char *title)
{
    size_t len = strlen(title);

    if (len <= TITLE_MAX)
        return len;
    for (len = TITLE_MAX; len > 0 && title[len] != ' '; len--)
        ;
    return len;
}

rtl_uString *nv_names_title(nv_word act, const nv_event *event, nv_tongue words)
{
    const char *title =
        nv_bilingual_in(&event->title, nv_tongue_described(words));
    const char *shown = title ? title : event->id;
    const size_t len = fitting_len(shown);
    nv_buffer begun = NV_BUFFER_INIT, text = NV_BUFFER_INIT;
    const char *value;
    rtl_uString *made;

    nv_buffer_add(&begun, shown, len);
    nv_buffer_add_text(&begun, shown[len] ? " …" : "");
    value = begun.text;
    nv_fill(&text, nv_say(act, words), &value, 1);
    made = nv_uno_string(text.text);
    nv_buffer_release(&begun);
    nv_buffer_release(&text);
    return made;
}

bool nv_names_draw_tail(char tail[7], nv_error *err)
{
    uint32_t bits = 0;
    rtlRandomPool pool = rtl_random_createPool();
    bool is_drawn = pool && rtl_random_getBytes(pool, &bits, sizeof bits) ==
                                rtl_Random_E_None;

    if (pool)
        rtl_random_destroyPool(pool);
    nv_citation_tail(bits, tail);
    return is_drawn || nv_fail(err, NV_ERROR_IO, 0,
                               "The system gives no random numbers: try again "
                               "in a moment");
}

/* The name with a new tail, owned. */
static rtl_uString *draw_name(nv_citation_name *name, nv_error *err)
{
    char text[NV_CITATION_NAME_MAX + 1];

    if (!nv_names_draw_tail(name->tail, err))
        return NULL;
    if (nv_citation_name_write(name, text))
        return nv_uno_string(text);
    nv_fail(err, NV_ERROR_ARGUMENT, 0,
            "The event “%s” can’t be named in a document: its record is "
            "damaged; reinstall the extension",
            name->key);
    return NULL;
}

rtl_uString *nv_names_choose(css_frame_XModel *model, nv_citation_name *name,
                             nv_error *err)
{
    NV_UNO_OWNED css_text_XBookmarksSupplier *supplier =
        css_text_XBookmarksSupplier_need(model, err);
    NV_UNO_OWNED css_container_XNameAccess *bookmarks =
        css_text_XBookmarksSupplier_getBookmarks(supplier, err);

    for (int i = 0; i < TAIL_TRIES && !err->code; i++) {
        rtl_uString *text = draw_name(name, err);

        if (!css_container_XNameAccess_hasByName(bookmarks, text, err) &&
            !err->code)
            return text;
        nv_uno_string_release(text);
    }
    nv_fail(err, NV_ERROR_LIMIT, 0,
            "No free name for the citation was found: try again");
    return NULL;
}

css_text_XTextContent *nv_names_bookmark(css_frame_XModel *model,
                                         rtl_uString *name, nv_error *err)
{
    NV_UNO_OWNED css_lang_XMultiServiceFactory *factory =
        css_lang_XMultiServiceFactory_need(model, err);
    NV_UNO_OWNED css_uno_XInterface *object =
        css_lang_XMultiServiceFactory_createInstance(
            factory, NV_UNO_STR("com.sun.star.text.Bookmark"), err);
    NV_UNO_OWNED css_container_XNamed *named =
        css_container_XNamed_need(object, err);

    css_container_XNamed_setName(named, name, err);
    return css_text_XTextContent_need(object, err);
}
