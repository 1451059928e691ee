/* SPDX-License-Identifier: MPL-2.0 */
/* The timeline: what it says, and that nothing covers anything, whatever events
 * stand on whatever sheet. */
#include "check.h"

#include <stdlib.h>

#include "note/timeline.h"
#include "note/timeline_text.h"

/* Letters of one width, a little wider in bold dates. */
static int32_t measure(void *host, nv_timeline_role role, const char *text,
                       size_t len)
{
    int32_t letters = 0;

    (void)host;
    for (size_t i = 0; i < len; i++)
        letters += ((unsigned char)text[i] & 0xc0) != 0x80;
    return letters * (role == NV_TIMELINE_DATE ? 165 : 150);
}

static nv_timeline_sheet new_sheet(int32_t width, int32_t height)
{
    nv_timeline_sheet sheet = {
        .width = width, .height = height, .measure = measure};

    for (size_t i = 0; i < NV_TIMELINE_ROLE_COUNT; i++)
        sheet.line[i] = 360;
    return sheet;
}

/* Words */

static const struct {
    const char *label, *iso, *end, *wanted;
    nv_language language;
} dates[] = {
    {"a day", "1954-05-07", NULL, "7 May 1954", NV_LANGUAGE_EN},
    {"the first in French", "1954-05-01", NULL, "1er mai 1954", NV_LANGUAGE_FR},
    {"a month", "1954-03", NULL, "mars 1954", NV_LANGUAGE_FR},
    {"a year", "1954", NULL, "1954", NV_LANGUAGE_EN},
    {"days of a month", "1945-02-04", "1945-02-11", "4–11 February 1945",
     NV_LANGUAGE_EN},
    {"days of a year", "1954-01-25", "1954-02-18",
     "25 janvier – 18 février 1954", NV_LANGUAGE_FR},
    {"days of two years", "1949-12-16", "1950-02-14",
     "16 December 1949 – 14 February 1950", NV_LANGUAGE_EN},
    {"months", "1954-02", "1954-03", "February – March 1954", NV_LANGUAGE_EN},
    {"years", "1954", "1955", "1954 – 1955", NV_LANGUAGE_EN},
    {"German", "1954-05-07", NULL, "7. Mai 1954", NV_LANGUAGE_DE},
    {"German days", "1945-02-04", "1945-02-11", "4.–11. Februar 1945",
     NV_LANGUAGE_DE},
    {"Spanish", "1954-05-07", NULL, "7 de mayo de 1954", NV_LANGUAGE_ES},
    {"Spanish days", "1945-02-04", "1945-02-11", "4–11 de febrero de 1945",
     NV_LANGUAGE_ES},
    {"Russian", "1954-05-07", NULL, "7 мая 1954", NV_LANGUAGE_RU},
    {"a month in Russian", "1954-05", NULL, "май 1954", NV_LANGUAGE_RU},
};

static void test_dates(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        const nv_event_date date = {.iso = dates[i].iso, .end = dates[i].end};
        nv_buffer text = NV_BUFFER_INIT;

        nv_timeline_date(&text, &date, dates[i].language);
        CHECK_STR(text.text, dates[i].wanted, dates[i].label);
        nv_buffer_release(&text);
    }
}

static const struct {
    const char *label, *title, *wanted;
} titles[] = {
    {"a short one stays", "North Atlantic Treaty", "North Atlantic Treaty"},
    {"a name in parentheses stands for a long title",
     "Treaty of Alliance in the War against Hitlerite Germany (Anglo-Soviet "
     "Treaty)",
     "Anglo-Soviet Treaty"},
    {"also where French begins it with a small letter",
     "Traité d’amitié, de coopération et d’assistance mutuelle de Varsovie "
     "(pacte de Varsovie)",
     "pacte de Varsovie"},
    {"a short title is better than its name",
     "Treaty of Dunkirk (Franco-British alliance)", "Treaty of Dunkirk"},
    {"what is no name goes",
     "Atlantic Charter (joint declaration of Roosevelt and Churchill)",
     "Atlantic Charter"},
    {"what a long one is about goes, too",
     "Soviet draft “General European Treaty on Collective Security in Europe” "
     "(basic principles)",
     "Soviet draft “General European Treaty on Collective Security in Europe”"},
    {"a place goes",
     "Final Act of the Conference on Security and Co-operation (Helsinki)",
     "Final Act of the Conference on Security and Co-operation"},
    {"what others called it goes",
     "Kovalev’s article on sovereignty and international obligations "
     "(“Brezhnev Doctrine”)",
     "Kovalev’s article on sovereignty and international obligations"},
    {"a capital with an accent begins a name",
     "Traité sur la coopération entre les deux pays et leurs peuples (Été "
     "Long)",
     "Été Long"},
    {"what stands behind a colon goes",
     "Paris Agreements: end of the occupation regime", "Paris Agreements"},
    {"a French colon takes its space along", "Accords de Paris\u00a0: fin",
     "Accords de Paris"},
    {"a parenthesis alone is the title", "(Nothing else)", "(Nothing else)"},
    {"a colon inside a parenthesis is none", "Note (to: all)", "Note"},
    {"nothing stays nothing", "", ""},
};

static void test_titles(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        size_t len;
        const char *found = nv_timeline_short_title(titles[i].title, &len);
        char *text = strndup(found, len);

        CHECK_STR(text, titles[i].wanted, titles[i].label);
        free(text);
    }
}

static const struct {
    const char *label, *text, *wanted;
    int32_t width;
    size_t most;
} lines[] = {
    {"one line", "one two", "one two", 1050, 3},
    {"two lines", "one two", "one\ntwo", 1049, 3},
    {"what has no room is cut at a word", "one two three", "one\ntwo…", 900, 2},
    {"a long word is cut", "unreadable", "unre…", 750, 3},
    {"letters stay whole", "ééééé", "éé…", 450, 1},
    {"an ellipsis alone where there is no room", "one", "…", 10, 1},
    {"nothing", "", "", 1000, 3},
};

static void test_lines(void **state)
{
    const nv_timeline_sheet sheet = new_sheet(0, 0);

    (void)state;
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        nv_arena memory = {0};
        nv_timeline_lines got;

        CHECK(nv_timeline_wrap(&memory, &sheet, NV_TIMELINE_TITLE,
                               lines[i].text, strlen(lines[i].text),
                               lines[i].width, lines[i].most, &got),
              lines[i].label);
        CHECK_STR(got.text, lines[i].wanted, lines[i].label);
        nv_arena_release(&memory);
    }
}

/* Drawings */

static bool is_words(const nv_timeline_shape *shape)
{
    return shape->words != NULL;
}

static bool is_line(const nv_timeline_shape *shape)
{
    return shape->role == NV_TIMELINE_LEADER || shape->role == NV_TIMELINE_TICK;
}

static bool do_overlap(const nv_timeline_shape *a, const nv_timeline_shape *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width &&
           a->y < b->y + b->height && b->y < a->y + a->height;
}

static double side(double ax, double ay, double bx, double by, double px,
                   double py)
{
    return (bx - ax) * (py - ay) - (by - ay) * (px - ax);
}

/* Whether two lines cross, not only touch at an end. */
static bool do_cross(const nv_timeline_shape *a, const nv_timeline_shape *b)
{
    const double ax = a->x, ay = a->y, ax2 = ax + a->width,
                 ay2 = ay + a->height;
    const double bx = b->x, by = b->y, bx2 = bx + b->width,
                 by2 = by + b->height;

    return side(ax, ay, ax2, ay2, bx, by) * side(ax, ay, ax2, ay2, bx2, by2) <
               0 &&
           side(bx, by, bx2, by2, ax, ay) * side(bx, by, bx2, by2, ax2, ay2) <
               0;
}

/* Whether a line runs through words: it is looked at in a hundred places. */
static bool runs_through(const nv_timeline_shape *line,
                         const nv_timeline_shape *words)
{
    for (int i = 0; i <= 100; i++) {
        const double x = line->x + line->width * i / 100.0;
        const double y = line->y + line->height * i / 100.0;

        if (x > words->x && x < words->x + words->width && y > words->y &&
            y < words->y + words->height)
            return true;
    }
    return false;
}

static void check_pair(const nv_timeline_shape *a, const nv_timeline_shape *b,
                       const char *label)
{
    if (is_words(a) && is_words(b))
        CHECK(!do_overlap(a, b), label);
    if (is_line(a) && is_words(b))
        CHECK(!runs_through(a, b), label);
    if (is_words(a) && is_line(b))
        CHECK(!runs_through(b, a), label);
    if (a->role == NV_TIMELINE_LEADER && b->role == NV_TIMELINE_LEADER)
        CHECK(!do_cross(a, b), label);
}

static void check_inside(const nv_timeline *timeline,
                         const nv_timeline_sheet *sheet,
                         const nv_timeline_shape *shape, const char *label)
{
    const int32_t end = shape->y + shape->height;

    CHECK(shape->x >= 0 && shape->x <= sheet->width, label);
    CHECK(shape->x + shape->width >= 0, label);
    CHECK(shape->x + shape->width <= sheet->width, label);
    CHECK(shape->y >= 0 && shape->y <= timeline->height, label);
    CHECK(end >= 0 && end <= timeline->height, label);
    CHECK(shape->name && *shape->name, label);
    CHECK(!is_words(shape) || measure(NULL, shape->role, shape->words, 1) > 0,
          label);
}

/* Every line of words has room in its box. */
static void check_room(const nv_timeline_shape *shape, const char *label)
{
    const char *line = shape->words;

    while (line && *line) {
        const size_t len = strcspn(line, "\n");

        CHECK(measure(NULL, shape->role, line, len) <= shape->width ||
                  (len == strlen("…") && memcmp(line, "…", len) == 0),
              label);
        line += len + (line[len] == '\n');
    }
}

/* In the order of time the marks go on along the band, and so do the labels. */
static void check_order(const nv_timeline *timeline, nv_timeline_role role,
                        const char *label)
{
    const nv_timeline_shape *last[2] = {NULL, NULL};

    for (size_t i = 0; i < timeline->count; i++) {
        const nv_timeline_shape *shape = &timeline->shapes[i];
        const nv_timeline_shape *before = last[shape->event % 2];

        if (shape->role != role)
            continue;
        if (before)
            CHECK(shape->event > before->event &&
                      (shape->x + shape->width / 2 >=
                           before->x + before->width / 2 ||
                       shape->y > before->y),
                  label);
        last[shape->event % 2] = shape;
    }
}

static void check_drawing(const nv_timeline *timeline,
                          const nv_timeline_sheet *sheet, const char *label)
{
    CHECK(timeline->height <= sheet->height, label);
    for (size_t i = 0; i < timeline->count; i++) {
        check_inside(timeline, sheet, &timeline->shapes[i], label);
        check_room(&timeline->shapes[i], label);
        for (size_t j = 0; j < i; j++)
            check_pair(&timeline->shapes[i], &timeline->shapes[j], label);
    }
    check_order(timeline, NV_TIMELINE_DATE, label);
    check_order(timeline, NV_TIMELINE_TITLE, label);
}

static size_t count_role(const nv_timeline *timeline, nv_timeline_role role)
{
    size_t count = 0;

    for (size_t i = 0; i < timeline->count; i++)
        count += timeline->shapes[i].role == role;
    return count;
}

/* Events at random, the same in each run. */

static uint32_t seed = 1;

static int random_below(int limit)
{
    seed = seed * 1664525u + 1013904223u;
    return (int)((seed >> 8) % (uint32_t)limit);
}

enum { MOST = 120 };

static struct {
    nv_event events[MOST];
    const nv_event *list[MOST];
    char iso[MOST][16], end[MOST][16], title[MOST][120];
} drawn;

static void random_title(char title[120])
{
    static const char *const words[] = {
        "note", "of",     "the",   "Soviet",     "government",  "conference",
        "on",   "treaty", "reply", "Foreign",    "réponse",     "à",
        "and",  "accord", "d’une", "collective", "Wyszogrodzki"};
    const int count = 1 + random_below(12);

    title[0] = '\0';
    for (int i = 0; i < count; i++) {
        strcat(title, i ? " " : "");
        strcat(title, words[random_below(sizeof words / sizeof *words)]);
    }
}

static void random_event(size_t i, int years)
{
    const int year = 1941 + random_below(years), month = 1 + random_below(12);
    const int day = 1 + random_below(28);

    random_title(drawn.title[i]);
    snprintf(drawn.iso[i], sizeof drawn.iso[i],
             random_below(8) ? "%d-%02d-%02d" : "%d-%02d", year, month, day);
    snprintf(drawn.end[i], sizeof drawn.end[i], "%d-%02d-%02d",
             year + random_below(2), 12, 29 + random_below(3));
    drawn.events[i] =
        (nv_event){.id = "event",
                   .title = {{drawn.title[i], drawn.title[i]}},
                   .date = {.iso = drawn.iso[i],
                            .end = random_below(6) ? NULL : drawn.end[i]}};
    drawn.list[i] = &drawn.events[i];
}

static const struct {
    int32_t width, height;
    size_t most;
    int years;
} sheets[] = {
    {17000, 25700, 100, 50}, {17000, 25700, 12, 1}, {8200, 25700, 30, 14},
    {6500, 9500, 12, 3},     {17000, 8000, 12, 45}, {25700, 17000, 100, 700},
};

static void test_random(void **state)
{
    size_t whole = 0;

    (void)state;
    for (int round = 0; round < 600; round++) {
        const size_t which = (size_t)round % (sizeof sheets / sizeof *sheets);
        nv_timeline_sheet sheet =
            new_sheet(sheets[which].width, sheets[which].height);
        const size_t count = 1 + (size_t)random_below((int)sheets[which].most);
        nv_timeline timeline;
        nv_error err = {0};
        char label[80];

        sheet.language = (nv_language)random_below(NV_LANGUAGE_COUNT);
        for (size_t i = 0; i < count; i++)
            random_event(i, sheets[which].years);
        snprintf(label, sizeof label, "round %d, %zu events, sheet %zu", round,
                 count, which);
        if (nv_timeline_draw(&timeline, drawn.list, count, &sheet, &err)) {
            whole++;
            check_drawing(&timeline, &sheet, label);
            CHECK(count_role(&timeline, NV_TIMELINE_TITLE) == count, label);
        } else {
            CHECK(err.code == NV_ERROR_LIMIT, label);
        }
        nv_timeline_release(&timeline);
    }
    CHECK(whole > 500, "nearly all have room");
}

/* Sheets and events of one's own */

static const nv_event treaty = {
    .id = "treaty",
    .title = {{"North Atlantic Treaty", "Traité de l’Atlantique Nord"}},
    .date = {.iso = "1949-04-04"}};
static const nv_event note = {.id = "note",
                              .title = {{"Soviet note", NULL}},
                              .date = {.iso = "1954-03-31"}};
static const nv_event same_day = {
    .id = "same", .title = {{"Reply", NULL}}, .date = {.iso = "1954-03-31"}};
static const nv_event undated = {.id = "undated", .title = {{"Undated", NULL}}};
static const nv_event wrong = {
    .id = "wrong", .title = {{"Wrong", NULL}}, .date = {.iso = "1954-99"}};

static void test_order(void **state)
{
    const nv_event *const events[] = {&note, &same_day, &treaty,
                                      &note, &undated,  &wrong};
    nv_timeline_sheet sheet = new_sheet(17000, 25700);
    nv_timeline timeline;
    nv_error err = {0};

    (void)state;
    sheet.language = NV_LANGUAGE_FR;
    CHECK(nv_timeline_draw(&timeline, events, 6, &sheet, &err), "drawn");
    CHECK_STR(timeline.says,
              "4 avril 1949\u00a0: Traité de l’Atlantique Nord\n"
              "31 mars 1954\u00a0: Soviet note\n31 mars 1954\u00a0: Reply",
              "each once, by day, in the order of the text where that is one; "
              "without a date not at all");
    check_drawing(&timeline, &sheet, "three");
    nv_timeline_release(&timeline);
}

static void test_nothing(void **state)
{
    const nv_event *const events[] = {&undated, &wrong};
    const nv_timeline_sheet sheet = new_sheet(17000, 25700);
    nv_timeline timeline;
    nv_error err = {0};

    (void)state;
    CHECK(!nv_timeline_draw(&timeline, events, 2, &sheet, &err), "no dates");
    CHECK(err.code == NV_ERROR_ARGUMENT, "no dates");
    nv_timeline_release(&timeline);
}

static void test_no_room(void **state)
{
    const nv_event *const events[] = {&treaty, &note};
    const nv_timeline_sheet sheets[] = {new_sheet(1500, 25700),
                                        new_sheet(17000, 300), new_sheet(0, 0)};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        nv_timeline timeline;
        nv_error err = {0};

        CHECK(!nv_timeline_draw(&timeline, events, 2, &sheets[i], &err),
              "a sheet that is too small");
        CHECK(err.code == NV_ERROR_LIMIT, "a sheet that is too small");
        nv_timeline_release(&timeline);
    }
}

/* In proportion: the dots of three years stand as far apart as their days. */
static void test_proportion(void **state)
{
    static const nv_event later = {.id = "later",
                                   .title = {{"Later", NULL}},
                                   .date = {.iso = "1959-04-04"}};
    const nv_event *const events[] = {&treaty, &note, &later};
    const nv_timeline_sheet sheet = new_sheet(17000, 25700);
    nv_timeline timeline;
    nv_error err = {0};
    int32_t at[3] = {0};
    size_t found = 0;

    (void)state;
    CHECK(nv_timeline_draw(&timeline, events, 3, &sheet, &err), "drawn");
    for (size_t i = 0; i < timeline.count; i++)
        if (timeline.shapes[i].role == NV_TIMELINE_MARK)
            at[found++] = timeline.shapes[i].x;
    CHECK(found == 3, "a dot for each");
    CHECK(abs((at[1] - at[0]) * 3652 - (at[2] - at[0]) * 1822) < 3 * 3652,
          "as far apart as their days");
    nv_timeline_release(&timeline);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),   cmocka_unit_test(test_titles),
        cmocka_unit_test(test_lines),   cmocka_unit_test(test_random),
        cmocka_unit_test(test_order),   cmocka_unit_test(test_nothing),
        cmocka_unit_test(test_no_room), cmocka_unit_test(test_proportion),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
