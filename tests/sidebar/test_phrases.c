/* SPDX-License-Identifier: MPL-2.0 */
/* Phrases with places and with plurals, and what C says by itself. */
#include "check.h"

#include "base/array.h"
#include "sidebar/phrases.h"
#include "words/words.h"

static const nv_phrases russian = {
    .tongue = NV_TONGUE_RU,
    .text = {[NV_PHRASE_UNLINKED] = "{1} ссылок",
             [NV_PHRASE_CAUTION] = "Осторожно: {1}"},
    .forms = {[NV_PHRASE_UNLINKED] = {[NV_PLURAL_ONE] = "{1} ссылка",
                                      [NV_PLURAL_FEW] = "{1} ссылки",
                                      [NV_PLURAL_MANY] = "{1} ссылок"}},
};

static void a_number_chooses_the_form(void **state)
{
    static const struct {
        size_t number;
        const char *digits, *wanted;
    } cases[] = {
        {1, "1", "1 ссылка"},    {3, "3", "3 ссылки"}, {11, "11", "11 ссылок"},
        {22, "22", "22 ссылки"}, {0, "0", "0 ссылок"},
    };

    (void)state;
    for (size_t i = 0; i < NV_COUNT_OF(cases); i++) {
        nv_buffer out = NV_BUFFER_INIT;

        nv_phrase_fill_count(&out, &russian, NV_PHRASE_UNLINKED,
                             cases[i].number, &cases[i].digits, 1);
        CHECK_STR(out.text, cases[i].wanted, cases[i].wanted);
        nv_buffer_release(&out);
    }
}

static void a_phrase_without_forms_is_said_as_it_is(void **state)
{
    const char *value = "a";
    nv_buffer out = NV_BUFFER_INIT;

    (void)state;
    nv_phrase_fill_count(&out, &russian, NV_PHRASE_CAUTION, 1, &value, 1);
    CHECK_STR(out.text, "Осторожно: a", "its only form");
    nv_buffer_release(&out);
}

static void every_word_is_said_in_every_tongue(void **state)
{
    (void)state;
    for (int tongue = 0; tongue < NV_TONGUE_COUNT; tongue++)
        for (int word = 0; word < NV_WORD_COUNT; word++)
            CHECK(nv_say((nv_word)word, (nv_tongue)tongue)[0] != '\0',
                  nv_tongue_code((nv_tongue)tongue));
    CHECK_STR(nv_say(NV_WORD_EDIT_TITLE, NV_TONGUE_DE), "Nachweis bearbeiten",
              "German");
    CHECK_STR(nv_say(NV_WORD_EDIT_TITLE, NV_TONGUE_UK), "Змінити посилання",
              "Ukrainian");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_number_chooses_the_form),
        cmocka_unit_test(a_phrase_without_forms_is_said_as_it_is),
        cmocka_unit_test(every_word_is_said_in_every_tongue),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
