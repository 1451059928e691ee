/* SPDX-License-Identifier: MPL-2.0 */
/* Writing JSON: see json.h. */
#include "base/json.h"

static void add_quoted(nv_buffer *out, const char *text)
{
    nv_buffer_add_char(out, '"');
    for (; *text; text++) {
        const unsigned char c = (unsigned char)*text;

        if (c == '"' || c == '\\')
            nv_buffer_add_format(out, "\\%c", c);
        else if (c < ' ')
            nv_buffer_add_format(out, "\\u%04x", c);
        else
            nv_buffer_add_char(out, *text);
    }
    nv_buffer_add_char(out, '"');
}

static void begin_value(nv_json_writer *json, const char *name)
{
    if (json->has_value)
        nv_buffer_add_char(json->out, ',');
    if (json->depth > 0)
        nv_buffer_add_char(json->out, '\n');
    for (int i = 0; i <= json->depth; i++)
        nv_buffer_add_char(json->out, ' ');
    if (name) {
        add_quoted(json->out, name);
        nv_buffer_add_text(json->out, ": ");
    }
    json->has_value = true;
}

void nv_json_open(nv_json_writer *json, const char *name, char bracket)
{
    begin_value(json, name);
    nv_buffer_add_char(json->out, bracket);
    json->depth++;
    json->has_value = false;
}

void nv_json_close(nv_json_writer *json, char bracket)
{
    nv_buffer_add_char(json->out, bracket);
    json->depth--;
    json->has_value = true;
}

void nv_json_add_text(nv_json_writer *json, const char *name, const char *text)
{
    if (!text)
        return;
    begin_value(json, name);
    add_quoted(json->out, text);
}

void nv_json_add_number(nv_json_writer *json, const char *name, int number)
{
    begin_value(json, name);
    nv_buffer_add_format(json->out, "%d", number);
}
