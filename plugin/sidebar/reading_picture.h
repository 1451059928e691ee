/* SPDX-License-Identifier: MPL-2.0 */
/* The picture of an exchange in an image control, in the theme's colours. */
#ifndef NV_SIDEBAR_READING_PICTURE_H
#define NV_SIDEBAR_READING_PICTURE_H

#include "sidebar/exchange.h"
#include "sidebar/page.h"

/* Draws it as wide as the page is and gives the control its height. An office
 * that can't make the picture leaves the control as it is: the exchange is said
 * in words, too. */
void nv_reading_picture_show(nv_page *page, int control,
                             const nv_exchange *exchange);

#endif
