/* SPDX-License-Identifier: MPL-2.0 */
/* Want of memory while a timeline is worked out: every allocation fails in
 * turn. Each time there is a clean error and nothing left behind. */
#include "check.h"

#include <stdlib.h>

#include "failing.h"

#ifdef NV_CAN_FAIL

#include "note/timeline.h"

static int32_t measure(void *host, nv_timeline_role role, const char *text,
                       size_t len)
{
    (void)host, (void)role, (void)text;
    return (int32_t)len * 150;
}

enum { EVENTS = 14 };

static nv_event events[EVENTS];
static const nv_event *list[EVENTS];
static char days[EVENTS][16];

static void make_events(void)
{
    for (size_t i = 0; i < EVENTS; i++) {
        snprintf(days[i], sizeof days[i], "19%02zu-05-%02zu", 41 + i, 28 - i);
        events[i] = (nv_event){.id = "event",
                               .title = {{"Statement of the twelve Foreign "
                                          "Ministers in answer to the note",
                                          NULL}},
                               .date = {.iso = days[i]}};
        list[i] = &events[i];
    }
}

/* Draws with the allocation of that number failing; false when there was none
 * left to fail. */
static bool draw_failing(const nv_timeline_sheet *sheet, size_t count,
                         long number)
{
    const long before = live;
    nv_timeline timeline;
    nv_error err = {0};
    bool is_done, has_failed;

    countdown = number;
    is_done = nv_timeline_draw(&timeline, list, count, sheet, &err);
    has_failed = countdown < 0;
    countdown = -1;
    nv_timeline_release(&timeline);
    CHECK(live == before, "nothing is left behind");
    CHECK(is_done != has_failed, "it is drawn when nothing failed");
    CHECK(is_done || err.code == NV_ERROR_MEMORY, "a clean error");
    return has_failed;
}

static void test_each_allocation(void **state)
{
    static const struct {
        int32_t width, height;
        size_t count;
    } sheets[] = {{17000, 25700, 8}, {8000, 12000, 14}};

    (void)state;
    make_events();
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        nv_timeline_sheet sheet = {.width = sheets[i].width,
                                   .height = sheets[i].height,
                                   .measure = measure};
        long number = 0;

        for (size_t r = 0; r < NV_TIMELINE_ROLE_COUNT; r++)
            sheet.line[r] = 360;
        while (draw_failing(&sheet, sheets[i].count, number))
            number++;
        CHECK(number > 10, "it asks for memory");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_allocation),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
