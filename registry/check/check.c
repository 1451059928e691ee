/* SPDX-License-Identifier: MPL-2.0 */
/* See check.h. */
#include "registry/check/check.h"

#include <ctype.h>
#include <stdlib.h>

#include "registry/check/explain.h"
#include "registry/check/records.h"
#include "registry/file.h"
#include "registry/trouble.h"
#include "registry/xml.h"

/* Parses the file; a file that can't be is a fault of its own. */
static xmlDoc *parse(nv_checker *checker, const char *path)
{
    /* A sentence is cut where it is too long: a short name keeps it whole. */
    static const char short_name[] = "xml";
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error err = {0};
    xmlDoc *doc = NULL;
    const char *name = path, *what;
    size_t len;

    if (nv_file_read_pack(path, &xml, &err)) {
        name = short_name;
        doc = nv_xml_parse(xml.text, xml.len, name, &err);
    }
    nv_buffer_release(&xml);
    if (doc)
        return doc;
    checker->is_whole = false;
    what = nv_trouble_what(&err, name, &len);
    /* The sentence began with the file's name. */
    nv_faults_add(checker->faults, path, err.line, "%c%.*s.",
                  toupper((unsigned char)what[0]), (int)len - 1, what + 1);
    checker->faults->failed =
        checker->faults->failed || err.code == NV_ERROR_MEMORY;
    return NULL;
}

static void check_files(nv_checker *checker, nv_grammar *grammar,
                        const char *const paths[], size_t count, xmlDoc *docs[])
{
    for (size_t i = 0; i < count; i++) {
        docs[i] = parse(checker, paths[i]);
        if (!docs[i])
            continue;
        nv_explain(grammar, docs[i], paths[i], checker->faults);
        nv_checker_add(checker, docs[i], paths[i]);
    }
    nv_check_events(checker);
    nv_check_names(checker);
    nv_check_links(checker);
    nv_faults_sort(checker->faults);
}

static bool no_memory(nv_error *err)
{
    return nv_fail(err, NV_ERROR_MEMORY, 0,
                   "There is not enough memory to check the files. Close "
                   "other programs and try again.");
}

static bool has_names(const nv_checker *checker, nv_error *err)
{
    if (checker->names.count > 0 || checker->shipped ||
        checker->events.count == 0 || !checker->is_whole)
        return true;
    return nv_fail(err, NV_ERROR_ARGUMENT, 0,
                   "No file has names, and there is no registry to look them "
                   "up. Give a file with names too, or a pack with -r.");
}

bool nv_check(const char *const paths[], size_t count,
              const nv_registry *shipped, nv_faults *faults, nv_error *err)
{
    xmlDoc **docs = calloc(count, sizeof *docs);
    nv_grammar grammar = {0};
    nv_checker checker = {0};
    bool is_made = docs && nv_grammar_init(&grammar, err) &&
                   nv_checker_init(&checker, faults, shipped);

    if (is_made)
        check_files(&checker, &grammar, paths, count, docs);
    if (!is_made || faults->failed)
        is_made = no_memory(err);
    else
        is_made = has_names(&checker, err);
    nv_checker_release(&checker);
    nv_grammar_release(&grammar);
    for (size_t i = 0; docs && i < count; i++)
        xmlFreeDoc(docs[i]);
    free(docs);
    return is_made;
}
