/* SPDX-License-Identifier: MPL-2.0 */
/* From nodes and an item to a draft: the elements of a style.
 *
 * Every function here writes to render->draft and returns what happened, by
 * which the caller decides whether to keep it. A function that has written
 * nothing leaves the draft as it was: affixes, frames and all. None of them
 * can fail: memory that runs out is noted in the draft. */
#ifndef NV_CITATION_RENDER_H
#define NV_CITATION_RENDER_H

#include "citation/draft.h"
#include "citation/item.h"
#include "citation/lexicon.h"
#include "citation/node.h"
#include "citation/processor.h"

/* Bits. A group or macro is kept unless it has CALLED without FILLED (CSL:
 * "implicit conditional": at least one variable called, and all of them empty).
 * A kept one is FILLED for the group around it, a suppressed one CALLED; choose
 * passes the bits of its children on. Terms and values set WROTE alone, a label
 * of an empty variable nothing. */
typedef enum {
    NV_CSL_NOTHING = 0,
    NV_CSL_WROTE = 1,  /* at least one byte of text */
    NV_CSL_CALLED = 2, /* a variable was asked for */
    NV_CSL_FILLED = 4  /* a variable was printed */
} nv_csl_outcome;

typedef enum {
    NV_CSL_FOR_PRINT,
    NV_CSL_FOR_SORT, /* macros of cs:key: names inverted, dates as YYYYMMDD,
                      * numbers padded with zeros; no affixes of dates */
    NV_CSL_FOR_NAMES_APART /* to tell cites apart: as in print, but without
                            * locator, year suffix and number */
} nv_csl_purpose;

/* A block is one list of names as a cite prints it: one variable (or two with
 * the same people, printed as one) in one cs:names, or in the substitute that
 * took its place. Blocks are numbered in the order of printing; hidden ones
 * count. This many of a cite are told apart; later ones follow the style. */
enum { NV_CSL_MOST_BLOCKS = 24 };

/* How given names are printed. */
typedef enum {
    NV_CSL_GIVEN_STYLED,   /* as the style says */
    NV_CSL_GIVEN_INITIALS, /* added to form="short" */
    NV_CSL_GIVEN_FULL
} nv_csl_given;

/* One block of a cite, as disambiguation wants it. */
typedef struct {
    uint16_t shown; /* names before et al., at least; 0: as the style says */
    uint16_t count; /* of given[] */
    const uint8_t *given; /* nv_csl_given by name; NULL: all as styled */
} nv_csl_block_choice;

/* How an item is told apart from the others: computed by distinction.h, the
 * same for all cites of the item. All zero: no need to. Immutable once made. */
typedef struct {
    const nv_csl_block_choice *blocks; /* in order of rendering */
    uint16_t block_count;
    uint16_t conditions;  /* the first ones with disambiguate="true" that a cite
                           * asks for hold */
    uint32_t year_suffix; /* 1: a; 27: aa; 0: none */
    uint32_t stamp;       /* differs whenever anything above differs */
} nv_csl_distinction;

/* Of a block just rendered; for those who ask. */
typedef struct {
    const nv_csl_names *names; /* after substitution; NULL: none printed */
    nv_csl_variable variable;  /* the first of those printed together */
    const nv_csl_name_options *options;
    uint16_t shown; /* names printed before "et al." */
    bool is_cut;    /* some are not printed */
} nv_csl_block;

typedef struct {
    nv_csl_block blocks[NV_CSL_MOST_BLOCKS];
    uint16_t count;
} nv_csl_trace;

/* All about a cite that is not in the item or the writer's hand. A cite whose
 * state has not changed is not formatted again. */
typedef struct {
    uint8_t position; /* nv_csl_position; 0 only in a bibliography */
    bool is_near_note;
    int32_t first_note;       /* first-reference-note-number, 0: none; only when
                               * the style prints it */
    uint32_t citation_number; /* from 1; 0: none; only when it is printed */
    uint32_t stamp;           /* of the item's distinction */
} nv_csl_cite_state;

/* Names of the entry before, for subsequent-author-substitute: the first
 * cs:names of an entry prints the substitute for what is the same. */
typedef struct {
    const char *text;    /* author_substitute of the style */
    uint8_t rule;        /* nv_csl_substitute_rule */
    uint16_t same_names; /* how many from the first on are the same */
    bool is_complete;    /* all that are printed; without names, the text that
                          * stands for them */
} nv_csl_repeat;

/* Variables that are not to be printed again: those a substitute has used. */
typedef struct {
    uint64_t bits[(NV_CSL_VARIABLE_COUNT + 63) / 64];
} nv_csl_variable_set;

/* What is needed to render one item, on the stack of the caller. All pointers
 * are borrowed. */
typedef struct {
    const nv_csl_lexicon *lexicon; /* the style is in it */
    const nv_csl_options *host;    /* never NULL */
    nv_csl_draft *draft;
    nv_arena *scratch; /* emptied by the caller after the cite */

    nv_csl_area area;
    nv_csl_purpose purpose;
    const nv_csl_item *item;
    const nv_csl_cite *cite; /* NULL in the bibliography and in its keys */
    nv_csl_cite_state state; /* in the bibliography: position 0, which no
                              * condition meets, and its citation_number */
    const nv_csl_distinction *distinction; /* never NULL */
    const nv_csl_key *key;       /* FOR_SORT: its names-min ...; else NULL */
    const nv_csl_repeat *repeat; /* NULL: none */
    uint32_t cite_index;         /* of the cite in its cluster */
    bool hides_author;           /* the first cs:names that has something to
                                  * print, be it from its substitute, writes
                                  * nothing and is CALLED, not FILLED; then it
                                  * is false */
    bool is_inside;              /* a sentence has begun before the cluster */
    nv_csl_trace *trace;         /* filled when not NULL */

    /* While rendering */
    nv_csl_variable_set used;    /* by a substitute: empty from then on */
    nv_csl_variable_set touched; /* printed while in_substitute */
    uint16_t block;              /* number of the next one */
    uint16_t conditions;         /* disambiguate="true" asked for so far */
    bool has_year_suffix;        /* printed already */
    bool in_substitute;
    nv_csl_mark start; /* where the sentence begins: the cluster, unless the
                        * writer ended one before this cite */
} nv_csl_render;

/* The layout of render->area for render->item: in a frame with TAG_CITE, the
 * writer's prefix, the children (with second-field-align in a bibliography),
 * the writer's suffix, with a space where the writer left it out. The affixes
 * and the format of the layout belong to the whole cluster or entry, and are
 * written by document.h. NOTHING when the children write nothing, whatever the
 * writer's affixes are. A term that begins a cite of a note, or follows a
 * sentence's end, is capitalised. cite.c */
nv_csl_outcome nv_csl_render_cite(nv_csl_render *render);

/* The key of a sort by macro or variable, as text in the arena ("" for an empty
 * one; NULL without memory). sort_key.c */
const char *nv_csl_render_key(nv_csl_render *render, const nv_csl_key *key,
                              nv_arena *arena);

/* Elements. elements.c has the table from kind to function. */

/* The children from `first` on, with `delimiter` (NULL: none) between those
 * that write. What a cs:choose has chosen counts as children in its place. */
nv_csl_outcome nv_csl_render_children(nv_csl_render *render,
                                      const nv_csl_node *first,
                                      const char *delimiter);

/* One element, by the function that the table has for its kind. */
nv_csl_outcome nv_csl_render_node(nv_csl_render *render,
                                  const nv_csl_node *node);

/* The first child of the branch of cs:choose whose conditions hold; NULL: none
 * does, or it is empty. choose.c */
const nv_csl_node *nv_csl_render_chosen(nv_csl_render *render,
                                        const nv_csl_node *node);

/* `first` and its siblings within the wrapping of `node`, a group or a macro.
 */
nv_csl_outcome nv_csl_render_kept(nv_csl_render *render,
                                  const nv_csl_node *node,
                                  const nv_csl_node *first);

typedef nv_csl_outcome nv_csl_render_function(nv_csl_render *render,
                                              const nv_csl_node *node);

nv_csl_render_function nv_csl_render_text;   /* text.c: variable, macro, term,
                                              * value */
nv_csl_render_function nv_csl_render_number; /* number.c */
nv_csl_render_function nv_csl_render_label;  /* label.c */
nv_csl_render_function nv_csl_render_date;   /* date.c */
nv_csl_render_function nv_csl_render_names;  /* names.c */
nv_csl_render_function nv_csl_render_group;  /* elements.c */
nv_csl_render_function nv_csl_render_choose; /* choose.c */

/* Around what an element writes: affixes outside, then display, quotes and
 * format, then the content with text case and strip-periods.
 *     nv_csl_wrap wrap = nv_csl_wrap_open(render, node);
 *     ... write ...
 *     return nv_csl_wrap_close(render, &wrap, outcome);
 * Closing cuts all of it off again when the content is empty, and takes WROTE
 * out of the outcome then; it adds it otherwise. wrap.c */
typedef struct {
    const nv_csl_node *node;
    nv_csl_mark before, inside;
    bool has_frame;
} nv_csl_wrap;

/* Opens the wrapping: display, prefix, formatting, quotes. */
nv_csl_wrap nv_csl_wrap_open(nv_csl_render *render, const nv_csl_node *node);

/* Closes it: strips periods, changes case, writes the suffix. */
nv_csl_outcome nv_csl_wrap_close(nv_csl_render *render, const nv_csl_wrap *wrap,
                                 nv_csl_outcome outcome);

/* The same for a look (cs:name, cs:name-part, cs:et-al): one text, which may
 * hold markup and apostrophes as a field. */
void nv_csl_render_look(nv_csl_render *render, const nv_csl_look *look,
                        nv_csl_origin origin, const char *text, size_t len);

/* The label of `term` in the node's form, singular or plural, with the node's
 * wrapping; used by names as well. label.c */
nv_csl_outcome nv_csl_render_label_term(nv_csl_render *render,
                                        const nv_csl_node *node,
                                        nv_csl_term term, bool plural);

/* The term that labels a variable for this cite: of a locator the one the
 * writer chose, or page. label.c */
nv_csl_term nv_csl_render_term_of(const nv_csl_render *render,
                                  nv_csl_variable variable);

/* What a variable holds for this cite: of the item, of the cite (locator) or of
 * the state (citation-number, first-reference-note-number, year-suffix); NULL
 * when empty or used by a substitute. Computed texts are in the scratch arena.
 * value.c */
const nv_csl_string *nv_csl_render_string(nv_csl_render *render,
                                          nv_csl_variable variable);

/* The same of names. */
const nv_csl_names *nv_csl_render_names_of(nv_csl_render *render,
                                           nv_csl_variable variable);

/* The same of a date. */
const nv_csl_date *nv_csl_render_date_of(nv_csl_render *render,
                                         nv_csl_variable variable);

/* Whether the variable holds anything for this cite, of whatever class. */
bool nv_csl_render_has(nv_csl_render *render, nv_csl_variable variable);

/* A label for an item without one, by names and year. Appends to out.
 * citation_label.c */
void nv_csl_citation_label(const nv_csl_item *item, nv_buffer *out);

/* Does what is written next begin a note or an entry, or follow a sentence that
 * the writer ended? In the running text nothing does. text_node.c */
bool nv_csl_render_begins_sentence(const nv_csl_render *render);

/* Opens the frame that a variable stands in, if it has one: a tag, a link or
 * the language of the item. text_node.c */
bool nv_csl_render_open_variable(nv_csl_render *render,
                                 nv_csl_variable variable,
                                 const nv_csl_string *string);

/* "a" to "z", "aa" ...; 8 bytes are enough for any number. */
void nv_csl_year_suffix_text(uint32_t number, char text[8]);

/* Numbers. numeric.c */

/* Content with numbers that CSL counts as numeric: "12", "2nd", "D2", "2-4",
 * "2, 3 & 5"; not "second". */
bool nv_csl_is_numeric(const char *text, size_t len);
/* Does it stand for more than one: a range, a list, or for number-of-* a number
 * other than 1? */
bool nv_csl_is_plural(const nv_csl_lexicon *lexicon, const char *text,
                      size_t len, bool is_count);
/* Roman, lower case, for 1 to 3999; false otherwise. */
bool nv_csl_roman(long number, char text[16]);

/* page.c: a field of numbers with its gaps as CSL has them. Ranges get the
 * language's page-range-delimiter, and those of pages are written in the format
 * of the style: "321-28". Appends to out. */
void nv_csl_numbers_write(const nv_csl_lexicon *lexicon,
                          nv_csl_page_range_format format,
                          const nv_csl_string *string, nv_buffer *out);

/* The format for a variable: of pages, and of a locator of pages, that of the
 * style; all others stand as they are given. */
nv_csl_page_range_format nv_csl_render_range_format(const nv_csl_render *render,
                                                    nv_csl_variable variable);

#endif
