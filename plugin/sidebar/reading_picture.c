/* SPDX-License-Identifier: MPL-2.0 */
/* See reading_picture.h. */
#include "sidebar/reading_picture.h"

#include <stdlib.h>

#include "sidebar/layout.h"
#include "sidebar/panel_parts.h"

/* A graphic of the SVG; owned. */
static css_graphic_XGraphic *make_graphic(css_uno_XComponentContext *context,
                                          const nv_buffer *svg, nv_error *err)
{
    NV_UNO_OWNED_SEQ(nv_uno_byte_seq)
    bytes =
        nv_uno_byte_seq_new((const sal_Int8 *)svg->text, (sal_Int32)svg->len);
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_byte_seq_any(bytes);
    NV_UNO_OWNED_SEQ(nv_uno_any_seq)
    args = nv_uno_any_seq_new(&value, 1);
    NV_UNO_OWNED css_uno_XInterface *stream = nv_uno_create_with(
        context, "com.sun.star.io.SequenceInputStream", args, err);
    NV_UNO_OWNED css_io_XInputStream *input =
        css_io_XInputStream_need(stream, err);
    NV_UNO_OWNED css_uno_XInterface *service =
        nv_uno_create(context, "com.sun.star.graphic.GraphicProvider", err);
    NV_UNO_OWNED css_graphic_XGraphicProvider *provider =
        css_graphic_XGraphicProvider_need(service, err);
    css_beans_PropertyValue from = {
        .Name = NV_UNO_STR("InputStream"),
        .Value = css_io_XInputStream_any(input),
    };
    NV_UNO_OWNED_SEQ(css_beans_PropertyValue_seq)
    media = css_beans_PropertyValue_seq_new(&from, 1);

    nv_uno_any_release(&from.Value);
    return css_graphic_XGraphicProvider_queryGraphic(provider, media, err);
}

static unsigned rgb(sal_Int32 colour)
{
    return (unsigned)colour & 0xFFFFFF;
}

/* Of the theme as it is now; `font` is given back with free(). */
static nv_exchange_look look_of(const nv_controls *controls, char **font)
{
    NV_UNO_OWNED css_awt_XStyleSettingsSupplier *supplier =
        css_awt_XStyleSettingsSupplier_query(controls->panel, NULL);
    NV_UNO_OWNED css_awt_XStyleSettings *settings =
        css_awt_XStyleSettingsSupplier_get_StyleSettings(supplier, NULL);
    NV_UNO_OWNED_STRUCT(css_awt_FontDescriptor)
    used = css_awt_XStyleSettings_get_ApplicationFont(settings, NULL);
    nv_exchange_look look = {
        .text = rgb(css_awt_XStyleSettings_get_WindowTextColor(settings, NULL)),
        .field = rgb(css_awt_XStyleSettings_get_WindowColor(settings, NULL)),
        .line = rgb(css_awt_XStyleSettings_get_DialogTextColor(settings, NULL)),
        .mark = rgb(css_awt_XStyleSettings_get_HighlightColor(settings, NULL)),
        .font_size = nv_layout_line(controls) * 8 / 10,
        .width = nv_layout_inner_width(controls),
    };

    *font = nv_uno_utf8(used.Name);
    look.font = *font ? *font : "sans-serif";
    return look;
}

void nv_reading_picture_show(nv_page *page, int control,
                             const nv_exchange *exchange)
{
    nv_error err = {0};
    nv_buffer svg = NV_BUFFER_INIT;
    char *font = NULL;
    const nv_exchange_look look = look_of(&page->controls, &font);

    if (look.width > 0 && look.font_size > 0) {
        const int height = nv_exchange_draw(&svg, exchange, &look);
        NV_UNO_OWNED css_graphic_XGraphic *graphic =
            make_graphic(page->panel->context, &svg, &err);
        NV_UNO_OWNED_ANY uno_Any value = css_graphic_XGraphic_any(graphic);

        nv_controls_set_any(&page->controls, control, "Graphic", &value);
        page->controls.given[control] = height;
    }
    nv_buffer_release(&svg);
    free(font);
}
