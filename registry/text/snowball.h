/* SPDX-License-Identifier: MPL-2.0 */
/* Snowball's stemmers for our languages, each called by its own name. The
 * front of libstemmer names all of its sixty, which the linker would then have
 * to take along. Declared as in Snowball's runtime/api.h and src_c/ (versions 2
 * and 3), which Debian does not install. */
#ifndef NV_REGISTRY_SNOWBALL_H
#define NV_REGISTRY_SNOWBALL_H

#include "base/language.h"

/* A stemmer at work. Only its first fields are ours to look at. */
struct SN_env {
    unsigned char *p; /* the word, UTF-8, not ended by a NUL */
    int c;            /* the cursor */
    int l;            /* bytes in `p` */
};

/* Puts a word of `len` bytes in; not 0 without memory. */
int SN_set_current(struct SN_env *stemmer, int len, const unsigned char *word);

typedef struct {
    struct SN_env *(*create)(void); /* NULL without memory */
    void (*close)(struct SN_env *stemmer);
    int (*stem)(struct SN_env *stemmer); /* below 0 without memory */
} nv_snowball;

/* The one of a language. Static. */
const nv_snowball *nv_snowball_of(nv_language language);

#endif
