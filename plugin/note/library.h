/* SPDX-License-Identifier: MPL-2.0 */
/* The styles a note can be written in: ours, published ones, and the files a
 * writer has added. All are CSL 1.0.2; ours use the variables of
 * note/styles/README.md as well. */
#ifndef NV_NOTE_LIBRARY_H
#define NV_NOTE_LIBRARY_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/language.h"
#include "citation/style.h"

typedef struct nv_library nv_library;

/* A style compiled for the language of a note, with what formats one. It is the
 * library's, and belongs to one thread at a time. */
typedef struct nv_note_style nv_note_style;

/* Where styles come from. Of two with one id the first folder's stays, and the
 * other is a trouble. */
typedef struct {
    const char *path; /* of a folder with *.csl files, one that is missing being
                         empty; or of a bundle of them (registry/bundle.h) */
    bool is_ours;     /* all styles in it get our items; one elsewhere gets them
                         if it prints a variable that only they have, as a copy
                         of a style of ours does */
    bool is_added;    /* holds files that the writer has added: a document that
                         is written in one carries it along */
} nv_style_folder;

/* One style that can be chosen. Texts are UTF-8, borrowed, never NULL. */
typedef struct {
    const char *id;    /* the file's name without ".csl": what settings and
                          documents keep */
    const char *uri;   /* the id CSL gives it */
    const char *title; /* as the style says */
    const char *authors, *rights;
    const char *path;
    const char *parent; /* id in the library of the style it depends on; "" */
    bool is_ours;       /* its items are ours, with the variables of
                           note/styles/README.md; else those of standard CSL */
    bool is_added;      /* by the writer: see nv_style_folder */
    bool is_note, has_bibliography;
} nv_library_entry;

/* Looks into the folders and reads what each style says of itself; compiles
 * none. `locales` is the folder, or bundle, of locales-*.xml. Paths are copied.
 * A file that is no style, a dependent style without its parent, and a double
 * are left out and told as troubles. NULL with NV_ERROR_MEMORY only. */
nv_library *nv_library_open(const nv_style_folder folders[], size_t count,
                            const char *locales, nv_error *err);

/* Gives the library back, and every style that it compiled. NULL is fine. */
void nv_library_free(nv_library *library);

/* Ours first, then by title. */
size_t nv_library_count(const nv_library *library);

/* The entry of that index, from 0; borrowed. NULL beyond the last. */
const nv_library_entry *nv_library_entry_at(const nv_library *library,
                                            size_t index);
/* By id, or by CSL's uri; NULL if there is none. */
const nv_library_entry *nv_library_find(const nv_library *library,
                                        const char *id);

/* A file that is left out, and why. Texts are borrowed, never NULL. */
typedef struct {
    const char *path;
    const char *other; /* NV_ERROR_DUPLICATE: the path of the one that is used;
                          NV_ERROR_ARGUMENT: the uri of the parent that is not
                          there; else "" */
    nv_error err; /* its sentence names the file: NV_ERROR_IO, NV_ERROR_FORMAT,
                     NV_ERROR_LIMIT or one of those two */
} nv_style_trouble;

/* How many files are left out. */
size_t nv_library_trouble_count(const nv_library *library);

/* The trouble of that index, from 0; borrowed. */
const nv_style_trouble *nv_library_trouble(const nv_library *library,
                                           size_t index);

/* Copies a file into `folder`, which is made if it is missing, and so adds it
 * to the next library that is opened with it. Returns false with *err set, and
 * no style added (folders made stay), when it is no style (the sentence has the
 * line), when it is dependent and `library` has not got its parent
 * (NV_ERROR_ARGUMENT; the sentence names it), when a style in another folder
 * has its name (NV_ERROR_DUPLICATE), or when it can't be written. One of that
 * name in `folder` itself is replaced. */
bool nv_library_add(const nv_library *library, const char *folder,
                    const char *path, nv_error *err);

/* Adds the XML of a style to `xml`; of a dependent one, that of the style it
 * depends on. False with *err set: NV_ERROR_ARGUMENT (no such style),
 * NV_ERROR_IO, NV_ERROR_LIMIT, NV_ERROR_MEMORY. */
bool nv_library_text(const nv_library *library, const char *id, nv_buffer *xml,
                     nv_error *err);

/* A library of one independent style whose XML is at hand, with the locales of
 * another library; both are copied. It is what a document carries: untrusted.
 * NULL with *err set: what nv_csl_style_peek() gives, NV_ERROR_FORMAT for a
 * dependent one, NV_ERROR_MEMORY. */
nv_library *nv_library_of_text(const nv_library *locales, const char *id,
                               const char *xml, nv_error *err);

/* The id of our style that historians who write in a language use, or are
 * understood to mean: what a note is written in while no style is chosen.
 * Static. */
const char *nv_library_usual_style(nv_language language);

/* The style in a language, compiled at the first call and kept. A style whose
 * default-locale is of that language keeps its variant (en-GB). NULL with *err
 * set: NV_ERROR_ARGUMENT (no such style; the sentence names it), what
 * nv_csl_style_read() gives, with the file's name, or NV_ERROR_MEMORY. */
nv_note_style *nv_library_style(nv_library *library, const char *id,
                                nv_language language, nv_error *err);

#endif
