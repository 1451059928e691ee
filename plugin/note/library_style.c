/* SPDX-License-Identifier: MPL-2.0 */
/* See library.h: a style in a language, compiled once. */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/array.h"
#include "note/library_shelf.h"
#include "registry/bundle.h"
#include "registry/trouble.h"

enum { LONGEST_CHAIN = 3 };

/* Locales */

static bool is_there(const char *path)
{
    return nv_bundle_is_in(path) ? nv_bundle_has(path)
                                 : access(path, F_OK) == 0 || errno != ENOENT;
}

/* Reads the file of a locale; leaves *locale NULL where there is none. */
static bool read_locale(const char *path, nv_csl_locale **locale, nv_error *err)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error why = {0};
    bool is_read = true;

    if (!is_there(path))
        return true;
    is_read = nv_shelf_read(path, &xml, err);
    if (is_read) {
        *locale = nv_csl_locale_read(xml.text, xml.len, &why);
        is_read = *locale || nv_shelf_fail(err, path, &why);
    }
    nv_buffer_release(&xml);
    return is_read;
}

static bool add_locale(nv_library *library, const nv_csl_tag *tag,
                       nv_error *err)
{
    nv_shelf_locale made = {*tag, NULL};
    nv_buffer path = NV_BUFFER_INIT;
    nv_shelf_locale *grown =
        nv_array_grow(library->locales, library->locale_count,
                      &library->locale_capacity, sizeof *grown);
    bool is_read;

    if (!grown)
        return nv_shelf_no_memory(err);
    library->locales = grown;
    nv_buffer_add_format(&path, "%s/locales-%s.xml", library->locale_folder,
                         tag->tag);
    is_read = path.failed ? nv_shelf_no_memory(err)
                          : read_locale(path.text, &made.locale, err);
    if (is_read)
        library->locales[library->locale_count++] = made;
    nv_buffer_release(&path);
    return is_read;
}

/* The place in library->locales of the file of that tag. */
static bool find_locale(nv_library *library, const nv_csl_tag *tag,
                        nv_csl_locale **locale, nv_error *err)
{
    size_t i = 0;

    while (i < library->locale_count &&
           strcmp(library->locales[i].tag.tag, tag->tag) != 0)
        i++;
    if (i == library->locale_count && !add_locale(library, tag, err))
        return false;
    *locale = library->locales[i].locale;
    return true;
}

/* The locales of a language, best first. */
static bool find_locales(nv_library *library, const char *tag,
                         const nv_csl_locale *found[LONGEST_CHAIN],
                         size_t *count, nv_error *err)
{
    nv_csl_tag chain[LONGEST_CHAIN];
    const size_t wanted = nv_csl_locale_chain(tag, chain);

    *count = 0;
    for (size_t i = 0; i < wanted; i++) {
        nv_csl_locale *locale;

        if (!find_locale(library, &chain[i], &locale, err))
            return false;
        if (locale)
            found[(*count)++] = locale;
    }
    return *count > 0 ||
           nv_fail(err, NV_ERROR_IO, 0,
                   "There is no locale of CSL for “%.15s” in %s. Reinstall the "
                   "extension.",
                   tag, nv_trouble_name(library->locale_folder));
}

/* Styles */

bool nv_shelf_text(const nv_shelf_style *shelved, nv_buffer *xml, nv_error *err)
{
    if (!shelved->xml)
        return nv_shelf_read(shelved->entry.path, xml, err);
    nv_buffer_add_text(xml, shelved->xml);
    return !xml->failed || nv_shelf_no_memory(err);
}

/* Compiles an independent style, once. */
static bool compile(nv_shelf_style *shelved, nv_error *err)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error why = {0};

    if (shelved->style)
        return true;
    if (nv_shelf_text(shelved, &xml, err)) {
        shelved->style = nv_csl_style_read(xml.text, xml.len, &why);
        if (!shelved->style)
            nv_shelf_fail(err, shelved->entry.path, &why);
    }
    nv_buffer_release(&xml);
    return shelved->style != NULL;
}

/* The variant that the style wants of a language, else the language. */
static const char *tag_of(const nv_shelf_style *shelved,
                          const nv_shelf_style *root, nv_language language)
{
    const char *wanted = shelved->default_locale[0] ? shelved->default_locale
                                                    : root->default_locale;

    return nv_language_from_tag(wanted, NV_LANGUAGE_COUNT) == language
               ? wanted
               : nv_language_code(language);
}

static bool make(nv_library *library, nv_shelf_style *shelved,
                 nv_shelf_style *root, nv_language language, nv_error *err)
{
    const char *tag = tag_of(shelved, root, language);
    const nv_csl_locale *locales[LONGEST_CHAIN];
    nv_note_style *made = &shelved->compiled[language];
    nv_csl_lexicon **lexicon = &shelved->lexicons[language];
    size_t count;

    if (!compile(root, err) ||
        !find_locales(library, tag, locales, &count, err))
        return false;
    if (!*lexicon)
        *lexicon = nv_csl_lexicon_new(root->style, tag, locales, count, err);
    if (!*lexicon)
        return false;
    *made = (nv_note_style){.entry = &shelved->entry,
                            .language = language,
                            .style = root->style,
                            .lexicon = *lexicon};
    made->previews = nv_csl_processor_new(*lexicon, NULL, err);
    return made->previews != NULL;
}

const char *nv_library_usual_style(nv_language language)
{
    static const char *const usual[NV_LANGUAGE_COUNT] = {
        [NV_LANGUAGE_EN] = "chicago-17", [NV_LANGUAGE_FR] = "histoire",
        [NV_LANGUAGE_DE] = "geschichte", [NV_LANGUAGE_ES] = "chicago-17",
        [NV_LANGUAGE_RU] = "chicago-17",
    };

    return usual[language];
}

/* The style that this one takes everything from, or itself. */
static nv_shelf_style *root_of(const nv_library *library,
                               nv_shelf_style *shelved)
{
    return shelved->entry.parent[0]
               ? nv_shelf_find(library, shelved->entry.parent)
               : shelved;
}

static bool fail_to_find(const char *id, nv_error *err)
{
    return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                   "There is no style “%.80s”. Choose another one.", id);
}

bool nv_library_text(const nv_library *library, const char *id, nv_buffer *xml,
                     nv_error *err)
{
    nv_shelf_style *shelved = nv_shelf_find(library, id);

    return shelved ? nv_shelf_text(root_of(library, shelved), xml, err)
                   : fail_to_find(id, err);
}

nv_note_style *nv_library_style(nv_library *library, const char *id,
                                nv_language language, nv_error *err)
{
    nv_shelf_style *shelved = nv_shelf_find(library, id), *root;

    if (!shelved) {
        fail_to_find(id, err);
        return NULL;
    }
    root = root_of(library, shelved);
    if (!shelved->compiled[language].previews &&
        !make(library, shelved, root, language, err))
        return NULL;
    return &shelved->compiled[language];
}

void nv_shelf_release(nv_shelf_style *shelved)
{
    for (size_t i = 0; i < NV_LANGUAGE_COUNT; i++) {
        nv_csl_processor_free(shelved->compiled[i].previews);
        nv_csl_lexicon_free(shelved->lexicons[i]);
    }
    nv_csl_style_free(shelved->style);
}
