/* SPDX-License-Identifier: MPL-2.0 */
/* What a script may ask of the writer room: for the files of this folder. Each
 * file that has commands defines a table of them, which component.c lists. */
#ifndef NV_TESTS_WRITER_COMMANDS_H
#define NV_TESTS_WRITER_COMMANDS_H

#include "css.h"
#include "note/apparatus.h"
#include "note/locator.h"
#include "shelf.h"
#include "uno/uno.h"
#include "writer/document.h"

typedef struct {
    nv_uno_object base;
    css_uno_XComponentContext *context;
} test_job;

/* The arguments of one call; texts are owned, absent ones NULL or 0. */
typedef struct {
    char *command, *folder, *id, *language, *style, *locator, *source, *words;
    char *name, *prefix, *suffix, *text;
    sal_Int32 parts, quotation, variant, fault, is_after, by;
    css_frame_XFrame *frame;
} test_arguments;

/* Writes its answer, a text. */
typedef struct {
    const char *name; /* NULL ends a table */
    void (*run)(test_job *self, const test_arguments *args, char *answer,
                size_t size);
} test_command;

extern const test_command test_basic_commands[];
extern const test_command test_edit_commands[];
extern const test_command test_list_commands[];
extern const test_command test_quote_commands[];
extern const test_command test_store_commands[];
extern const test_command test_timeline_commands[];
extern const test_command test_trip_commands[];

nv_tongue test_words(const test_arguments *args);

/* One style for all languages; borrows from both. */
nv_means test_means(const test_shelf *shelf, const test_arguments *args);

/* What the arguments ask to cite: borrows from all, its locator from *typed.
 * False with *err set when
 * there is no such event. */
bool test_citation(const test_shelf *shelf, const test_arguments *args,
                   nv_citation *citation, nv_typed_locator *typed,
                   nv_error *err);

/* The document of the frame, remembered from call to call, and what it is cited
 * from: borrowed until another frame asks. NULL with *err set. */
nv_essay *test_essay(test_job *self, const test_arguments *args,
                     const test_shelf **shelf, nv_error *err);

/* "error CODE ORIGIN: MESSAGE" */
void test_answer_error(const nv_error *err, char *answer, size_t size);

#endif
