/* SPDX-License-Identifier: MPL-2.0 */
/* What we say to a person where no window has words of its own: the titles of
 * Undo, the entries of the context menu, and why something can't be done. The
 * texts stand in dialogs/words_*.properties, in every tongue, under these names
 * in lower case; the build makes a table of them. */
#ifndef NV_WORDS_WORDS_H
#define NV_WORDS_WORDS_H

#include "base/tongue.h"

typedef enum {
    /* Titles of Undo */
    NV_WORD_INSERT_TITLE, /* {1}: title of an event */
    NV_WORD_QUOTE_TITLE,  /* {1}: likewise */
    NV_WORD_EDIT_TITLE,
    NV_WORD_ADD_TITLE,
    NV_WORD_MOVE_TITLE,
    NV_WORD_REMOVE_TITLE,
    NV_WORD_UNLINK_TITLE,
    NV_WORD_UNLINK_ALL_TITLE,
    NV_WORD_REFRESH_TITLE,
    NV_WORD_TO_FOOTNOTES_TITLE,
    NV_WORD_TO_ENDNOTES_TITLE,
    NV_WORD_TO_TEXT_TITLE,
    NV_WORD_LIST_TITLE,
    NV_WORD_REMOVE_LIST_TITLE,
    NV_WORD_TIMELINE_TITLE, /* and what the drawing is */
    NV_WORD_REMOVE_TIMELINE_TITLE,
    NV_WORD_STYLE_TITLE,

    /* Entries of the context menu */
    NV_WORD_EDIT_ENTRY,
    NV_WORD_REFRESH_ENTRY,
    NV_WORD_UNLINK_ENTRY,
    NV_WORD_REMOVE_ENTRY,

    /* Why nothing can be written there */
    NV_WORD_NO_TEXT,
    NV_WORD_READ_ONLY,
    NV_WORD_NO_CARET,
    NV_WORD_BARRED,
    NV_WORD_PROTECTED,
    NV_WORD_NO_ANSWER,
    NV_WORD_NO_UNDO,

    /* Why it can't be done to that citation, or to that list or timeline
     */
    NV_WORD_VANISHED,
    NV_WORD_OVER_PARAGRAPHS,
    NV_WORD_CROSSED,
    NV_WORD_CITATION_PROTECTED,
    NV_WORD_NO_OTHER,
    NV_WORD_NOT_WRITTEN,
    NV_WORD_GONE,
    NV_WORD_NO_PLACE_FOR_LIST,
    NV_WORD_LIST_HAS_TABLE,
    NV_WORD_NO_LIST,
    NV_WORD_NOTHING_TO_DRAW,
    NV_WORD_NO_ROOM_FOR_TIMELINE,
    NV_WORD_NO_PLACE_FOR_TIMELINE,
    NV_WORD_TIMELINE_PROTECTED,
    NV_WORD_NO_TIMELINE,

    NV_WORD_LOSING_FORMAT, /* a warning: the document is a DOC file */

    /* Why a part of a note can't be had */
    NV_WORD_NO_DATE,
    NV_WORD_DATE_IS_OF_SOURCE,
    NV_WORD_PEOPLE_OF_OTHER,
    NV_WORD_NOBODY_SIGNED,
    NV_WORD_ALREADY_NAMED,
    NV_WORD_ONLY_HEADED,
    NV_WORD_ONLY_DRAFTED,
    NV_WORD_ONLY_MOVED,
    NV_WORD_ONLY_ATTENDED,
    NV_WORD_ONLY_RECEIVED,
    NV_WORD_ACT_UNKNOWN,
    NV_WORD_NO_WORDING,
    NV_WORD_NO_WORDING_OFFERED,
    NV_WORD_NO_WORDING_CHOSEN,
    NV_WORD_NO_SOURCE,
    NV_WORD_SOURCE_IS_VAGUE,
    NV_WORD_NO_DOCUMENT,
    NV_WORD_CANNOT_BE_CITED,

    NV_WORD_COUNT
} nv_word;

/* UTF-8, static, shorter than nv_error.message; one that a tongue does not have
 * yet is said in English. */
const char *nv_say(nv_word word, nv_tongue tongue);

#endif
