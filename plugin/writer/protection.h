/* SPDX-License-Identifier: MPL-2.0 */
/* Places that the writer has protected: for the inside of this room. The office
 * lets programs write there all the same. */
#ifndef NV_WRITER_PROTECTION_H
#define NV_WRITER_PROTECTION_H

#include "css.h"
#include "uno/uno.h"

/* Whether the place is in a protected section, or one within such a one, in a
 * protected cell or a protected frame. False with *err set when the office does
 * not say. err is not NULL. */
bool nv_is_protected(css_text_XTextRange *place, nv_error *err);

#endif
