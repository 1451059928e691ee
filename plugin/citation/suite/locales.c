/* SPDX-License-Identifier: MPL-2.0 */
/* Locale files that are compiled when they are first wanted. See suite.h. */
#include "citation/suite/suite.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "registry/file.h"

typedef struct entry entry;

struct entry {
    entry *next;
    char tag[16];
    nv_csl_locale *locale; /* NULL: there is no such file */
};

struct nv_csl_suite_locales {
    char *folder;
    entry *entries;
};

static bool exists(const char *path)
{
    struct stat info;

    return stat(path, &info) == 0;
}

nv_csl_suite_locales *nv_csl_suite_locales_open(const char *folder,
                                                nv_error *err)
{
    nv_csl_suite_locales *locales;

    if (!exists(folder)) {
        nv_fail(err, NV_ERROR_IO, 0,
                "There is no folder %s with locales; install the package "
                "citation-style-language-locales, or name another.",
                folder);
        return NULL;
    }
    locales = calloc(1, sizeof *locales);
    if (locales)
        locales->folder = strdup(folder);
    if (!locales || !locales->folder) {
        free(locales);
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is no memory for locales.");
        return NULL;
    }
    return locales;
}

void nv_csl_suite_locales_close(nv_csl_suite_locales *locales)
{
    if (!locales)
        return;
    while (locales->entries) {
        entry *entry = locales->entries;

        locales->entries = entry->next;
        nv_csl_locale_free(entry->locale);
        free(entry);
    }
    free(locales->folder);
    free(locales);
}

/* True with a locale of NULL when there is no such file. */
static bool read_locale(const nv_csl_suite_locales *locales, const char *tag,
                        nv_csl_locale **locale, nv_error *err)
{
    nv_buffer path = NV_BUFFER_INIT, xml = NV_BUFFER_INIT;
    bool done = true;

    *locale = NULL;
    nv_buffer_add_format(&path, "%s/locales-%s.xml", locales->folder, tag);
    if (!path.failed && exists(path.text)) {
        done = nv_file_read(path.text, &xml, err);
        if (done)
            *locale = nv_csl_locale_read(xml.text, xml.len, err);
        done = *locale != NULL;
    }
    nv_buffer_release(&xml);
    nv_buffer_release(&path);
    return done;
}

const nv_csl_locale *nv_csl_suite_locales_find(nv_csl_suite_locales *locales,
                                               const char *tag, nv_error *err)
{
    nv_csl_locale *locale;
    entry *entry;

    for (entry = locales->entries; entry; entry = entry->next)
        if (strcmp(entry->tag, tag) == 0)
            return entry->locale;
    if (strlen(tag) >= sizeof entry->tag ||
        !read_locale(locales, tag, &locale, err))
        return NULL;
    entry = calloc(1, sizeof *entry);
    if (!entry) {
        nv_csl_locale_free(locale);
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is no memory for locales.");
        return NULL;
    }
    memcpy(entry->tag, tag, strlen(tag));
    entry->locale = locale;
    entry->next = locales->entries;
    locales->entries = entry;
    return locale;
}
