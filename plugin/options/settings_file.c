/* SPDX-License-Identifier: MPL-2.0 */
/* See settings_file.h. */
#include "options/settings_file.h"

#include <stdlib.h>
#include <string.h>

static const char head[] = "noteverbale-settings ";
static const char version[] = "1";

void nv_setting_values_release(nv_setting_values *values)
{
    for (size_t i = 0; i < NV_SETTING_COUNT; i++)
        free(values->of[i]);
    *values = (nv_setting_values){0};
}

bool nv_setting_values_set(nv_setting_values *values, nv_setting setting,
                           const char *value)
{
    char *copy = strdup(value);

    if (!copy)
        return false;
    free(values->of[setting]);
    values->of[setting] = copy;
    return true;
}

void nv_settings_file_write(const nv_setting_values *values, nv_buffer *out)
{
    nv_buffer_add_format(out, "%s%s\n", head, version);
    for (size_t i = 0; i < NV_SETTING_COUNT; i++) {
        const nv_setting setting = (nv_setting)i;

        if (values->of[i] && !nv_setting_is_passing(setting))
            nv_buffer_add_format(out, "%s %s\n", nv_setting_name(setting),
                                 values->of[i]);
    }
}

/* The line at *at without its end, and what follows; false behind the last. */
static bool next_line(const char **at, const char *end, const char **line,
                      size_t *len)
{
    const char *stop;

    if (*at == end)
        return false;
    stop = memchr(*at, '\n', (size_t)(end - *at));
    *line = *at;
    *len = (size_t)((stop ? stop : end) - *at);
    *at = stop ? stop + 1 : end;
    if (*len > 0 && (*line)[*len - 1] == '\r')
        --*len;
    return true;
}

static bool read_head(const char *line, size_t len, nv_error *err)
{
    const size_t head_len = sizeof head - 1;

    if (len <= head_len || memcmp(line, head, head_len) != 0)
        return nv_fail(err, NV_ERROR_FORMAT, 1,
                       "The file does not begin as one with settings of Note "
                       "Verbale. Choose another one.");
    if (len - head_len != sizeof version - 1 ||
        memcmp(line + head_len, version, len - head_len) != 0)
        return nv_fail(err, NV_ERROR_LIMIT, 1,
                       "The settings are of another version of Note Verbale. "
                       "Install that version.");
    return true;
}

/* Takes a line over, or counts it; false without memory. */
static bool read_setting(const char *line, size_t len,
                         nv_setting_values *values, size_t *left_out)
{
    const char *space = memchr(line, ' ', len);
    const size_t name_len = space ? (size_t)(space - line) : len;
    const nv_setting setting = nv_setting_find(line, name_len);
    char *value = space ? strndup(space + 1, len - name_len - 1) : strdup("");
    bool is_kept = true;

    if (!value)
        return false;
    if (setting == NV_SETTING_COUNT || nv_setting_is_passing(setting) ||
        !nv_setting_allows(setting, value))
        ++*left_out;
    else
        is_kept = nv_setting_values_set(values, setting, value);
    free(value);
    return is_kept;
}

bool nv_settings_file_read(const char *text, size_t len,
                           nv_setting_values *values, size_t *left_out,
                           nv_error *err)
{
    const char *at = text, *end = text + len, *line = text;
    size_t line_len = 0;

    *left_out = 0;
    if (len > NV_SETTINGS_FILE_LARGEST)
        return nv_fail(err, NV_ERROR_LIMIT, 0,
                       "The file is too large for settings of Note Verbale. "
                       "Choose another one.");
    next_line(&at, end, &line, &line_len);
    if (!read_head(line, line_len, err))
        return false;
    while (next_line(&at, end, &line, &line_len))
        if (line_len > 0 && !read_setting(line, line_len, values, left_out))
            return nv_fail(err, NV_ERROR_MEMORY, 0,
                           "There is not enough memory for the settings. "
                           "Close other programs and try again.");
    return true;
}
