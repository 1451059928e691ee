# SPDX-License-Identifier: MPL-2.0
"""When an X screen is painted, as the X server tells it, and keys pressed at a
known time: how long a program takes from a key to its picture, seen from
outside. Libraries that every X client has, called without a binding."""
import ctypes
import select
import time

RAW_RECTANGLES = 0  # every rectangle that is drawn, when it is drawn


class _Rectangle(ctypes.Structure):
    _fields_ = [("x", ctypes.c_short), ("y", ctypes.c_short),
                ("width", ctypes.c_ushort), ("height", ctypes.c_ushort)]


class _Damage(ctypes.Structure):
    """XDamageNotifyEvent."""
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong),
                ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
                ("drawable", ctypes.c_ulong), ("damage", ctypes.c_ulong),
                ("level", ctypes.c_int), ("more", ctypes.c_int),
                ("timestamp", ctypes.c_ulong), ("area", _Rectangle),
                ("geometry", _Rectangle)]


class _Event(ctypes.Union):
    _fields_ = [("damage", _Damage), ("room", ctypes.c_long * 24)]


def _library(name, *functions):
    library = ctypes.CDLL(name)
    for function, result, *arguments in functions:
        getattr(library, function).restype = result
        getattr(library, function).argtypes = arguments
    return library


_POINTER, _LONG, _INT = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int
_x11 = _library(
    "libX11.so.6",
    ("XOpenDisplay", _POINTER, ctypes.c_char_p),
    ("XCloseDisplay", _INT, _POINTER),
    ("XDefaultRootWindow", _LONG, _POINTER),
    ("XConnectionNumber", _INT, _POINTER),
    ("XPending", _INT, _POINTER),
    ("XNextEvent", _INT, _POINTER, ctypes.POINTER(_Event)),
    ("XStringToKeysym", _LONG, ctypes.c_char_p),
    ("XKeysymToKeycode", ctypes.c_ubyte, _POINTER, _LONG),
    ("XFlush", _INT, _POINTER))
_damage = _library(
    "libXdamage.so.1",
    ("XDamageQueryExtension", _INT, _POINTER, ctypes.POINTER(_INT),
     ctypes.POINTER(_INT)),
    ("XDamageCreate", _LONG, _POINTER, _LONG, _INT))
_test = _library(
    "libXtst.so.6",
    ("XTestFakeKeyEvent", _INT, _POINTER, ctypes.c_uint, _INT, _LONG))

NAMES = {" ": "space", "@": "at", ".": "period", "-": "minus"}


class Screen:
    """One connection to an X server. Areas are (x, y, width, height) in its
    pixels; times are time.perf_counter()'s."""

    def __init__(self, name):
        self._display = _x11.XOpenDisplay(name.encode())
        if not self._display:
            raise RuntimeError("no X server at " + name)
        first, error = _INT(), _INT()
        if not _damage.XDamageQueryExtension(self._display, first, error):
            raise RuntimeError("the X server tells nothing of its painting")
        self._notify = first.value
        _damage.XDamageCreate(self._display,
                              _x11.XDefaultRootWindow(self._display),
                              RAW_RECTANGLES)
        _x11.XFlush(self._display)

    def close(self):
        _x11.XCloseDisplay(self._display)

    def press(self, character):
        """Presses and lets go of the key of a character that needs no Shift.
        Returns when; what was painted before is forgotten."""
        while _x11.XPending(self._display):
            _x11.XNextEvent(self._display, _Event())
        code = _x11.XKeysymToKeycode(
            self._display, _x11.XStringToKeysym(
                NAMES.get(character, character).encode()))
        when = time.perf_counter()
        for is_down in (True, False):
            _test.XTestFakeKeyEvent(self._display, code, is_down, 0)
        _x11.XFlush(self._display)
        return when

    def paints(self, area, quiet, limit):
        """When something of the area was painted: waits until nothing has been
        for `quiet` seconds, at most `limit`. Of one picture that is drawn piece
        by piece every piece counts."""
        start = heard = time.perf_counter()
        times = []
        while True:
            now = time.perf_counter()
            left = min(heard + quiet, start + limit) - now
            if left <= 0:
                return times
            if not _x11.XPending(self._display):
                select.select([_x11.XConnectionNumber(self._display)], [], [],
                              left)
            now = time.perf_counter()
            while _x11.XPending(self._display):
                event = _Event()
                _x11.XNextEvent(self._display, event)
                if event.damage.type == self._notify and _meet(
                        event.damage.area, area):
                    times.append(now)
                    heard = now


def _meet(a, area):
    x, y, width, height = area
    return (a.x < x + width and x < a.x + a.width and
            a.y < y + height and y < a.y + a.height)
