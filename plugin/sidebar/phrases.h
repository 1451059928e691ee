/* SPDX-License-Identifier: MPL-2.0 */
/* What the panel says to a person. Every phrase stands in the .properties
 * files of dialogs/, in every language, under the key that is listed here; this
 * file holds no words of its own. Plain C: no UNO. */
#ifndef NV_SIDEBAR_PHRASES_H
#define NV_SIDEBAR_PHRASES_H

#include "base/buffer.h"
#include "base/plural.h"

typedef enum {
    NV_PHRASE_RESULTS,        /* label of the list before a search */
    NV_PHRASE_FOUND,          /* {1}: number of events found */
    NV_PHRASE_FOUND_MORE,     /* {1}: number shown, {2}: number found */
    NV_PHRASE_FOUND_AT_LEAST, /* the same; there may be more */
    NV_PHRASE_CORRECTED,      /* {1}: number and how, {2}: typed, {3}: meant */
    NV_PHRASE_ROW,            /* {1}: date, {2}: title */
    NV_PHRASE_ROW_UNCHECKED,  /* the same; its source was not checked */
    NV_PHRASE_ROW_OF_PACK,    /* {1}: such a row, {2}: name of its pack */
    NV_PHRASE_UNCHECKED,      /* said before the preview of such a note */
    NV_PHRASE_CIRCULATION,    /* {1}: a sentence, {2}: what the record says */
    NV_PHRASE_CAUTION,        /* {1}: a caution */
    NV_PHRASE_PLACE,          /* {1}: date, {2}: place */
    NV_PHRASE_SPAN,           /* {1}: first day, {2}: last day */
    NV_PHRASE_DAY,            /* {1}: day, {2}: month, {3}: year */
    NV_PHRASE_FIRST_DAY,      /* {1}: month, {2}: year */
    NV_PHRASE_MONTH,          /* {1}: month, {2}: year */
    NV_PHRASE_MONTHS,         /* twelve names with commas between */
    NV_PHRASE_MONTHS_ALONE,   /* likewise, as they are without a day */
    NV_PHRASE_LIST,           /* what stands before a list: {1}: what it is */
    NV_PHRASE_PARTIES,        /* what the list of parties is */
    NV_PHRASE_PACK,           /* what the name of a pack is */
    NV_PHRASE_PERSON,         /* {1}: name, {2}: party or office */
    NV_PHRASE_ACTS,           /* by nv_act, with commas between */
    NV_PHRASE_DATES,          /* by nv_date_what, with commas between */
    NV_PHRASE_QUOTATION,      /* {1}: words, in quotation marks */
    NV_PHRASE_WORDS_OF,       /* {1}: whose words */
    NV_PHRASE_TRANSLATION,    /* mark of a translated wording */
    NV_PHRASE_QUOTED,         /* mark of a wording read in another text */
    NV_PHRASE_NO_WORDING,     /* first row of the list of wordings */
    NV_PHRASE_REASON,         /* {1}: part, {2}: why it can't be had */
    NV_PHRASE_DATE,           /* the parts, as their check boxes say */
    NV_PHRASE_SIGNATORIES,
    NV_PHRASE_WORDING,
    NV_PHRASE_SOURCE,
    NV_PHRASE_NOTHING_CHOSEN, /* Insert was pressed too early */
    NV_PHRASE_NO_NOTE,        /* nothing of the event can be cited */
    NV_PHRASE_NOT_INSERTED,   /* {1}: why, as the office says it */
    NV_PHRASE_NOT_REFRESHED,  /* {1}: why, as the office says it */
    NV_PHRASE_NO_CITATIONS,
    NV_PHRASE_NONE_REFRESHED, /* {2}: how many citations there are */
    NV_PHRASE_REFRESHED,      /* {1}: how many were written, {2}: of how many */
    NV_PHRASE_BY_HAND,        /* {1}: how many */
    NV_PHRASE_LOST,           /* {1}: how many */
    NV_PHRASE_LOCATOR_LONG,   /* the document can't keep the locator */
    NV_PHRASE_NO_MEMORY,
    NV_PHRASE_NOT_READ,          /* the record of the event, from its pack */
    NV_PHRASE_ITSELF,            /* {1}: a sentence in the panel's language */
    NV_PHRASE_REGISTRY_MISSING,  /* {1}: file */
    NV_PHRASE_REGISTRY_DAMAGED,  /* {1}: file */
    NV_PHRASE_REGISTRY_MEMORY,   /* {1}: file */
    NV_PHRASE_PACK_MISSING,      /* {1}: file of a pack that is left out */
    NV_PHRASE_PACK_DAMAGED,      /* {1}: file */
    NV_PHRASE_PACK_MEMORY,       /* {1}: file */
    NV_PHRASE_PACK_LARGE,        /* {1}: file; or its index would take long */
    NV_PHRASE_PACK_REINDEXED,    /* {1}: file of a pack that is used, but not
                                    with the index that came with it */
    NV_PHRASE_PACK_DOUBLED,      /* {1}: file, {2}: name of both packs, {3}: the
                                    file that is used */
    NV_PHRASE_STYLE_HELP,        /* {1}: title of the style in use */
    NV_PHRASE_NO_STYLE,          /* none can be had, so no note */
    NV_PHRASE_STYLE_GONE,        /* {1}: the style chosen, {2}: the one used */
    NV_PHRASE_STYLE_BROKEN,      /* the same */
    NV_PHRASE_STYLE_MISSING,     /* {1}: file of a style that is left out */
    NV_PHRASE_STYLE_DAMAGED,     /* {1}: file */
    NV_PHRASE_STYLE_DOUBLED,     /* {1}: file, {2}: the file that is used */
    NV_PHRASE_STYLE_PARENT,      /* {1}: file, {2}: the style that it needs */
    NV_PHRASE_STYLE_BY_LANGUAGE, /* first row of the list of styles; {1}: title
                                  */
    NV_PHRASE_INSERT,            /* what the button does, as the next six */
    NV_PHRASE_CHANGE,
    NV_PHRASE_ANEW,
    NV_PHRASE_OFFER,
    NV_PHRASE_QUOTE_OWN,
    NV_PHRASE_ADD,
    NV_PHRASE_EDIT, /* a command, as the next */
    NV_PHRASE_QUOTE,
    NV_PHRASE_OPEN_OWN,
    NV_PHRASE_CHAIN,
    NV_PHRASE_REPLACE,
    NV_PHRASE_AROUND,
    NV_PHRASE_EARLIER,
    NV_PHRASE_LATER,
    NV_PHRASE_REMOVE,
    NV_PHRASE_UNLINK,
    NV_PHRASE_UNLINK_ALL,
    NV_PHRASE_LIST_OF_WORKS,
    NV_PHRASE_REMOVE_LIST,
    NV_PHRASE_TIMELINE,
    NV_PHRASE_REMOVE_TIMELINE,
    NV_PHRASE_TO_FOOTNOTES,
    NV_PHRASE_TO_ENDNOTES,
    NV_PHRASE_TO_TEXT,
    NV_PHRASE_EXPORT,
    NV_PHRASE_REFRESH,
    NV_PHRASE_EXAMPLE_QUERY, /* what the example of the first minute types */
    NV_PHRASE_COPY_DETAILS,
    NV_PHRASE_OPTIONS,
    NV_PHRASE_HELP,
    NV_PHRASE_DISABLED,      /* {1}: such a command, {2}: why it can't be had */
    NV_PHRASE_NONE_AT_CARET, /* why not, as the next five */
    NV_PHRASE_NONE_OTHER,
    NV_PHRASE_NO_WORDING_CHOSEN,
    NV_PHRASE_NO_OWN,
    NV_PHRASE_NO_CHAIN,
    NV_PHRASE_NO_LIST,
    NV_PHRASE_NO_TIMELINE,
    NV_PHRASE_NOT_DONE,      /* {1}: why, as the office says it */
    NV_PHRASE_NOT_THERE,     /* an act found nothing to work on */
    NV_PHRASE_TEXT_LONG,     /* what was typed is too long to be kept */
    NV_PHRASE_UNLINKED,      /* {1}: how many */
    NV_PHRASE_LEFT,          /* {1}: how many notes */
    NV_PHRASE_EXPORTED,      /* {1}: name of a file */
    NV_PHRASE_CARET_NOTE,    /* {1}: number of a note */
    NV_PHRASE_CARET_TEXT,    /* likewise in the text */
    NV_PHRASE_CARET_BY_HAND, /* {1}: what it says */
    NV_PHRASE_CARET_LOST,    /* {1}: a sentence */
    NV_PHRASE_CARET_ADD,     /* {1}: number of a note */
    NV_PHRASE_OFFERED,
    NV_PHRASE_ATTENTION, /* {1}: how many citations, {2}: of how many */
    NV_PHRASE_IN_NOTE,   /* {1}: number of a note */
    NV_PHRASE_IN_TEXT,
    NV_PHRASE_CITATION,       /* {1}: where, {2}: what it says */
    NV_PHRASE_CITATION_STATE, /* {1}: where, {2}: what it says, {3}: state */
    NV_PHRASE_STATES,         /* by nv_standing_state, with commas between */
    NV_PHRASE_SAYS,           /* {1}: what a citation says */
    NV_PHRASE_SHOULD_SAY,     /* {1}: what it should say */
    NV_PHRASE_FORMAT_JSON,    /* name of a kind of file, as the next two */
    NV_PHRASE_FORMAT_RIS,
    NV_PHRASE_FORMAT_BIBTEX,
    NV_PHRASE_OWN_DOCUMENT,
    NV_PHRASE_CHANGE_OWN,
    NV_PHRASE_ADAPT_OWN,
    NV_PHRASE_IMPORT,
    NV_PHRASE_NO_EVENT,
    NV_PHRASE_NOT_MINE,
    NV_PHRASE_OWN_GENRE,
    NV_PHRASE_OWN_FROM,
    NV_PHRASE_OWN_TO,
    NV_PHRASE_OWN_DATE,
    NV_PHRASE_OWN_WHAT,
    NV_PHRASE_OWN_DESCRIPTION,
    NV_PHRASE_OWN_REPOSITORY,
    NV_PHRASE_OWN_COLLECTION,
    NV_PHRASE_OWN_BOX,
    NV_PHRASE_OWN_FOLIO,
    NV_PHRASE_OWN_SEEN,
    NV_PHRASE_OWN_MAIN, /* names of the parts of the form, as below */
    NV_PHRASE_OWN_MORE,
    NV_PHRASE_OWN_PLACE,
    NV_PHRASE_OWN_LANGUAGE,
    NV_PHRASE_OWN_TITLE,
    NV_PHRASE_OWN_PRINTED,
    NV_PHRASE_OWN_EDITION,
    NV_PHRASE_OWN_EDITOR,
    NV_PHRASE_OWN_VOLUME,
    NV_PHRASE_OWN_NUMBER,
    NV_PHRASE_OWN_PAGES,
    NV_PHRASE_OWN_YEAR,
    NV_PHRASE_OWN_TOWN,
    NV_PHRASE_OWN_PUBLISHER,
    NV_PHRASE_OWN_ADDRESS,
    NV_PHRASE_OWN_QUOTED,
    NV_PHRASE_OWN_WORDING,
    NV_PHRASE_OWN_WORDING_LANGUAGE,
    NV_PHRASE_OWN_LOCATOR,
    NV_PHRASE_OWN_SAVE,
    NV_PHRASE_OWN_DISCARD,
    NV_PHRASE_OWN_DELETE,
    NV_PHRASE_OWN_DESCRIPTION_HELP,
    NV_PHRASE_OWN_DATE_HELP,
    NV_PHRASE_OWN_LOCATOR_HELP,
    NV_PHRASE_OWN_EDITOR_HELP,
    NV_PHRASE_OWN_SEEN_HELP,
    NV_PHRASE_OWN_NEW,
    NV_PHRASE_OWN_CHANGE, /* {1}: its name */
    NV_PHRASE_OWN_ADAPT,
    NV_PHRASE_OWN_GENRES, /* by row of nv_own_genres, with commas between */
    NV_PHRASE_OWN_NO_LANGUAGE,
    NV_PHRASE_OWN_SAVED,
    NV_PHRASE_OWN_DELETED,
    NV_PHRASE_OWN_KEPT,
    NV_PHRASE_OWN_NOT_SAVED, /* {1}: why, as the error says it */
    NV_PHRASE_OWN_ASK_DELETE,
    NV_PHRASE_OWN_ASK_DELETE_CITED, /* {1}: how often */
    NV_PHRASE_OWN_NAME_MISSING,
    NV_PHRASE_OWN_DATE_MISSING,
    NV_PHRASE_OWN_DATE_UNREADABLE,
    NV_PHRASE_OWN_DATE_TOO_WIDE,
    NV_PHRASE_OWN_YEAR_UNREADABLE,
    NV_PHRASE_OWN_ADDRESS_IS_NONE,
    NV_PHRASE_OWN_HOUSE_MISSING,
    NV_PHRASE_OWN_EDITION_MISSING,
    NV_PHRASE_OWN_SOURCE_MISSING,
    NV_PHRASE_OWN_LANGUAGE_MISSING,
    NV_PHRASE_OWN_WORDING_MISSING,
    NV_PHRASE_OWN_LOCATOR_UNREADABLE,
    NV_PHRASE_OWN_TOO_LONG,
    NV_PHRASE_IMPORT_TITLE,
    NV_PHRASE_IMPORT_CHOOSE,
    NV_PHRASE_IMPORT_CLOSE,
    NV_PHRASE_IMPORT_HELP,
    NV_PHRASE_IMPORT_OTHER, /* {1}: file */
    NV_PHRASE_IMPORT_REPORT,
    NV_PHRASE_IMPORT_FILES,
    NV_PHRASE_IMPORT_NOTHING,
    NV_PHRASE_IMPORT_ADDED, /* {1}: how many, {2}: file */
    NV_PHRASE_IMPORT_KNOWN, /* likewise */
    NV_PHRASE_IMPORT_PACK,  /* {1}: file, {2}: name of the pack */
    NV_PHRASE_IMPORT_NONE,  /* {1}: file, {2}: why */
    NV_PHRASE_EXPORT_NAME,  /* name of the file, without ending */
    NV_PHRASE_TRANSLATED_ALREADY,
    NV_PHRASE_DOCUMENT_STYLE_GONE,   /* that of the document can't be used */
    NV_PHRASE_DOCUMENT_STYLE_BROKEN, /* likewise */
    NV_PHRASE_FILTER_SAID,           /* {1}: what is picked */
    NV_PHRASE_ANY_PERIOD,            /* first rows of the lists of the filter */
    NV_PHRASE_ANY_KIND,
    NV_PHRASE_ANY_PARTY,
    NV_PHRASE_ANY_LANGUAGE,
    NV_PHRASE_ANY_PACK,
    NV_PHRASE_PICK,         /* {1}: a choice, {2}: how many events */
    NV_PHRASE_FROM_YEAR,    /* {1}: a year */
    NV_PHRASE_UNTIL_YEAR,   /* likewise */
    NV_PHRASE_HAS_WORDING,  /* what is picked: a wording */
    NV_PHRASE_WITH_WORDING, /* {1}: how many events */
    NV_PHRASE_FROM_TEXT,    /* a deed */
    NV_PHRASE_FITS,         /* {1}: number of events */
    NV_PHRASE_FITS_NONE,    /* no event fits */
    NV_PHRASE_NO_PARAGRAPH, /* no text is at the caret */
    NV_PHRASE_LANGUAGES, /* vocabulary.h lists these six, with commas between */
    NV_PHRASE_PLACE_ROLES,
    NV_PHRASE_LOCATORS,
    NV_PHRASE_SOURCE_TYPES,
    NV_PHRASE_ACCESS,
    NV_PHRASE_RELATIONS,
    NV_PHRASE_LABELS,        /* by nv_label (reading_parts.h) */
    NV_PHRASE_HEADINGS,      /* by nv_heading, likewise */
    NV_PHRASE_KINDS,         /* by nv_kind */
    NV_PHRASE_STATUSES,      /* by nv_status */
    NV_PHRASE_ORIGINALS,     /* by nv_original */
    NV_PHRASE_ROLES,         /* by nv_role */
    NV_PHRASE_AS,            /* by nv_as */
    NV_PHRASE_HOLDS,         /* by nv_holds */
    NV_PHRASE_CHECKED,       /* by nv_checked */
    NV_PHRASE_VERDICTS,      /* by nv_verdict */
    NV_PHRASE_VERDICT,       /* {1}: a sentence, {2}: verdict, {3}: answer */
    NV_PHRASE_OFFICE,        /* {1}: name, {2}: office, {3}: party */
    NV_PHRASE_ITEM,          /* one of a list */
    NV_PHRASE_LOCATED,       /* {1}: article, {2}: its number */
    NV_PHRASE_NOT_OFFERED,   /* such a wording */
    NV_PHRASE_WORDING_ROW,   /* {1}: words, {2}: what they are */
    NV_PHRASE_RELATION,      /* {1}: what it does, {2}: date, {3}: title */
    NV_PHRASE_RELATION_LOST, /* the same; {2} is empty */
    NV_PHRASE_READING_BACK,  /* the page that is read, as the next ones */
    NV_PHRASE_READING_BACK_HELP,
    NV_PHRASE_READING_CITE,
    NV_PHRASE_READING_CITE_HELP,
    NV_PHRASE_READING_RECORD,
    NV_PHRASE_READING_WORDINGS,
    NV_PHRASE_READING_BESIDE,
    NV_PHRASE_READING_NONE_BESIDE,
    NV_PHRASE_READING_COPY_WORDING,
    NV_PHRASE_READING_COPY_WORDING_HELP,
    NV_PHRASE_READING_COPY_NOTE,
    NV_PHRASE_READING_COPY_NOTE_HELP,
    NV_PHRASE_READING_LINKS,
    NV_PHRASE_READING_LINKS_HELP,
    NV_PHRASE_READING_SOURCES,
    NV_PHRASE_READING_OPEN,      /* {1}: a host */
    NV_PHRASE_READING_OPEN_HELP, /* {1}: an address */
    NV_PHRASE_READING_COPIED,    /* {1}: the beginning of a text */
    NV_PHRASE_READING_NOT_OPENED,
    NV_PHRASE_WHO,           /* {1}: sender, {2}: addressee */
    NV_PHRASE_EXCHANGE_EDGE, /* {1}: what it does, {2}: date of the other */
    NV_PHRASE_EXCHANGE_NODE, /* {1}: date, {2}: who wrote to whom */
    NV_PHRASE_READING_PICTURE,
    NV_PHRASE_ROW_STARRED, /* {1}: such a row; it is starred */
    NV_PHRASE_YEAR,    /* heading of the results of a year; {1}: year, {2}: how
                          many */
    NV_PHRASE_RECENT,  /* heading of what was cited last; {1}: how many */
    NV_PHRASE_STARRED, /* heading of what is starred; {1}: how many */
    NV_PHRASE_SHOW_MORE,  /* last row; {1}: number shown, {2}: number found */
    NV_PHRASE_FOUND_NONE, /* what to do where nothing was found */
    NV_PHRASE_UNDERSTOOD, /* {1}: what a query asks for, of the next ten */
    NV_PHRASE_WANT_WORD,  /* {1}: a word or words */
    NV_PHRASE_WANT_DATE,  /* {1}: a date, or two */
    NV_PHRASE_WANT_KIND,  /* {1}: what the field has, as below */
    NV_PHRASE_WANT_PARTY,
    NV_PHRASE_WANT_BY,
    NV_PHRASE_WANT_PLACE,
    NV_PHRASE_WANT_LANGUAGE,
    NV_PHRASE_WANT_WITHIN,
    NV_PHRASE_WANT_FROM,
    NV_PHRASE_WANT_TO,
    NV_PHRASE_WANT_WITHOUT, /* {1}: one of these */
    NV_PHRASE_STAR,         /* a command, as the next */
    NV_PHRASE_LOOK,
    NV_PHRASE_DESK,          /* label of the list before a search */
    NV_PHRASE_DAY_OF_YEAR,   /* {1}: day, {2}: month; the year is known */
    NV_PHRASE_FIRST_OF_YEAR, /* likewise of the first; {1}: month */
    NV_PHRASE_DESK_DAMAGED,  /* {1}: file of the desk */
    NV_PHRASE_DESK_NEWER,    /* likewise */
    NV_PHRASE_DESK_NOT_KEPT, /* likewise */
    NV_PHRASE_COUNT
} nv_phrase;

/* The phrases in one tongue; UTF-8, borrowed from whoever read the file. No
 * text is NULL: a phrase that is missing there is its own key.
 *
 * A phrase that counts something stands there once for each plural that its
 * tongue has, under "key.one", "key.few" and so on; forms[] is NULL for what
 * the tongue has not, and for all other phrases. Its text[] is the last of
 * them: that of "other", or of "many" in Russian and Ukrainian. */
typedef struct {
    nv_tongue tongue;
    const char *text[NV_PHRASE_COUNT];
    const char *forms[NV_PHRASE_COUNT][NV_PLURAL_COUNT];
} nv_phrases;

/* The key of a phrase in the .properties files: ASCII, static. */
const char *nv_phrase_key(nv_phrase phrase);

/* Adds the phrase to `out` with `values` in the places of {1}, {2} and so on:
 * `count` texts; a place without a value becomes nothing. */
void nv_phrase_fill(nv_buffer *out, const nv_phrases *phrases, nv_phrase phrase,
                    const char *const values[], size_t count);

/* The same with the form of the phrase that `number` wants, which is one of the
 * values if it is to be read. */
void nv_phrase_fill_count(nv_buffer *out, const nv_phrases *phrases,
                          nv_phrase phrase, size_t number,
                          const char *const values[], size_t count);

/* Adds the item at `index` of a phrase that lists several. */
void nv_phrase_item(nv_buffer *out, const nv_phrases *phrases, nv_phrase phrase,
                    size_t index);

#endif
