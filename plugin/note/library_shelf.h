/* SPDX-License-Identifier: MPL-2.0 */
/* Inside of library.h: what library.c finds in the folders, library_style.c
 * compiles and library_add.c adds to. */
#ifndef NV_NOTE_LIBRARY_SHELF_H
#define NV_NOTE_LIBRARY_SHELF_H

#include "base/arena.h"
#include "base/buffer.h"
#include "note/style.h"

/* One style of the library. */
typedef struct {
    nv_library_entry entry;
    const char *parent_uri;     /* "": it is independent */
    const char *default_locale; /* of the file itself; "": none */
    const char *xml;            /* NULL: in the file */
    nv_csl_style *style; /* NULL until it is needed; of a dependent one always:
                            its parent has it */
    nv_csl_lexicon *lexicons[NV_LANGUAGE_COUNT]; /* NULL until needed */
    nv_note_style compiled[NV_LANGUAGE_COUNT]; /* no `previews`: not compiled */
} nv_shelf_style;

typedef struct {
    nv_csl_tag tag;
    nv_csl_locale *locale; /* NULL: there is no such file */
} nv_shelf_locale;

struct nv_library {
    nv_arena arena; /* all texts */
    const char *locale_folder;
    nv_shelf_style *styles;
    size_t style_count, style_capacity;
    nv_style_trouble *troubles;
    size_t trouble_count, trouble_capacity;
    nv_shelf_locale *locales;
    size_t locale_count, locale_capacity;
};

/* Adds the bytes of a style or locale to `xml`. False with *err: NV_ERROR_IO,
 * NV_ERROR_LIMIT (looks at no more of the file than its size) or
 * NV_ERROR_MEMORY; the sentence names the file. */
bool nv_shelf_read(const char *path, nv_buffer *xml, nv_error *err);

/* The XML of an independent style, to the end of `xml`; errors as above. */
bool nv_shelf_text(const nv_shelf_style *shelved, nv_buffer *xml,
                   nv_error *err);

/* Whether the style tells sources apart by variables that only our items have,
 * as all styles of ours do. */
bool nv_shelf_prints_our_items(const char *xml);

/* Fills *made with copies for an entry of that id, `id_len` bytes; false with
 * NV_ERROR_MEMORY. */
bool nv_shelf_describe(nv_library *library, const nv_csl_style_info *info,
                       const char *id, size_t id_len, const char *path,
                       nv_shelf_style *made, nv_error *err);

/* Puts it behind the other styles. NV_ERROR_MEMORY. */
bool nv_shelf_put(nv_library *library, const nv_shelf_style *made,
                  nv_error *err);

/* Fails with *why, after the name of the file. */
bool nv_shelf_fail(nv_error *err, const char *path, const nv_error *why);

/* Fails with NV_ERROR_MEMORY. */
bool nv_shelf_no_memory(nv_error *err);

/* By id, or by CSL's uri; NULL if there is none. */
nv_shelf_style *nv_shelf_find(const nv_library *library, const char *id);

/* The independent style with that uri; http and https are the same. NULL with
 * NV_ERROR_ARGUMENT if there is none: the sentence names it, and the file
 * `path` that needs it. */
const nv_shelf_style *nv_shelf_parent(const nv_library *library,
                                      const char *uri, const char *path,
                                      nv_error *err);

/* Gives back what was compiled. */
void nv_shelf_release(nv_shelf_style *shelved);

#endif
