/* SPDX-License-Identifier: MPL-2.0 */
/* Reading and marking the language of text. */
#include "writer/locales.h"

#include <stdio.h>
#include <string.h>

#include "base/array.h"

/* The country that is meant when the document has no locale in the language,
 * and the property, since Writer keeps one language for each kind of script. */
static const struct {
    const char *language, *country, *property;
} defaults[] = {
    {"en", "US", "CharLocale"},        {"fr", "FR", "CharLocale"},
    {"de", "DE", "CharLocale"},        {"es", "ES", "CharLocale"},
    {"ru", "RU", "CharLocale"},        {"it", "IT", "CharLocale"},
    {"pl", "PL", "CharLocale"},        {"cs", "CZ", "CharLocale"},
    {"bg", "BG", "CharLocale"},        {"zh", "CN", "CharLocaleAsian"},
    {"ja", "JP", "CharLocaleAsian"},   {"ko", "KR", "CharLocaleAsian"},
    {"ar", "EG", "CharLocaleComplex"}, {"he", "IL", "CharLocaleComplex"},
    {"fa", "IR", "CharLocaleComplex"},
};

static void read_locale(void *object, css_lang_Locale *locale)
{
    NV_UNO_OWNED_ANY uno_Any value = nv_uno_get(object, "CharLocale", NULL);

    css_lang_Locale_from_any(&value, locale);
}

/* The style of the paragraph, as Writer names it to programs. */
static void read_style_locale(const nv_caret *caret, css_lang_Locale *locale)
{
    NV_UNO_OWNED css_style_XStyleFamiliesSupplier *supplier =
        css_style_XStyleFamiliesSupplier_query(caret->model, NULL);
    NV_UNO_OWNED css_container_XNameAccess *families =
        css_style_XStyleFamiliesSupplier_getStyleFamilies(supplier, NULL);
    NV_UNO_OWNED_ANY uno_Any family = css_container_XNameAccess_getByName(
        families, NV_UNO_STR("ParagraphStyles"), NULL);
    NV_UNO_OWNED css_container_XNameAccess *styles =
        css_container_XNameAccess_from_any(&family);
    NV_UNO_OWNED_ANY uno_Any name =
        nv_uno_get(caret->end, "ParaStyleName", NULL);
    NV_UNO_OWNED_ANY uno_Any style = css_container_XNameAccess_getByName(
        styles, nv_uno_any_get_string(&name), NULL);
    NV_UNO_OWNED css_style_XStyle *object = css_style_XStyle_from_any(&style);

    read_locale(object, locale);
}

void nv_locales_find(const nv_caret *caret, nv_locales *locales)
{
    *locales = (nv_locales){0};
    if (caret->end)
        read_style_locale(caret, &locales->known[0]);
    read_locale(caret->model, &locales->known[1]);
}

void nv_locales_release(nv_locales *locales)
{
    for (size_t i = 0; i < NV_LOCALES_KNOWN; i++)
        css_lang_Locale_release(&locales->known[i]);
    *locales = (nv_locales){0};
}

void nv_locale_code(const css_lang_Locale *locale, char code[3])
{
    const rtl_uString *language = locale->Language;

    memset(code, 0, 3);
    if (!language || language->length != 2)
        return;
    for (int i = 0; i < 2; i++)
        code[i] = language->buffer[i] < 0x80 ? (char)language->buffer[i] : '?';
}

static bool is_in(const css_lang_Locale *locale, const char *language)
{
    char code[3];

    nv_locale_code(locale, code);
    return *code && strcmp(code, language) == 0;
}

/* The locale for a language, owned, and the property that takes it. */
static uno_Any choose(const nv_locales *locales, const char *language,
                      const char **property)
{
    NV_UNO_OWNED_STRUCT(css_lang_Locale) made = {0};
    const char *country = "";

    *property = "CharLocale";
    for (size_t i = 0; i < NV_LOCALES_KNOWN; i++)
        if (is_in(&locales->known[i], language))
            return css_lang_Locale_any(&locales->known[i]);
    for (size_t i = 0; i < NV_COUNT_OF(defaults); i++)
        if (strcmp(defaults[i].language, language) == 0) {
            country = defaults[i].country;
            *property = defaults[i].property;
        }
    made.Language = nv_uno_string(language);
    made.Country = nv_uno_string(country);
    return css_lang_Locale_any(&made);
}

static void mark(const nv_locales *locales, void *range, const char *language,
                 nv_error *err)
{
    NV_UNO_OWNED_STRUCT(css_lang_Locale) now = {0};
    const char *property;
    NV_UNO_OWNED_ANY uno_Any wanted = choose(locales, language, &property);
    NV_UNO_OWNED_ANY uno_Any before = nv_uno_get(range, property, err);

    css_lang_Locale_from_any(&before, &now);
    if (!is_in(&now, language))
        nv_uno_set(range, property, &wanted, err);
}

void nv_locales_mark(const nv_locales *locales, void *range, const char *tag,
                     nv_error *err)
{
    char language[4];

    snprintf(language, sizeof language, "%.*s", (int)strcspn(tag, "-"), tag);
    mark(locales, range, language, err);
}
