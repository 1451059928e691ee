/* SPDX-License-Identifier: MPL-2.0 */
/* What the commands of nv share: their arguments, and how they end. */
#ifndef NV_NV_H
#define NV_NV_H

#include "base/buffer.h"
#include "note/library.h"
#include "registry/packs.h"

/* How the program ends. */
enum { NV_TOOL_DONE = 0, NV_TOOL_FAILED = 1, NV_TOOL_MISUSED = 2 };

enum { NV_TOOL_MOST_PACKS = 32 };

/* What stands behind the name of a command. Options are NULL when they are not
 * given. */
typedef struct {
    const char *packs[NV_TOOL_MOST_PACKS + 1]; /* -r, as often as it is given */
    const char *out;                           /* -o */
    const char *limit;                         /* --limit */
    const char *locale;                        /* --locale */
    const char *format;                        /* --format */
    const char *parts;                         /* --parts */
    const char *style;                         /* --style */
    const char *whole;                         /* --whole, takes no value */
    const char *bibliography; /* --bibliography, takes no value */
    const char *to;           /* --to */
    const char *from;         /* --from */
    const char *name;         /* --pack */
    const char *ids;          /* --ids, takes no value */
    const char *counts;       /* --counts, takes no value */
    const char *kind;         /* --kind */
    const char *party;        /* --party */
    const char *language;     /* --language */
    const char *wording;      /* --wording, takes no value */
    const char *locales;      /* --locales */
    const char *known;        /* --known */
    const char *verbose;      /* --verbose, takes no value */
    char **arguments;         /* what is left */
    int count;
} nv_tool_arguments;

/* Each ends the program as it says. */
int nv_tool_misuse(void); /* prints the usage */
int nv_tool_fail(const nv_error *err);
int nv_tool_print(nv_buffer *out); /* and releases it */

/* Adds the path of what lies beside the program under that name. */
void nv_tool_add_beside(nv_buffer *path, const char *name);

/* The packs that are asked for, side by side; one that can't be used is told
 * of, and is a failure only if no other can. NULL with *err. */
nv_packs *nv_tool_open_packs(const nv_tool_arguments *given, nv_error *err);

/* The one pack that is asked for. NULL with *err. */
nv_registry *nv_tool_open_pack(const nv_tool_arguments *given, nv_error *err);
bool nv_tool_has_several_packs(const nv_tool_arguments *given);

/* The event of that id; sets *registry to whose it is. NULL with *err. */
const nv_event *nv_tool_find_event(const nv_packs *packs, const char *id,
                                   const nv_registry **registry, nv_error *err);

/* Adds the path of a style that is asked for by its file, that is with a slash
 * or with ".csl" at the end; false for one that is asked for by its id. */
bool nv_tool_add_style_path(nv_buffer *path, const char *style);

/* The styles beside the program; with those of the folder of `style` when that
 * is a file. NULL with *err. */
nv_library *nv_tool_open_library(const char *style, nv_error *err);

/* Commands. */
int nv_tool_search(const nv_tool_arguments *given);
int nv_tool_suggest(const nv_tool_arguments *given);
int nv_tool_cite(const nv_tool_arguments *given);
int nv_tool_styles(const nv_tool_arguments *given);

#endif
