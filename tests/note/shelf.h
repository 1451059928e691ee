/* SPDX-License-Identifier: MPL-2.0 */
/* Styles and a locale in a folder of the test's own, and a library of them. */
#ifndef NV_TESTS_NOTE_SHELF_H
#define NV_TESTS_NOTE_SHELF_H

#include <sys/stat.h>

#include "note/library.h"
#include "registry/folder.h"

#define CSL_NAMESPACE "xmlns='http://purl.org/net/xbiblio/csl' "

/* A style that prints the title and what a locale calls an article. */
#define STYLE_HEAD(uri, title)                                               \
    "<style " CSL_NAMESPACE "version='1.0' class='note'><info><title>" title \
    "</title><id>" uri "</id><author><name>A. Author</name></author>"        \
    "<updated>2020-01-01T00:00:00Z</updated><rights>Free</rights></info>\n"
#define STYLE_BODY                                              \
    "<citation><layout delimiter='; '><text variable='title'/>" \
    "<text term='page' prefix=' '/></layout></citation></style>"
#define STYLE(uri, title) STYLE_HEAD(uri, title) STYLE_BODY

#define DEPENDENT(uri, title, parent, more)                               \
    "<style " CSL_NAMESPACE "version='1.0'" more "><info><title>" title   \
    "</title><id>" uri "</id><link href='" parent                         \
    "' rel='independent-parent'/><updated>2020-01-01T00:00:00Z</updated>" \
    "</info></style>"

#define LOCALE(tag, page)                                               \
    "<locale " CSL_NAMESPACE "version='1.0' xml:lang='" tag "'><terms>" \
    "<term name='page'>" page "</term></terms></locale>"

static inline void write_bytes(const char *path, const char *bytes, size_t len)
{
    FILE *file = fopen(path, "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
}

static inline void write_text(const char *name, const char *text)
{
    write_bytes(at(name), text, strlen(text));
}

/* ours/plain, published/{wide,narrow}, narrow depending on wide, and locales
 * for American and British English and French. */
static inline void write_shelf(void)
{
    empty_folder();
    assert_int_equal(mkdir(at("ours"), 0700), 0);
    assert_int_equal(mkdir(at("published"), 0700), 0);
    assert_int_equal(mkdir(at("locales"), 0700), 0);
    write_text("ours/plain.csl", STYLE("http://x/plain", "Plain"));
    write_text("published/wide.csl", STYLE("http://x/wide", "École wide"));
    write_text("published/narrow.csl",
               DEPENDENT("http://x/narrow", "A narrow one", "https://x/wide",
                         " default-locale='en-GB'"));
    write_text("locales/locales-en-US.xml", LOCALE("en-US", "page"));
    write_text("locales/locales-en-GB.xml", LOCALE("en-GB", "leaf"));
    write_text("locales/locales-fr-FR.xml", LOCALE("fr-FR", "feuille"));
}

static inline nv_library *open_shelf(nv_error *err)
{
    char ours[200], published[200];
    const nv_style_folder folders[] = {{.path = ours, .is_ours = true},
                                       {.path = published}};

    snprintf(ours, sizeof ours, "%s/ours", folder);
    snprintf(published, sizeof published, "%s/published", folder);
    return nv_library_open(folders, 2, at("locales"), err);
}

#endif
