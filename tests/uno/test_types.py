#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""What cunomaker writes: every type of the SDK compiles, a wrong argument does
not, and a list or registry that is not right is refused with its place."""
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from build_component import (  # noqa: E402
    BUILD, C_FLAGS, REGISTRIES, ROOT, SDK, make_css)

passed = failed = 0


def check(ok, rule, why=""):
    global passed, failed
    if ok:
        passed += 1
        print("ok - " + rule)
    else:
        failed += 1
        print("not ok - %s: %s" % (rule, why))
    sys.stdout.flush()


def compiles(css, source):
    """Whether gcc takes a file without a word, and what it says."""
    result = subprocess.run(
        ["gcc", *C_FLAGS, "-Werror", "-I", css, "-fsyntax-only", source],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.returncode == 0, result.stdout[:2000]


def test_all_types(work):
    types = work / "all.list"
    types.write_text("*\n")
    make_css(types, work / "all")
    ok, why = compiles(work / "all", work / "all" / "css.c")
    check(ok, "every type of the SDK compiles", why)
    header = (work / "all" / "css.h").read_text()
    interfaces = [
        line.split()[-1]
        for last in range(len(REGISTRIES))  # it sums up the last it is given
        for line in subprocess.run(
            [SDK / "unoidl-read", "--summary", *REGISTRIES[:last + 1]],
            stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines()
        if "interface" in line.split()[:-1]]
    missing = [name for name in interfaces
               if "/* %s */" % name not in header
               and name != "com.sun.star.uno.XInterface"]
    check(len(interfaces) > 500 and not missing,
          "every interface of the SDK is there",
          "%d interfaces, missing %s" % (len(interfaces), missing[:5]))


# A body in which all names are right, and what must not compile in it.
SNIPPET = """#include "css.h"
void test(css_text_XText *text, css_text_XTextRange *range,
          css_text_XTextContent *content, nv_error *err);
static void press(void *self, const css_awt_ActionEvent *event, nv_error *err)
{
    (void)self, (void)event, (void)err;
}
static void key(void *self, const css_awt_KeyEvent *event, nv_error *err)
{
    (void)self, (void)event, (void)err;
}
const css_awt_XActionListener_methods action;
const css_awt_XActionListener_methods action = { .actionPerformed = press };
const css_awt_XKeyListener_methods keys;
const css_awt_XKeyListener_methods keys = { .keyPressed = key };
void test(css_text_XText *text, css_text_XTextRange *range,
          css_text_XTextContent *content, nv_error *err)
{
    css_awt_Size size = { 1, 2 };
    (void)text, (void)range, (void)content, (void)err, (void)size;
    %s;
}
"""
RIGHT = [
    "css_text_XText_insertTextContent(text, range, content, false, err)",
    "css_text_XText_insertString(text, range, NV_UNO_STR(\"a\"), true, err)",
    "nv_uno_interface row = NV_UNO_INTERFACE(css_awt_XActionListener,"
    " &action); (void)row",
    "uno_Any any = css_awt_Size_any(&size); (void)any",
]
WRONG = [
    ("an interface of another type",
     "css_text_XText_insertTextContent(text, content, content, false, err)"),
    ("an object of another type",
     "css_text_XText_insertTextContent(range, range, content, false, err)"),
    ("an argument too few",
     "css_text_XText_insertTextContent(text, range, false, err)"),
    ("a text of C in place of a string",
     "css_text_XText_insertString(text, range, \"a\", true, err)"),
    ("a struct of another type",
     "css_awt_Point p = { 1, 2 }; (void)css_awt_Size_any(&p)"),
    ("a result of another type",
     "css_text_XText *other = css_text_XText_getString(text, err);"
     " (void)other"),
    ("a sequence of another type",
     "nv_uno_long_seq longs = { 0 }; css_text_XText *t = text; (void)t;"
     " (void)nv_uno_string_seq_len(longs)"),
    ("another interface's table",
     "nv_uno_interface row = NV_UNO_INTERFACE(css_awt_XActionListener,"
     " &keys); (void)row"),
    ("a function of another type in a table",
     "css_awt_XActionListener_methods m = { .actionPerformed = key };"
     " (void)m"),
    ("a member that the interface has not",
     "css_text_XText_getFrame(text, err)"),
]


def test_snippets(work):
    types = work / "some.list"
    types.write_text((ROOT / "plugin/uno/types.list").read_text()
                     + "com.sun.star.awt.Point\n")
    make_css(types, work / "some")
    source = work / "snippet.c"
    for code in RIGHT:
        source.write_text(SNIPPET % code)
        ok, why = compiles(work / "some", source)
        check(ok, "compiles: " + code.split("(")[0], why)
    for what, code in WRONG:
        source.write_text(SNIPPET % code)
        ok, _ = compiles(work / "some", source)
        check(not ok, "does not compile: " + what, "it does")


def cunomaker(*arguments):
    result = subprocess.run(
        [BUILD / "cunomaker", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.returncode, result.stdout


def refuse(work, lines, *parts):
    """Whether a list is refused, and the message has these parts."""
    types = work / "bad.list"
    types.write_text(lines)
    status, said = cunomaker("--reader", SDK / "unoidl-read", "--types", types,
                             "--out", work, *REGISTRIES)
    return status == 1 and all(part in said for part in parts), said


def read_idl(work, text):
    """What cunomaker says of a reader that prints this text."""
    reader = work / "reader"
    reader.write_text("#!/bin/sh\ncat <<'END'\n%s\nEND\n" % text)
    reader.chmod(0o755)
    types = work / "bad.list"
    types.write_text("a.B\n")
    return cunomaker("--reader", reader, "--types", types, "--out", work,
                     "x.rdb")


def test_bad_input(work):
    ok, said = refuse(work, "com.sun.star.text.XText\ncom.sun.star.XNone\n",
                      "bad.list:2:", "com.sun.star.XNone")
    check(ok, "a type that does not exist is refused with its line", said)
    ok, said = refuse(work, "com.sun.star.nowhere.*\n", "bad.list:1:")
    check(ok, "a module that does not exist is refused with its line", said)
    status, said = cunomaker("--types", "x")
    check(status == 2 and "usage" in said, "wrong options: usage, status 2",
          said)
    status, said = cunomaker("--reader", SDK / "unoidl-read", "--types",
                             work / "none", "--out", work, *REGISTRIES)
    check(status == 1 and "none" in said, "a missing list is refused", said)
    status, said = cunomaker("--reader", SDK / "unoidl-read", "--types",
                             work / "none", "--out", work, work / "no.rdb")
    check(status == 1 and "unoidl-read" in said,
          "a missing registry is refused with the command that failed", said)
    status, said = read_idl(work, "module a {\n interface B {\n  long (;")
    check(status == 1 and ":3:" in said,
          "IDL that is not right is refused with its line", said)
    status, said = read_idl(
        work, "module a { struct B { ::a::C Value; }; };")
    check(status == 1 and "a.C" in said,
          "a type that mentions an unknown one is refused with its name", said)


def main():
    with tempfile.TemporaryDirectory() as directory:
        work = pathlib.Path(directory)
        test_all_types(work)
        test_snippets(work)
        test_bad_input(work)
    print("%d passed, %d failed" % (passed, failed))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
