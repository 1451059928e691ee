/* SPDX-License-Identifier: MPL-2.0 */
/* One recorded event and all that is known of it, as the registry holds it in
 * memory. Everything here is immutable and borrowed: it lives as long as the
 * registry it came from.
 *
 * Text is UTF-8, NUL-terminated; a text the sources don't give is NULL, never
 * "" and never guessed. Dates are ISO 8601 as recorded: "1954-05-07",
 * "1954-05", "1947". Languages are ISO 639-1 codes ("en"). A list is a pointer
 * and a count; an empty list has count 0 and may have a NULL pointer. */
#ifndef NV_REGISTRY_EVENT_H
#define NV_REGISTRY_EVENT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/language.h"

/* The same text in the languages of notes; either may be NULL. */
typedef struct {
    const char *text[NV_NOTE_LANGUAGE_COUNT]; /* by nv_language */
} nv_bilingual;

typedef struct {
    const char *const *items;
    size_t count;
} nv_texts;

typedef enum {
    NV_KIND_TREATY,
    NV_KIND_NOTE,
    NV_KIND_REPLY,
    NV_KIND_REFUSAL,
    NV_KIND_SPEECH,
    NV_KIND_STATEMENT,
    NV_KIND_CONFERENCE,
    NV_KIND_DECLARATION,
    NV_KIND_WITHDRAWAL,
    NV_KIND_RESOLUTION,
    NV_KIND_COUNT
} nv_kind;

/* How a note names the document. */
typedef struct {
    bool is_none;             /* the event is no document: cite a source */
    nv_bilingual genre;       /* "note", « note » */
    nv_bilingual from, to;    /* sender, addressee; NULL where there is none */
    nv_bilingual description; /* whole phrase, contractions included */
    const char *title;        /* as printed on the document, or NULL */
    const char *title_language;
    nv_bilingual short_form; /* for later notes */
    char gender_fr;          /* 'm', 'f', or 0 */
    nv_texts languages;      /* of the document itself */
} nv_document;

typedef enum {
    NV_DATE_DATED,
    NV_DATE_SIGNED,
    NV_DATE_ADOPTED,
    NV_DATE_SPOKEN,
    NV_DATE_DELIVERED,
    NV_DATE_RECEIVED,
    NV_DATE_SENT,
    NV_DATE_PUBLISHED,
    NV_DATE_APPROVED,
    NV_DATE_CIRCULATED,
    NV_DATE_AMENDED,
    NV_DATE_IN_FORCE,
    NV_DATE_BEGUN,
    NV_DATE_ENDED,
    NV_DATE_OTHER,
    NV_DATE_WHAT_COUNT
} nv_date_what;

typedef struct {
    const char *iso;
    nv_date_what what;
    const char *note; /* for curators; never printed */
} nv_date_variant;

typedef struct {
    const char *iso; /* what a note prints */
    const char *end; /* last day of a span, or NULL */
    bool is_month;   /* precision is the month, not the day */
    const nv_date_variant *variants;
    size_t variant_count;
} nv_event_date;

typedef enum {
    NV_ACT_SIGNED, /* the only act that makes a signatory */
    NV_ACT_SENT,
    NV_ACT_SPOKE,
    NV_ACT_DELIVERED,
    NV_ACT_DRAFTED,
    NV_ACT_MOVED,
    NV_ACT_ATTENDED,
    NV_ACT_RECEIVED,
    NV_ACT_HEADED_MINISTRY,
    NV_ACT_UNKNOWN,
    NV_ACT_COUNT
} nv_act;

typedef struct {
    const char *name; /* canonical: a name of the registry */
    nv_act act;
    const char *for_party; /* canonical party, or NULL */
    nv_bilingual office;
    nv_bilingual remark; /* for curators; never printed */
} nv_person;

typedef enum {
    NV_ROLE_DOCUMENT,   /* words of the document itself */
    NV_ROLE_RELATED,    /* words of another document of the exchange: see of */
    NV_ROLE_COMMENTARY, /* words about the event: see of */
    NV_ROLE_COUNT
} nv_role;

typedef enum {
    NV_AS_EDITION,
    NV_AS_TRANSCRIPTION,
    NV_AS_QUOTED, /* read only inside another text: "quoted in" */
    NV_AS_COUNT
} nv_as;

typedef enum {
    NV_ORIGINAL_YES,
    NV_ORIGINAL_PRESUMED,
    NV_ORIGINAL_NO
} nv_original;

typedef enum {
    NV_STATUS_TEXT_SEEN,
    NV_STATUS_TRANSCRIPTION, /* "text seen in transcription" */
    NV_STATUS_EXTRACTS,      /* "extracts seen"; of records only */
    NV_STATUS_REPORTED,
    NV_STATUS_COUNT
} nv_status;

/* A place in a text: label "article", "page", "preamble" ...; value "4", or ""
 * where the label says it all. label NULL: no place is recorded. */
typedef struct {
    const char *label;
    const char *value;
} nv_locator;

typedef struct nv_source nv_source;

typedef struct {
    int number; /* 1-based, unique in the event, given once, never reused:
                   citations in documents name a quotation by it */
    const char *text;
    const char *language;
    nv_original original;
    nv_role role;
    nv_as as;
    nv_bilingual of;    /* whose words, for other people's; else NULL */
    const char *of_iso; /* their date, or NULL */
    const char *translator;
    nv_bilingual translation; /* phrase a note may print */
    nv_locator pinpoint;      /* in the document */
    nv_locator in_source;     /* in the source that was read */
    const nv_source *source;  /* where the words were read; never NULL */
    nv_status status;
    nv_bilingual caution;     /* what a student must see first */
    bool is_offered;          /* false ("ship: false"): never for insertion */
    const char *where, *note; /* for curators; never printed */
} nv_quotation;

typedef enum {
    NV_HOLDS_TEXT,
    NV_HOLDS_TRANSLATION,
    NV_HOLDS_EXTRACT,
    NV_HOLDS_DRAFT,
    NV_HOLDS_REPORT,
    NV_HOLDS_ABOUT,
    NV_HOLDS_COUNT
} nv_holds;

typedef enum { NV_CHECKED_SEEN, NV_CHECKED_CITED, NV_CHECKED_NO } nv_checked;

struct nv_source {
    const char *key;  /* unique in the event */
    const char *type; /* "documentary edition", "treaty series" ... */
    nv_holds holds;
    nv_checked checked;
    nv_texts authors, editors;
    const char *title, *item, *container, *collection, *series, *volume, *part;
    const char *volume_title, *number, *document, *pages, *columns, *date;
    const char *place, *publisher, *year, *archive_ref, *registration;
    const char *short_form, *institution, *translator, *access;
    const char *url;
    bool url_ok; /* the address may stand in a footnote and be opened */
    nv_bilingual role_note;
    const char *basis, *note; /* for curators; never printed */
};

typedef struct {
    const char *type;   /* "replies-to", "refused-by" ... */
    const char *target; /* id of an event */
} nv_relation;

typedef struct {
    const char *series, *volume, *part, *page, *number, *registration, *year;
    nv_checked checked;
    nv_bilingual note;
} nv_treaty_reference;

typedef struct {
    const nv_treaty_reference *references;
    size_t reference_count;
    const char *in_force; /* ISO, or NULL */
    bool in_force_is_doubtful;
    nv_bilingual in_force_note;
    nv_texts depositary, authentic; /* canonical parties; languages */
    nv_bilingual term, notes;
} nv_treaty;

typedef struct {
    const char *id;  /* "1954-05-07-tripartite-reply": never changes */
    const char *key; /* four ASCII letters or digits: never changes */
    nv_kind kind;
    nv_bilingual title; /* for lists; never the title of the document */
    nv_document document;
    nv_event_date date;
    const char *place, *place_role;
    nv_texts parties; /* canonical names */
    const nv_person *people;
    size_t person_count;
    nv_bilingual summary; /* ours; never quoted as the document */
    const nv_quotation *quotations;
    size_t quotation_count;
    const nv_source *sources;
    size_t source_count;
    const nv_relation *relations;
    size_t relation_count;
    const nv_treaty *treaty; /* NULL for what is no treaty */
    nv_status confidence;
    const nv_bilingual *conflicts;
    size_t conflict_count;
    nv_texts statements; /* "S17" ... */
} nv_event;

typedef enum {
    NV_VERDICT_AGREES,
    NV_VERDICT_PARTLY,
    NV_VERDICT_NO,
    NV_VERDICT_OPINION,
    NV_VERDICT_COUNT
} nv_verdict;

/* A sentence in circulation and what the record says of it. It is searched
 * like an event, leads to its events, and can't be inserted itself. */
typedef struct {
    const char *id; /* "S17" */
    const char *words;
    const char *language;
    nv_verdict verdict;
    nv_texts events; /* ids; the one it really belongs to first */
    nv_bilingual answer;
} nv_statement;

/* A state, organisation, collective, person or office under its canonical
 * English name. */
typedef enum {
    NV_NAME_STATE,
    NV_NAME_ORGANISATION,
    NV_NAME_COLLECTIVE,
    NV_NAME_PERSON,
    NV_NAME_OFFICE,
    NV_NAME_TYPE_COUNT
} nv_name_type;

typedef struct {
    nv_name_type type;
    const char *in[NV_LANGUAGE_COUNT]; /* in[NV_LANGUAGE_EN] is canonical */
    nv_texts variants;                 /* as met in the sources */
} nv_name;

/* The text in `language`, else in English, else in any; NULL where there is
 * none. */
const char *nv_bilingual_in(const nv_bilingual *text, nv_language language);

/* The words used in the data and in `nv`: "refusal", "headed-ministry",
 * "text seen" ...; static. */
const char *nv_kind_word(nv_kind kind);

/* Likewise what a person did. */
const char *nv_act_word(nv_act act);

/* What a date variant is the date of. */
const char *nv_date_what_word(nv_date_what what);

/* Whose words a quotation has. */
const char *nv_role_word(nv_role role);

/* In what it was read. */
const char *nv_as_word(nv_as as);

/* What was seen of it. */
const char *nv_status_word(nv_status status);

/* What a source holds of the document. */
const char *nv_holds_word(nv_holds holds);

/* What the record says of a sentence in circulation. */
const char *nv_verdict_word(nv_verdict verdict);

#endif
