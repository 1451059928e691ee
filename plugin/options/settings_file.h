/* SPDX-License-Identifier: MPL-2.0 */
/* The settings as one small file, to be taken to another computer. Plain text,
 * UTF-8: a first line that says what it is and of which version, then a line
 * for each setting, its name, a space and its value. */
#ifndef NV_OPTIONS_SETTINGS_FILE_H
#define NV_OPTIONS_SETTINGS_FILE_H

#include "base/buffer.h"
#include "base/error.h"
#include "sidebar/setting.h"

enum { NV_SETTINGS_FILE_LARGEST = 64 * 1024 /* bytes */ };

/* A value for each setting, owned; NULL: none. */
typedef struct {
    char *of[NV_SETTING_COUNT];
} nv_setting_values;

void nv_setting_values_release(nv_setting_values *values);

/* Makes a copy of `value` the value of a setting; false without memory. */
bool nv_setting_values_set(nv_setting_values *values, nv_setting setting,
                           const char *value);

/* Adds the file to `out`; settings without a value and passing ones are left
 * out. */
void nv_settings_file_write(const nv_setting_values *values, nv_buffer *out);

/* Reads a file, untrusted. Lines that can't be used, of a setting that is not
 * known or with a value that is not allowed, are left out and counted in
 * *left_out; *values, empty before, has the rest.
 *
 * Returns false with *err set: NV_ERROR_FORMAT (no such file), NV_ERROR_LIMIT
 * (too large, or of a newer version), NV_ERROR_MEMORY. */
bool nv_settings_file_read(const char *text, size_t len,
                           nv_setting_values *values, size_t *left_out,
                           nv_error *err);

#endif
