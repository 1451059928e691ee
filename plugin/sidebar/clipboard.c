/* SPDX-License-Identifier: MPL-2.0 */
/* See clipboard.h. The office asks for the text when it is pasted, in one of
 * the flavours that it was told of. */
#include "sidebar/clipboard.h"

#include <string.h>

#include "base/array.h"

typedef struct {
    nv_uno_object base;
    rtl_uString *text;    /* owned */
    nv_uno_byte_seq html; /* owned; empty: there is none */
} contents;

static uno_Any text_of(const contents *held)
{
    return nv_uno_any_string(held->text);
}

static uno_Any html_of(const contents *held)
{
    return nv_uno_byte_seq_any(held->html);
}

static const struct {
    const char *mime, *name;
    nv_uno_type *type;
    uno_Any (*get)(const contents *held);
} flavors[] = {
    {"text/plain;charset=utf-16", "Text", &nv_uno_string_type, text_of},
    {"text/html", "HTML", &nv_uno_byte_seq_type, html_of},
};

/* Those that there are: the last one only with HTML. */
static size_t count_of(const contents *held)
{
    return nv_uno_byte_seq_len(held->html) > 0 ? NV_COUNT_OF(flavors) : 1;
}

static size_t find(const contents *held,
                   const css_datatransfer_DataFlavor *asked)
{
    size_t i = 0;

    while (i < count_of(held) &&
           !nv_uno_string_equals(asked->MimeType, flavors[i].mime))
        i++;
    return i;
}

static uno_Any get_data(void *self, const css_datatransfer_DataFlavor *asked,
                        nv_error *err)
{
    const size_t i = find(self, asked);

    if (i < count_of(self))
        return flavors[i].get(self);
    nv_uno_throw(err, "com.sun.star.datatransfer.UnsupportedFlavorException",
                 "the clipboard has no such flavour of this text");
    return nv_uno_any_void();
}

static css_datatransfer_DataFlavor_seq get_flavors(void *self, nv_error *err)
{
    css_datatransfer_DataFlavor_seq all =
        css_datatransfer_DataFlavor_seq_new(NULL, (sal_Int32)count_of(self));

    for (sal_Int32 i = 0; i < css_datatransfer_DataFlavor_seq_len(all); i++) {
        css_datatransfer_DataFlavor *flavor =
            &css_datatransfer_DataFlavor_seq_at(all)[i];

        flavor->MimeType = nv_uno_string(flavors[i].mime);
        flavor->HumanPresentableName = nv_uno_string(flavors[i].name);
        flavor->DataType = nv_uno_type_of(flavors[i].type, err);
        typelib_typedescriptionreference_acquire(flavor->DataType);
    }
    return all;
}

static bool has_flavor(void *self, const css_datatransfer_DataFlavor *asked,
                       nv_error *err)
{
    (void)err;
    return find(self, asked) < count_of(self);
}

static const css_datatransfer_XTransferable_methods methods = {
    .getTransferData = get_data,
    .getTransferDataFlavors = get_flavors,
    .isDataFlavorSupported = has_flavor,
};

static void destroy(void *self)
{
    contents *held = self;

    nv_uno_string_release(held->text);
    nv_uno_byte_seq_release(&held->html);
}

static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_datatransfer_XTransferable, &methods),
};

static const nv_uno_class contents_class = {
    .name = "org.noteverbale.ClipboardContents",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(contents),
    .destroy = destroy,
    .flags = NV_UNO_WEAK,
};

bool nv_clipboard_put(css_uno_XComponentContext *context, const char *text,
                      const char *html, nv_error *err)
{
    nv_error failed = {0};
    NV_UNO_OWNED css_uno_XInterface *service = nv_uno_create(
        context, "com.sun.star.datatransfer.clipboard.SystemClipboard",
        &failed);
    NV_UNO_OWNED css_datatransfer_clipboard_XClipboard *clipboard =
        css_datatransfer_clipboard_XClipboard_need(service, &failed);
    contents *held = nv_uno_object_new(&contents_class, &failed);

    if (held) {
        held->text = nv_uno_string(text);
        if (html)
            held->html = nv_uno_byte_seq_new((const sal_Int8 *)html,
                                             (sal_Int32)strlen(html));
        css_datatransfer_clipboard_XClipboard_setContents(
            clipboard, css_datatransfer_XTransferable_of(&held->base), NULL,
            &failed);
    }
    nv_uno_release(held);
    return failed.code == NV_OK ||
           nv_fail(err, failed.code, 0, "%s", failed.message);
}
