# SPDX-License-Identifier: MPL-2.0
"""The test component's part in Python: an echo to be called from C, and a
driver that calls the echo in C. It runs inside LibreOffice."""
import gc
import traceback

import uno
import unohelper
from com.sun.star.task import XJob
from com.sun.star.uno import RuntimeException, XReference
from org.noteverbale.test import Refusal, XEcho, XRight

KINDS = """Boolean Byte Short UnsignedShort Long UnsignedLong Hyper
UnsignedHyper Float Double Char String Type Any Colour Inner Further Holder
Nested Interface Booleans Bytes Shorts UnsignedShorts Longs UnsignedLongs
Hypers UnsignedHypers Floats Doubles Chars Strings Types Anys Colours Inners
Furthers Holders Interfaces Tables""".split()
TEST = "org.noteverbale.test."
Colour = {name: uno.Enum(TEST + "Colour", name)
          for name in ("RED", "GREEN", "BLUE")}


# LibreOffice answers for the first base of an interface by itself, not for the
# second: XRight is named too.
class Echo(unohelper.Base, XEcho, XRight):
    def __init__(self, context):
        self._number = 0
        self.Thing = None
        self.Far = uno.createUnoStruct(TEST + "Further")
        self.Words = ()
        self.Motto = ""
        self.Title = "écho 😀"

    @property
    def Number(self):
        return self._number

    @Number.setter
    def Number(self, value):
        if value < 0:
            raise Refusal("%d is below zero" % value, self, value)
        self._number = value

    def whoAmI(self):
        return "an echo in Python"

    def left(self, number):
        return number - 1

    def right(self, number):
        return number + 1

    def refuse(self, code):
        raise Refusal("refused: %d" % code, self, code)

    def fail(self, exception_type, message):
        raise uno.getClass(exception_type)(message, self)

    def sum(self, other, numbers):
        for number in numbers:
            if number < 0:
                other.refuse(number)
        return sum(other.right(number) for number in numbers)

    def make(self):
        return Echo(None)


def exchange(self, value, held, copy):
    return held, value, value


for kind in KINDS:
    setattr(Echo, "exchange" + kind, exchange)


class Listener(unohelper.Base, XReference):
    def __init__(self):
        self.told = 0

    def dispose(self):
        self.told += 1


def inner(small, large):
    return uno.createUnoStruct(TEST + "Inner", small, large)


def further(name):
    made = uno.createUnoStruct(TEST + "Further")
    made.Number, made.Last, made.Next, made.Name = 70000, 1, 2, name
    made.Nested, made.Numbers, made.Value = inner(3, 4.5), (1, 2), name
    made.Shade, made.IsFar = Colour["BLUE"], True
    return made


def holder(text):
    made = uno.createUnoStruct(TEST + "Holder<string>")
    made.IsKnown, made.Value = True, text
    return made


def nested(name):
    made = uno.createUnoStruct(TEST + "Holder<" + TEST + "Further>")
    made.IsKnown, made.Value = True, further(name)
    return made


def values():
    """For each kind of value two of them, unlike each other."""
    one, two = Echo(None), Echo(None)
    one.Motto, two.Motto = "one", "two"
    text = uno.getTypeByName("com.sun.star.text.XText")
    number = uno.getTypeByName("long")
    return {
        "Boolean": (True, False), "Byte": (-128, 127),
        "Short": (-32768, 32767), "UnsignedShort": (65535, 1),
        "Long": (-2**31, 7), "UnsignedLong": (2**32 - 1, 7),
        "Hyper": (-2**63, 7), "UnsignedHyper": (2**63 - 1, 7),
        "Float": (1.5, -0.25), "Double": (1e300, -0.1),
        "Char": (uno.Char("€"), uno.Char("x")), "String": ("né 😀", "held"),
        "Type": (text, number), "Any": (70000, "held"),
        "Colour": (Colour["BLUE"], Colour["GREEN"]),
        "Inner": (inner(-1, 2.5), inner(0, 0.0)),
        "Further": (further("one"), further("two")),
        "Holder": (holder("one"), holder("two")),
        "Nested": (nested("one"), nested("two")), "Interface": (one, two),
        "Booleans": ((True, False), ()),
        "Bytes": (uno.ByteSequence(b"\xff\x01"), uno.ByteSequence(b"")),
        "Shorts": ((-1, 1), ()), "UnsignedShorts": ((65535, 1), ()),
        "Longs": ((-1, 1), ()), "UnsignedLongs": ((2**32 - 1, 1), ()),
        "Hypers": ((-1, 1), ()), "UnsignedHypers": ((2**63 - 1, 1), ()),
        "Floats": ((0.5, 1.0), ()), "Doubles": ((0.1, 1.0), ()),
        "Chars": ((uno.Char("€"), uno.Char("x")), ()),
        "Strings": (("é", ""), ()), "Types": ((text, number), ()),
        "Anys": ((1, "two"), ()),
        "Colours": ((Colour["GREEN"], Colour["RED"]), ()),
        "Inners": ((inner(1, 2.0), inner(3, 4.0)), ()),
        "Furthers": ((further("one"), further("two")), ()),
        "Holders": ((holder("one"), holder("two")), ()),
        "Interfaces": ((one, two), ()),
        "Tables": ((("a", "b"), ()), ()),
    }


class Report:
    def __init__(self):
        self.lines = []

    def check(self, ok, rule, why="it differs"):
        self.lines.append("ok - " + rule if ok
                          else "not ok - %s: %s" % (rule, why))

    def raises(self, kind, rule, call, *arguments):
        try:
            call(*arguments)
            self.check(False, rule, "nothing was thrown")
        except kind as error:
            self.check(True, rule)
            return error
        except Exception as error:
            self.check(False, rule, repr(error))
        return None


# What Python would send as another type is named with uno.Any; an empty
# sequence too, for Python can't say of what.
ELEMENTS = {
    "Booleans": "boolean", "Shorts": "short", "UnsignedShorts":
    "unsigned short", "Longs": "long", "UnsignedLongs": "unsigned long",
    "Hypers": "hyper", "UnsignedHypers": "unsigned hyper", "Floats": "float",
    "Doubles": "double", "Chars": "char", "Strings": "string", "Types": "type",
    "Anys": "any", "Colours": TEST + "Colour", "Inners": TEST + "Inner",
    "Furthers": TEST + "Further", "Holders": TEST + "Holder<string>",
    "Interfaces": "com.sun.star.uno.XInterface", "Tables": "[]string",
}


def same(got, wanted):
    """An object of ours comes back as a proxy: it is known by its motto."""
    if isinstance(wanted, tuple):
        return len(got) == len(wanted) and all(map(same, got, wanted))
    if isinstance(wanted, Echo):
        return got.Motto == wanted.Motto
    return got == wanted


def check_values(report, echo):
    for kind, (value, held) in values().items():
        rule = "%s goes to C in, in and out, out, and back" % kind
        arguments = (value, held, None)
        if kind in ELEMENTS:
            sequence = "[]" + ELEMENTS[kind]
            arguments = (uno.Any(sequence, value), uno.Any(sequence, held),
                         None)
        try:
            got = uno.invoke(echo, "exchange" + kind, arguments)
            report.check(same(got, (held, value, value)), rule, repr(got))
        except Exception as error:
            report.check(False, rule, repr(error))


def check_any(report, echo):
    for name, value in (("byte", -1), ("short", 5), ("unsigned short", 65535),
                        ("unsigned long", 2**32 - 1), ("float", 0.5),
                        ("[]short", (1, 2)), ("hyper", 5)):
        held = uno.Any(name, value)
        got = uno.invoke(echo, "exchangeAny", (held, None, None))
        report.check(got == (None, value, value),
                     "an any of %s goes to C and back" % name, repr(got))


def check_attributes(report, echo):
    echo.Number, echo.Motto, echo.Words = 12, "Écho", ("a", "b")
    echo.Thing, echo.Far = 2.5, further("far")
    report.check(
        (echo.Number, echo.Motto, echo.Words, echo.Thing, echo.Far, echo.Title)
        == (12, "Écho", ("a", "b"), 2.5, further("far"), "écho 😀"),
        "attributes in C keep what Python sets")
    # Python's way to attributes knows no other exceptions and wraps them.
    report.raises(RuntimeException, "setting an attribute in C can throw",
                  setattr, echo, "Number", -1)


def check_exceptions(report, echo):
    error = report.raises(Refusal, "an error in C is thrown with its type",
                          echo.refuse, 7)
    report.check(error and error.Message == "refused: 7",
                 "it has the message", repr(error))
    report.check(error and error.Context == echo,
                 "its context is the object", repr(error))
    report.raises(uno.getClass("com.sun.star.lang.IllegalArgumentException"),
                  "C throws exceptions of LibreOffice",
                  echo.fail, "com.sun.star.lang.IllegalArgumentException", "")
    report.raises(RuntimeException,
                  "a type that is none becomes a RuntimeException",
                  echo.fail, "no.such.Exception", "")


def check_calls(report, echo):
    own = Echo(None)
    report.check((echo.whoAmI(), echo.left(5), echo.right(5))
                 == ("an echo in C", 4, 6), "inherited methods can be called")
    report.check(echo.sum(own, (1, 2, 3)) == 9, "C calls Python back")
    error = report.raises(Refusal, "Python's exception comes through C back",
                          echo.sum, own, (1, -2))
    report.check(error and "refused: -2" in error.Message,
                 "with its message", repr(error))
    names = {t.typeName for t in echo.getTypes()}
    report.check(TEST + "XEcho" in names and "com.sun.star.uno.XWeak" in names,
                 "an object in C names its types", repr(names))
    report.check(echo.getImplementationId().value == b"",
                 "its implementation id is empty")


def check_weak(report, echo):
    made, listener = echo.make(), Listener()
    adapter = made.queryAdapter()
    adapter.addReference(listener)
    report.check(adapter.queryAdapted() == made,
                 "Python holds an object in C weakly")
    del made
    gc.collect()
    report.check(listener.told == 1, "its end is told to Python",
                 "told %d times" % listener.told)
    report.check(adapter.queryAdapted() is None, "then it is gone")


class Driver(unohelper.Base, XJob):
    def __init__(self, context):
        self.context = context

    def execute(self, arguments):
        report = Report()
        echo = self.context.ServiceManager.createInstanceWithContext(
            TEST + "Echo", self.context)
        for check in (check_values, check_any, check_attributes,
                      check_exceptions, check_calls, check_weak):
            try:
                check(report, echo)
            except Exception:
                report.check(False, check.__name__, traceback.format_exc())
        del echo
        gc.collect()
        return tuple(report.lines)


g_ImplementationHelper = unohelper.ImplementationHelper()
for made, name in ((Echo, "PythonEcho"), (Driver, "PythonDriver")):
    g_ImplementationHelper.addImplementation(made, TEST + name, (TEST + name,))
