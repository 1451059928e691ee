/* SPDX-License-Identifier: MPL-2.0 */
/* See clipboard.h. */
#include "sidebar/clipboard.h"

#include "base/array.h"

#define PLAIN_TEXT "text/plain;charset=utf-16"

/* What the clipboard asks for the text, whenever somebody pastes it. */
typedef struct {
    nv_uno_object base;
    rtl_uString *text; /* owned */
} content;

static bool is_supported(void *self, const css_datatransfer_DataFlavor *flavor,
                         nv_error *err)
{
    (void)self, (void)err;
    return nv_uno_string_equals(flavor->MimeType, PLAIN_TEXT);
}

static uno_Any get_data(void *self, const css_datatransfer_DataFlavor *flavor,
                        nv_error *err)
{
    content *me = self;

    if (is_supported(self, flavor, err))
        return nv_uno_any_string(me->text);
    nv_uno_throw(err, "com.sun.star.datatransfer.UnsupportedFlavorException",
                 "only plain text can be had");
    return nv_uno_any_void();
}

static css_datatransfer_DataFlavor_seq get_flavors(void *self, nv_error *err)
{
    css_datatransfer_DataFlavor flavor = {
        .MimeType = NV_UNO_STR(PLAIN_TEXT),
        .HumanPresentableName = NV_UNO_STR("Text"),
        .DataType = nv_uno_type_of(&nv_uno_string_type, err),
    };

    (void)self;
    return css_datatransfer_DataFlavor_seq_new(&flavor, 1);
}

static const css_datatransfer_XTransferable_methods transferable = {
    .getTransferData = get_data,
    .getTransferDataFlavors = get_flavors,
    .isDataFlavorSupported = is_supported,
};

static void destroy(void *self)
{
    content *me = self;

    nv_uno_string_release(me->text);
}

static const nv_uno_interface interfaces[] = {
    NV_UNO_INTERFACE(css_datatransfer_XTransferable, &transferable),
};

static const nv_uno_class content_class = {
    .name = "org.noteverbale.ClipboardText",
    .interfaces = interfaces,
    .interface_count = NV_COUNT_OF(interfaces),
    .size = sizeof(content),
    .destroy = destroy,
    .flags = NV_UNO_WEAK,
};

bool nv_clipboard_put(css_uno_XComponentContext *context, const char *text,
                      nv_error *err)
{
    nv_error trouble = {0};
    NV_UNO_OWNED css_uno_XInterface *service = nv_uno_create(
        context, "com.sun.star.datatransfer.clipboard.SystemClipboard",
        &trouble);
    NV_UNO_OWNED css_datatransfer_clipboard_XClipboard *clipboard =
        css_datatransfer_clipboard_XClipboard_need(service, &trouble);
    NV_UNO_OWNED content *made = nv_uno_object_new(&content_class, &trouble);

    if (made) {
        made->text = nv_uno_string(text);
        css_datatransfer_clipboard_XClipboard_setContents(
            clipboard, css_datatransfer_XTransferable_of(&made->base), NULL,
            &trouble);
    }
    if (trouble.code != NV_OK && err)
        *err = trouble;
    return trouble.code == NV_OK;
}
