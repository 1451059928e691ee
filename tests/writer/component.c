/* SPDX-License-Identifier: MPL-2.0 */
/* A job by which a script calls the writer room inside a running office:
 *
 *   job = create("org.noteverbale.test.Writer")
 *   job.execute((NamedValue("command", "insert"), NamedValue("frame", frame),
 *                NamedValue("folder", path), NamedValue("id", "1954-...")))
 *
 * Each command takes its arguments by name and answers with a text. */
#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "commands.h"

enum { ANSWER_SIZE = 1 << 20 /* bytes: a census of hundreds */ };

static const struct {
    const char *name;
    size_t offset;
} texts[] =
    {
        {"command", offsetof(test_arguments, command)},
        {"folder", offsetof(test_arguments, folder)},
        {"id", offsetof(test_arguments, id)},
        {"language", offsetof(test_arguments, language)},
        {"style", offsetof(test_arguments, style)},
        {"locator", offsetof(test_arguments, locator)},
        {"source", offsetof(test_arguments, source)},
        {"words", offsetof(test_arguments, words)},
        {"name", offsetof(test_arguments, name)},
        {"prefix", offsetof(test_arguments, prefix)},
        {"suffix", offsetof(test_arguments, suffix)},
        {"text", offsetof(test_arguments, text)},
},
  numbers[] = {
      {"parts", offsetof(test_arguments, parts)},
      {"quotation", offsetof(test_arguments, quotation)},
      {"variant", offsetof(test_arguments, variant)},
      {"fault", offsetof(test_arguments, fault)},
      {"after", offsetof(test_arguments, is_after)},
      {"by", offsetof(test_arguments, by)},
};

static void read_argument(test_arguments *args,
                          const css_beans_NamedValue *named)
{
    char *at = (char *)args;

    for (size_t i = 0; i < NV_COUNT_OF(texts); i++)
        if (nv_uno_string_equals(named->Name, texts[i].name))
            *(char **)(void *)(at + texts[i].offset) =
                nv_uno_utf8(nv_uno_any_get_string(&named->Value));
    for (size_t i = 0; i < NV_COUNT_OF(numbers); i++)
        if (nv_uno_string_equals(named->Name, numbers[i].name))
            nv_uno_any_get_long(&named->Value,
                                (sal_Int32 *)(void *)(at + numbers[i].offset));
    if (nv_uno_string_equals(named->Name, "frame"))
        args->frame = css_frame_XFrame_from_any(&named->Value);
}

static void release_arguments(test_arguments *args)
{
    for (size_t i = 0; i < NV_COUNT_OF(texts); i++)
        free(*(char **)(void *)((char *)args + texts[i].offset));
    nv_uno_release(args->frame);
}

static const test_command *const tables[] = {
    test_basic_commands,
    test_edit_commands,
    test_list_commands,
    test_quote_commands,
    test_store_commands,
    test_timeline_commands,
    test_trip_commands,
};

static const test_command *find(const char *name)
{
    for (size_t i = 0; i < NV_COUNT_OF(tables); i++)
        for (const test_command *at = tables[i]; name && at->name; at++)
            if (strcmp(at->name, name) == 0)
                return at;
    return NULL;
}

static uno_Any execute(void *self, css_beans_NamedValue_seq named,
                       nv_error *err)
{
    test_arguments args = {0};
    char *answer = calloc(ANSWER_SIZE, 1);
    const test_command *command;
    uno_Any result;

    for (sal_Int32 i = 0; i < css_beans_NamedValue_seq_len(named); i++)
        read_argument(&args, css_beans_NamedValue_seq_at(named) + i);
    command = find(args.command);
    if (command && answer)
        command->run(self, &args, answer, ANSWER_SIZE);
    else
        nv_uno_throw(err, "com.sun.star.lang.IllegalArgumentException",
                     "no command %s", args.command ? args.command : "given");
    release_arguments(&args);
    result = nv_uno_any_utf8(answer ? answer : "");
    free(answer);
    return result;
}

static void destroy(void *self)
{
    nv_uno_release(((test_job *)self)->context);
}

static const css_task_XJob_methods methods = {.execute = execute};
static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_task_XJob, &methods),
};
static const char *const services[] = {"org.noteverbale.test.Writer", NULL};
static const nv_uno_class job_class = {
    .name = "org.noteverbale.test.Writer",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(test_job),
    .destroy = destroy,
    .services = services,
};

static void *create(css_uno_XComponentContext *context, nv_error *err)
{
    test_job *made = nv_uno_object_new(&job_class, err);

    if (made)
        made->context = nv_uno_acquire(context);
    return made;
}

__attribute__((visibility("default"))) void *
component_getFactory(const char *implementation, void *manager, void *unused)
{
    static const nv_uno_component table[] = {
        {"org.noteverbale.test.Writer", create},
    };

    (void)manager, (void)unused;
    return nv_uno_factory(table, NV_COUNT_OF(table), implementation);
}
