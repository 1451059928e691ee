/* SPDX-License-Identifier: MPL-2.0 */
/* See shelf.h. */
#include "shelf.h"

#include <stdio.h>

bool test_shelf_open(test_shelf *shelf, const char *folder, nv_error *err)
{
    char registry[200], styles[200], added[200], locales[200];
    const nv_style_folder folders[] = {{.path = styles, .is_ours = true},
                                       {.path = added, .is_added = true}};

    snprintf(registry, sizeof registry, "%s/registry.xml.gz", folder);
    snprintf(styles, sizeof styles, "%s/styles", folder);
    snprintf(added, sizeof added, "%s/added", folder);
    snprintf(locales, sizeof locales, "%s/locales", folder);
    *shelf = (test_shelf){
        .packs = nv_packs_new(NULL, err),
        .library = nv_library_open(folders, 2, locales, err),
    };
    if (!shelf->packs || !shelf->library ||
        !nv_packs_add(shelf->packs, registry, err))
        return false;
    shelf->registry = nv_packs_registries(shelf->packs)[0];
    return true;
}

void test_shelf_close(test_shelf *shelf)
{
    nv_packs_free(shelf->packs);
    nv_library_free(shelf->library);
}
