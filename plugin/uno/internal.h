/* SPDX-License-Identifier: MPL-2.0 */
/* What the files of the runtime know of one another. */
#ifndef NV_UNO_INTERNAL_H
#define NV_UNO_INTERNAL_H

#include "css.h"

/* lock.c: one mutex for what weak references and timers share between
 * threads. It is never held while LibreOffice or the caller's code runs. */
void nv_uno_lock(void);
void nv_uno_unlock(void);

/* type.c */

/* The description of a member, as the interface itself has it: the bridge to
 * C++ finds the slot of a vtable from that, not from the base's. Borrowed;
 * NULL with *err set when this LibreOffice has no such member. */
typelib_TypeDescription *nv_uno_describe_member(nv_uno_type *type, int index,
                                                nv_error *err);

/* Whether a member's full name ("a.XText::getText:@0,0:a.XB") has that
 * simple name. */
bool nv_uno_is_member(const rtl_uString *full, const char *name);

/* Copies as much of an ASCII name as there is room for; returns `to`. */
char *nv_uno_ascii(const rtl_uString *text, char *to, size_t size);

/* "XText" of "com.sun.star.text.XText". */
const char *nv_uno_short_name(const char *name);

/* value.c */

/* Makes *value valid for UNO where it holds zeroes or moved anys. */
void nv_uno_settle(typelib_TypeDescriptionReference *type, void *value);

/* The shared sequence without elements; one reference for the caller. */
uno_Sequence *nv_uno_empty_sequence(void);

/* The shared empty string, which is never released. */
rtl_uString *nv_uno_empty_string(void);

/* Where the value of an any is, wherever the any was moved to. */
void *nv_uno_any_data(const uno_Any *any);

/* weak.c */

/* The object's adapter, acquired; made at first use. NULL without memory. */
css_uno_XAdapter *nv_uno_weak_adapter(nv_uno_object *object, nv_error *err);

/* Tells those that hold the dying object weakly, and lets the adapter go. */
void nv_uno_weak_end(nv_uno_object *object);

/* object.c */

/* One reference more, but none for an object that is dying. */
bool nv_uno_object_revive(nv_uno_object *object);

#endif
