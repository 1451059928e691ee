/* SPDX-License-Identifier: MPL-2.0 */
/* Archives and the pieces in them. */
#include "note/item_maker.h"

#include <string.h>

#include "base/array.h"

/* Archives whose name is spelt out. */
static const struct {
    const char *code, *english, *french;
} archives[] = {
    {"TNA", "The National Archives of the UK (TNA)",
     "The National Archives (TNA)"},
    {"NARA", "National Archives and Records Administration (NARA)",
     "National Archives and Records Administration (NARA)"},
};

/* Russian leaves are "ll. 56–59" as recorded, « l. 56-59 » in French, where a
 * shelf mark of two parts does not break either: FO 371/79919. */
static void write_piece(nv_item_maker *maker, nv_buffer *out, const char *piece,
                        bool is_shelf_mark)
{
    const bool is_french = maker->draft.language == NV_LANGUAGE_FR;
    const char *leaves = is_french ? strstr(piece, "ll. ") : NULL;
    const char *space = is_french && is_shelf_mark ? strchr(piece, ' ') : NULL;

    for (const char *at = piece; *at; at++) {
        if (at == leaves) {
            nv_buffer_add_text(out, "l." NV_NBSP);
            at += strlen("ll. ") - 1;
        } else if (at == space) {
            nv_buffer_add_text(out, NV_NBSP);
        } else if (leaves && strncmp(at, "–", strlen("–")) == 0) {
            nv_buffer_add_char(out, '-');
            at += strlen("–") - 1;
        } else {
            nv_buffer_add_char(out, *at);
        }
    }
}

void nv_item_add_archive(nv_item_maker *maker, const char *reference)
{
    nv_buffer piece = NV_BUFFER_INIT;
    const char *rest = reference;

    for (size_t i = 0; i < NV_COUNT_OF(archives); i++) {
        size_t len = strlen(archives[i].code);

        if (strncmp(reference, archives[i].code, len) != 0 ||
            strncmp(reference + len, ", ", 2) != 0)
            continue;
        nv_item_set_theirs(maker, NV_CSL_ARCHIVE,
                           maker->draft.language == NV_LANGUAGE_FR
                               ? archives[i].french
                               : archives[i].english,
                           NULL);
        nv_item_set_raw(maker, NV_CSL_ARCHIVE_SHORT, archives[i].code);
        rest = reference + len + 2;
    }
    write_piece(maker, &piece, rest, rest != reference);
    maker->failed = maker->failed || piece.failed;
    nv_item_set_ours(maker, NV_CSL_ARCHIVE_LOCATION, piece.text,
                     maker->draft.language);
    nv_buffer_release(&piece);
}
