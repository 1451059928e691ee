/* SPDX-License-Identifier: MPL-2.0 */
/* See entry.h. */
#include "writer/entry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "note/citation_name.h"
#include "writer/names.h"
#include "writer/properties.h"
#include "writer/runs.h"

/* The text of the note, and all of its name but the tail. */
static bool write_note(nv_entry *entry, const nv_registry *registry,
                       const nv_citation *citation, nv_note_style *style,
                       nv_citation_name *name, nv_error *err)
{
    char *text;

    if (!nv_note_write(registry, citation, style, &entry->note, err))
        return false;
    text = nv_note_text(&entry->note);
    if (!text)
        return nv_fail(err, NV_ERROR_MEMORY, 0,
                       "There is no memory to write the note");
    entry->language = nv_language_code(citation->language);
    *name = (nv_citation_name){.quotation = citation->quotation,
                               .parts = citation->parts,
                               .has_property =
                                   nv_citation_property_is_needed(citation)};
    nv_citation_pack_code(nv_registry_pack(registry), name->pack);
    snprintf(name->key, sizeof name->key, "%s", citation->event->key);
    snprintf(name->language, sizeof name->language, "%s", entry->language);
    nv_citation_checksum(text, strlen(text), name->checksum);
    free(text);
    return true;
}

/* A property of that name can only belong to another citation. */
static bool is_free(const nv_entry *entry, nv_error *err)
{
    NV_UNO_OWNED css_beans_XPropertySet *set =
        css_beans_XPropertySet_need(entry->kept, err);
    NV_UNO_OWNED css_beans_XPropertySetInfo *info =
        css_beans_XPropertySet_getPropertySetInfo(set, err);

    return !css_beans_XPropertySetInfo_hasPropertyByName(info, entry->property,
                                                         err) ||
           nv_fail(err, NV_ERROR_LIMIT, 0,
                   "No free name for the citation was found: try again");
}

static bool prepare_property(nv_entry *entry, css_frame_XModel *model,
                             const nv_citation *citation, const char *tail,
                             nv_error *err)
{
    char name[sizeof NV_CITATION_PROPERTY_PREFIX + 6];

    snprintf(name, sizeof name, NV_CITATION_PROPERTY_PREFIX "%s", tail);
    entry->property = nv_uno_string(name);
    entry->kept = nv_properties_of(model, err);
    return is_free(entry, err) &&
           nv_citation_property_write(citation, entry->value, err);
}

/* The bookmark with its name, which the property shares. */
static bool prepare_name(nv_entry *entry, css_frame_XModel *model,
                         const nv_citation *citation, nv_citation_name *name,
                         nv_error *err)
{
    entry->name = nv_names_choose(model, name, err);
    if (!entry->name ||
        (name->has_property &&
         !prepare_property(entry, model, citation, name->tail, err)))
        return false;
    entry->bookmark = nv_names_bookmark(model, entry->name, err);
    return !err->code;
}

bool nv_entry_prepare(nv_entry *entry, const nv_caret *at,
                      const nv_means *means, const nv_registry *registry,
                      const nv_citation *citation, nv_error *err)
{
    nv_citation_name name;
    nv_note_style *style =
        nv_library_style(means->library, means->styles[citation->language],
                         citation->language, err);

    *entry = (nv_entry){0};
    if (!style || !write_note(entry, registry, citation, style, &name, err) ||
        !prepare_name(entry, at->model, citation, &name, err))
        return false;
    nv_locales_find(at, &entry->locales);
    return nv_styles_find(&entry->styles, at->model, err) &&
           nv_styles_prepare(&entry->styles, at->model, &entry->note, err);
}

static void keep_property(const nv_entry *entry, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_utf8(entry->value);

    if (entry->kept)
        css_beans_XPropertyContainer_addProperty(
            entry->kept, entry->property, css_beans_PropertyAttribute_REMOVABLE,
            &value, err);
}

void nv_entry_write(nv_entry *entry, css_text_XText *text,
                    css_text_XTextCursor *cursor, nv_error *err)
{
    nv_styles_add(&entry->styles, err);
    nv_runs_write(text, cursor, &entry->note, entry->language, &entry->locales,
                  err);
    css_text_XText_insertTextContent(text, nv_range_of(cursor), entry->bookmark,
                                     true, err);
    keep_property(entry, err);
}

/* A property that was never added only throws. */
void nv_entry_forget(const nv_entry *entry)
{
    if (entry->kept)
        css_beans_XPropertyContainer_removeProperty(entry->kept,
                                                    entry->property, NULL);
}

void nv_entry_release(nv_entry *entry)
{
    nv_note_release(&entry->note);
    nv_styles_release(&entry->styles);
    nv_locales_release(&entry->locales);
    nv_uno_string_release(entry->name);
    nv_uno_string_release(entry->property);
    nv_uno_release(entry->bookmark);
    nv_uno_release(entry->kept);
    *entry = (nv_entry){0};
}
