/* SPDX-License-Identifier: MPL-2.0 */
/* See chain_words.h.
 *
 * A participle leads on to the name of a document without article, as notes
 * are cited: "refused by note of 7 May", « rejetée par note du 7 mai », "durch
 * Note vom 7. Mai". French has none that so leads from a document to its
 * answer, and Russian would have to decline the name: there a noun and a colon
 * stand in its place. */
#include "note/chain_words.h"

#include <string.h>

#define NBSP "\u00A0"
#define THIN "\u202F"

enum { ACTS = 2, FORMS = 2 };

typedef struct {
    const char *first[FORMS][FORMS]; /* by feminine, plural */
    const char *again[FORMS][FORMS]; /* what is refused is an answer itself */
    const char *together; /* of several documents; NULL: as `first` */
    const char *several;  /* answers follow; NULL: as one */
    const char *more;
} words;

/* All four forms alike, where nothing agrees. */
#define SAME(word)     \
    {                  \
        {word, word},  \
        {              \
            word, word \
        }              \
    }

static const words all[NV_LANGUAGE_COUNT][ACTS] = {
    [NV_LANGUAGE_EN] = {{SAME(", answered by "), SAME(", in turn answered by "),
                         ", together answered by ", NULL, ", and by "},
                        {SAME(", refused by "), SAME(", in turn refused by "),
                         ", together refused by ", NULL, ", and by "}},
    [NV_LANGUAGE_FR] =
        {{SAME(THIN "; réponse" NBSP ": "), SAME(THIN "; réponse" NBSP ": "),
          THIN "; réponse commune" NBSP ": ", THIN "; réponses" NBSP ": ",
          THIN "; "},
         {{{", rejeté par ", ", rejetés par "},
           {", rejetée par ", ", rejetées par "}},
          {{", rejeté à son tour par ", ", rejetés à leur tour par "},
           {", rejetée à son tour par ", ", rejetées à leur tour par "}},
          NULL,
          NULL,
          ", et par "}},
    [NV_LANGUAGE_DE] =
        {{SAME(", beantwortet durch "), SAME(", ihrerseits beantwortet durch "),
          ", gemeinsam beantwortet durch ", NULL, ", und durch "},
         {SAME(", abgelehnt durch "), SAME(", ihrerseits abgelehnt durch "),
          ", gemeinsam abgelehnt durch ", NULL, ", und durch "}},
    [NV_LANGUAGE_ES] =
        {{{{", contestado por ", ", contestados por "},
           {", contestada por ", ", contestadas por "}},
          {{", contestado a su vez por ", ", contestados a su vez por "},
           {", contestada a su vez por ", ", contestadas a su vez por "}},
          NULL,
          NULL,
          ", y por "},
         {{{", rechazado por ", ", rechazados por "},
           {", rechazada por ", ", rechazadas por "}},
          {{", rechazado a su vez por ", ", rechazados a su vez por "},
           {", rechazada a su vez por ", ", rechazadas a su vez por "}},
          NULL,
          NULL,
          ", y por "}},
    [NV_LANGUAGE_RU] = {{SAME("; ответ: "), SAME("; ответ на него: "),
                         "; общий ответ: ", "; ответы: ", "; "},
                        {SAME("; отказ: "), SAME("; отказ: "), NULL, NULL,
                         "; "}},
};

/* « réponse : réponse du … » would say it twice. */
static bool says_so(const nv_chain_answers *answers)
{
    return answers->count == 1 && answers->first &&
           (strncmp(answers->first, "réponse", strlen("réponse")) == 0 ||
            strncmp(answers->first, "projet de réponse",
                    strlen("projet de réponse")) == 0);
}

const char *nv_chain_word(nv_chain_act act, nv_language language,
                          const nv_chain_subject *subject,
                          const nv_chain_answers *answers)
{
    const words *words = &all[language][act];
    const bool is_feminine = subject->agreement.is_feminine;
    const bool is_plural = subject->agreement.is_plural || subject->count > 1;

    if (language == NV_LANGUAGE_FR && act == NV_CHAIN_ANSWERED &&
        says_so(answers))
        return nv_chain_and(language);
    if (answers->count > 1 && words->several)
        return words->several;
    if (subject->count > 1 && words->together)
        return words->together;
    return (subject->is_itself_answer ? words->again
                                      : words->first)[is_feminine][is_plural];
}

const char *nv_chain_more(nv_chain_act act, nv_language language)
{
    return all[language][act].more;
}

const char *nv_chain_and(nv_language language)
{
    return language == NV_LANGUAGE_FR ? THIN "; " : "; ";
}
