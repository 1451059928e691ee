/* SPDX-License-Identifier: MPL-2.0 */
/* Want of memory: every allocation fails in turn, once the style is read:
 * libxml2 leaves attributes out that it has no memory for, and says nothing.
 * Each time there must be a clean error, nothing left behind, and an update
 * that is tried again must succeed. */
#include "check.h"

#include <stdlib.h>

#include <libxml/parser.h>

#include "citation/processor.h"
#include "failing.h"

#ifdef NV_CAN_FAIL

static const char xml[] =
    "<style xmlns='http://purl.org/net/xbiblio/csl' version='1.0' "
    "class='in-text'><info><title>t</title><id>t</id>"
    "<updated>2020-01-01T00:00:00Z</updated></info>"
    "<locale><terms><term name='in' gender-form='feminine'>in</term></terms>"
    "</locale><citation disambiguate-add-names='true' "
    "disambiguate-add-givenname='true' "
    "disambiguate-add-year-suffix='true' collapse='year' et-al-min='2' "
    "et-al-use-first='1'><sort><key variable='author'/></sort>"
    "<layout prefix='(' suffix=')' delimiter='; '><group delimiter=' '>"
    "<names variable='author'><name form='short'/></names><text term='in'/>"
    "<text variable='title' quotes='true' text-case='title'/>"
    "<date variable='issued'><date-part name='year'/></date></group></layout>"
    "</citation><bibliography subsequent-author-substitute='---'><sort>"
    "<key variable='title'/></sort><layout suffix='.'>"
    "<names variable='author'/><text variable='title' prefix=', '/></layout>"
    "</bibliography></style>";

static const char json[] =
    "[{\"id\":\"a\",\"type\":\"book\",\"agreement\":\"feminine\","
    "\"title\":\"the <i>one</i> <span lang=\\\"fr\\\">'thing'</span>\","
    "\"author\":[{\"family\":\"Roe\",\"given\":\"Jane\"},"
    "{\"family\":\"Poe\",\"given\":\"Ed\"}],"
    "\"issued\":{\"date-parts\":[[1919]]}},"
    "{\"id\":\"b\",\"type\":\"book\","
    "\"title\":\"the <i>one</i> <span lang=\\\"fr\\\">'thing'</span>\","
    "\"author\":[{\"family\":\"Roe\",\"given\":\"John\"},"
    "{\"family\":\"Poe\",\"given\":\"Ed\"}],"
    "\"issued\":{\"date-parts\":[[1919]]}}]";

/* What is made on the way; released whether or not it was. */
typedef struct {
    nv_csl_style *style;
    nv_csl_lexicon *lexicon;
    nv_csl_processor *processor;
    nv_arena arena;
    nv_buffer out;
} work;

static bool prepare(work *work, long fail_at, nv_error *err)
{
    const nv_csl_item *const *items;
    size_t count;

    work->style = nv_csl_style_read(xml, sizeof xml - 1, err);
    if (!work->style)
        return false;
    countdown = fail_at;
    work->lexicon = nv_csl_lexicon_new(work->style, "en-US", NULL, 0, err);
    items = nv_csl_items_read(json, sizeof json - 1, &work->arena, &count, err);
    if (!work->lexicon || !items)
        return false;
    work->processor = nv_csl_processor_new(work->lexicon, NULL, err);
    return work->processor &&
           nv_csl_processor_put_items(work->processor, items, count, err);
}

static bool change(work *work, nv_error *err)
{
    static const nv_csl_cite cites[] = {
        {.item = "a", .prefix = "see <i>also</i> ", .locator = "7"},
        {.item = "b"},
        {.item = "unknown"},
    };
    static const char *const uncited[] = {"b", "other"};

    return nv_csl_processor_insert(
               work->processor, 0,
               &(nv_csl_cluster){
                   .id = "1", .note = 1, .cites = cites, .cite_count = 3},
               err) &&
           nv_csl_processor_insert(
               work->processor, 1,
               &(nv_csl_cluster){
                   .id = "2", .note = 2, .cites = cites, .cite_count = 2},
               err) &&
           nv_csl_processor_replace(
               work->processor,
               &(nv_csl_cluster){
                   .id = "2", .note = 2, .cites = cites + 1, .cite_count = 1},
               err) &&
           nv_csl_processor_set_uncited(work->processor, uncited, 2, err);
}

/* An update that has failed is tried again, with memory. */
static bool update(work *work, nv_error *err)
{
    nv_csl_changes changes;

    if (nv_csl_processor_update(work->processor, &changes, err))
        return true;
    assert_int_equal(err->code, NV_ERROR_MEMORY);
    nv_error_clear(err);
    return nv_csl_processor_update(work->processor, &changes, err);
}

static bool write(work *work, nv_error *err)
{
    nv_csl_bibliography bibliography;
    const nv_csl_text *text = nv_csl_processor_preview(
        work->processor,
        &(nv_csl_cluster){.cites = &(nv_csl_cite){.item = "a"},
                          .cite_count = 1},
        &work->arena, err);

    if (!text ||
        !nv_csl_processor_bibliography(work->processor, &bibliography, err))
        return false;
    nv_csl_text_write_html(text, &work->out);
    nv_csl_bibliography_write_html(&bibliography, &work->out);
    nv_csl_text_write_html(nv_csl_processor_text(work->processor, "1"),
                           &work->out);
    nv_csl_text_write_plain(nv_csl_processor_text(work->processor, "2"),
                            &work->out);
    return !work->out.failed ||
           nv_fail(err, NV_ERROR_MEMORY, 0, "no memory for the test");
}

static void release(work *work)
{
    nv_csl_processor_free(work->processor);
    nv_csl_lexicon_free(work->lexicon);
    nv_csl_style_free(work->style);
    nv_arena_release(&work->arena);
    nv_buffer_release(&work->out);
}

/* What was written, for free(), when one allocation fails; NULL with *err. */
static char *cite(long fail_at, nv_error *err)
{
    work work = {.out = NV_BUFFER_INIT};
    char *text = NULL;

    if (prepare(&work, fail_at, err) && change(&work, err) &&
        update(&work, err) && write(&work, err))
        text = nv_buffer_detach(&work.out);
    release(&work);
    xmlResetLastError();
    return text;
}

static void every_allocation_may_fail(void **state)
{
    nv_error err = {.code = NV_OK};
    char *wanted = cite(-1, &err);
    bool done = false;

    (void)state;
    assert_non_null(wanted);
    for (long i = 0; !done; i++) {
        const long before = live;
        char *text;

        nv_error_clear(&err);
        text = cite(i, &err);
        done = countdown >= 0; /* none was left to fail */
        countdown = -1;
        if (text)
            CHECK_STR(text, wanted, "a second attempt gives the same");
        else
            CHECK(err.code == NV_ERROR_MEMORY, err.message);
        free(text);
        CHECK(live == before, "nothing is left behind");
    }
    free(wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_allocation_may_fail),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
