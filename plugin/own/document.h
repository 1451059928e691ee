/* SPDX-License-Identifier: MPL-2.0 */
/* A document that the writer describes: the fields of a form, and the event of
 * a registry that they make, both ways. Plain C: no UNO.
 *
 * Texts are UTF-8 as a person types them; NULL and what is nothing but white
 * space are an empty field. Nothing is guessed: what is not filled in is not
 * in the record. */
#ifndef NV_OWN_DOCUMENT_H
#define NV_OWN_DOCUMENT_H

#include "base/arena.h"
#include "base/buffer.h"
#include "registry/event.h"

typedef enum {
    NV_OWN_FROM,
    NV_OWN_TO,
    NV_OWN_DATE,        /* of a day or a month, see registry/text/date_words.h;
                           or ISO 8601 */
    NV_OWN_DESCRIPTION, /* what it is, in the writer's words */
    NV_OWN_REPOSITORY,  /* the archive, from the house ... */
    NV_OWN_COLLECTION,
    NV_OWN_BOX,
    NV_OWN_FOLIO, /* ... to the leaf */
    NV_OWN_PLACE,
    NV_OWN_TITLE,    /* as it stands on the document */
    NV_OWN_LANGUAGE, /* of the document: a code ("en"), or empty */
    NV_OWN_EDITION,  /* title of the work it is printed in */
    NV_OWN_EDITOR,   /* names, with semicolons between them */
    NV_OWN_VOLUME,
    NV_OWN_NUMBER, /* of the document in the edition */
    NV_OWN_PAGES,
    NV_OWN_TOWN,
    NV_OWN_PUBLISHER,
    NV_OWN_YEAR,
    NV_OWN_ADDRESS,          /* http: or https: */
    NV_OWN_WORDING,          /* its own words, without quotation marks */
    NV_OWN_WORDING_LANGUAGE, /* a code; empty: that of the document */
    NV_OWN_LOCATOR,          /* where they stand, as note/locator.h reads it */
    NV_OWN_FIELD_COUNT
} nv_own_field;

/* All zero is an empty one: a letter, dated, nothing seen, in English. */
typedef struct {
    int genre;         /* 0 to NV_OWN_GENRE_COUNT - 1 */
    nv_date_what what; /* what happened on the date */
    bool is_seen;      /* the writer has read the text where it says it is */
    nv_language words; /* what is said of the document is in that language:
                          English or French */
    const char *fields[NV_OWN_FIELD_COUNT];
} nv_own_document;

/* Genres: what a document may be */

enum { NV_OWN_GENRE_COUNT = 15 };

typedef struct {
    const char *id; /* ASCII, static: "letter" */
    nv_kind kind;
    const char *name[NV_NOTE_LANGUAGE_COUNT]; /* as a note says it */
    char gender_fr;
} nv_own_genre;

extern const nv_own_genre nv_own_genres[NV_OWN_GENRE_COUNT];

/* Languages that a form offers, under their own names ("Deutsch"), in the order
 * of the names. */
typedef struct {
    const char *code, *name;
} nv_own_language;

enum { NV_OWN_LANGUAGE_COUNT = 24 };
extern const nv_own_language nv_own_languages[NV_OWN_LANGUAGE_COUNT];

/* Checking */

typedef enum {
    NV_OWN_FINE,
    NV_OWN_NAME_MISSING,     /* nothing says what it is */
    NV_OWN_DATE_MISSING,     /* no date */
    NV_OWN_DATE_UNREADABLE,  /* a date that is none */
    NV_OWN_DATE_TOO_WIDE,    /* a year alone */
    NV_OWN_YEAR_UNREADABLE,  /* the year of an edition is none */
    NV_OWN_ADDRESS_IS_NONE,  /* an address that does not begin as one does */
    NV_OWN_HOUSE_MISSING,    /* a box, a collection or a leaf of no archive */
    NV_OWN_EDITION_MISSING,  /* pages or a volume of no work */
    NV_OWN_SOURCE_MISSING,   /* words that were read nowhere */
    NV_OWN_LANGUAGE_MISSING, /* words in no language */
    NV_OWN_LANGUAGE_IS_NONE, /* no two small letters */
    NV_OWN_WORDING_MISSING,  /* a place of no words */
    NV_OWN_LOCATOR_UNREADABLE,
    NV_OWN_TOO_LONG, /* more than a record should hold */
    NV_OWN_FAULT_COUNT
} nv_own_fault;

enum {
    NV_OWN_LONGEST = 1000,         /* bytes of a field ... */
    NV_OWN_LONGEST_WORDING = 20000 /* ... and of a wording */
};

/* The first thing that is wrong, and in *field where, in the order of the
 * fields; NV_OWN_FINE: it can be recorded. */
nv_own_fault nv_own_check(const nv_own_document *document, nv_own_field *field);

/* An English sentence: which field, what is wrong, what to do. Static. */
const char *nv_own_sentence(nv_own_fault fault);

/* What a list calls it: its description, its title, or what is composed of
 * genre, sender and addressee; "" where nothing says what it is. */
void nv_own_name(const nv_own_document *document, nv_buffer *out);

/* Both ways */

/* Makes the event of a document that can be recorded, without id and key.
 * `before` is the one that it was, whose other parts stay; NULL: a new one.
 * Everything is in the arena or in `before`. False without memory. */
bool nv_own_to_event(const nv_own_document *document, const nv_event *before,
                     nv_arena *arena, nv_event *event);

/* Reads a form from an event of any registry; texts are in the arena or the
 * event's. What there are several of, a form has the first of. False without
 * memory. */
bool nv_own_from_event(const nv_event *event, nv_language words,
                       nv_arena *arena, nv_own_document *document);

/* Makes it the beginning of another document: nothing in it was seen. */
void nv_own_adapt(nv_own_document *document);

#endif
