/* SPDX-License-Identifier: MPL-2.0 */
/* The styles a note can be written in. */
#include "check.h"

#include <unistd.h>

#include "base/array.h"
#include "note/style.h"
#include "shelf.h"

static nv_library *open_good(void)
{
    nv_error err = {0};
    nv_library *library = open_shelf(&err);

    if (!library)
        fail_msg("%s", err.message);
    return library;
}

static void check_ids(const nv_library *library, const char *wanted,
                      const char *label)
{
    char ids[200] = "";

    for (size_t i = 0; i < nv_library_count(library); i++) {
        strcat(ids, i ? " " : "");
        strcat(ids, nv_library_entry_at(library, i)->id);
    }
    CHECK_STR(ids, wanted, label);
}

static void test_entries(void **state)
{
    const nv_library_entry *entry;
    nv_library *library;

    (void)state;
    write_shelf();
    write_text("published/zone.csl", STYLE("http://x/zone", "Zone"));
    write_text("published/README", "no style, and not read");
    library = open_good();
    check_ids(library, "plain narrow wide zone",
              "ours come first, then by title without regard to accents");
    assert_int_equal(nv_library_trouble_count(library), 0);
    entry = nv_library_find(library, "plain");
    CHECK_STR(entry->title, "Plain", "title");
    CHECK_STR(entry->authors, "A. Author", "authors");
    CHECK_STR(entry->rights, "Free", "rights");
    CHECK_STR(entry->parent, "", "it stands for itself");
    CHECK(entry->is_ours && entry->is_note && !entry->has_bibliography,
          "what ours is");
    entry = nv_library_find(library, "http://x/narrow");
    CHECK_STR(entry->id, "narrow", "found by its uri");
    CHECK_STR(entry->parent, "wide", "the parent by its id, http or https");
    CHECK(entry->is_note && !entry->is_ours, "a dependent style is as its "
                                             "parent");
    CHECK(!nv_library_find(library, "no-such"), "another id");
    nv_library_free(library);
}

/* What a style says in its macros, and whether it gets our items. */
static const struct {
    const char *body;
    bool is_ours;
} bodies[] = {
    {"<text variable='source-book'/>", true},
    {"<text variable=\"source-page source-book\"/>", true},
    {"<text variable='title'/>", false},
    {"<text variable='source'/>", false},
    {"<text term='source-book'/>", false},
};

static void a_style_that_prints_our_variables_is_ours_anywhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(bodies); i++) {
        char style[1000];
        nv_library *library;

        snprintf(
            style, sizeof style, "%s<macro name='source-book'>%s</macro>%s",
            STYLE_HEAD("http://x/copy", "Copy"), bodies[i].body, STYLE_BODY);
        write_shelf();
        write_text("published/copy.csl", style);
        write_text("published/child.csl",
                   DEPENDENT("http://x/child", "Child", "http://x/copy", ""));
        library = open_good();
        CHECK(nv_library_find(library, "copy")->is_ours == bodies[i].is_ours,
              bodies[i].body);
        CHECK(nv_library_find(library, "child")->is_ours == bodies[i].is_ours,
              "a dependent style is as its parent");
        nv_library_free(library);
    }
}

static void test_missing_folder(void **state)
{
    nv_library *library;

    (void)state;
    empty_folder();
    library = open_good();
    assert_int_equal(nv_library_count(library), 0);
    assert_int_equal(nv_library_trouble_count(library), 0);
    nv_library_free(library);
}

/* Files that are no styles, and what is said of each. */
static const struct {
    const char *label, *name, *text;
    nv_error_code code;
    const char *message, *other;
    int line;
} bad_files[] = {
    {"not XML", "published/bad.csl", "<style\n<", NV_ERROR_FORMAT,
     "/published/bad.csl: It can't be used: ", "", 2},
    {"not CSL", "published/bad.csl", "<?xml version='1.0'?>\n<html/>",
     NV_ERROR_FORMAT,
     "/published/bad.csl: It can't be used: it is no CSL style, but begins "
     "with the element “html” (line 2). Choose another file, or correct it.",
     "", 2},
    {"empty", "published/bad.csl", "", NV_ERROR_FORMAT,
     "/published/bad.csl: It can't be used: ", "", 1},
    {"another version", "published/bad.csl",
     "<style " CSL_NAMESPACE "version='0.8'/>", NV_ERROR_FORMAT,
     "its CSL version is 0.8, not 1.0 (line 1)", "", 1},
    {"a parent that is not there", "published/orphan.csl",
     DEPENDENT("http://x/orphan", "Orphan", "http://x/nobody", ""),
     NV_ERROR_ARGUMENT,
     "/published/orphan.csl: It takes everything from the style "
     "http://x/nobody, which is not here. Add that one first.",
     "http://x/nobody", 0},
    {"a parent that is dependent itself", "published/orphan.csl",
     DEPENDENT("http://x/orphan", "Orphan", "http://x/narrow", ""),
     NV_ERROR_ARGUMENT, "the style http://x/narrow, which is not here",
     "http://x/narrow", 0},
    {"a double", "published/plain.csl", STYLE("http://x/other", "Other"),
     NV_ERROR_DUPLICATE,
     "/published/plain.csl: There is a style of that name already (",
     "/ours/plain.csl", 0},
};

static void check_trouble(const nv_library *library, const char *label,
                          nv_error_code code, int line, const char *message)
{
    const nv_style_trouble *trouble;

    assert_int_equal(nv_library_trouble_count(library), 1);
    trouble = nv_library_trouble(library, 0);
    if (trouble->err.code != code || trouble->err.line != line ||
        !strstr(trouble->err.message, message))
        fail_msg("%s: %d, line %d: %s", label, trouble->err.code,
                 trouble->err.line, trouble->err.message);
}

static void test_troubles(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(bad_files); i++) {
        nv_library *library;
        const nv_style_trouble *trouble;

        write_shelf();
        write_text(bad_files[i].name, bad_files[i].text);
        library = open_good();
        check_ids(library, "plain narrow wide", bad_files[i].label);
        check_trouble(library, bad_files[i].label, bad_files[i].code,
                      bad_files[i].line, bad_files[i].message);
        trouble = nv_library_trouble(library, 0);
        CHECK_STR(trouble->path, at(bad_files[i].name), bad_files[i].label);
        CHECK(strstr(trouble->other, bad_files[i].other), bad_files[i].label);
        nv_library_free(library);
    }
}

static void write_large(const char *name)
{
    const size_t len = 10 * 1024 * 1024;
    char *bytes = malloc(len);

    assert_non_null(bytes);
    memset(bytes, ' ', len);
    write_bytes(at(name), bytes, len);
    free(bytes);
}

static void test_large(void **state)
{
    nv_library *library;

    (void)state;
    write_shelf();
    write_large("published/large.csl");
    library = open_good();
    check_ids(library, "plain narrow wide", "10 MiB");
    check_trouble(library, "10 MiB", NV_ERROR_LIMIT, 0,
                  "/published/large.csl: It can't be used: it is larger than "
                  "4 MiB, as no style is. Choose another file.");
    nv_library_free(library);
}

static void test_unreadable(void **state)
{
    nv_library *library;

    (void)state;
    write_shelf();
    assert_int_equal(mkdir(at("published/folder.csl"), 0700), 0);
    library = open_good();
    check_trouble(library, "a folder with the name of a style", NV_ERROR_IO, 0,
                  "/published/folder.csl: the file can't be read");
    nv_library_free(library);
    write_shelf();
    assert_int_equal(rmdir(at("ours")) + unlink(at("ours/plain.csl")), -1);
    assert_int_equal(rmdir(at("ours")), 0);
    write_text("ours", "a file where a folder should be");
    library = open_good();
    check_trouble(library, "a file with the name of a folder", NV_ERROR_IO, 0,
                  "/ours can't be read (Not a directory). Look at the rights "
                  "of the folder.");
    nv_library_free(library);
}

/* Compiled styles */

static const char *page_in(nv_library *library, const char *id,
                           nv_language language)
{
    nv_error err = {0};
    const nv_note_style *style = nv_library_style(library, id, language, &err);

    if (!style)
        fail_msg("%s: %s", id, err.message);
    CHECK(style->style && style->previews && style->language == language, id);
    CHECK_STR(style->entry->id, id, "the entry that was asked for");
    return nv_csl_lexicon_text(style->lexicon, NV_CSL_TERM_PAGE,
                               NV_CSL_FORM_LONG, false);
}

static void test_languages(void **state)
{
    nv_library *library;

    (void)state;
    write_shelf();
    library = open_good();
    CHECK_STR(page_in(library, "plain", NV_LANGUAGE_FR), "feuille", "French");
    CHECK_STR(page_in(library, "plain", NV_LANGUAGE_EN), "page", "English");
    CHECK_STR(page_in(library, "wide", NV_LANGUAGE_RU), "page",
              "a language without a file is as English");
    CHECK_STR(page_in(library, "narrow", NV_LANGUAGE_EN), "leaf",
              "a style keeps its variant of the language");
    CHECK_STR(page_in(library, "narrow", NV_LANGUAGE_FR), "feuille",
              "but not against the language of the notes");
    assert_ptr_equal(nv_library_style(library, "plain", NV_LANGUAGE_FR, NULL),
                     nv_library_style(library, "plain", NV_LANGUAGE_FR, NULL));
    nv_library_free(library);
}

static void check_fails(nv_library *library, const char *id, nv_error_code code,
                        const char *message)
{
    nv_error err = {0};

    for (int i = 0; i < 2; i++) {
        nv_error_clear(&err);
        CHECK(!nv_library_style(library, id, NV_LANGUAGE_EN, &err), id);
        if (err.code != code || !strstr(err.message, message))
            fail_msg("%s: %d: %s", id, err.code, err.message);
    }
    nv_library_free(library);
}

static void test_no_such_style(void **state)
{
    (void)state;
    write_shelf();
    check_fails(open_good(), "nobody", NV_ERROR_ARGUMENT,
                "There is no style “nobody”. Choose another one.");
}

#define RECURSIVE                                                   \
    STYLE_HEAD("http://x/bad", "Bad")                               \
    "<macro name='a'>\n<text macro='b'/></macro>\n<macro name='b'>" \
    "<text macro='a'/></macro>" STYLE_BODY

static void test_cannot_compile(void **state)
{
    (void)state;
    write_shelf();
    write_text("published/bad.csl", RECURSIVE);
    check_fails(open_good(), "bad", NV_ERROR_FORMAT,
                "calls itself in the end, through the call of “a” (line 4)");
    write_text(
        "published/bad.csl",
        STYLE_HEAD("http://x/bad",
                   "Bad") "<citation><layout>"
                          "<text macro='none'/></layout></citation></style>");
    check_fails(open_good(), "bad", NV_ERROR_FORMAT,
                "/published/bad.csl: It can't be used: ");
}

/* The file was there when the library was opened. */
static void test_gone(void **state)
{
    nv_library *library;

    (void)state;
    write_shelf();
    library = open_good();
    unlink(at("published/wide.csl"));
    check_fails(library, "narrow", NV_ERROR_IO,
                "wide.csl: the file is missing");
    write_shelf();
    library = open_good();
    write_large("published/wide.csl");
    check_fails(library, "wide", NV_ERROR_LIMIT, "wide.csl: It can't be used");
}

static void test_locales(void **state)
{
    (void)state;
    write_shelf();
    write_text("locales/locales-en-US.xml", "<locale\n");
    check_fails(open_good(), "plain", NV_ERROR_FORMAT,
                "/locales/locales-en-US.xml: It can't be used: ");
    unlink(at("locales/locales-en-US.xml"));
    check_fails(open_good(), "plain", NV_ERROR_IO,
                "There is no locale of CSL for “en” in ");
}

/* Adding */

static void write_new(const char *text)
{
    write_shelf();
    write_text("new.csl", text);
}

static bool add(const char *name, const char *to, nv_error *err)
{
    nv_library *library = open_good();
    const bool is_added = nv_library_add(library, at(to), at(name), err);

    nv_library_free(library);
    return is_added;
}

static void test_add(void **state)
{
    nv_error err = {0};
    nv_library *library;
    const nv_library_entry *entry;
    char user[200];

    (void)state;
    write_new(STYLE("http://x/new", "New"));
    write_text("child.csl",
               DEPENDENT("http://x/child", "Child", "http://x/wide", ""));
    write_text("other.xml", STYLE("http://x/other", "Other"));
    CHECK(add("new.csl", "a/user's folder", &err), err.message);
    CHECK(add("new.csl", "a/user's folder", &err), "the same once more");
    CHECK(add("child.csl", "a/user's folder", &err), err.message);
    CHECK(add("other.xml", "a/user's folder", &err), err.message);
    snprintf(user, sizeof user, "%s", at("a/user's folder"));
    library = nv_library_open(
        (nv_style_folder[]){{.path = at("published")}, {.path = user}}, 2,
        at("locales"), &err);
    check_ids(library, "narrow child wide new other.xml",
              "a user's folder beside the others");
    entry = nv_library_find(library, "new");
    CHECK(strstr(entry->path, "/a/user's folder/new.csl"), entry->path);
    CHECK_STR(nv_library_find(library, "child")->parent, "wide",
              "a parent in another folder");
    nv_library_free(library);
}

static const struct {
    const char *label, *text;
    nv_error_code code;
    const char *message;
} not_added[] = {
    {"not XML", "\n<style", NV_ERROR_FORMAT, "/new.csl: It can't be used: "},
    {"not CSL", "<html/>", NV_ERROR_FORMAT, "“html” (line 1)"},
    {"recursive macros", RECURSIVE, NV_ERROR_FORMAT,
     "calls itself in the end, through the call of “a” (line 4)"},
    {"without its parent",
     DEPENDENT("http://x/new", "New", "http://x/nobody", ""), NV_ERROR_ARGUMENT,
     "/new.csl: It takes everything from the style http://x/nobody, which is "
     "not here. Add that one first."},
};

static void test_not_added(void **state)
{
    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(not_added); i++) {
        nv_error err = {0};

        write_new(not_added[i].text);
        CHECK(!add("new.csl", "user", &err), not_added[i].label);
        if (err.code != not_added[i].code ||
            !strstr(err.message, not_added[i].message))
            fail_msg("%s: %d: %s", not_added[i].label, err.code, err.message);
        CHECK(access(at("user"), F_OK) != 0, "nothing is changed");
    }
}

static void check_not_added(const char *name, const char *to,
                            nv_error_code code, const char *message)
{
    nv_error err = {0};

    CHECK(!add(name, to, &err), message);
    if (err.code != code || !strstr(err.message, message))
        fail_msg("%s: %d: %s", name, err.code, err.message);
}

static void test_cannot_add(void **state)
{
    (void)state;
    write_new(STYLE("http://x/new", "New"));
    check_not_added("none.csl", "user", NV_ERROR_IO,
                    "/none.csl: the file is missing");
    write_large("large.csl");
    check_not_added("large.csl", "user", NV_ERROR_LIMIT,
                    "/large.csl: It can't be used: it is larger than 4 MiB");
    check_not_added("new.csl", "new.csl/below", NV_ERROR_IO,
                    "/new.csl/below can't be made (Not a directory)");
    write_text("file", "");
    check_not_added("new.csl", "file", NV_ERROR_IO, "can't be written");
    write_text("wide.csl", STYLE("http://x/new", "New"));
    check_not_added("wide.csl", "user", NV_ERROR_DUPLICATE,
                    "/wide.csl: There is a style of that name already. Give "
                    "the file another name.");
}

/* What a document carries */

static void test_the_text_of_a_style(void **state)
{
    nv_buffer xml = NV_BUFFER_INIT, parent = NV_BUFFER_INIT;
    nv_error err = {0};
    nv_library *library;

    (void)state;
    write_shelf();
    library = open_good();
    assert_true(nv_library_text(library, "plain", &xml, &err));
    CHECK(strstr(xml.text, "<title>Plain</title>"), "the file's");
    nv_buffer_truncate(&xml, 0);
    assert_true(nv_library_text(library, "narrow", &xml, &err));
    assert_true(nv_library_text(library, "wide", &parent, &err));
    CHECK_STR(xml.text, parent.text, "of a dependent one, its parent's");
    assert_false(nv_library_text(library, "gone", &xml, &err));
    assert_int_equal(err.code, NV_ERROR_ARGUMENT);
    nv_buffer_release(&xml);
    nv_buffer_release(&parent);
    nv_library_free(library);
}

static void test_a_style_that_is_no_file(void **state)
{
    nv_buffer xml = NV_BUFFER_INIT;
    nv_error err = {0};
    nv_library *library, *one;
    const nv_library_entry *entry;

    (void)state;
    write_shelf();
    library = open_good();
    assert_true(nv_library_text(library, "plain", &xml, &err));
    one = nv_library_of_text(library, "a/b", xml.text, &err);
    nv_library_free(library);
    CHECK(one, err.message);
    check_ids(one, "a/b", "it is there by its own id, and alone");
    entry = nv_library_entry_at(one, 0);
    CHECK_STR(entry->title, "Plain", "what it says of itself");
    CHECK(entry->is_added, "a document carries it on");
    CHECK(nv_library_style(one, "a/b", NV_LANGUAGE_FR, &err), err.message);
    nv_buffer_truncate(&xml, 0);
    assert_true(nv_library_text(one, "a/b", &xml, &err));
    CHECK(strstr(xml.text, "Plain"), "its text can be had again");
    nv_library_free(one);
    nv_buffer_release(&xml);
}

static const struct {
    const char *label, *xml;
} no_texts[] = {
    {"nothing", ""},
    {"no style", "<html/>"},
    {"a dependent one", DEPENDENT("http://x/child", "Child", "http://x/w", "")},
};

static void test_what_is_no_style_makes_no_library(void **state)
{
    nv_library *library;

    (void)state;
    write_shelf();
    library = open_good();
    for (size_t i = 0; i < NV_COUNT_OF(no_texts); i++) {
        nv_error err = {0};

        CHECK(!nv_library_of_text(library, "mine", no_texts[i].xml, &err),
              no_texts[i].label);
        CHECK(err.code == NV_ERROR_FORMAT && strstr(err.message, "mine"),
              no_texts[i].label);
    }
    nv_library_free(library);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_entries),
        cmocka_unit_test(a_style_that_prints_our_variables_is_ours_anywhere),
        cmocka_unit_test(test_missing_folder),
        cmocka_unit_test(test_troubles),
        cmocka_unit_test(test_large),
        cmocka_unit_test(test_unreadable),
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_no_such_style),
        cmocka_unit_test(test_cannot_compile),
        cmocka_unit_test(test_gone),
        cmocka_unit_test(test_locales),
        cmocka_unit_test(test_add),
        cmocka_unit_test(test_not_added),
        cmocka_unit_test(test_cannot_add),
        cmocka_unit_test(test_the_text_of_a_style),
        cmocka_unit_test(test_a_style_that_is_no_file),
        cmocka_unit_test(test_what_is_no_style_makes_no_library),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
