/* SPDX-License-Identifier: MPL-2.0 */
/* See compile.h and style.h: what a style says of itself. */
#include "citation/compile.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/buffer.h"

/* Never NULL but without memory. */
static const char *content_of(nv_csl_compiler *compiler, const xmlNode *info,
                              const char *name)
{
    const xmlNode *element =
        info ? nv_csl_compile_next(info, NULL, name) : NULL;

    return element ? nv_csl_compile_content(compiler, element) : "";
}

static const char *text_or_empty(nv_csl_compiler *compiler,
                                 const xmlNode *element, const char *name)
{
    const char *text = nv_csl_compile_text(compiler, element, name);

    return text ? text : "";
}

static const char *keep_buffer(nv_csl_compiler *compiler, nv_buffer *out)
{
    const char *kept =
        out->failed ? NULL
                    : nv_arena_text(compiler->arena, out->text, out->len);

    nv_buffer_release(out);
    if (!kept)
        nv_csl_compile_no_memory(compiler);
    return kept;
}

static const char *read_authors(nv_csl_compiler *compiler, const xmlNode *info)
{
    nv_buffer out = NV_BUFFER_INIT;
    const xmlNode *author = NULL;

    while (info && (author = nv_csl_compile_next(info, author, "author"))) {
        const char *name = content_of(compiler, author, "name");

        nv_buffer_add_text(&out, out.len ? ", " : "");
        nv_buffer_add_text(&out, name);
    }
    return keep_buffer(compiler, &out);
}

/* The words of cs:rights, and the address of the licence if they lack it. */
static const char *read_rights(nv_csl_compiler *compiler, const xmlNode *info)
{
    const xmlNode *rights =
        info ? nv_csl_compile_next(info, NULL, "rights") : NULL;
    const char *words = content_of(compiler, info, "rights");
    const char *license = nv_csl_compile_peek(rights, "license");
    nv_buffer out = NV_BUFFER_INIT;

    nv_buffer_add_text(&out, words);
    if (license && words && !strstr(words, license)) {
        nv_buffer_add_text(&out, out.len ? " " : "");
        nv_buffer_add_text(&out, license);
    }
    return keep_buffer(compiler, &out);
}

static const char *read_parent(nv_csl_compiler *compiler, const xmlNode *info)
{
    const xmlNode *link = NULL;

    while (info && (link = nv_csl_compile_next(info, link, "link"))) {
        const char *rel = nv_csl_compile_peek(link, "rel");

        if (rel && strcmp(rel, "independent-parent") == 0)
            return text_or_empty(compiler, link, "href");
    }
    return "";
}

bool nv_csl_compile_info(nv_csl_compiler *compiler, const xmlNode *root,
                         nv_csl_style_info *info)
{
    const xmlNode *element = nv_csl_compile_next(root, NULL, "info");
    const char *class = nv_csl_compile_peek(root, "class");

    info->id = content_of(compiler, element, "id");
    info->title = content_of(compiler, element, "title");
    info->parent = read_parent(compiler, element);
    info->default_locale = text_or_empty(compiler, root, "default-locale");
    info->rights = read_rights(compiler, element);
    info->updated = content_of(compiler, element, "updated");
    info->authors = read_authors(compiler, element);
    info->is_note = class && strcmp(class, "note") == 0;
    info->has_bibliography =
        nv_csl_compile_next(root, NULL, "bibliography") != NULL;
    return compiler->err->code == NV_OK;
}

/* The texts of *from behind a copy of it, in one block. */
static nv_csl_style_info *in_one_block(const nv_csl_style_info *from)
{
    const char *const texts[] = {
        from->id,     from->title,   from->parent, from->default_locale,
        from->rights, from->authors, from->updated};
    const char *copies[NV_COUNT_OF(texts)];
    size_t size = sizeof *from;
    nv_csl_style_info *info;
    char *end;

    for (size_t i = 0; i < NV_COUNT_OF(texts); i++)
        size += strlen(texts[i]) + 1;
    info = malloc(size);
    if (!info)
        return NULL;
    end = (char *)(info + 1);
    for (size_t i = 0; i < NV_COUNT_OF(texts); i++) {
        const size_t len = strlen(texts[i]) + 1;

        copies[i] = memcpy(end, texts[i], len);
        end += len;
    }
    *info = *from;
    info->id = copies[0];
    info->title = copies[1];
    info->parent = copies[2];
    info->default_locale = copies[3];
    info->rights = copies[4];
    info->authors = copies[5];
    info->updated = copies[6];
    return info;
}

/* The place of `word` in the text; NULL if it is not there. */
static const char *find(const char *text, const char *end, const char *word)
{
    const size_t len = strlen(word);

    while ((text = memchr(text, word[0], (size_t)(end - text))) &&
           (size_t)(end - text) >= len) {
        if (memcmp(text, word, len) == 0)
            return text;
        text++;
    }
    return NULL;
}

/* Parses a style no further than its cs:info, a twentieth of it; what stands
 * behind is looked at when it is compiled. *rest becomes what is left, NULL
 * when all was parsed. */
static xmlDoc *parse_head(const char *xml, size_t len, const char **rest,
                          nv_error *err)
{
    static const char info_ends[] = "</info>";
    const char *end =
        len <= NV_CSL_LARGEST_FILE ? find(xml, xml + len, info_ends) : NULL;
    nv_buffer head = NV_BUFFER_INIT;
    xmlDoc *doc = NULL;

    *rest = end;
    if (!end)
        return nv_csl_compile_parse(xml, len, err);
    nv_buffer_add(&head, xml, (size_t)(end - xml));
    nv_buffer_add_text(&head, info_ends);
    nv_buffer_add_text(&head, "</style>");
    if (head.failed)
        nv_fail(err, NV_ERROR_MEMORY, 0, "There is not enough memory.");
    else
        doc = nv_csl_compile_parse(head.text, head.len, err);
    nv_buffer_release(&head);
    return doc;
}

nv_csl_style_info *nv_csl_style_peek(const char *xml, size_t len, nv_error *err)
{
    nv_error failure = {0};
    nv_arena arena = {0};
    nv_csl_compiler compiler = {.arena = &arena, .err = &failure};
    nv_csl_style_info read, *info = NULL;
    const char *rest;
    xmlDoc *doc = parse_head(xml, len, &rest, &failure);
    const xmlNode *root = doc ? xmlDocGetRootElement(doc) : NULL;

    if (root && nv_csl_compile_is_style(&compiler, root) &&
        nv_csl_compile_info(&compiler, root, &read)) {
        if (rest)
            read.has_bibliography = find(rest, xml + len, "<bibliography");
        info = in_one_block(&read);
        if (!info)
            nv_csl_compile_no_memory(&compiler);
    }
    nv_arena_release(&arena);
    xmlFreeDoc(doc);
    if (!info && err && err->code == NV_OK)
        *err = failure;
    return info;
}
