#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""What cunomaker writes: every type of the SDK compiles, a wrong argument does
not, and a list or registry that is not right is refused with its place."""
import functools
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

from build_component import (  # noqa: E402
    BUILD, C_FLAGS, REGISTRIES, ROOT, SDK, make_css)
from rules import main, rule  # noqa: E402

# Kept, and removed with it, as long as the program runs.
_directory = tempfile.TemporaryDirectory()
WORK = pathlib.Path(_directory.name)


def compiles(css, source):
    """Whether gcc takes a file without a word, and what it says."""
    result = subprocess.run(
        ["gcc", *C_FLAGS, "-Werror", "-I", css, "-fsyntax-only", source],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.returncode == 0, result.stdout[:2000]


@functools.cache
def css(name, types):
    """The folder of css.h and css.c for a list of types."""
    listed = WORK / (name + ".list")
    listed.write_text(types)
    make_css(listed, WORK / name)
    return WORK / name


@rule("every type of the SDK compiles")
def all_compile():
    ok, why = compiles(css("all", "*\n"), css("all", "*\n") / "css.c")
    assert ok, why


@rule("every interface of the SDK is there")
def all_there():
    header = (css("all", "*\n") / "css.h").read_text()
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
    assert len(interfaces) > 900, "only %d interfaces" % len(interfaces)
    assert not missing, "missing: %s" % missing[:5]


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


def compile_snippet(code):
    some = css("some", (ROOT / "plugin/uno/types.list").read_text()
               + "com.sun.star.awt.Point\n")
    source = WORK / "snippet.c"
    source.write_text(SNIPPET % code)
    return compiles(some, source)


def right(code):
    ok, why = compile_snippet(code)
    assert ok, why


def wrong(code):
    ok, _ = compile_snippet(code)
    assert not ok, "it does"


for code in RIGHT:
    rule("compiles: " + code.split("(")[0])(functools.partial(right, code))
for what, code in WRONG:
    rule("does not compile: " + what)(functools.partial(wrong, code))


def cunomaker(*arguments):
    result = subprocess.run(
        [BUILD / "cunomaker", *arguments],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return result.returncode, result.stdout


def refused(result, *parts):
    """Asserts that it was refused, in words that have these parts."""
    status, said = result
    assert status == 1 and all(part in said for part in parts), said


def read_list(lines, *registries):
    """What cunomaker says of a list."""
    types = WORK / "bad.list"
    types.write_text(lines)
    return cunomaker("--reader", SDK / "unoidl-read", "--types", types,
                     "--out", WORK, *(registries or REGISTRIES))


def read_idl(text):
    """What cunomaker says of a reader that prints this text."""
    reader = WORK / "reader"
    reader.write_text("#!/bin/sh\ncat <<'END'\n%s\nEND\n" % text)
    reader.chmod(0o755)
    types = WORK / "bad.list"
    types.write_text("a.B\n")
    return cunomaker("--reader", reader, "--types", types, "--out", WORK,
                     "x.rdb")


@rule("a type that does not exist is refused with its line")
def unknown_type():
    refused(read_list("com.sun.star.text.XText\ncom.sun.star.XNone\n"),
            "bad.list:2:", "com.sun.star.XNone")


@rule("a module that does not exist is refused with its line")
def unknown_module():
    refused(read_list("com.sun.star.nowhere.*\n"), "bad.list:1:")


@rule("a missing registry is refused with the command that failed")
def missing_registry():
    refused(read_list("a.B\n", WORK / "no.rdb"), "unoidl-read", "no.rdb")


@rule("a missing list is refused with its name")
def missing_list():
    refused(cunomaker("--reader", SDK / "unoidl-read", "--types",
                      WORK / "none", "--out", WORK, *REGISTRIES), "none")


@rule("wrong options give the usage and status 2")
def wrong_options():
    status, said = cunomaker("--types", "x")
    assert status == 2 and "usage" in said, said


@rule("IDL that is not right is refused with its line")
def bad_idl():
    refused(read_idl("module a {\n interface B {\n  long (;"), ":3:")


@rule("a type that mentions an unknown one is refused with its name")
def unknown_field():
    refused(read_idl("module a { struct B { ::a::C Value; }; };"), "a.C")


main()
