/* SPDX-License-Identifier: MPL-2.0 */
/* Asking for a file. */
#ifndef NV_OPTIONS_PICKER_H
#define NV_OPTIONS_PICKER_H

#include "css.h"

/* What is asked for. Texts are UTF-8, borrowed. */
typedef struct {
    bool is_to_write;
    const char *kind;    /* what the files are called */
    const char *pattern; /* "*.csl" */
    const char *name;    /* to begin with; NULL: none */
} nv_wanted_file;

/* Blocks while the office's dialog is open. The system path of the file, to be
 * freed with free(); NULL when the writer thinks better of it, or with *err
 * set. */
char *nv_pick_file(css_uno_XComponentContext *context, css_awt_XWindow *parent,
                   const nv_wanted_file *wanted, nv_error *err);

#endif
