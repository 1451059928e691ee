/* SPDX-License-Identifier: MPL-2.0 */
/* Names in an item: persons taken apart, bodies whole. See item_maker.h. */
#include "note/item_maker.h"
#include "note/terms.h"

#include <string.h>
#include <utf8proc.h>

#include "base/array.h"
#include "citation/names.h"

static const char *keep(nv_item_maker *maker, const char *text, size_t len)
{
    const char *kept = nv_arena_text(maker->builder.arena, text, len);

    maker->failed = maker->failed || !kept;
    return kept;
}

/* Names are text of ours: they have been put into the language of the note. */
static nv_csl_name literal_of(nv_item_maker *maker, const char *text)
{
    nv_buffer out = NV_BUFFER_INIT;
    nv_csl_name name = {0};

    nv_typography_add(&out, text, strlen(text), maker->draft.language,
                      &maker->marks);
    name.literal = nv_item_keep(maker, &out);
    nv_buffer_release(&out);
    return name;
}

static bool is_suffix(const char *word)
{
    static const char *const suffixes[] = {"Jr.", "Sr.", "II", "III", "IV"};

    for (size_t i = 0; i < NV_COUNT_OF(suffixes); i++)
        if (strcmp(suffixes[i], word) == 0)
            return true;
    return false;
}

static bool begins_small(const char *word)
{
    utf8proc_int32_t point;

    return utf8proc_iterate((const utf8proc_uint8_t *)word, -1, &point) > 0 &&
           utf8proc_category(point) == UTF8PROC_CATEGORY_LL;
}

/* Where the family name begins: at its particle ("de Gaulle"), else at the last
 * word. A small first word is a title (« lord Home »). */
static const char *family_in(const char *name)
{
    const char *last = name;

    for (const char *space = strchr(name, ' '); space;
         space = strchr(space + 1, ' ')) {
        if (begins_small(space + 1))
            return space + 1;
        last = space + 1;
    }
    return last;
}

/* A person of the records is written given name first. */
static nv_csl_name person_of(nv_item_maker *maker, const char *text)
{
    const char *family = family_in(text);
    nv_csl_name name = {0};
    size_t given;

    if (is_suffix(family) && family > text + 1) {
        const char *whole = keep(maker, text, (size_t)(family - text - 1));

        if (!whole)
            return name;
        name = person_of(maker, whole);
        name.suffix = family;
        return name;
    }
    given = family > text ? (size_t)(family - text - 1) : 0;
    name.family = family;
    name.given = given ? keep(maker, text, given) : NULL;
    if (!nv_csl_name_split(&name, maker->builder.arena))
        maker->failed = true;
    return name;
}

static void set(nv_item_maker *maker, nv_csl_variable variable,
                const nv_csl_name names[], size_t count)
{
    if (maker->failed ||
        !nv_csl_item_set_names(&maker->builder, variable, names, count))
        maker->failed = true;
}

void nv_item_set_literals(nv_item_maker *maker, nv_csl_variable variable,
                          const char *const literals[], size_t count)
{
    nv_csl_name *names =
        nv_arena_array(maker->builder.arena, count, sizeof *names);

    if (!names)
        maker->failed = true;
    for (size_t i = 0; names && i < count; i++)
        names[i] = literal_of(maker, literals[i]);
    set(maker, variable, names, names ? count : 0);
}

static const nv_name *known(const nv_item_maker *maker, const char *name)
{
    const nv_registry *registry = maker->draft.registry;

    return registry && name ? nv_registry_name_of(registry, name) : NULL;
}

/* Words that no person is called by. */
static const char *const body_words[] = {
    "Agency",        "Archive",        "Archives",      "Assemblée",
    "Association",   "Bundesrepublik", "Center",        "Centre",
    "Confédération", "Conférence",     "Conseil",       "Council",
    "Department",    "Embassy",        "Foreign",       "Foundation",
    "History",       "Institute",      "International", "Library",
    "Ligue",         "Ministry",       "National",      "Office",
    "Press",         "Research",       "République",    "School",
    "Service",       "Soviet",         "Stiftung",      "Union",
    "United",        "University",     "Université",    "Верховный",
    "Организация",
};

/* Small words that stand inside the names of persons. */
static const char *const particles[] = {"af",  "da",  "de",  "del", "den",
                                        "der", "di",  "du",  "la",  "le",
                                        "ten", "van", "von", "zu"};

/* "NKID", "NATO": capitals only; an initial has a point. */
static bool is_acronym(const char *word, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (word[i] < 'A' || word[i] > 'Z')
            return false;
    return len > 2 &&
           !nv_is_word_in((const char *const[]){"III"}, 1, word, len);
}

static bool is_word_of_person(const char *word, size_t len)
{
    if (begins_small(word))
        return nv_is_word_in(particles, NV_COUNT_OF(particles), word, len);
    return *word != '(' && !is_acronym(word, len) &&
           !nv_is_word_in(body_words, NV_COUNT_OF(body_words), word, len);
}

/* Whether it is made like "Jean de la Guérivière": given name and family. */
static bool looks_like_person(const char *name)
{
    size_t count = 0;

    for (const char *at = name; *at; count++) {
        size_t len = strcspn(at, " ");

        if (!is_word_of_person(at, len))
            return false;
        at += len;
        at += strspn(at, " ");
    }
    return count > 1;
}

bool nv_item_is_body(const nv_item_maker *maker, const char *name)
{
    const nv_name *found = known(maker, name);

    if (found)
        return found->type != NV_NAME_PERSON;
    return strchr(name, ',') || !looks_like_person(name);
}

/* States and organisations have a name in the note's language; a person's name
 * stays as it is on the work. */
static nv_csl_name name_on_work(nv_item_maker *maker, const char *name)
{
    if (nv_item_is_body(maker, name))
        return literal_of(maker, nv_draft_local_name(&maker->draft, name));
    return person_of(maker, name);
}

void nv_item_set_names(nv_item_maker *maker, nv_csl_variable variable,
                       const nv_texts *texts)
{
    nv_csl_name *names =
        nv_arena_array(maker->builder.arena, texts->count, sizeof *names);

    if (!names)
        maker->failed = true;
    for (size_t i = 0; names && i < texts->count; i++)
        names[i] = name_on_work(maker, texts->items[i]);
    set(maker, variable, names, names ? texts->count : 0);
}

static const char *without_article(const char *name)
{
    return strncmp(name, "the ", 4) == 0 ? name + 4 : name;
}

void nv_item_set_author(nv_item_maker *maker, const char *name,
                        const char *english)
{
    const nv_name *found = known(maker, english);
    nv_csl_name author;

    if (!name)
        return;
    if (found && maker->draft.language >= (int)NV_NOTE_LANGUAGE_COUNT)
        name = nv_draft_local_name(&maker->draft, english);
    author = found && found->type == NV_NAME_PERSON
                 ? person_of(maker, name)
                 : literal_of(maker, without_article(name));
    set(maker, NV_CSL_AUTHOR, &author, 1);
}

/* What stands before the surname of somebody who is addressed. */
static const char *const titles[] = {
    "Ambassador", "Chancellor", "General",   "Marshal",
    "Minister",   "Premier",    "President", "Secretary",
};

/* "President Johnson" */
static bool is_title_and_surname(const char *name)
{
    const char *space = strchr(name, ' ');

    return space && space[1] && !strchr(space + 1, ' ') &&
           nv_is_word_in(titles, NV_COUNT_OF(titles), name,
                         (size_t)(space - name));
}

/* English wants an article before a body that is addressed. */
static bool wants_article(const char *name)
{
    static const char *const bodies[] = {"Government", "Embassy", "Ministry"};

    if (strncmp(name, "the ", 4) == 0)
        return false;
    for (size_t i = 0; i < NV_COUNT_OF(bodies); i++)
        if (strstr(name, bodies[i]))
            return true;
    return false;
}

void nv_item_set_recipient(nv_item_maker *maker, const char *name)
{
    const nv_name *found = known(maker, name);
    nv_buffer text = NV_BUFFER_INIT;
    nv_csl_name recipient;

    if ((found && found->type == NV_NAME_PERSON) ||
        is_title_and_surname(name)) {
        recipient = person_of(maker, name);
    } else {
        nv_buffer_add_format(&text, "%s%s", wants_article(name) ? "the " : "",
                             name);
        maker->failed = maker->failed || text.failed;
        recipient = literal_of(maker, text.text);
    }
    set(maker, NV_CSL_RECIPIENT, &recipient, 1);
    nv_buffer_release(&text);
}
