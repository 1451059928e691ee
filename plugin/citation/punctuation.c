/* SPDX-License-Identifier: MPL-2.0 */
/* Marks that meet where two texts do. See finish.h. */
#include "citation/finish.h"

#include <string.h>

static const char marks[] = ":.;!?,";

/* By the mark that ends the text before, in the order of marks[]: what becomes
 * of it and of each of marks[]. */
static const char seams[][7] = {
    "FFBSSB", /* : */
    "BFBBBB", /* . */
    "FFFSSB", /* ; */
    "FFBFBB", /* ! */
    "FFBBFB", /* ? */
    "BBBBBF", /* , */
};

static const char *mark_of(char c)
{
    return c ? strchr(marks, c) : NULL;
}

nv_csl_seam nv_csl_seam_of(char first, char second)
{
    const char *row = mark_of(first), *column = mark_of(second);
    char seam = row && column ? seams[row - marks][column - marks] : 'B';

    return seam == 'F'   ? NV_CSL_SEAM_FIRST
           : seam == 'S' ? NV_CSL_SEAM_SECOND
                         : NV_CSL_SEAM_BOTH;
}

bool nv_csl_moves_into_quotes(char mark, const nv_csl_quotes *quotes)
{
    return quotes->punctuation_in_quote && mark && strchr(".,!?", mark);
}

/* What stands before a piece. */
typedef struct {
    nv_csl_mended *text;  /* the last text; NULL when `quote` ends in a mark
                           * that has moved in */
    nv_csl_mended *quote; /* the innermost closing quote after it; or NULL */
    uint8_t origin;
    char last; /* byte before the seam; 0: there is no seam */
} seam;

static seam seam_before(const nv_csl_draft *draft, nv_csl_mended mended[],
                        size_t at)
{
    seam seam = {.origin = NV_CSL_ORIGIN_SUFFIX};

    while (at-- > 0) {
        const nv_csl_piece *piece = &draft->pieces[at];

        if (piece->kind == NV_CSL_PIECE_TEXT && mended[at].len) {
            seam.text = &mended[at];
            seam.origin = piece->origin;
            seam.last =
                draft->bytes.text[mended[at].start + mended[at].len - 1];
            break;
        }
        if (piece->kind == NV_CSL_PIECE_OPEN && piece->frame.quotes)
            break;
        if (piece->kind == NV_CSL_PIECE_CLOSE &&
            draft->pieces[at - piece->span].frame.quotes) {
            seam.quote = &mended[at];
            if (seam.quote->added[0]) {
                seam.last = seam.quote->added[strlen(seam.quote->added) - 1];
                break;
            }
        }
    }
    return seam;
}

/* Texts of one origin that only markup parts are one text. */
static bool is_whole(uint8_t before, uint8_t after)
{
    return before == after &&
           (before == NV_CSL_ORIGIN_CONTENT || before == NV_CSL_ORIGIN_WRITER);
}

/* Where marks stay outside of quotation marks, a full stop inside of them is
 * that of an abbreviation: the sentence still wants its own. */
static bool is_inner_stop(const seam *seam, char mark,
                          const nv_csl_quotes *quotes)
{
    return seam->quote && !quotes->punctuation_in_quote && mark == '.' &&
           seam->last == '.';
}

static void drop_last(const seam *seam)
{
    if (seam->text)
        seam->text->len--;
    else
        seam->quote->added[strlen(seam->quote->added) - 1] = '\0';
}

/* Mends the first mark of a text. Is there another to look at? */
static bool mend_mark(const nv_csl_draft *draft, const nv_csl_quotes *quotes,
                      nv_csl_mended mended[], size_t at)
{
    nv_csl_mended *text = &mended[at];
    const char mark = text->len ? draft->bytes.text[text->start] : 0;
    seam seam;
    bool goes, moves;

    if (!mark_of(mark))
        return false;
    seam = seam_before(draft, mended, at);
    if (!seam.last || is_whole(seam.origin, draft->pieces[at].origin) ||
        is_inner_stop(&seam, mark, quotes))
        return false;
    if (nv_csl_seam_of(seam.last, mark) == NV_CSL_SEAM_SECOND) {
        drop_last(&seam);
        return true;
    }
    goes = nv_csl_seam_of(seam.last, mark) == NV_CSL_SEAM_FIRST;
    moves = !goes && seam.quote && nv_csl_moves_into_quotes(mark, quotes) &&
            strlen(seam.quote->added) + 1 < sizeof seam.quote->added;
    if (moves)
        seam.quote->added[strlen(seam.quote->added)] = mark;
    if (goes || moves) {
        text->start++;
        text->len--;
    }
    return goes || moves;
}

void nv_csl_punctuation_mend(const nv_csl_draft *draft,
                             const nv_csl_quotes *quotes,
                             nv_csl_mended mended[])
{
    for (size_t i = 0; i < draft->count; i++) {
        const nv_csl_piece *piece = &draft->pieces[i];

        mended[i] = (nv_csl_mended){.start = piece->start};
        if (piece->kind != NV_CSL_PIECE_TEXT)
            continue;
        mended[i].len = piece->len;
        while (mend_mark(draft, quotes, mended, i))
            continue;
    }
}
