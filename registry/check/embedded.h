/* SPDX-License-Identifier: MPL-2.0 */
/* Files of registry/schema/ that are compiled in, so that nobody has to find
 * them. Each ends in a NUL that its length leaves out. */
#ifndef NV_REGISTRY_CHECK_EMBEDDED_H
#define NV_REGISTRY_CHECK_EMBEDDED_H

#include <stddef.h>

extern const char nv_registry_rng[];
extern const size_t nv_registry_rng_len;
extern const char nv_example_xml[];
extern const size_t nv_example_xml_len;

#endif
