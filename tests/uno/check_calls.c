/* SPDX-License-Identifier: MPL-2.0 */
/* Errors, exceptions, inheritance, identity, and reading of anys. */
#include "echo.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"

static void check_exceptions(report *to, echo *other)
{
    nv_error err = {0};
    sal_Int32 back = org_noteverbale_test_XEcho_refuse(other, 7, &err);
    report_line(to,
                err.code == NV_ERROR_UNO && !back &&
                    !strcmp(err.origin, "org.noteverbale.test.Refusal"),
                "an exception becomes an error with its type", err.origin);
    report_line(to, strstr(err.message, "refused: 7") != NULL,
                "an exception becomes an error with its message", err.message);
    report_line(to, strstr(err.message, "XEcho.refuse") != NULL,
                "the error says which call failed", err.message);

    char first[sizeof err.message];
    strcpy(first, err.message);
    rtl_uString *none = org_noteverbale_test_XEcho_whoAmI(other, &err);
    report_line(to, !none && !strcmp(first, err.message),
                "after an error no call is made and the error stays",
                err.message);

    nv_error_clear(&err);
    org_noteverbale_test_XEcho_set_Number(other, -1, &err);
    report_line(to, !strcmp(err.origin, "org.noteverbale.test.Refusal"),
                "setting an attribute can throw", err.message);
    org_noteverbale_test_XEcho_refuse(other, 7, NULL);
    report_line(to, true, "who asks for no error gets none", "");
}

static void check_fail(report *to, echo *other, const char *type,
                       const char *expected, const char *rule)
{
    nv_error err = {0};
    NV_UNO_OWNED_STRING rtl_uString *name = nv_uno_string(type);
    org_noteverbale_test_XEcho_fail(other, name, NV_UNO_STR("é, and why"),
                                    &err);
    report_line(
        to, !strcmp(err.origin, expected) && strstr(err.message, "é, and why"),
        rule, err.origin);
}

static void check_our_exceptions(report *to)
{
    NV_UNO_OWNED echo *own = new_echo(NULL, NULL);
    check_fail(to, own, "com.sun.star.lang.IllegalArgumentException",
               "com.sun.star.lang.IllegalArgumentException",
               "an exception with more members than a message can be thrown");
    check_fail(to, own, "com.sun.star.NoSuchException",
               "com.sun.star.uno.RuntimeException",
               "an exception that UNO lacks becomes a RuntimeException");
    check_fail(to, own, "com.sun.star.awt.Size",
               "com.sun.star.uno.RuntimeException",
               "what is not an exception is not thrown as one");
    check_fail(to, own, "", "com.sun.star.uno.RuntimeException",
               "an error without origin becomes a RuntimeException");
}

static void check_nothing(report *to, echo *other)
{
    nv_error err = {0};
    NV_UNO_OWNED_STRING rtl_uString *who =
        org_noteverbale_test_XEcho_whoAmI(NULL, &err);
    report_line(
        to,
        !who && err.code == NV_ERROR_UNO && strstr(err.message, "XEcho.whoAmI"),
        "a call on nothing is an error that names the call", err.message);
    nv_error_clear(&err);
    inner copy, held = {0};
    org_noteverbale_test_XEcho_exchangeInner(other, NULL, &held, &copy, &err);
    report_line(to, err.code == NV_ERROR_UNO && strstr(err.message, "1"),
                "no struct where one is wanted is an error", err.message);
    nv_error_clear(&err);
    org_noteverbale_test_XEcho_exchangeLong(other, 1, NULL, NULL, &err);
    report_line(to, err.code == NV_ERROR_UNO,
                "no place for a result is an error", err.message);
    nv_error_clear(&err);
    void *query = css_text_XText_query(NULL, &err);
    void *missing = css_text_XText_query(other, &err);
    report_line(to, !query && !missing && !err.code,
                "asking for an interface that is not there is no error",
                err.message);
    missing = css_text_XText_need(other, &err);
    report_line(to, !missing && err.code == NV_ERROR_UNO,
                "needing an interface that is not there is one", err.message);
}

static void check_inheritance(report *to, echo *other)
{
    nv_error err = {0};
    NV_UNO_OWNED org_noteverbale_test_XRoot *root =
        org_noteverbale_test_XRoot_need(other, &err);
    NV_UNO_OWNED org_noteverbale_test_XRight *right =
        org_noteverbale_test_XRight_need(other, &err);
    NV_UNO_OWNED_STRING rtl_uString *by_root =
        org_noteverbale_test_XRoot_whoAmI(root, &err);
    NV_UNO_OWNED_STRING rtl_uString *by_right =
        org_noteverbale_test_XRight_whoAmI(right, &err);
    NV_UNO_OWNED_STRING rtl_uString *by_echo =
        org_noteverbale_test_XEcho_whoAmI(other, &err);
    report_line(to,
                by_root && nv_uno_string_same(by_root, by_right) &&
                    nv_uno_string_same(by_root, by_echo),
                "a method of a base can be called by each derived interface",
                err.message);
    org_noteverbale_test_XRight_set_Motto(right, NV_UNO_STR("by right"), &err);
    NV_UNO_OWNED_STRING rtl_uString *motto =
        org_noteverbale_test_XEcho_get_Motto(other, &err);
    report_line(to, nv_uno_string_equals(motto, "by right"),
                "an attribute of a base is the same by each", err.message);
    report_line(to,
                org_noteverbale_test_XEcho_left(other, 5, &err) == 4 &&
                    org_noteverbale_test_XRight_right(right, 5, &err) == 6,
                "members stand at their own places in each interface",
                err.message);
}

static void check_back(report *to, echo *other)
{
    nv_error err = {0};
    sal_Int32 numbers[] = {1, 2, 3}, bad[] = {1, -2};
    NV_UNO_OWNED echo *own = new_echo(NULL, &err);
    NV_UNO_OWNED_SEQ(nv_uno_long_seq) all = nv_uno_long_seq_new(numbers, 3);
    NV_UNO_OWNED_SEQ(nv_uno_long_seq) some = nv_uno_long_seq_new(bad, 2);
    report_line(to, org_noteverbale_test_XEcho_sum(other, own, all, &err) == 9,
                "it calls us back", err.message);
    org_noteverbale_test_XEcho_sum(other, own, some, &err);
    report_line(to, strstr(err.message, "refused: -2") != NULL,
                "our exception comes through it back to us", err.message);
}

static void check_identity(report *to, echo *other)
{
    nv_error err = {0};
    css_uno_XInterface *held = NULL, *copy = NULL;
    NV_UNO_OWNED css_uno_XInterface *own = new_echo(NULL, &err);
    org_noteverbale_test_XEcho_exchangeInterface(other, own, &held, &copy,
                                                 &err);
    report_line(to, copy == own, "an object of ours that comes back is itself",
                err.message);
    report_line(to,
                nv_uno_object_is(
                    copy, ((nv_uno_object *)(void *)own)->class_of) != NULL &&
                    !nv_uno_object_is(to->context, NULL),
                "an object of ours can be told from another's", "");
    nv_uno_release(held);
    nv_uno_release(copy);
}

static void check_our_object(report *to)
{
    nv_error err = {0};
    NV_UNO_OWNED echo *own = new_echo(NULL, &err);
    NV_UNO_OWNED css_lang_XServiceInfo *info =
        css_lang_XServiceInfo_need(own, &err);
    NV_UNO_OWNED css_lang_XTypeProvider *provider =
        css_lang_XTypeProvider_need(own, &err);
    NV_UNO_OWNED_STRING rtl_uString *name =
        css_lang_XServiceInfo_getImplementationName(info, &err);
    NV_UNO_OWNED_SEQ(nv_uno_string_seq)
    services = css_lang_XServiceInfo_getSupportedServiceNames(info, &err);
    NV_UNO_OWNED_SEQ(nv_uno_type_seq)
    types = css_lang_XTypeProvider_getTypes(provider, &err);
    NV_UNO_OWNED_SEQ(nv_uno_byte_seq)
    id = css_lang_XTypeProvider_getImplementationId(provider, &err);
    report_line(to,
                nv_uno_string_equals(name, "org.noteverbale.test.Echo") &&
                    nv_uno_string_seq_len(services) == 2 &&
                    css_lang_XServiceInfo_supportsService(
                        info, NV_UNO_STR("org.noteverbale.test.Other"), &err) &&
                    !css_lang_XServiceInfo_supportsService(
                        info, NV_UNO_STR("org.noteverbale.test"), &err),
                "a class with services answers XServiceInfo", err.message);
    report_line(to, nv_uno_type_seq_len(types) == 5 && !nv_uno_byte_seq_len(id),
                "every object names its types", err.message);

    css_lang_EventObject event = {0};
    css_awt_ActionEvent action = {0};
    NV_UNO_OWNED css_awt_XActionListener *listener =
        css_awt_XActionListener_need(own, &err);
    css_awt_XActionListener_disposing(listener, &event, &err);
    report_line(to, !err.code, "a class may leave out disposing", err.message);
    css_awt_XActionListener_actionPerformed(listener, &action, &err);
    report_line(to,
                !strcmp(err.origin, "com.sun.star.uno.RuntimeException") &&
                    strstr(err.message, "actionPerformed"),
                "what else a class leaves out throws", err.message);
}

/* Two listeners in one object: each has its own way to say goodbye. */

static int said[2];

static void action_ends(void *self, const css_lang_EventObject *event,
                        nv_error *err)
{
    (void)self, (void)event, (void)err;
    said[0]++;
}

static void key_ends(void *self, const css_lang_EventObject *event,
                     nv_error *err)
{
    (void)self, (void)event, (void)err;
    said[1]++;
}

static const css_awt_XActionListener_methods action = {
    .disposing = action_ends,
};
static const css_awt_XKeyListener_methods key = {.disposing = key_ends};
static const nv_uno_interface both[] = {
    NV_UNO_INTERFACE(css_awt_XActionListener, &action),
    NV_UNO_INTERFACE(css_awt_XKeyListener, &key),
};
static const nv_uno_class both_class = {
    .name = "both",
    .interfaces = both,
    .interface_count = NV_COUNT_OF(both),
    .size = sizeof(nv_uno_object),
};

static void check_shared_base(report *to)
{
    nv_error err = {0};
    css_lang_EventObject event = {0};
    NV_UNO_OWNED nv_uno_object *object = nv_uno_object_new(&both_class, &err);
    NV_UNO_OWNED css_lang_XEventListener *base =
        css_lang_XEventListener_need(object, &err);
    said[0] = said[1] = 0;
    css_awt_XKeyListener_disposing(css_awt_XKeyListener_of(object), &event,
                                   &err);
    report_line(to, !err.code && !said[0] && said[1] == 1,
                "an inherited member goes to the table of the interface that"
                " is called",
                err.message);
    css_lang_XEventListener_disposing(base, &event, &err);
    report_line(to, !err.code && said[0] == 1 && said[1] == 1,
                "a base that several interfaces share goes to the first",
                err.message);
}

static void check_reading(report *to)
{
    sal_Int32 number = 1;
    sal_Int16 small = 1;
    double real = 1;
    bool truth = false;
    css_awt_Size size = {3, 4}, size_back;
    NV_UNO_OWNED_ANY uno_Any of_short = nv_uno_any_short(-7);
    NV_UNO_OWNED_ANY uno_Any of_long = nv_uno_any_long(70000);
    NV_UNO_OWNED_ANY uno_Any of_text = nv_uno_any_utf8("text");
    NV_UNO_OWNED_ANY uno_Any of_size = css_awt_Size_any(&size);
    uno_Any zero = {0};
    report_line(to, nv_uno_any_get_long(&of_short, &number) && number == -7,
                "a short in an any widens to a long", "");
    report_line(to, !nv_uno_any_get_short(&of_long, &small) && small == 1,
                "a long in an any does not narrow to a short", "");
    report_line(to, nv_uno_any_get_double(&of_long, &real) && real == 70000,
                "a long in an any widens to a double", "");
    report_line(to, !nv_uno_any_get_bool(&of_long, &truth),
                "a long in an any is no boolean", "");
    report_line(to,
                nv_uno_string_equals(nv_uno_any_get_string(&of_text), "text") &&
                    !nv_uno_any_get_string(&of_long),
                "a string in an any is lent, and only a string", "");
    report_line(to,
                css_awt_Size_from_any(&of_size, &size_back) &&
                    size_back.Width == 3 && size_back.Height == 4 &&
                    !css_awt_Size_from_any(&of_text, &size_back),
                "a struct in an any is copied, and only that struct", "");
    report_line(to,
                nv_uno_any_is_void(&zero) && nv_uno_any_is_void(NULL) &&
                    !nv_uno_any_get_long(&zero, &number) &&
                    !css_text_XText_from_any(&zero),
                "a zero any is void", "");
}

static void check_strings(report *to)
{
    static const char *const texts[] = {"", "a", "é", "😀", "\xef\xbf\xbd"};
    bool ok = true;
    for (size_t i = 0; i < NV_COUNT_OF(texts); i++) {
        NV_UNO_OWNED_STRING rtl_uString *text = nv_uno_string(texts[i]);
        char *back = nv_uno_utf8(text);
        ok = ok && !strcmp(back, texts[i]);
        free(back);
    }
    report_line(to, ok, "UTF-8 comes back from a string as it was", "");
    NV_UNO_OWNED_STRING rtl_uString *bad = nv_uno_string("a\xff"
                                                         "b");
    report_line(to, bad && bad->length == 3 && bad->buffer[1] == 0xfffd,
                "a byte that is not UTF-8 becomes U+FFFD", "");
    report_line(to,
                nv_uno_string_equals(NULL, "") &&
                    nv_uno_string_same(NULL, NV_UNO_STR("")) &&
                    !nv_uno_string_equals(NV_UNO_STR("ab"), "a") &&
                    !nv_uno_string_equals(NV_UNO_STR("a"), "ab"),
                "no string is the empty one", "");
}

void check_calls(report *to, echo *other)
{
    check_exceptions(to, other);
    check_our_exceptions(to);
    check_nothing(to, other);
    check_inheritance(to, other);
    check_back(to, other);
    check_identity(to, other);
    check_our_object(to);
    check_shared_base(to);
    check_reading(to);
    check_strings(to);
}
