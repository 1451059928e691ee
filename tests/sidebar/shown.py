# SPDX-License-Identifier: MPL-2.0
"""The panel in one language, theme, scale and font after the other, and whether
its texts have the room that they want."""
import itertools
import re
import time

from office import ITEM, Office, wait_for

KINDS = ("Button", "CheckBox", "FixedText", "Edit", "ListBox", "RadioButton",
         "ComboBox", "FixedHyperlink")
QUERY = "refus 1954"
ESSAY = "In 1954 the three powers refused."
# The widest that the sidebar can be dragged to is 400 otherwise.
MAXIMUM = ITEM % ("Office.UI.Sidebar/General", "MaximumWidth", "600")
TABS = 50  # pixels that the sidebar's tabs take


class Shown(Office):
    """An office whose profile is set up once and started several times."""

    def again(self, locale, **environment):
        """Starts it anew in a language, with variables of GTK."""
        self.end()
        self.extra = {"GTK_THEME": "Adwaita", **environment}
        settings = self.profile / "user/registrymodifications.xcu"
        text = settings.read_text("utf-8")
        for name in "UILocale", "ooSetupSystemLocale", "DefaultLocale":
            text, count = re.subn(
                '(oor:name="%s" oor:op="fuse"><value>)[^<]*' % name,
                lambda found: found.group(1) + locale, text)
            assert count == 1, name
        if MAXIMUM not in text:
            text = text.replace("</oor:items>", MAXIMUM + "</oor:items>")
        settings.write_text(text, "utf-8")
        self._start_office()

    def use_font(self, points):
        """The font of the interface from the next start on; None: GTK's."""
        folder = self.directory / "home/.config/gtk-3.0"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.ini").write_text(
            "[Settings]\n" + ("gtk-font-name=DejaVu Sans %d\n" % points
                              if points else ""))
        self._give(self.directory / "home")

    def show(self):
        """Writer with the panel, an event found and chosen. Returns the
        document."""
        document = self.new_writer()
        document.Text.setString(ESSAY)
        self.open_panel(document)
        self.search(QUERY)
        return document

    def search(self, query):
        self.control("query").setText(query)
        wait_for(lambda: not query or self.control("preview").getText(),
                 "the preview")
        time.sleep(0.2)

    def widen(self, pixels, is_mirrored=False, scale=1):
        """Drags the edge of the sidebar with the mouse until it is wider by so
        many pixels. Beside the panel stand its tabs."""
        width = int(self.size.split("x")[0])  # of the screen
        edge = TABS + self.panel.getPosSize().Width + 5
        start, end = edge, edge + pixels
        if not is_mirrored:
            start, end = width // scale - start, width // scale - end
        points = [start + (end - start) * part // 4 for part in range(1, 5)]
        moves = [word for x in points + [end] for word in (
            "mousemove", str(x * scale), "310", "sleep", "0.15")]
        self._tool("xdotool", "mousemove", str(start * scale), "300", "sleep",
                   "0.2",
                   "mousedown", "1", *moves, "mouseup", "1")
        time.sleep(0.5)


class Seen:
    """A control that is visible: where it is, and what it says."""

    def __init__(self, control):
        at = control.getPosSize()
        model = control.getModel()
        self.name = model.Name
        self.control = control
        self.x, self.y, self.width, self.height = \
            at.X, at.Y, at.Width, at.Height
        self.kind = next((kind for kind in KINDS if model.supportsService(
            "com.sun.star.awt.UnoControl%sModel" % kind)), "")

    def meets(self, other):
        return (self.x < other.x + other.width and
                other.x < self.x + self.width and
                self.y < other.y + other.height and
                other.y < self.y + self.height)

    def wanted(self):
        """Least width and height at which nothing of its text is cut, or that
        which scrolls can be used."""
        if not self.kind:  # the tree has no least size: it scrolls
            return 0, 0
        least = self.control.getMinimumSize()
        if self.kind == "FixedText":
            if not self.control.getText():
                return 0, 0
            least.Width, least.Height = self.width, 0
            return 0, self.control.calcAdjustedSize(least).Height
        if self.kind in ("Button", "CheckBox", "RadioButton"):
            return least.Width, least.Height
        model = self.control.getModel()
        is_scrolled = getattr(model, "MultiLine", False) or not getattr(
            model, "Dropdown", True)
        return 0, 0 if is_scrolled else least.Height


def seen(panel):
    return [Seen(control) for control in panel.getControls()
            if control.isVisible()]


def clipped(panel):
    """What is cut, what lies upon another and what stands out of the panel: a
    line for each."""
    controls, area = seen(panel), panel.getPosSize()
    found = []
    for one in controls:
        width, height = one.wanted()
        if width > one.width or height > one.height:
            found.append("%s has %dx%d, wants %dx%d" % (
                one.name, one.width, one.height, width, height))
        if one.x < 0 or one.x + one.width > area.Width:
            found.append("%s from %d to %d of %d" % (
                one.name, one.x, one.x + one.width, area.Width))
    for one, other in itertools.combinations(controls, 2):
        if one.meets(other):
            found.append("%s upon %s" % (one.name, other.name))
    return found
