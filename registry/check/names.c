/* SPDX-License-Identifier: MPL-2.0 */
/* The rule that whatever is named is in the names: those of the files, or
 * those of the shipped registry where the files bring none. */
#include "registry/check/records.h"

#include <string.h>

#include "registry/element.h"

static bool is_name(const nv_checker *checker, const char *name)
{
    if (checker->names.count > 0)
        return nv_checker_find(&checker->names, name) != NULL;
    return !checker->shipped ||
           nv_registry_name_of(checker->shipped, name) != NULL;
}

static void check_name(nv_checker *checker, const nv_check_record *event,
                       const xmlNode *node, const char *what, const char *name)
{
    if (name && name[0] && !is_name(checker, name))
        nv_checker_fault(checker, event, node,
                         "The %s “%s” is not in the names.", what, name);
}

static void check_texts(nv_checker *checker, const nv_check_record *event,
                        const xmlNode *parent, const char *element)
{
    const xmlNode *node = nv_element_named(parent->children, element);

    for (; node; node = nv_element_named(node->next, element))
        check_name(checker, event, node, element,
                   nv_checker_text(checker, node));
}

static void check_people(nv_checker *checker, const nv_check_record *event)
{
    const xmlNode *node = nv_element_named(event->node->children, "person");

    for (; node; node = nv_element_named(node->next, "person")) {
        check_name(checker, event, node, "person",
                   nv_checker_attribute(checker, node, "name"));
        check_name(checker, event, node, "party",
                   nv_checker_attribute(checker, node, "for"));
    }
}

/* Life dates are years of four digits, so they sort as they are. */
static void check_life(nv_checker *checker, const nv_check_record *name)
{
    const char *born = nv_checker_attribute(checker, name->node, "born");
    const char *died = nv_checker_attribute(checker, name->node, "died");

    if (born && died && strlen(born) == 4 && strlen(died) == 4 &&
        strcmp(died, born) <= 0)
        nv_checker_fault(checker, name, name->node,
                         "A person died (%s) before being born (%s).", died,
                         born);
}

void nv_check_names(nv_checker *checker)
{
    for (size_t i = 0; i < checker->names.count; i++)
        check_life(checker, &checker->names.items[i]);
    if (!checker->is_whole)
        return;
    for (size_t i = 0; i < checker->events.count; i++) {
        const nv_check_record *event = &checker->events.items[i];
        const xmlNode *treaty =
            nv_element_named(event->node->children, "treaty");

        check_texts(checker, event, event->node, "party");
        check_people(checker, event);
        if (treaty)
            check_texts(checker, event, treaty, "depositary");
    }
}
