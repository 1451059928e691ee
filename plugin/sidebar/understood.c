/* SPDX-License-Identifier: MPL-2.0 */
/* See understood.h. */
#include "sidebar/understood.h"

#include <string.h>

#include "base/array.h"
#include "sidebar/say.h"
#include "sidebar/say_parts.h"

/* One thing that is asked for: -FIELD:VALUE, VALUE perhaps in marks. */
typedef struct {
    bool is_excluded;
    const char *field; /* NULL: none */
    size_t field_len;
    const char *value;
    size_t value_len;
} condition;

static const struct {
    const char *field;
    nv_phrase phrase;
    bool has_days;
} fields[] = {
    {"kind", NV_PHRASE_WANT_KIND, false},
    {"party", NV_PHRASE_WANT_PARTY, false},
    {"by", NV_PHRASE_WANT_BY, false},
    {"place", NV_PHRASE_WANT_PLACE, false},
    {"lang", NV_PHRASE_WANT_LANGUAGE, false},
    {"year", NV_PHRASE_WANT_WITHIN, true},
    {"from", NV_PHRASE_WANT_FROM, true},
    {"to", NV_PHRASE_WANT_TO, true},
};

/* Reads one, and returns what stands behind it; NULL when there is none. */
static const char *read(const char *text, condition *out)
{
    const char *colon;
    size_t len;

    memset(out, 0, sizeof *out);
    text += strspn(text, " ");
    if (!*text)
        return NULL;
    out->is_excluded = *text == '-';
    text += out->is_excluded;
    len = strcspn(text, " \"");
    colon = memchr(text, ':', len);
    if (colon) {
        out->field = text;
        out->field_len = (size_t)(colon - text);
        text = colon + 1;
    }
    if (*text == '"') {
        out->value = text + 1;
        out->value_len = strcspn(out->value, "\"");
        return out->value + out->value_len + (out->value[out->value_len] != 0);
    }
    out->value = text;
    out->value_len = strcspn(text, " ");
    return text + out->value_len;
}

static bool is_date(const condition *wanted)
{
    return !wanted->field && wanted->value_len > 0 && wanted->value[0] >= '0' &&
           wanted->value[0] <= '9';
}

/* A word or a year, as it was typed: nothing that must be told. */
static bool is_plain(const condition *wanted)
{
    return !wanted->field && !wanted->is_excluded &&
           (!is_date(wanted) || wanted->value_len <= 4);
}

/* A date or a span as people write them, from ISO 8601. */
static void add_days(nv_buffer *out, const nv_phrases *phrases,
                     const char *days)
{
    const char *dots = strstr(days, "..");
    nv_buffer first = NV_BUFFER_INIT;

    if (!dots) {
        nv_say_span(out, phrases, days, NULL);
        return;
    }
    nv_buffer_add(&first, days, (size_t)(dots - days));
    nv_say_span(out, phrases, first.text, dots + 2);
    nv_buffer_release(&first);
}

/* The value without the mark of a prefix; dates as they are written. */
static void add_value(nv_buffer *out, const nv_phrases *phrases,
                      const condition *wanted, bool has_days)
{
    nv_buffer value = NV_BUFFER_INIT;
    size_t len = wanted->value_len;

    if (len > 0 && wanted->value[len - 1] == '*')
        len--;
    nv_buffer_add(&value, wanted->value, len);
    if (has_days)
        add_days(out, phrases, value.text);
    else
        nv_buffer_add(out, value.text, value.len);
    nv_buffer_release(&value);
}

static void add_condition(nv_buffer *out, const nv_phrases *phrases,
                          const condition *wanted)
{
    bool has_days = is_date(wanted);
    nv_phrase phrase = has_days ? NV_PHRASE_WANT_DATE : NV_PHRASE_WANT_WORD;
    nv_buffer value = NV_BUFFER_INIT, text = NV_BUFFER_INIT;

    for (size_t i = 0; wanted->field && i < NV_COUNT_OF(fields); i++)
        if (strlen(fields[i].field) == wanted->field_len &&
            memcmp(fields[i].field, wanted->field, wanted->field_len) == 0) {
            phrase = fields[i].phrase;
            has_days = fields[i].has_days;
        }
    add_value(&value, phrases, wanted, has_days);
    nv_say_filled(&text, phrases, phrase, value.text, NULL);
    if (out->len > 0)
        nv_buffer_add_text(out, "; ");
    if (wanted->is_excluded)
        nv_say_filled(out, phrases, NV_PHRASE_WANT_WITHOUT, text.text, NULL);
    else
        nv_buffer_add(out, text.text, text.len);
    nv_buffer_release(&value);
    nv_buffer_release(&text);
}

void nv_say_conditions(nv_buffer *out, const nv_phrases *phrases,
                       const char *described)
{
    nv_buffer list = NV_BUFFER_INIT;
    bool has_more = false;
    condition wanted;

    while ((described = read(described, &wanted))) {
        has_more |= !is_plain(&wanted);
        add_condition(&list, phrases, &wanted);
    }
    if (has_more)
        nv_say_filled(out, phrases, NV_PHRASE_UNDERSTOOD, list.text, NULL);
    nv_buffer_release(&list);
}

void nv_say_understood(nv_buffer *out, const nv_phrases *phrases,
                       const nv_state *state)
{
    if (state->finder && !state->is_desk)
        nv_say_conditions(out, phrases, nv_finder_understood(state->finder));
}
