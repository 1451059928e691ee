/* SPDX-License-Identifier: MPL-2.0 */
/* All records of the files that are checked together, and a checker's view of
 * them. Records are XML elements; they may lack anything. */
#ifndef NV_REGISTRY_CHECK_RECORDS_H
#define NV_REGISTRY_CHECK_RECORDS_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "registry/check/faults.h"
#include "registry/day.h"
#include "registry/registry.h"
#include "registry/xml.h"

typedef struct {
    const xmlNode *node;
    const char *file;
} nv_check_record;

typedef struct {
    nv_check_record *items;
    size_t count, capacity;
    xmlHashTable *by_name; /* place in items, by id or canonical form */
} nv_check_records;

typedef struct {
    nv_faults *faults;
    nv_arena arena;
    nv_check_records events, names, statements;
    xmlHashTable *keys;         /* of events */
    const char *pack;           /* of the first file; NULL: none was read */
    const nv_registry *shipped; /* may be NULL */
    bool is_whole;              /* every file could be read */
} nv_checker;

/* Returns false without memory; release it even then. */
bool nv_checker_init(nv_checker *checker, nv_faults *faults,
                     const nv_registry *shipped);

void nv_checker_release(nv_checker *checker);

/* Takes in the records of a file, and adds faults for what is there already
 * and for a file of another pack. `doc` and `file` must outlive the checker. */
void nv_checker_add(nv_checker *checker, const xmlDoc *doc, const char *file);

/* The event, name or statement of that id or canonical form; NULL: none. */
const nv_check_record *nv_checker_find(const nv_check_records *records,
                                       const char *name);

/* A fault at a node of the record; what follows is printf's. */
#define nv_checker_fault(checker, record, node, ...)                    \
    nv_faults_add((checker)->faults, (record)->file, nv_xml_line(node), \
                  __VA_ARGS__)

/* The text of an element, with white space collapsed; "" for NULL. */
const char *nv_checker_text(nv_checker *checker, const xmlNode *node);

/* The attribute, with white space collapsed; NULL: it is not there. */
const char *nv_checker_attribute(nv_checker *checker, const xmlNode *node,
                                 const char *name);

/* An empty table, which the caller frees; NULL without memory, which the
 * functions of such tables take for an empty one. */
xmlHashTable *nv_checker_table(nv_checker *checker);

/* Enters the node in the table under a value of one word or of two (`second`
 * NULL). Returns false if another was entered under it before and stays; true,
 * too, if `first` is NULL, which is no value. */
bool nv_checker_is_new(nv_checker *checker, xmlHashTable *met,
                       const xmlNode *node, const char *first,
                       const char *second);

/* The days an event lasted, as far as its <date> says. */
bool nv_checker_days(nv_checker *checker, const nv_check_record *event,
                     nv_days *days);

/* The rules, each for all records. */
void nv_check_events(nv_checker *checker);
void nv_check_names(nv_checker *checker);
void nv_check_links(nv_checker *checker);

#endif
