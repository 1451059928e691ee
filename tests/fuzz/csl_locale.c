/* SPDX-License-Identifier: MPL-2.0 */
/* Any bytes as two locale files, parted by a NUL, the better first: what they
 * say of every term, and in a note that asks them for much. */
#include "citation/lexicon.h"
#include "citation/processor.h"
#include "csl.h"

static const char style_xml[] =
    "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' class='note'>"
    "<info><title>t</title><id>t</id></info>"
    "<locale><terms><term name='ours' gender-form='feminine'>x</term></terms>"
    "</locale><citation><layout delimiter='; ' suffix='.'>"
    "<group delimiter=', '><names variable='author'><name and='text' "
    "et-al-min='3' et-al-use-first='1'/><label form='verb'/></names>"
    "<text variable='title' quotes='true' text-case='title'/>"
    "<text term='ours'/><text term='in' plural='true'/>"
    "<date variable='issued' form='text'/>"
    "<date variable='accessed' form='numeric'/>"
    "<number variable='edition' form='ordinal'/>"
    "<number variable='volume' form='long-ordinal'/>"
    "<label variable='page' form='symbol'/><text variable='page'/></group>"
    "</layout></citation></style>";

static const char item_json[] =
    "[{\"id\":\"i\",\"type\":\"treaty\",\"agreement\":\"feminine-plural\","
    "\"title\":\"a 'b' <span lang=\\\"ru\\\">c</span>\",\"edition\":\"21\","
    "\"volume\":\"3\",\"page\":\"12-4\",\"author\":[{\"family\":\"A\"},"
    "{\"family\":\"B\"}],\"issued\":{\"date-parts\":[[1954,3,1],[1955]]},"
    "\"accessed\":{\"date-parts\":[[-44,3]],\"circa\":true}}]";

static const char *const words[] = {
    "in",   "page",     "ordinal", "long-ordinal-03",
    "ours", "month-03", "nothing", ""};
static const char *const agreements[] = {
    NULL, "", "masculine", "feminine", "masculine-plural", "feminine-plural"};

static void ask(const nv_csl_lexicon *lexicon, const char *word)
{
    for (int form = 0; form < NV_CSL_FORM_COUNT; form++)
        for (size_t i = 0; i < sizeof agreements / sizeof *agreements; i++) {
            const char *text =
                nv_csl_lexicon_say(lexicon, word, form, i % 2, agreements[i]);

            DEMAND(!text || is_utf8(text), "what is said is UTF-8");
        }
}

static void ask_all(const nv_csl_lexicon *lexicon)
{
    DEMAND(lexicon->quotes.open && lexicon->quotes.close, "quotes are set");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        ask(lexicon, words[i]);
    for (long number = 0; number < 200; number++)
        DEMAND(nv_csl_lexicon_ordinal(lexicon, number, NV_CSL_FEMININE),
               "every number has a suffix, if an empty one");
}

static void cite(const nv_csl_lexicon *lexicon, const nv_csl_item *item)
{
    const nv_csl_cite cites[] = {{.as = item}, {.as = item, .prefix = "see"}};
    const nv_csl_cluster cluster = {
        .id = "c", .note = 1, .cites = cites, .cite_count = 2};
    nv_csl_processor *processor = nv_csl_processor_new(lexicon, NULL, NULL);
    nv_arena arena = {NULL};

    DEMAND(processor, "there is memory");
    check_text(nv_csl_processor_preview(processor, &cluster, &arena, NULL));
    nv_arena_release(&arena);
    nv_csl_processor_free(processor);
}

static void speak(const nv_csl_locale *const locales[], size_t count)
{
    nv_arena arena = {NULL};
    size_t items;
    nv_csl_style *style =
        nv_csl_style_read(style_xml, sizeof style_xml - 1, NULL);
    nv_csl_lexicon *lexicon =
        style ? nv_csl_lexicon_new(style, "fr", locales, count, NULL) : NULL;
    const nv_csl_item *const *item = nv_csl_items_read(
        item_json, sizeof item_json - 1, &arena, &items, NULL);

    DEMAND(lexicon && item, "the target's own style and item are read");
    ask_all(lexicon);
    cite(lexicon, *item);
    nv_csl_lexicon_free(lexicon);
    nv_csl_style_free(style);
    nv_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *at = size ? (const char *)data : "", *end = at + size;
    nv_csl_locale *locales[2] = {NULL, NULL};
    size_t count = 0;

    for (int part = 0; part < 2 && at <= end; part++) {
        const char *middle = memchr(at, '\0', (size_t)(end - at));
        const size_t len = (size_t)((middle ? middle : end) - at);
        nv_error err = {0};

        locales[count] = nv_csl_locale_read(at, len, &err);
        check_refused(locales[count], &err);
        count += locales[count] != NULL;
        at += len + 1;
    }
    speak((const nv_csl_locale *const *)locales, count);
    nv_csl_locale_free(locales[0]);
    nv_csl_locale_free(locales[1]);
    return 0;
}
