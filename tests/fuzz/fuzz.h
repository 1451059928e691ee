/* SPDX-License-Identifier: MPL-2.0 */
/* What every fuzz target includes.
 *
 * A target is one function that takes any bytes whatever. The code it calls may
 * refuse them; it must not crash, hang, leak or break a rule that the target
 * demands. libFuzzer feeds it in `make fuzz`, replay.c with the corpus of the
 * target in `make check` and `make sanitize`. */
#ifndef NV_TESTS_FUZZ_FUZZ_H
#define NV_TESTS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Ends the program, as a crash does, when the condition does not hold. */
#define DEMAND(condition, rule)                                        \
    do {                                                               \
        if (!(condition)) {                                            \
            fprintf(stderr, "%s:%d: %s: %s does not hold\n", __FILE__, \
                    __LINE__, (rule), #condition);                     \
            abort();                                                   \
        }                                                              \
    } while (0)

static inline bool is_utf8(const char *text)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    utf8proc_int32_t point;

    while (*at) {
        utf8proc_ssize_t len = utf8proc_iterate(at, -1, &point);

        if (len <= 0)
            return false;
        at += len;
    }
    return true;
}

/* The input, taken from the front. */
typedef struct {
    const uint8_t *at, *end;
} fuzz_input;

/* 0 when nothing is left. */
static inline uint8_t take_byte(fuzz_input *input)
{
    return input->at < input->end ? *input->at++ : 0;
}

/* Copies the next line, without its '\n' and up to a NUL in it, to `text`
 * (`size` bytes with the '\0'); what does not fit is passed over. */
static inline const char *take_line(fuzz_input *input, char *text, size_t size)
{
    size_t left = (size_t)(input->end - input->at), len, kept;
    const uint8_t *newline = left ? memchr(input->at, '\n', left) : NULL;

    len = newline ? (size_t)(newline - input->at) : left;
    kept = len < size ? len : size - 1;
    if (kept)
        memcpy(text, input->at, kept);
    text[kept] = '\0';
    input->at += newline ? len + 1 : len;
    return text;
}

#endif
