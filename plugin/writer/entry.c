/* SPDX-License-Identifier: MPL-2.0 */
/* See entry.h. */
#include "writer/entry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uno/uno.h"
#include "writer/names.h"
#include "writer/pasted.h"
#include "writer/properties.h"
#include "writer/runs.h"

/* Preparing */

static bool write_note(nv_entry *entry, const nv_means *means,
                       const nv_registry *registry, const nv_citation *citation,
                       nv_error *err)
{
    nv_note_style *style =
        nv_library_style(means->library, means->styles[citation->language],
                         citation->language, err);

    if (!style || !nv_note_write(registry, citation, style, &entry->note, err))
        return false;
    entry->says = &entry->note;
    entry->language = nv_language_code(citation->language);
    entry->text = nv_note_text(&entry->note);
    return entry->text || nv_fail(err, NV_ERROR_MEMORY, 0,
                                  "There is no memory to write the note");
}

/* All of the name but the tail. */
static nv_citation_name name_of(const nv_entry *entry,
                                const nv_registry *registry,
                                const nv_citation *citation)
{
    nv_citation_name name = {.quotation = citation->quotation,
                             .parts = citation->parts,
                             .has_property =
                                 nv_citation_property_is_needed(citation)};

    nv_citation_pack_code(nv_registry_pack(registry), name.pack);
    snprintf(name.key, sizeof name.key, "%s", citation->event->key);
    snprintf(name.language, sizeof name.language, "%s", entry->language);
    nv_citation_checksum(entry->text, strlen(entry->text), name.checksum);
    return name;
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

static bool prepare_property(nv_entry *entry, const nv_citation *citation,
                             const char *tail, nv_error *err)
{
    char name[sizeof NV_CITATION_PROPERTY_PREFIX + 6];

    snprintf(name, sizeof name, NV_CITATION_PROPERTY_PREFIX "%s", tail);
    entry->property = nv_uno_string(name);
    entry->kept = nv_properties_of(entry->model, err);
    return is_free(entry, err) &&
           nv_citation_property_write(citation, entry->value, err);
}

static bool prepare_bookmark(nv_entry *entry, nv_citation_name *name,
                             nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *chosen =
        nv_names_choose(entry->model, name, err);

    if (!chosen)
        return false;
    nv_citation_name_write(name, entry->name);
    entry->bookmark = nv_names_bookmark(entry->model, chosen, err);
    return !err->code;
}

bool nv_entry_prepare(nv_entry *entry, const nv_caret *caret,
                      const nv_means *means, const nv_registry *registry,
                      const nv_citation *citation, nv_error *err)
{
    nv_citation_name name;

    *entry = (nv_entry){.model = caret->model};
    if (!write_note(entry, means, registry, citation, err))
        return false;
    name = name_of(entry, registry, citation);
    nv_locales_find(caret, &entry->locales);
    return prepare_bookmark(entry, &name, err) &&
           (!name.has_property ||
            prepare_property(entry, citation, name.tail, err)) &&
           nv_styles_find(&entry->styles, entry->model, err) &&
           nv_styles_prepare(&entry->styles, entry->model, &entry->note, err);
}

css_text_XFootnote *nv_entry_footnote(css_frame_XModel *model,
                                      nv_note_kind kind, nv_error *err)
{
    rtl_uString *service = kind == NV_NOTE_KIND_ENDNOTE
                               ? NV_UNO_STR("com.sun.star.text.Endnote")
                               : NV_UNO_STR("com.sun.star.text.Footnote");
    NV_UNO_OWNED css_lang_XMultiServiceFactory *factory =
        css_lang_XMultiServiceFactory_need(model, err);
    NV_UNO_OWNED css_uno_XInterface *object =
        css_lang_XMultiServiceFactory_createInstance(factory, service, err);

    return css_text_XFootnote_need(object, err);
}

nv_standing nv_entry_standing(const nv_entry *entry, int32_t note)
{
    return (nv_standing){.name = entry->name,
                         .property = entry->kept ? entry->value : NULL,
                         .text = entry->text,
                         .note = note,
                         .is_alone = note > 0,
                         .before = "",
                         .after = ""};
}

void nv_entry_say(nv_entry *entry, const nv_wanted *wanted, nv_error *err)
{
    NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(wanted->name);
    NV_UNO_OWNED css_container_XNamed *named =
        css_container_XNamed_need(entry->bookmark, err);

    snprintf(entry->name, sizeof entry->name, "%s", wanted->name);
    css_container_XNamed_setName(named, name, err);
    entry->says = &wanted->note;
    if (!err->code)
        nv_styles_prepare(&entry->styles, entry->model, entry->says, err);
}

/* Writing */

static void keep_property(const nv_entry *entry, nv_error *err)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_any_utf8(entry->value);
    nv_citation_name name;

    if (!entry->kept)
        return;
    css_beans_XPropertyContainer_addProperty(
        entry->kept, entry->property, css_beans_PropertyAttribute_REMOVABLE,
        &value, err);
    if (!err->code &&
        nv_citation_name_read(entry->name, strlen(entry->name), &name))
        nv_pasted_remember(name.tail, entry->value);
}

void nv_entry_write(nv_entry *entry, css_text_XText *text,
                    css_text_XTextCursor *cursor, nv_error *err)
{
    nv_styles_add(&entry->styles, err);
    nv_runs_write(text, cursor, entry->says, entry->language, &entry->locales,
                  err);
    css_text_XText_insertTextContent(text, nv_range_of(cursor), entry->bookmark,
                                     true, err);
    keep_property(entry, err);
}

/* One that was never added only throws. */
void nv_entry_forget(const nv_entry *entry)
{
    if (entry->kept)
        css_beans_XPropertyContainer_removeProperty(entry->kept,
                                                    entry->property, NULL);
}

void nv_entry_release(nv_entry *entry)
{
    nv_locales_release(&entry->locales);
    nv_note_release(&entry->note);
    nv_styles_release(&entry->styles);
    nv_uno_string_release(entry->property);
    nv_uno_release(entry->bookmark);
    nv_uno_release(entry->kept);
    free(entry->text);
    *entry = (nv_entry){0};
}
