/* SPDX-License-Identifier: MPL-2.0 */
/* The terms of CSL 1.0.2 (specification, appendix II), and what a locale says
 * for one. Ordinals ("ordinal", "ordinal-07") are apart: see lexicon.h. */
#ifndef NV_CITATION_TERM_H
#define NV_CITATION_TERM_H

#include <stddef.h>

#include "citation/variable.h"

/* What a locator counts, in the order of the specification: the label of a
 * cite. "sub verbo" is read as sub-verbo. */
#define NV_CSL_LOCATOR_TERMS(X)           \
    X(ACT, "act")                         \
    X(APPENDIX, "appendix")               \
    X(ARTICLE_LOCATOR, "article-locator") \
    X(BOOK, "book")                       \
    X(CANON, "canon")                     \
    X(CHAPTER, "chapter")                 \
    X(COLUMN, "column")                   \
    X(ELOCATION, "elocation")             \
    X(EQUATION, "equation")               \
    X(FIGURE, "figure")                   \
    X(FOLIO, "folio")                     \
    X(ISSUE, "issue")                     \
    X(LINE, "line")                       \
    X(NOTE, "note")                       \
    X(OPUS, "opus")                       \
    X(PAGE, "page")                       \
    X(PARAGRAPH, "paragraph")             \
    X(PART, "part")                       \
    X(RULE, "rule")                       \
    X(SCENE, "scene")                     \
    X(SECTION, "section")                 \
    X(SUB_VERBO, "sub-verbo")             \
    X(SUPPLEMENT, "supplement")           \
    X(TABLE, "table")                     \
    X(TIMESTAMP, "timestamp")             \
    X(TITLE_LOCATOR, "title-locator")     \
    X(VERSE, "verse")                     \
    X(VOLUME, "volume")

/* Names of number variables that are no locators. */
#define NV_CSL_NUMBER_TERMS(X)                                    \
    X(CHAPTER_NUMBER, "chapter-number")                           \
    X(CITATION_NUMBER, "citation-number")                         \
    X(COLLECTION_NUMBER, "collection-number")                     \
    X(EDITION, "edition")                                         \
    X(FIRST_REFERENCE_NOTE_NUMBER, "first-reference-note-number") \
    X(LOCATOR, "locator")                                         \
    X(NUMBER, "number")                                           \
    X(NUMBER_OF_PAGES, "number-of-pages")                         \
    X(NUMBER_OF_VOLUMES, "number-of-volumes")                     \
    X(PAGE_FIRST, "page-first")                                   \
    X(PART_NUMBER, "part-number")                                 \
    X(PRINTING_NUMBER, "printing-number")                         \
    X(SUPPLEMENT_NUMBER, "supplement-number")                     \
    X(VERSION, "version")

/* Names of name variables: NV_CSL_NAMES in the same order. */
#define NV_CSL_ROLE_TERMS(X)                    \
    X(AUTHOR, "author")                         \
    X(CHAIR, "chair")                           \
    X(COLLECTION_EDITOR, "collection-editor")   \
    X(COMPILER, "compiler")                     \
    X(COMPOSER, "composer")                     \
    X(CONTAINER_AUTHOR, "container-author")     \
    X(CONTRIBUTOR, "contributor")               \
    X(CURATOR, "curator")                       \
    X(DIRECTOR, "director")                     \
    X(EDITOR, "editor")                         \
    X(EDITORIAL_DIRECTOR, "editorial-director") \
    X(EDITORTRANSLATOR, "editortranslator")     \
    X(EXECUTIVE_PRODUCER, "executive-producer") \
    X(GUEST, "guest")                           \
    X(HOST, "host")                             \
    X(ILLUSTRATOR, "illustrator")               \
    X(INTERVIEWER, "interviewer")               \
    X(NARRATOR, "narrator")                     \
    X(ORGANIZER, "organizer")                   \
    X(ORIGINAL_AUTHOR, "original-author")       \
    X(PERFORMER, "performer")                   \
    X(PRODUCER, "producer")                     \
    X(RECIPIENT, "recipient")                   \
    X(REVIEWED_AUTHOR, "reviewed-author")       \
    X(SCRIPT_WRITER, "script-writer")           \
    X(SERIES_CREATOR, "series-creator")         \
    X(TRANSLATOR, "translator")                 \
    X(SIGNATORY, "signatory")                   \
    X(PARTY, "party")                           \
    X(PARTY_SHORT, "party-short")               \
    X(DELIVERER, "deliverer")                   \
    X(SPEAKER, "speaker")                       \
    X(SENDER, "sender")

/* Names of types of item, where no locator or other term has the same. */
#define NV_CSL_TYPE_TERMS(X)                            \
    X(ARTICLE, "article")                               \
    X(ARTICLE_JOURNAL, "article-journal")               \
    X(ARTICLE_MAGAZINE, "article-magazine")             \
    X(ARTICLE_NEWSPAPER, "article-newspaper")           \
    X(BILL, "bill")                                     \
    X(BROADCAST, "broadcast")                           \
    X(CLASSIC, "classic")                               \
    X(COLLECTION, "collection")                         \
    X(DATASET, "dataset")                               \
    X(DOCUMENT, "document")                             \
    X(ENTRY, "entry")                                   \
    X(ENTRY_DICTIONARY, "entry-dictionary")             \
    X(ENTRY_ENCYCLOPEDIA, "entry-encyclopedia")         \
    X(EVENT, "event")                                   \
    X(GRAPHIC, "graphic")                               \
    X(HEARING, "hearing")                               \
    X(LEGAL_CASE, "legal_case")                         \
    X(LEGISLATION, "legislation")                       \
    X(MANUSCRIPT, "manuscript")                         \
    X(MAP, "map")                                       \
    X(MOTION_PICTURE, "motion_picture")                 \
    X(MUSICAL_SCORE, "musical_score")                   \
    X(PAMPHLET, "pamphlet")                             \
    X(PAPER_CONFERENCE, "paper-conference")             \
    X(PATENT, "patent")                                 \
    X(PERFORMANCE, "performance")                       \
    X(PERIODICAL, "periodical")                         \
    X(PERSONAL_COMMUNICATION, "personal_communication") \
    X(POST, "post")                                     \
    X(POST_WEBLOG, "post-weblog")                       \
    X(REGULATION, "regulation")                         \
    X(REPORT, "report")                                 \
    X(REVIEW, "review")                                 \
    X(REVIEW_BOOK, "review-book")                       \
    X(SOFTWARE, "software")                             \
    X(SONG, "song")                                     \
    X(SPEECH, "speech")                                 \
    X(STANDARD, "standard")                             \
    X(THESIS, "thesis")                                 \
    X(TREATY, "treaty")                                 \
    X(WEBPAGE, "webpage")

/* Months, then seasons: term of month m is NV_CSL_TERM_MONTH_01 + m - 1. */
#define NV_CSL_TIME_TERMS(X)  \
    X(MONTH_01, "month-01")   \
    X(MONTH_02, "month-02")   \
    X(MONTH_03, "month-03")   \
    X(MONTH_04, "month-04")   \
    X(MONTH_05, "month-05")   \
    X(MONTH_06, "month-06")   \
    X(MONTH_07, "month-07")   \
    X(MONTH_08, "month-08")   \
    X(MONTH_09, "month-09")   \
    X(MONTH_10, "month-10")   \
    X(MONTH_11, "month-11")   \
    X(MONTH_12, "month-12")   \
    X(SEASON_01, "season-01") \
    X(SEASON_02, "season-02") \
    X(SEASON_03, "season-03") \
    X(SEASON_04, "season-04")

/* 1 to 10 in words. */
#define NV_CSL_LONG_ORDINAL_TERMS(X)      \
    X(LONG_ORDINAL_01, "long-ordinal-01") \
    X(LONG_ORDINAL_02, "long-ordinal-02") \
    X(LONG_ORDINAL_03, "long-ordinal-03") \
    X(LONG_ORDINAL_04, "long-ordinal-04") \
    X(LONG_ORDINAL_05, "long-ordinal-05") \
    X(LONG_ORDINAL_06, "long-ordinal-06") \
    X(LONG_ORDINAL_07, "long-ordinal-07") \
    X(LONG_ORDINAL_08, "long-ordinal-08") \
    X(LONG_ORDINAL_09, "long-ordinal-09") \
    X(LONG_ORDINAL_10, "long-ordinal-10")

/* Marks. */
#define NV_CSL_PUNCTUATION_TERMS(X)                 \
    X(OPEN_QUOTE, "open-quote")                     \
    X(CLOSE_QUOTE, "close-quote")                   \
    X(OPEN_INNER_QUOTE, "open-inner-quote")         \
    X(CLOSE_INNER_QUOTE, "close-inner-quote")       \
    X(PAGE_RANGE_DELIMITER, "page-range-delimiter") \
    X(YEAR_RANGE_DELIMITER, "year-range-delimiter") \
    X(COLON, "colon")                               \
    X(COMMA, "comma")                               \
    X(SEMICOLON, "semicolon")

/* All others. "editortranslator" is a role. */
#define NV_CSL_GENERAL_TERMS(X)                                 \
    X(ACCESSED, "accessed")                                     \
    X(AD, "ad")                                                 \
    X(ADVANCE_ONLINE_PUBLICATION, "advance online publication") \
    X(ALBUM, "album")                                           \
    X(AND, "and")                                               \
    X(AND_OTHERS, "and others")                                 \
    X(ANONYMOUS, "anonymous")                                   \
    X(AT, "at")                                                 \
    X(AUDIO_RECORDING, "audio recording")                       \
    X(AVAILABLE_AT, "available at")                             \
    X(BC, "bc")                                                 \
    X(BCE, "bce")                                               \
    X(BY, "by")                                                 \
    X(CE, "ce")                                                 \
    X(CIRCA, "circa")                                           \
    X(CITED, "cited")                                           \
    X(ET_AL, "et-al")                                           \
    X(FILM, "film")                                             \
    X(FORTHCOMING, "forthcoming")                               \
    X(FROM, "from")                                             \
    X(HENCEFORTH, "henceforth")                                 \
    X(IBID, "ibid")                                             \
    X(IN, "in")                                                 \
    X(IN_PRESS, "in press")                                     \
    X(INTERNET, "internet")                                     \
    X(INTERVIEW, "interview")                                   \
    X(LETTER, "letter")                                         \
    X(LOC_CIT, "loc cit")                                       \
    X(NO_DATE, "no date")                                       \
    X(NO_PLACE, "no place")                                     \
    X(NO_PUBLISHER, "no publisher")                             \
    X(ON, "on")                                                 \
    X(ONLINE, "online")                                         \
    X(OP_CIT, "op cit")                                         \
    X(ORIGINAL_WORK_PUBLISHED, "original work published")       \
    X(PODCAST, "podcast")                                       \
    X(PODCAST_EPISODE, "podcast episode")                       \
    X(PREPRINT, "preprint")                                     \
    X(PRESENTED_AT, "presented at")                             \
    X(RADIO_BROADCAST, "radio broadcast")                       \
    X(RADIO_SERIES, "radio series")                             \
    X(RADIO_SERIES_EPISODE, "radio series episode")             \
    X(REFERENCE, "reference")                                   \
    X(RETRIEVED, "retrieved")                                   \
    X(REVIEW_OF, "review of")                                   \
    X(SCALE, "scale")                                           \
    X(SPECIAL_ISSUE, "special issue")                           \
    X(SPECIAL_SECTION, "special section")                       \
    X(TELEVISION_BROADCAST, "television broadcast")             \
    X(TELEVISION_SERIES, "television series")                   \
    X(TELEVISION_SERIES_EPISODE, "television series episode")   \
    X(VIDEO, "video")                                           \
    X(WORKING_PAPER, "working paper")

#define NV_CSL_TERM_ENTRY(id, word) NV_CSL_TERM_##id,

/* A term. One that is not of the specification but that a style defines and
 * calls has a number from NV_CSL_TERM_COUNT on, valid within that style. 0 is
 * no term. */
typedef enum {
    NV_CSL_NO_TERM,
    NV_CSL_LOCATOR_TERMS(NV_CSL_TERM_ENTRY) NV_CSL_NUMBER_TERMS(
        NV_CSL_TERM_ENTRY) NV_CSL_ROLE_TERMS(NV_CSL_TERM_ENTRY)
        NV_CSL_TYPE_TERMS(NV_CSL_TERM_ENTRY) NV_CSL_TIME_TERMS(
            NV_CSL_TERM_ENTRY) NV_CSL_LONG_ORDINAL_TERMS(NV_CSL_TERM_ENTRY)
            NV_CSL_PUNCTUATION_TERMS(NV_CSL_TERM_ENTRY)
                NV_CSL_GENERAL_TERMS(NV_CSL_TERM_ENTRY) NV_CSL_TERM_COUNT
} nv_csl_term;

/* Also the forms of cs:text, of labels and of names, where they apply. */
typedef enum {
    NV_CSL_FORM_LONG,
    NV_CSL_FORM_SHORT,
    NV_CSL_FORM_SYMBOL,
    NV_CSL_FORM_VERB,
    NV_CSL_FORM_VERB_SHORT,
    NV_CSL_FORM_COUNT
} nv_csl_form;

typedef enum {
    NV_CSL_NEUTER,
    NV_CSL_MASCULINE,
    NV_CSL_FEMININE,
    NV_CSL_GENDER_COUNT
} nv_csl_gender;

/* The term of that word; NV_CSL_NO_TERM for any other. Spaces, hyphens and
 * underscores are not told apart: "no date" is "no-date". */
nv_csl_term nv_csl_term_of(const char *word, size_t len);

/* The term that labels a number or name variable: page for page and page-first,
 * and so on; NV_CSL_NO_TERM if it has none. NV_CSL_LOCATOR has none of its own:
 * take the label of the cite. */
nv_csl_term nv_csl_term_of_variable(nv_csl_variable variable);

#endif
