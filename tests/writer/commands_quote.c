/* SPDX-License-Identifier: MPL-2.0 */
/* Quoting, and several citations in one note. */
#include "commands.h"

#include <stdio.h>
#include <string.h>

#include "fault.h"
#include "writer/quote.h"

/* `by`: the number of a recorded translation; `text`: the writer's own. */
static nv_quoting quoting_of(const test_arguments *args)
{
    nv_quoting quoting = {.translation = args->by, .own = args->text};

    if (args->text)
        quoting.kind = NV_QUOTING_OWN;
    else if (args->by)
        quoting.kind = NV_QUOTING_TRANSLATION;
    return quoting;
}

static bool quote_in(nv_essay *essay, const test_shelf *shelf,
                     const test_arguments *args, const nv_citation *citation,
                     nv_error *err)
{
    const nv_means means = test_means(shelf, args);
    const nv_quoting quoting = quoting_of(args);

    return nv_writer_quote(essay, &means, shelf->registry, citation, &quoting,
                           test_words(args), err);
}

/* `name` is the id of the second event, `text` what joins the two. */
static bool chain_in(nv_essay *essay, const test_shelf *shelf,
                     const test_arguments *args, const nv_citation *citation,
                     nv_error *err)
{
    const nv_means means = test_means(shelf, args);
    nv_chain chain = {.registry = shelf->registry,
                      .count = 2,
                      .citations = {*citation, *citation},
                      .joins = {"", args->text}};

    chain.citations[1].event =
        nv_registry_by_id(shelf->registry, args->name, err);
    return chain.citations[1].event &&
           nv_writer_insert_chain(essay, &means, &chain, test_words(args), err);
}

typedef bool act(nv_essay *essay, const test_shelf *shelf,
                 const test_arguments *args, const nv_citation *citation,
                 nv_error *err);

static void run(act *act, test_job *self, const test_arguments *args,
                char *answer, size_t size)
{
    nv_error err = {0};
    nv_citation citation;
    nv_typed_locator typed;
    const test_shelf *shelf;
    nv_essay *essay = test_essay(self, args, &shelf, &err);
    bool is_done = essay && test_citation(shelf, args, &citation, &typed, &err);

    nv_fault_arm(args->fault, args->is_after != 0);
    is_done = is_done && act(essay, shelf, args, &citation, &err);
    nv_fault_disarm();
    if (is_done)
        snprintf(answer, size, "done %d", nv_fault_calls());
    else
        test_answer_error(&err, answer, size);
}

static void quote(test_job *self, const test_arguments *args, char *answer,
                  size_t size)
{
    run(quote_in, self, args, answer, size);
}

static void chain(test_job *self, const test_arguments *args, char *answer,
                  size_t size)
{
    run(chain_in, self, args, answer, size);
}

/* "1954-05-07-tripartite-reply 1", or "none" */
static void selected(test_job *self, const test_arguments *args, char *answer,
                     size_t size)
{
    nv_error err = {0};
    const nv_registry *registry;
    const nv_event *event;
    int quotation;
    const test_shelf *shelf;
    nv_essay *essay = test_essay(self, args, &shelf, &err);
    bool is_done;

    nv_fault_arm(args->fault, args->is_after != 0);
    is_done =
        essay && nv_writer_selected_quotation(essay, shelf->packs, &registry,
                                              &event, &quotation, &err);
    nv_fault_disarm();
    if (!is_done)
        test_answer_error(&err, answer, size);
    else if (quotation)
        snprintf(answer, size, "%s %d", event->id, quotation);
    else
        snprintf(answer, size, "none");
}

const test_command test_quote_commands[] = {
    {"quote", quote}, {"chain", chain}, {"selected", selected}, {NULL, NULL}};
