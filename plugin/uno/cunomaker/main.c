/* SPDX-License-Identifier: MPL-2.0 */
/* cunomaker: typed C for UNO's types, from the registries of an office.
 *
 *     cunomaker --reader UNOIDL-READ --types LIST --out DIRECTORY REGISTRY...
 *
 * writes DIRECTORY/css.h and css.c with the types that LIST names, one a line,
 * and all that these mention. A registry may use the types of those before. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "emit.h"

typedef struct {
    const char *reader, *list, *out;
    char **registries;
    int registry_count;
} options;

static bool read_stream(FILE *from, nv_buffer *text)
{
    char block[65536];
    size_t len;
    while ((len = fread(block, 1, sizeof block, from)) > 0)
        nv_buffer_add(text, block, len);
    return !ferror(from) && !text->failed;
}

/* Has unoidl-read print the registry at `last`; those before it are given
 * along, for it refers to their types. */
static bool read_registry(const options *o, int last, nv_buffer *text,
                          nv_error *err)
{
    nv_buffer command = NV_BUFFER_INIT;
    nv_buffer_add_format(&command, "'%s'", o->reader);
    for (int i = 0; i <= last; i++)
        nv_buffer_add_format(&command, " '%s'", o->registries[i]);
    FILE *pipe = popen(command.text, "r");
    bool ok = pipe && read_stream(pipe, text);
    ok = pipe && pclose(pipe) == 0 && ok && text->len;
    if (!ok)
        nv_fail(err, NV_ERROR_IO, 0, "can't read the types with: %s",
                command.text);
    nv_buffer_release(&command);
    return ok;
}

static bool read_registries(const options *o, nv_idl *idl, nv_error *err)
{
    bool ok = true;
    for (int i = 0; ok && i < o->registry_count; i++) {
        nv_buffer text = NV_BUFFER_INIT;
        ok = read_registry(o, i, &text, err) &&
             nv_idl_parse(idl, text.text, err);
        nv_buffer_release(&text);
    }
    return ok;
}

/* A line of the list: a name, or nothing but a comment. */
static bool want_line(nv_types *types, char *text, int line, nv_error *err)
{
    text[strcspn(text, "#\n")] = '\0';
    char *name = text + strspn(text, " \t");
    name[strcspn(name, " \t")] = '\0';
    if (!*name)
        return true;
    name = nv_idl_text(types->idl, name, strlen(name));
    if (nv_types_want(types, name))
        return true;
    return nv_fail(err, NV_ERROR_FORMAT, line, "no registry has the type %s",
                   types->missing ? types->missing : name);
}

static bool read_list(const options *o, nv_types *types, nv_error *err)
{
    char text[512];
    bool ok = true;
    FILE *list = fopen(o->list, "r");
    if (!list)
        return nv_fail(err, NV_ERROR_IO, 0, "can't open it");
    for (int line = 1; ok && fgets(text, sizeof text, list); line++)
        ok = want_line(types, text, line, err);
    fclose(list);
    return ok;
}

static bool write_file(const options *o, const char *name,
                       const nv_buffer *text, nv_error *err)
{
    nv_buffer path = NV_BUFFER_INIT;
    nv_buffer_add_format(&path, "%s/%s", o->out, name);
    FILE *file = fopen(path.text, "w");
    bool ok = file && !text->failed &&
              fwrite(text->text, 1, text->len, file) == text->len;
    if (file)
        ok = fclose(file) == 0 && ok;
    if (!ok)
        nv_fail(err, NV_ERROR_IO, 0, "can't write %s", path.text);
    nv_buffer_release(&path);
    return ok;
}

static bool write_all(const options *o, nv_types *types, nv_error *err)
{
    nv_emit emit = {types, NV_BUFFER_INIT, NV_BUFFER_INIT};
    nv_buffer_add_text(&emit.header, "/* Written by cunomaker. */\n"
                                     "#ifndef NV_UNO_CSS_H\n"
                                     "#define NV_UNO_CSS_H\n\n"
                                     "#include \"uno/uno.h\"\n\n");
    nv_buffer_add_text(&emit.source, "/* Written by cunomaker. */\n"
                                     "#include \"css.h\"\n\n");
    nv_emit_values(&emit);
    nv_emit_interfaces(&emit);
    nv_buffer_add_text(&emit.header, "\n#endif\n");
    bool ok = write_file(o, "css.c", &emit.source, err) &&
              write_file(o, "css.h", &emit.header, err);
    nv_buffer_release(&emit.header);
    nv_buffer_release(&emit.source);
    return ok;
}

static bool parse_options(options *o, int argc, char **argv)
{
    int at = 1;
    for (; at + 1 < argc && strncmp(argv[at], "--", 2) == 0; at += 2) {
        const char **value = strcmp(argv[at], "--reader") == 0  ? &o->reader
                             : strcmp(argv[at], "--types") == 0 ? &o->list
                             : strcmp(argv[at], "--out") == 0   ? &o->out
                                                                : NULL;
        if (!value)
            return false;
        *value = argv[at + 1];
    }
    o->registries = argv + at;
    o->registry_count = argc - at;
    return o->reader && o->list && o->out && o->registry_count > 0;
}

static int report(const char *where, const nv_error *err)
{
    if (err->line)
        fprintf(stderr, "%s:%d: %s\n", where, err->line, err->message);
    else
        fprintf(stderr, "%s: %s\n", where, err->message);
    return 1;
}

int main(int argc, char **argv)
{
    options o = {0};
    nv_error err = {0};
    nv_idl idl;
    nv_types types;

    if (!parse_options(&o, argc, argv)) {
        fputs("usage: cunomaker --reader UNOIDL-READ --types LIST"
              " --out DIRECTORY REGISTRY...\n",
              stderr);
        return 2;
    }
    nv_idl_init(&idl);
    nv_types_init(&types, &idl);
    int status = 0;
    if (!read_registries(&o, &idl, &err))
        status = report(o.reader, &err);
    else if (!read_list(&o, &types, &err))
        status = report(o.list, &err);
    else if (!write_all(&o, &types, &err))
        status = report(o.out, &err);
    nv_types_release(&types);
    nv_idl_release(&idl);
    return status;
}
