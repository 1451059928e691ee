/* SPDX-License-Identifier: MPL-2.0 */
/* The one door to the headers of LibreOffice's SDK, smoothed for C11.
 * typelib/typedescription.h uses `bool` without including it and an enum tag
 * as if it were a type; rtl and osl are clean. Compile with
 * `-isystem /usr/include/libreoffice -DLINUX`. */
#ifndef NV_UNO_SDK_H
#define NV_UNO_SDK_H

#include <stdbool.h>
#include <typelib/typeclass.h>

typedef typelib_TypeClass _typelib_TypeClass;

#include <osl/interlck.h>
#include <osl/conditn.h>
#include <osl/mutex.h>
#include <osl/thread.h>
#include <osl/time.h>
#include <rtl/random.h>
#include <rtl/string.h>
#include <rtl/ustring.h>
#include <sal/types.h>
#include <typelib/typedescription.h>
#include <uno/any2.h>
#include <uno/data.h>
#include <uno/dispatcher.h>
#include <uno/sequence2.h>

#endif
