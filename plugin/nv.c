/* SPDX-License-Identifier: MPL-2.0 */
/* nv, the door for the command line: search, show, cite, check and pack what
 * the registry holds. Wrong arguments end with 2, a failure with 1; what is
 * wrong goes to standard error in one sentence. */
#include "nv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "citation/suite/suite.h"
#include "registry/check/check.h"
#include "registry/check/example.h"
#include "registry/describe.h"
#include "registry/exchange/export.h"
#include "registry/exchange/import.h"
#include "registry/file.h"
#include "registry/indexes.h"
#include "registry/pack.h"

typedef struct {
    const char *name;
    int (*run)(const nv_tool_arguments *given);
    const char *options; /* each between two spaces */
    const char *usage;
} command;

static int show(const nv_tool_arguments *given);
static int check(const nv_tool_arguments *given);
static int new_pack(const nv_tool_arguments *given);
static int pack(const nv_tool_arguments *given);
static int export_events(const nv_tool_arguments *given);
static int import_files(const nv_tool_arguments *given);
static int csl(const nv_tool_arguments *given);

static const command commands[] = {
    {"search", nv_tool_search,
     " -r --limit --ids --counts --kind --party --language --pack --from --to "
     "--wording ",
     "nv search [--ids] [--limit N] [-r PACK]... [--kind KIND] [--party NAME]\n"
     "                 [--language en|fr|...] [--from YEAR] [--to YEAR]\n"
     "                 [--pack NAME] [--wording] [--counts] [QUERY]"},
    {"suggest", nv_tool_suggest, " -r --limit --ids ",
     "nv suggest [--ids] [--limit N] [-r PACK]... FILE|-"},
    {"show", show, " -r ", "nv show [-r PACK]... [PACK:]ID"},
    {"cite", nv_tool_cite,
     " -r --style --locale --format --parts --whole --bibliography ",
     "nv cite [-r PACK]... [--style ID|FILE] [--locale en|fr|de|es|ru]\n"
     "               [--format text|html] [--whole] [--bibliography]\n"
     "               [--parts date,signatories,wording,source]\n"
     "               [PACK:]ID[#QUOTE][@LOCATOR]..."},
    {"styles", nv_tool_styles, " ", "nv styles"},
    {"check", check, " -r ", "nv check [-r PACK] FILE..."},
    {"new", new_pack, " ", "nv new PACK"},
    {"pack", pack, " -o ", "nv pack -o OUT FILE..."},
    {"export", export_events, " -r --to ",
     "nv export [-r PACK] --to csl-json|ris|bibtex|tei [ID...]"},
    {"import", import_files, " -r -o --from --pack --locale ",
     "nv import --from tei|csl-json -o PACK.xml --pack NAME [-r PACK]\n"
     "                 [--locale LANGUAGE] FILE..."},
    {"csl", csl, " --locales --known --verbose ",
     "nv csl [--locales FOLDER] [--known FILE] [--verbose] FOLDER"},
};

static const struct {
    const char *name;
    size_t offset;
    bool takes_value;
} options[] = {
    {"-r", offsetof(nv_tool_arguments, packs), true},
    {"-o", offsetof(nv_tool_arguments, out), true},
    {"--limit", offsetof(nv_tool_arguments, limit), true},
    {"--locale", offsetof(nv_tool_arguments, locale), true},
    {"--format", offsetof(nv_tool_arguments, format), true},
    {"--parts", offsetof(nv_tool_arguments, parts), true},
    {"--style", offsetof(nv_tool_arguments, style), true},
    {"--whole", offsetof(nv_tool_arguments, whole), false},
    {"--bibliography", offsetof(nv_tool_arguments, bibliography), false},
    {"--to", offsetof(nv_tool_arguments, to), true},
    {"--from", offsetof(nv_tool_arguments, from), true},
    {"--pack", offsetof(nv_tool_arguments, name), true},
    {"--ids", offsetof(nv_tool_arguments, ids), false},
    {"--counts", offsetof(nv_tool_arguments, counts), false},
    {"--kind", offsetof(nv_tool_arguments, kind), true},
    {"--party", offsetof(nv_tool_arguments, party), true},
    {"--language", offsetof(nv_tool_arguments, language), true},
    {"--wording", offsetof(nv_tool_arguments, wording), false},
    {"--locales", offsetof(nv_tool_arguments, locales), true},
    {"--known", offsetof(nv_tool_arguments, known), true},
    {"--verbose", offsetof(nv_tool_arguments, verbose), false},
};

static const char about_packs[] =
    "Without -r, the registry beside nv is used. An index that has to be made "
    "anew\nis kept in $XDG_CACHE_HOME/noteverbale, or "
    "~/.cache/noteverbale.\n"
    "nv search --counts says what each choice of a filter would leave.\n";

int nv_tool_misuse(void)
{
    const char *lead = "usage: ";

    for (size_t i = 0; i < NV_COUNT_OF(commands); i++) {
        fprintf(stderr, "%s%s\n", lead, commands[i].usage);
        lead = "       ";
    }
    fputs(about_packs, stderr);
    return NV_TOOL_MISUSED;
}

int nv_tool_fail(const nv_error *err)
{
    fprintf(stderr, "nv: %s\n", err->message);
    return NV_TOOL_FAILED;
}

/* Prints the text and releases it. */
int nv_tool_print(nv_buffer *out)
{
    const bool is_printed =
        !out->failed && fwrite(out->text, 1, out->len, stdout) == out->len;

    if (!is_printed)
        fprintf(stderr, "nv: The result can't be written.\n");
    nv_buffer_release(out);
    return is_printed ? NV_TOOL_DONE : NV_TOOL_FAILED;
}

/* nv show */

static int show(const nv_tool_arguments *given)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    const nv_registry *registry;
    const nv_event *event = NULL;
    nv_packs *packs;
    int result = NV_TOOL_FAILED;

    if (given->count != 1)
        return nv_tool_misuse();
    packs = nv_tool_open_packs(given, &err);
    if (packs)
        event = nv_tool_find_event(packs, given->arguments[0], &registry, &err);
    if (event) {
        nv_describe_event(event, &out);
        result = nv_tool_print(&out);
    }
    nv_packs_free(packs);
    return err.code ? nv_tool_fail(&err) : result;
}

/* nv check: faults are its result, and so go to standard output. */

static int check(const nv_tool_arguments *given)
{
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_faults faults = {0};
    nv_registry *known = NULL;
    int result = NV_TOOL_FAILED;

    if (given->count == 0 || nv_tool_has_several_packs(given))
        return nv_tool_misuse();
    /* Files that bring all names can do without the pack beside the program. */
    known = nv_tool_open_pack(given, given->packs[0] ? &err : NULL);
    if (!err.code && nv_check((const char *const *)given->arguments,
                              (size_t)given->count, known, &faults, &err)) {
        nv_faults_print(&faults, &out);
        result = nv_tool_print(&out) == NV_TOOL_DONE && faults.count == 0
                     ? NV_TOOL_DONE
                     : NV_TOOL_FAILED;
    }
    nv_faults_release(&faults);
    nv_registry_free(known);
    return err.code ? nv_tool_fail(&err) : result;
}

/* nv new */

static int new_pack(const nv_tool_arguments *given)
{
    nv_error err = {0};

    if (given->count != 1)
        return nv_tool_misuse();
    return nv_example_write(given->arguments[0], &err) ? NV_TOOL_DONE
                                                       : nv_tool_fail(&err);
}

/* nv pack: writes the pack and, beside it, its index. */

static bool write_pack(const char *path, const nv_buffer *packed,
                       const nv_buffer *index, nv_error *err)
{
    nv_buffer beside = NV_BUFFER_INIT;
    bool is_written = false;

    nv_index_add_path(&beside, path);
    if (beside.failed)
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
    else
        is_written = nv_file_write(path, packed->text, packed->len, err) &&
                     nv_file_write(beside.text, index->text, index->len, err);
    nv_buffer_release(&beside);
    return is_written;
}

static int pack(const nv_tool_arguments *given)
{
    nv_error err = {0};
    nv_buffer packed = NV_BUFFER_INIT, index = NV_BUFFER_INIT;

    if (!given->out || given->count == 0)
        return nv_tool_misuse();
    if (nv_pack((const char *const *)given->arguments, (size_t)given->count,
                &packed, &index, &err))
        write_pack(given->out, &packed, &index, &err);
    nv_buffer_release(&packed);
    nv_buffer_release(&index);
    return err.code ? nv_tool_fail(&err) : NV_TOOL_DONE;
}

/* nv export */

static int export_events(const nv_tool_arguments *given)
{
    const nv_export_format *format = nv_export_format_of(given->to);
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT;
    nv_registry *registry;
    bool is_exported;

    if (!format || nv_tool_has_several_packs(given))
        return nv_tool_misuse();
    registry = nv_tool_open_pack(given, &err);
    is_exported = registry && nv_export(registry, format, given->arguments,
                                        (size_t)given->count, &out, &err);
    nv_registry_free(registry);
    if (is_exported)
        return nv_tool_print(&out);
    nv_buffer_release(&out);
    return nv_tool_fail(&err);
}

/* nv import: what was not carried over goes to standard error, and is no
 * failure. */

static int import_files(const nv_tool_arguments *given)
{
    nv_import_order order = {nv_import_format_of(given->from), given->name,
                             given->locale, NULL};
    nv_error err = {0};
    nv_buffer out = NV_BUFFER_INIT, notes = NV_BUFFER_INIT;
    nv_registry *known;

    if (!order.format || !given->out || !given->name || given->count == 0 ||
        nv_tool_has_several_packs(given))
        return nv_tool_misuse();
    /* Without the pack beside the program no names are carried over. */
    known = nv_tool_open_pack(given, given->packs[0] ? &err : NULL);
    order.known = known;
    if (!err.code && nv_import(&order, given->arguments, (size_t)given->count,
                               &out, &notes, &err))
        nv_file_write(given->out, out.text, out.len, &err);
    fputs(notes.text, stderr);
    nv_buffer_release(&notes);
    nv_buffer_release(&out);
    nv_registry_free(known);
    return err.code ? nv_tool_fail(&err) : NV_TOOL_DONE;
}

/* nv csl */

static int csl(const nv_tool_arguments *given)
{
    static const char locales[] = "/usr/share/citation-style-language/locales";
    nv_error err = {0};
    int wrong;

    if (given->count != 1)
        return nv_tool_misuse();
    wrong = nv_csl_suite_folder(given->arguments[0],
                                given->locales ? given->locales : locales,
                                given->known, given->verbose != NULL, &err);
    return wrong < 0 ? nv_tool_fail(&err)
           : wrong   ? NV_TOOL_FAILED
                     : NV_TOOL_DONE;
}

/* Arguments */

static bool is_allowed(const command *called, const char *option)
{
    char padded[32];

    snprintf(padded, sizeof padded, " %s ", option);
    return strstr(called->options, padded) != NULL;
}

/* Where one more pack goes; NULL if there are too many. */
static const char **next_pack(nv_tool_arguments *given)
{
    size_t count = 0;

    while (given->packs[count])
        count++;
    return count < NV_TOOL_MOST_PACKS ? &given->packs[count] : NULL;
}

/* Reads the option at words[*at] and moves behind it. */
static bool read_option(const command *called, char **words, int count, int *at,
                        nv_tool_arguments *given)
{
    for (size_t i = 0; i < NV_COUNT_OF(options); i++) {
        const char **value = (const char **)((char *)given + options[i].offset);

        if (strcmp(words[*at], options[i].name) != 0)
            continue;
        if (!is_allowed(called, options[i].name))
            return false;
        if (options[i].takes_value && ++*at == count)
            return false;
        if (options[i].offset == offsetof(nv_tool_arguments, packs))
            value = next_pack(given);
        if (!value)
            return false;
        *value = words[(*at)++];
        return true;
    }
    return false;
}

/* Options stand anywhere before "--"; what is left is moved to the front. */
static bool read_arguments(const command *called, char **words, int count,
                           nv_tool_arguments *given)
{
    int at = 0;

    *given = (nv_tool_arguments){.arguments = words};
    while (at < count && strcmp(words[at], "--") != 0) {
        if (words[at][0] != '-' || words[at][1] == '\0')
            words[given->count++] = words[at++];
        else if (!read_option(called, words, count, &at, given))
            return false;
    }
    for (at++; at < count; at++)
        words[given->count++] = words[at];
    return true;
}

int main(int argc, char **argv)
{
    nv_tool_arguments given;

    for (size_t i = 0; argc > 1 && i < NV_COUNT_OF(commands); i++) {
        if (strcmp(argv[1], commands[i].name) != 0)
            continue;
        if (!read_arguments(&commands[i], argv + 2, argc - 2, &given))
            return nv_tool_misuse();
        return commands[i].run(&given);
    }
    return nv_tool_misuse();
}
