/* SPDX-License-Identifier: MPL-2.0 */
/* See query.h. */
#include "registry/query.h"

#include <string.h>

#include "registry/date_words.h"

typedef struct {
    char words[NV_QUERY_MAX][NV_WORD_MAX + 1];
    const char *pointers[NV_QUERY_MAX];
    size_t count;
} word_list;

static void read_words(word_list *list, const char *text, size_t len)
{
    nv_fold fold;

    list->count = 0;
    nv_fold_init(&fold, text, len);
    while (list->count < NV_QUERY_MAX && nv_fold_next(&fold)) {
        memcpy(list->words[list->count], fold.word, fold.word_len + 1);
        list->pointers[list->count] = list->words[list->count];
        list->count++;
    }
}

static bool has_word(const nv_query *query, const char *word)
{
    for (size_t i = 0; i < query->count; i++)
        if (strcmp(query->wanted[i].word, word) == 0)
            return true;
    return false;
}

void nv_query_read(nv_query *query, const char *text, size_t len)
{
    word_list list;
    size_t used;

    query->count = 0;
    read_words(&list, text, len);
    for (size_t i = 0; i < list.count; i += used) {
        nv_wanted *next = &query->wanted[query->count];
        const bool is_last = i + 1 == list.count;

        memset(next, 0, sizeof *next);
        used =
            nv_date_words_read(list.pointers + i, list.count - i, &next->days);
        if (used == 0) {
            used = 1;
            if (!is_last && has_word(query, list.words[i]))
                continue;
            strcpy(next->word, list.words[i]);
            next->is_prefix = is_last;
        }
        query->count++;
    }
}
