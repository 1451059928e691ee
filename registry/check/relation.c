/* SPDX-License-Identifier: MPL-2.0 */
/* See relation.h. */
#include "registry/check/relation.h"

#include <string.h>

#include "base/array.h"

static const char later[] = "follows", earlier[] = "followed-by";

/* A protest may come before what it protests against, so it says nothing of
 * time. */
static const nv_relation_type types[] = {
    {"accedes-to", "joined-by", later},
    {"amended-by", "amends", earlier},
    {"amends", "amended-by", later},
    {"answered-by", "replies-to", earlier},
    {"cited-by", "cites", earlier},
    {"cites", "cited-by", later},
    {"commented-by", "comments-on", earlier},
    {"comments-on", "commented-by", later},
    {"concludes", NULL, later},
    {"context-for", NULL, earlier},
    {"convened-by", "convenes", later},
    {"convenes", "convened-by", earlier},
    {"discusses", NULL, later},
    {"draft-of", NULL, earlier},
    {"echoes", NULL, later},
    {earlier, later, NULL},
    {later, earlier, NULL},
    {"fulfils-condition-of", NULL, later},
    {"implements", NULL, later},
    {"invoked-by", "invokes", earlier},
    {"invokes", "invoked-by", later},
    {"joined-by", "accedes-to", earlier},
    {"leads-to", NULL, earlier},
    {"modified-by", "modifies", earlier},
    {"modifies", "modified-by", later},
    {"parallel-to", "parallel-to", NULL},
    {"prolongs", NULL, later},
    {"protested-by", "protests", NULL},
    {"protests", "protested-by", NULL},
    {"quoted-by", "quotes", "cited-by"},
    {"quotes", "quoted-by", "cites"},
    {"refused-by", "refuses", "answered-by"},
    {"refuses", "refused-by", "replies-to"},
    {"replies-to", "answered-by", later},
    {"superseded-by", "supersedes", earlier},
    {"supersedes", "superseded-by", later},
    {"supplemented-by", "supplements", earlier},
    {"supplements", "supplemented-by", later},
    {"tabled-at", NULL, later},
    {"terminated-by", "terminates", earlier},
    {"terminates", "terminated-by", later},
    {"terminates-part-of", NULL, later},
    {"threatens", NULL, later},
    {"withdraws-from", NULL, later},
};

const nv_relation_type *nv_relation_types(size_t *count)
{
    *count = NV_COUNT_OF(types);
    return types;
}

const nv_relation_type *nv_relation_type_of(const char *type)
{
    for (size_t i = 0; type && i < NV_COUNT_OF(types); i++)
        if (strcmp(types[i].type, type) == 0)
            return &types[i];
    return NULL;
}

int nv_relation_order(const char *type)
{
    const nv_relation_type *known = nv_relation_type_of(type);

    while (known && known->implies)
        known = nv_relation_type_of(known->implies);
    if (!known || (known->type != later && known->type != earlier))
        return 0;
    return known->type == later ? -1 : 1;
}
