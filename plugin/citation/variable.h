/* SPDX-License-Identifier: MPL-2.0 */
/* The words CSL-JSON and styles use for what an item has: its type and its
 * variables. From the CSL 1.0.2 specification, appendices III and IV; the last
 * of each table are our own: plugin/note/styles/README.md describes them. */
#ifndef NV_CITATION_VARIABLE_H
#define NV_CITATION_VARIABLE_H

#include <stdbool.h>
#include <stddef.h>

/* Standard variables, and ours for words read in the work of another.
 * journalAbbreviation is how reference managers write container-title-short. */
#define NV_CSL_TEXTS(X)                                     \
    X(ABSTRACT, "abstract")                                 \
    X(ANNOTE, "annote")                                     \
    X(ARCHIVE, "archive")                                   \
    X(ARCHIVE_COLLECTION, "archive_collection")             \
    X(ARCHIVE_LOCATION, "archive_location")                 \
    X(ARCHIVE_PLACE, "archive-place")                       \
    X(AUTHORITY, "authority")                               \
    X(CALL_NUMBER, "call-number")                           \
    X(CITATION_KEY, "citation-key")                         \
    X(CITATION_LABEL, "citation-label")                     \
    X(COLLECTION_TITLE, "collection-title")                 \
    X(CONTAINER_TITLE, "container-title")                   \
    X(CONTAINER_TITLE_SHORT, "container-title-short")       \
    X(DIMENSIONS, "dimensions")                             \
    X(DIVISION, "division")                                 \
    X(DOI, "DOI")                                           \
    X(EVENT, "event")                                       \
    X(EVENT_TITLE, "event-title")                           \
    X(EVENT_PLACE, "event-place")                           \
    X(GENRE, "genre")                                       \
    X(ISBN, "ISBN")                                         \
    X(ISSN, "ISSN")                                         \
    X(JOURNALABBREVIATION, "journalAbbreviation")           \
    X(JURISDICTION, "jurisdiction")                         \
    X(KEYWORD, "keyword")                                   \
    X(LANGUAGE, "language")                                 \
    X(LICENSE, "license")                                   \
    X(MEDIUM, "medium")                                     \
    X(NOTE, "note")                                         \
    X(ORIGINAL_PUBLISHER, "original-publisher")             \
    X(ORIGINAL_PUBLISHER_PLACE, "original-publisher-place") \
    X(ORIGINAL_TITLE, "original-title")                     \
    X(PART_TITLE, "part-title")                             \
    X(PMCID, "PMCID")                                       \
    X(PMID, "PMID")                                         \
    X(PUBLISHER, "publisher")                               \
    X(PUBLISHER_PLACE, "publisher-place")                   \
    X(REFERENCES, "references")                             \
    X(REVIEWED_GENRE, "reviewed-genre")                     \
    X(REVIEWED_TITLE, "reviewed-title")                     \
    X(SCALE, "scale")                                       \
    X(SOURCE, "source")                                     \
    X(STATUS, "status")                                     \
    X(TITLE, "title")                                       \
    X(TITLE_SHORT, "title-short")                           \
    X(URL, "URL")                                           \
    X(VOLUME_TITLE, "volume-title")                         \
    X(YEAR_SUFFIX, "year-suffix")                           \
    X(QUOTATION, "quotation")                               \
    X(QUOTED_IN_AUTHOR, "quoted-in-author")                 \
    X(QUOTED_IN_TITLE, "quoted-in-title")                   \
    X(QUOTED_IN_CONTAINER, "quoted-in-container")           \
    X(QUOTED_IN_ISSUED, "quoted-in-issued")                 \
    X(QUOTED_IN_PAGE, "quoted-in-page")                     \
    X(QUOTED_IN_URL, "quoted-in-url")                       \
    X(DESCRIPTION, "description")                           \
    X(HEREAFTER, "hereafter")                               \
    X(SYMBOL, "symbol")                                     \
    X(ACT_PLACE, "act-place")                               \
    X(DATE_WORD, "date-word")                               \
    X(PINPOINT, "pinpoint")                                 \
    X(END_PINPOINT, "end-pinpoint")                         \
    X(TRANSLATION, "translation")                           \
    X(AGREEMENT, "agreement")                               \
    X(REGISTRATION, "registration")                         \
    X(VOLUME_AS_PRINTED, "volume-as-printed")               \
    X(ARCHIVE_SHORT, "archive-short")                       \
    X(SOURCE_TITLE, "source-title")                         \
    X(QUOTED_IN, "quoted-in")                               \
    X(TRANSCRIBED_IN, "transcribed-in")                     \
    X(SOURCE_BOOK, "source-book")                           \
    X(SOURCE_SERIAL, "source-serial")                       \
    X(SOURCE_PRESS, "source-press")                         \
    X(SOURCE_DEBATES, "source-debates")                     \
    X(SOURCE_COMMAND, "source-command")                     \
    X(SOURCE_SERIES, "source-series")                       \
    X(SOURCE_ARCHIVE, "source-archive")                     \
    X(SOURCE_PAGE, "source-page")                           \
    X(BEGINS_SENTENCE, "begins-sentence")

/* Number variables. citation-number, first-reference-note-number and locator
 * are given by the processor, never by an item; so are year-suffix and
 * begins-sentence above. */
#define NV_CSL_NUMBERS(X)                                         \
    X(CHAPTER_NUMBER, "chapter-number")                           \
    X(CITATION_NUMBER, "citation-number")                         \
    X(COLLECTION_NUMBER, "collection-number")                     \
    X(EDITION, "edition")                                         \
    X(FIRST_REFERENCE_NOTE_NUMBER, "first-reference-note-number") \
    X(ISSUE, "issue")                                             \
    X(LOCATOR, "locator")                                         \
    X(NUMBER, "number")                                           \
    X(NUMBER_OF_PAGES, "number-of-pages")                         \
    X(NUMBER_OF_VOLUMES, "number-of-volumes")                     \
    X(PAGE, "page")                                               \
    X(PAGE_FIRST, "page-first")                                   \
    X(PART_NUMBER, "part-number")                                 \
    X(PRINTING_NUMBER, "printing-number")                         \
    X(SECTION, "section")                                         \
    X(SUPPLEMENT_NUMBER, "supplement-number")                     \
    X(VERSION, "version")                                         \
    X(VOLUME, "volume")                                           \
    X(COLUMNS, "columns")

/* Name variables. */
#define NV_CSL_NAMES(X)                         \
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

/* Date variables. */
#define NV_CSL_DATES(X)                 \
    X(ACCESSED, "accessed")             \
    X(AVAILABLE_DATE, "available-date") \
    X(EVENT_DATE, "event-date")         \
    X(ISSUED, "issued")                 \
    X(ORIGINAL_DATE, "original-date")   \
    X(SUBMITTED, "submitted")           \
    X(IN_FORCE, "in-force")             \
    X(DELIVERED, "delivered")

/* Types of item. */
#define NV_CSL_TYPES(X)                                 \
    X(ARTICLE, "article")                               \
    X(ARTICLE_JOURNAL, "article-journal")               \
    X(ARTICLE_MAGAZINE, "article-magazine")             \
    X(ARTICLE_NEWSPAPER, "article-newspaper")           \
    X(BILL, "bill")                                     \
    X(BOOK, "book")                                     \
    X(BROADCAST, "broadcast")                           \
    X(CHAPTER, "chapter")                               \
    X(CLASSIC, "classic")                               \
    X(COLLECTION, "collection")                         \
    X(DATASET, "dataset")                               \
    X(DOCUMENT, "document")                             \
    X(ENTRY, "entry")                                   \
    X(ENTRY_DICTIONARY, "entry-dictionary")             \
    X(ENTRY_ENCYCLOPEDIA, "entry-encyclopedia")         \
    X(EVENT, "event")                                   \
    X(FIGURE, "figure")                                 \
    X(GRAPHIC, "graphic")                               \
    X(HEARING, "hearing")                               \
    X(INTERVIEW, "interview")                           \
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

#define NV_CSL_VARIABLE_ENTRY(id, word) NV_CSL_##id,
#define NV_CSL_TYPE_ENTRY(id, word) NV_CSL_TYPE_##id,

/* Ordered by class: see nv_csl_variable_class(). 0 is no variable. */
typedef enum {
    NV_CSL_NO_VARIABLE,
    NV_CSL_TEXTS(NV_CSL_VARIABLE_ENTRY) NV_CSL_NUMBERS(NV_CSL_VARIABLE_ENTRY)
        NV_CSL_NAMES(NV_CSL_VARIABLE_ENTRY) NV_CSL_DATES(NV_CSL_VARIABLE_ENTRY)
            NV_CSL_VARIABLE_COUNT
} nv_csl_variable;

/* 0 is a type that CSL does not know; it matches no condition. */
typedef enum {
    NV_CSL_TYPE_UNKNOWN,
    NV_CSL_TYPES(NV_CSL_TYPE_ENTRY) NV_CSL_TYPE_COUNT
} nv_csl_type;

typedef enum {
    NV_CSL_CLASS_NONE,
    NV_CSL_CLASS_TEXT,
    NV_CSL_CLASS_NUMBER,
    NV_CSL_CLASS_NAMES,
    NV_CSL_CLASS_DATE
} nv_csl_class;

/* The variable of that word ("container-title", as CSL writes it; `len` bytes);
 * NV_CSL_NO_VARIABLE for any other word. */
nv_csl_variable nv_csl_variable_of(const char *word, size_t len);

/* The word of a variable, static. */
const char *nv_csl_variable_word(nv_csl_variable variable);

nv_csl_class nv_csl_variable_class(nv_csl_variable variable);

/* The same for types: NV_CSL_TYPE_UNKNOWN. */
nv_csl_type nv_csl_type_of(const char *word, size_t len);

#endif
