/* SPDX-License-Identifier: MPL-2.0 */
/* Errors of typing: the walk that leaps over what can't match finds exactly
 * what comparing the word with every term finds. */
#include "check.h"

#include <stdlib.h>

#include "base/array.h"
#include "base/buffer.h"
#include "registry/search/fuzzy.h"
#include "registry/text/fold.h"
#include "shipped.h"

enum { WORDS = 600, LETTERS = NV_WORD_MAX + 1 };

static nv_registry *registry;
static const nv_index *terms;
static atomic_bool is_cancelled;

/* Letters by the bytes of each, from the first on. */
static size_t spell(const char *word, uint32_t letters[LETTERS])
{
    size_t count = 0;

    for (; *word; word++)
        if (((unsigned char)*word & 0xC0) == 0x80 && count)
            letters[count - 1] = letters[count - 1] << 8 | (unsigned char)*word;
        else
            letters[count++] = (unsigned char)*word;
    return count;
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* The errors between the word and the term, or its best beginning. */
static int count_errors(const char *word, const char *term, bool is_prefix)
{
    uint32_t a[LETTERS], b[LETTERS];
    static int table[LETTERS + 1][LETTERS + 1];
    const size_t a_count = spell(word, a), b_count = spell(term, b);
    int best = (int)a_count;

    for (size_t i = 0; i <= b_count; i++)
        for (size_t k = 0; k <= a_count; k++) {
            int *cell = &table[i][k];

            *cell = (int)(i + k);
            if (i > 0 && k > 0)
                *cell = least(least(table[i - 1][k], table[i][k - 1]) + 1,
                              table[i - 1][k - 1] + (b[i - 1] != a[k - 1]));
            if (i > 1 && k > 1 && b[i - 1] == a[k - 2] && b[i - 2] == a[k - 1])
                *cell = least(*cell, table[i - 2][k - 2] + 1);
        }
    for (size_t i = 0; i <= b_count; i++)
        best = least(best, table[i][a_count]);
    return is_prefix ? best : table[b_count][a_count];
}

static bool take(void *out, uint32_t term, int errors)
{
    nv_buffer_add_format(out, "%s %d\n", nv_index_word(terms, term), errors);
    return true;
}

static void find_by_comparing(const char *word, bool is_prefix, int errors,
                              nv_buffer *out)
{
    for (uint32_t i = 0; i < nv_index_term_count(terms); i++) {
        const char *term = nv_index_word(terms, i);
        const int found = (unsigned char)term[0] <= NV_MARK_LANGUAGE
                              ? 0
                              : count_errors(word, term, is_prefix);

        if (found > 0 && found <= errors && nv_index_frequency(terms, i) > 0)
            take(out, i, found);
    }
}

static void check_word(const char *word, bool is_prefix)
{
    const int errors = nv_fuzzy_errors(word);
    nv_buffer got = NV_BUFFER_INIT, wanted = NV_BUFFER_INIT;

    nv_fuzzy_find(terms, word, is_prefix, errors, &is_cancelled, take, &got);
    find_by_comparing(word, is_prefix, errors, &wanted);
    CHECK_STR(got.text, wanted.text, word);
    nv_buffer_release(&got);
    nv_buffer_release(&wanted);
}

/* Terms in their order. */
typedef struct {
    uint32_t items[1 << 14];
    size_t count;
} term_list;

static bool list(void *to, uint32_t term, int errors)
{
    term_list *all = to;

    (void)errors;
    all->items[all->count++] = term;
    return all->count < NV_COUNT_OF(all->items);
}

static int compare_terms(const void *a, const void *b)
{
    const uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

    return (x > y) - (x < y);
}

/* What is near the word is among what is near its beginning. */
static void check_among(const char *word, size_t len, bool is_prefix)
{
    static term_list among;
    const int errors = nv_fuzzy_errors(word);
    nv_buffer got = NV_BUFFER_INIT, wanted = NV_BUFFER_INIT;
    char shorter[NV_WORD_MAX + 4];
    nv_row row;

    snprintf(shorter, sizeof shorter, "%.*s", (int)len, word);
    if (!nv_fuzzy_goes_on_from(word, shorter) || (word[len] & 0xC0) == 0x80)
        return;
    among.count = 0;
    row = nv_index_row(terms, NV_MARK_NONE, shorter, true);
    for (uint32_t i = 0; i < row.count; i++)
        list(&among, row.first + i, 0);
    nv_fuzzy_find(terms, shorter, true, errors, &is_cancelled, list, &among);
    qsort(among.items, among.count, sizeof *among.items, compare_terms);
    nv_fuzzy_find_among(terms, word, is_prefix, errors, among.items,
                        among.count, take, &got);
    nv_fuzzy_find(terms, word, is_prefix, errors, &is_cancelled, take, &wanted);
    CHECK_STR(got.text, wanted.text, word);
    nv_buffer_release(&got);
    nv_buffer_release(&wanted);
}

/* A term with a letter changed, left out, put in or exchanged, once or twice;
 * of the ASCII ones, so that it stays UTF-8. */
static void misspell(char *word, uint32_t *random)
{
    const size_t len = strlen(word);
    const size_t at =
        len ? (*random = *random * 1664525u + 1013904223u, (*random >> 8) % len)
            : 0;
    const char letter = (char)('a' + (*random >> 4) % 26);

    if (len < 3 || len + 2 > NV_WORD_MAX || word[at] < 0 ||
        (at + 1 < len && word[at + 1] < 0))
        return;
    switch (*random >> 28 & 3) {
    case 0:
        word[at] = letter;
        break;
    case 1:
        memmove(word + at, word + at + 1, len - at);
        break;
    case 2:
        memmove(word + at + 1, word + at, len - at + 1);
        word[at] = letter;
        break;
    default:
        if (at + 1 < len) {
            const char first = word[at];

            word[at] = word[at + 1];
            word[at + 1] = first;
        }
    }
}

static void misspelt_words_find_what_is_near(void **state)
{
    const uint32_t count = nv_index_term_count(terms);
    uint32_t random = 5;

    (void)state;
    for (uint32_t i = 0; i < WORDS; i++) {
        char word[NV_WORD_MAX + 4];

        snprintf(word, NV_WORD_MAX, "%s",
                 nv_index_word(terms, (uint32_t)((uint64_t)i * count / WORDS)));
        if ((unsigned char)word[0] <= NV_MARK_LANGUAGE)
            continue;
        misspell(word, &random);
        if (i % 2)
            misspell(word, &random);
        check_word(word, i % 3 == 0);
        for (size_t len = 1; len <= strlen(word); len++)
            check_among(word, len, i % 3 == 0);
    }
}

static void words_of_other_letters_find_what_is_near(void **state)
{
    static const char *const words[] = {
        "\u043C\u043E\u043B\u043E\u0442\u043E",             /* молото */
        "\u0433\u043E\u0440\u0431\u0430\u0447\u0448\u0432", /* горбачшв */
        "\u043C\u043E\u0441\u043Ava",                       /* москva */
        "zzzzzzzzzzzz",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "ab\u0434cefgh"};

    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        check_word(words[i], true);
        check_word(words[i], false);
    }
}

static void a_longer_word_goes_on_from_one_of_as_many_errors(void **state)
{
    (void)state;
    CHECK(nv_fuzzy_goes_on_from("abcdef", "abcde"), "one more letter");
    CHECK(!nv_fuzzy_goes_on_from("abcdefgh", "abcdefg"), "two errors, one");
    CHECK(!nv_fuzzy_goes_on_from("abxdef", "abcde"), "another beginning");
}

static void short_words_and_numbers_have_no_errors(void **state)
{
    (void)state;
    CHECK(nv_fuzzy_errors("abc") == 0, "three letters");
    CHECK(nv_fuzzy_errors("abcd") == 1, "four");
    CHECK(nv_fuzzy_errors("abcdefgh") == 2, "eight");
    CHECK(nv_fuzzy_errors("19541") == 0, "a number");
}

static int open_registry(void **state)
{
    nv_error err = {0};

    (void)state;
    registry = open_shipped(&err);
    if (!registry)
        print_error("%s\n", err.message);
    else
        terms = nv_registry_index(registry);
    return registry ? 0 : -1;
}

static int free_registry(void **state)
{
    (void)state;
    nv_registry_free(registry);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(misspelt_words_find_what_is_near),
        cmocka_unit_test(words_of_other_letters_find_what_is_near),
        cmocka_unit_test(a_longer_word_goes_on_from_one_of_as_many_errors),
        cmocka_unit_test(short_words_and_numbers_have_no_errors),
    };

    return cmocka_run_group_tests(tests, open_registry, free_registry);
}
