/* SPDX-License-Identifier: MPL-2.0 */
/* A compiled style as a tree. Every word of the XML that has a meaning is an
 * enum or a bit by now, macros are pointers, and options of names are
 * inherited. Nodes, and all they point to, are in the arena of the style or
 * locale, and never change after it is read. NULL texts mean: not given.
 *
 * Made by compile.h, read by everything that renders. */
#ifndef NV_CITATION_NODE_H
#define NV_CITATION_NODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "citation/style.h"
#include "citation/term.h"
#include "citation/text.h"
#include "citation/variable.h"

/* A style is used in two places, which may inherit other options. */
typedef enum {
    NV_CSL_IN_CITATION,
    NV_CSL_IN_BIBLIOGRAPHY,
    NV_CSL_AREA_COUNT
} nv_csl_area;

typedef enum {
    NV_CSL_NODE_VARIABLE, /* cs:text variable= */
    NV_CSL_NODE_MACRO,    /* cs:text macro= */
    NV_CSL_NODE_TERM,     /* cs:text term= */
    NV_CSL_NODE_VALUE,    /* cs:text value= */
    NV_CSL_NODE_NUMBER,
    NV_CSL_NODE_LABEL, /* also inside cs:names */
    NV_CSL_NODE_DATE,
    NV_CSL_NODE_DATE_PART,
    NV_CSL_NODE_NAMES,
    NV_CSL_NODE_GROUP,
    NV_CSL_NODE_CHOOSE, /* its children are branches, tried in order */
    NV_CSL_NODE_BRANCH, /* cs:if, cs:else-if, cs:else (no conditions) */
    NV_CSL_NODE_KIND_COUNT
} nv_csl_node_kind;

typedef enum {
    NV_CSL_CASE_NONE,
    NV_CSL_CASE_LOWER,
    NV_CSL_CASE_UPPER,
    NV_CSL_CASE_CAPITALIZE_FIRST,
    NV_CSL_CASE_CAPITALIZE_ALL,
    NV_CSL_CASE_SENTENCE,
    NV_CSL_CASE_TITLE
} nv_csl_case;

typedef enum {
    NV_CSL_PLURAL_CONTEXTUAL,
    NV_CSL_PLURAL_ALWAYS,
    NV_CSL_PLURAL_NEVER
} nv_csl_plural;

typedef enum {
    NV_CSL_NUMBER_NUMERIC,
    NV_CSL_NUMBER_ORDINAL,
    NV_CSL_NUMBER_LONG_ORDINAL,
    NV_CSL_NUMBER_ROMAN
} nv_csl_number_form;

typedef enum {
    NV_CSL_DATE_BY_PARTS, /* no form: only the style's own parts */
    NV_CSL_DATE_NUMERIC,
    NV_CSL_DATE_TEXT
} nv_csl_date_form;

/* Bits, for date-parts= and to say what a date has. */
enum { NV_CSL_YEAR = 1, NV_CSL_MONTH = 2, NV_CSL_DAY = 4 };

typedef enum {
    NV_CSL_PART_UNSET, /* not given: as the locale's date has it, or long for
                        * months and years, numeric for days */
    NV_CSL_PART_LONG,
    NV_CSL_PART_SHORT,
    NV_CSL_PART_NUMERIC,
    NV_CSL_PART_NUMERIC_ZEROS, /* numeric-leading-zeros */
    NV_CSL_PART_ORDINAL
} nv_csl_part_form;

typedef enum {
    NV_CSL_MATCH_ALL,
    NV_CSL_MATCH_ANY,
    NV_CSL_MATCH_NONE
} nv_csl_match;

typedef enum {
    NV_CSL_IF_TYPE,           /* value: nv_csl_type */
    NV_CSL_IF_VARIABLE,       /* value: nv_csl_variable */
    NV_CSL_IF_NUMERIC,        /* the same */
    NV_CSL_IF_UNCERTAIN_DATE, /* the same */
    NV_CSL_IF_LOCATOR,        /* value: nv_csl_term */
    NV_CSL_IF_POSITION,       /* value: nv_csl_tested_position */
    NV_CSL_IF_DISAMBIGUATE,
    NV_CSL_IF_NEVER /* a value CSL has not: no item meets it */
} nv_csl_condition_kind;

typedef enum {
    NV_CSL_TEST_FIRST,
    NV_CSL_TEST_SUBSEQUENT,
    NV_CSL_TEST_IBID,
    NV_CSL_TEST_IBID_WITH_LOCATOR,
    NV_CSL_TEST_NEAR_NOTE
} nv_csl_tested_position;

typedef struct {
    uint8_t kind;   /* nv_csl_condition_kind */
    uint16_t value; /* of that kind */
} nv_csl_condition;

typedef enum {
    NV_CSL_AND_NONE, /* no and: the delimiter only */
    NV_CSL_AND_TEXT,
    NV_CSL_AND_SYMBOL
} nv_csl_and;

typedef enum {
    NV_CSL_PRECEDES_CONTEXTUAL,
    NV_CSL_PRECEDES_AFTER_INVERTED,
    NV_CSL_PRECEDES_ALWAYS,
    NV_CSL_PRECEDES_NEVER
} nv_csl_precedes;

typedef enum {
    NV_CSL_NAME_LONG,
    NV_CSL_NAME_SHORT,
    NV_CSL_NAME_COUNT
} nv_csl_name_form;

typedef enum {
    NV_CSL_SORT_ORDER_NONE,
    NV_CSL_SORT_ORDER_FIRST,
    NV_CSL_SORT_ORDER_ALL
} nv_csl_name_order;

/* The options of cs:name after inheritance (style, then citation or
 * bibliography, then the cs:name), defaults filled in. */
typedef struct {
    const char *delimiter;       /* between names: ", " */
    const char *names_delimiter; /* between name variables; NULL: "" */
    const char *sort_separator;  /* ", " */
    const char *initialize_with; /* NULL: given names are left whole */
    bool initialize;             /* true; false: only normalise initials */
    uint8_t and_form;            /* nv_csl_and */
    uint8_t delimiter_precedes_last,
        delimiter_precedes_et_al; /* nv_csl_precedes
                                   */
    uint8_t form;                 /* nv_csl_name_form */
    uint8_t order;                /* name-as-sort-order */
    bool et_al_use_last;
    uint16_t et_al_min;       /* 0: never et al. */
    uint16_t et_al_use_first; /* 0 is a number of names, too */
    uint16_t subsequent_min, subsequent_use_first; /* as above unless given */
} nv_csl_name_options;

/* How something stands, for what is no node: cs:name, cs:name-part, cs:et-al.
 */
typedef struct {
    uint16_t format;   /* nv_csl_format */
    uint8_t text_case; /* nv_csl_case */
    const char *prefix, *suffix;
} nv_csl_look;

typedef struct nv_csl_node nv_csl_node;
typedef struct nv_csl_macro nv_csl_macro;

/* cs:names. One without children inside cs:substitute has got those of the
 * cs:names around it from the compiler. */
typedef struct {
    const nv_csl_variable *variables; /* variable=, in order */
    uint16_t variable_count;
    bool label_first;         /* cs:label stands before cs:name */
    const nv_csl_node *label; /* NULL: none */
    const nv_csl_name_options *options[NV_CSL_AREA_COUNT];
    nv_csl_look name, family, given;
    nv_csl_look et_al;
    nv_csl_term et_al_term;        /* et-al or and-others */
    const nv_csl_node *substitute; /* first alternative; NULL: none */
} nv_csl_names_node;

/* An element that renders. Common attributes first; then what its kind adds. */
struct nv_csl_node {
    uint8_t kind;      /* nv_csl_node_kind */
    uint8_t text_case; /* nv_csl_case */
    uint8_t display;   /* nv_csl_display */
    uint8_t form;      /* of the kind: nv_csl_form (variable, term, label),
                        * nv_csl_number_form, nv_csl_date_form,
                        * nv_csl_part_form */
    uint16_t format;   /* nv_csl_format */
    bool quotes, strip_periods;
    int line; /* of the style, for messages */
    const char *prefix, *suffix, *delimiter;
    const nv_csl_node *first; /* child */
    const nv_csl_node *next;  /* sibling */
    union {
        nv_csl_variable variable;  /* VARIABLE, NUMBER, LABEL */
        const nv_csl_macro *macro; /* MACRO */
        const char *value;         /* VALUE */
        nv_csl_term term;          /* TERM */
        struct {
            nv_csl_variable variable; /* of a locale's date: none */
            uint8_t parts;            /* date-parts: which bits to print */
        } date;
        struct {
            uint8_t part;                /* NV_CSL_YEAR, _MONTH or _DAY */
            const char *range_delimiter; /* NULL: en dash */
        } date_part;
        struct {
            uint8_t match; /* nv_csl_match */
            uint16_t count;
            const nv_csl_condition *conditions;
        } branch;
        const nv_csl_names_node *names;
    } as;
    uint8_t plural; /* LABEL, TERM: nv_csl_plural */
};

struct nv_csl_macro {
    const char *name;
    const nv_csl_node *first;
    uint32_t index; /* in the style's macros */
};

/* One cs:key. */
typedef struct {
    nv_csl_variable variable; /* none: a macro */
    const nv_csl_macro *macro;
    bool is_descending;
    uint16_t names_min, names_use_first; /* 0: as the names say */
    int8_t names_use_last;               /* -1: as the names say */
} nv_csl_key;

typedef enum {
    NV_CSL_COLLAPSE_NONE,
    NV_CSL_COLLAPSE_NUMBER, /* citation-number */
    NV_CSL_COLLAPSE_YEAR,
    NV_CSL_COLLAPSE_YEAR_SUFFIX,
    NV_CSL_COLLAPSE_YEAR_SUFFIX_RANGED
} nv_csl_collapse;

typedef enum {
    NV_CSL_BY_CITE,
    NV_CSL_ALL_NAMES,
    NV_CSL_ALL_NAMES_WITH_INITIALS,
    NV_CSL_PRIMARY_NAME,
    NV_CSL_PRIMARY_NAME_WITH_INITIALS
} nv_csl_givenname_rule;

typedef enum {
    NV_CSL_SUBSTITUTE_COMPLETE_ALL,
    NV_CSL_SUBSTITUTE_COMPLETE_EACH,
    NV_CSL_SUBSTITUTE_PARTIAL_EACH,
    NV_CSL_SUBSTITUTE_PARTIAL_FIRST
} nv_csl_substitute_rule;

typedef enum {
    NV_CSL_RANGE_AS_GIVEN, /* no page-range-format */
    NV_CSL_RANGE_CHICAGO_15,
    NV_CSL_RANGE_CHICAGO_16,
    NV_CSL_RANGE_EXPANDED,
    NV_CSL_RANGE_MINIMAL,
    NV_CSL_RANGE_MINIMAL_TWO
} nv_csl_page_range_format;

typedef enum {
    NV_CSL_DEMOTE_NEVER,
    NV_CSL_DEMOTE_SORT_ONLY,
    NV_CSL_DEMOTE_DISPLAY_AND_SORT
} nv_csl_demote;

/* cs:layout with the cs:sort beside it. */
typedef struct {
    bool is_present;
    const nv_csl_node *first;
    uint16_t format; /* affixes of the layout are inside it */
    const char *prefix, *suffix, *delimiter;
    const nv_csl_key *keys;
    size_t key_count;
    const nv_csl_name_options *names; /* as the area says, for sort keys */
} nv_csl_layout;

struct nv_csl_style {
    nv_arena arena;
    nv_csl_style_info info;
    nv_csl_layout layout[NV_CSL_AREA_COUNT];
    const nv_csl_macro *macros;
    size_t macro_count;

    /* of cs:style */
    bool initialize_with_hyphen;
    uint8_t page_range; /* nv_csl_page_range_format */
    uint8_t demote;     /* nv_csl_demote */

    /* of cs:citation */
    bool adds_names, adds_givenname, adds_year_suffix;
    uint8_t givenname_rule;           /* nv_csl_givenname_rule */
    uint8_t collapse;                 /* nv_csl_collapse */
    const char *cite_group_delimiter; /* NULL: cites are not grouped */
    const char *year_suffix_delimiter,
        *after_collapse_delimiter; /* NULL: that
                                    * of the layout */
    uint16_t near_note_distance;   /* 5 */
    /* The rest is found while compiling, so that no more is computed than the
     * style asks for. */
    bool prints_year_suffix; /* calls variable year-suffix itself */
    bool tests_disambiguate, tests_near_note, prints_first_note,
        prints_citation_number;

    /* of cs:bibliography */
    bool hanging_indent;
    uint8_t second_field; /* nv_csl_display: inline, left-margin, block */
    uint16_t line_spacing, entry_spacing; /* 1, 1 */
    const char *author_substitute;        /* NULL: none; "" is one */
    uint8_t substitute_rule;              /* nv_csl_substitute_rule */

    /* cs:locale elements, in the order of the style. */
    const nv_csl_locale *locales; /* an array */
    size_t locale_count;
    /* Words of the terms from NV_CSL_TERM_COUNT on. */
    const char *const *own_terms;
    size_t own_term_count;
};

/* What one cs:locale or locale file says. */
typedef struct {
    nv_csl_term term;
    uint8_t form;                  /* nv_csl_form */
    uint8_t gender;                /* of the noun */
    uint8_t gender_form;           /* of what the word agrees with */
    const char *single, *multiple; /* multiple is single unless given */
} nv_csl_term_entry;

typedef enum {
    NV_CSL_ORDINAL_LAST_DIGIT,
    NV_CSL_ORDINAL_LAST_TWO,
    NV_CSL_ORDINAL_WHOLE
} nv_csl_ordinal_match;

typedef struct {
    int8_t number;       /* -1: "ordinal"; 0-99: "ordinal-NN"; 101-110: the long
                          * ordinals 1-10 */
    uint8_t match;       /* nv_csl_ordinal_match */
    uint8_t gender_form; /* nv_csl_gender */
    const char *text;
} nv_csl_ordinal_entry;

struct nv_csl_locale {
    nv_arena arena; /* empty for those inside a style */
    char tag[16];   /* xml:lang; "" for a cs:locale without one */
    const nv_csl_term_entry *terms;
    size_t term_count;
    const nv_csl_ordinal_entry *ordinals;
    size_t ordinal_count;
    const nv_csl_node *dates[3]; /* by nv_csl_date_form; NULL: none */
    int8_t punctuation_in_quote, limit_day_ordinals_to_day_1; /* -1: not said */
};

#endif
