# SPDX-License-Identifier: MPL-2.0
"""Items and notes for tests/bench/citation, from a fixed seed: the same bytes
each time. Words, names and numbers are drawn from short lists, so that authors
repeat, as they do in a historian's bibliography."""
import random

FAMILIES = """Adams Bariéty Bohlen Craig Dulles Eden Fischer Gaddis Hull Iriye
Jackson Kennan Lacroix Mastny Naimark Overy Poidevin Roberts Soutou Taylor
Ulam Vaïsse Watt Young Zubok Deighton Hogan Leffler Milward Trachtenberg""".split()
GIVENS = """Anne Bernard Charles Dean Elena Frank Georges-Henri Hans J.~K.
Lucie Marc Nikolai Odd~Arne Pierre Renata Saki Vladislav Wilfried""".split()
WORDS = """alliance archive armistice border cabinet conference correspondence
crisis debate détente diplomacy empire embassy European frontier German history
mission nation negotiation note occupation origins peace policy power question
reply security Soviet state summit treaty war western world""".split()
PLACES = "London Paris Oxford Princeton Berlin Moscow Geneva Cambridge".split()
PRESSES = ["Clarendon Press", "Princeton University Press", "Fayard", "Oldenbourg",
           "Armand Colin", "Cornell University Press", "Routledge"]
ARCHIVES = ["The National Archives, Kew", "Archives diplomatiques, La Courneuve",
            "Politisches Archiv, Berlin", "National Archives, College Park"]
TYPES = ["book"] * 8 + ["article-journal"] * 5 + ["chapter"] * 3 + \
        ["treaty"] * 2 + ["personal_communication"] * 2


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def title(self, least=3, most=8):
        words = self.random.choices(WORDS, k=self.random.randint(least, most))
        title = "The " + " ".join(words)
        if self.random.random() < 0.4:
            title += ": " + " and the ".join(self.random.sample(WORDS, 2)).capitalize()
        return title

    def name(self):
        given = self.random.choice(GIVENS).replace("~", " ")
        return {"family": self.random.choice(FAMILIES), "given": given}

    def names(self):
        return [self.name() for _ in range(self.random.choice([1, 1, 1, 1, 2, 2, 3, 4]))]

    def date(self, with_day):
        parts = [self.random.randint(1919, 2019)]
        if with_day:
            parts += [self.random.randint(1, 12), self.random.randint(1, 28)]
        return {"date-parts": [parts]}

    def pages(self):
        first = self.random.randint(1, 600)
        return f"{first}-{first + self.random.randint(1, 40)}"

    def item(self, identifier, kinds=None):
        kind = self.random.choice(kinds or TYPES)
        item = {"id": identifier, "type": kind, "title": self.title(),
                "issued": self.date(kind in ("treaty", "personal_communication"))}
        getattr(self, kind.replace("-", "_"))(item)
        return item

    def book(self, item):
        item.update(author=self.names(), publisher=self.random.choice(PRESSES))
        item["publisher-place"] = self.random.choice(PLACES)
        if self.random.random() < 0.2:
            item["edition"] = str(self.random.randint(2, 4))

    def article_journal(self, item):
        item.update(author=self.names(), page=self.pages(), issue=str(self.random.randint(1, 4)),
                    volume=str(self.random.randint(1, 90)))
        item["container-title"] = self.title(2, 3)
        if self.random.random() < 0.5:
            item["DOI"] = f"10.1000/{self.random.randint(10000, 99999)}"

    def chapter(self, item):
        self.book(item)
        item.update(editor=self.names(), page=self.pages())
        item["container-title"] = self.title()

    def treaty(self, item):
        item["container-title"] = "United Nations Treaty Series"
        item.update(volume=str(self.random.randint(1, 2000)), page=self.pages())

    def personal_communication(self, item):
        item.update(author=[self.name()], recipient=[self.name()], genre="letter",
                    archive=self.random.choice(ARCHIVES))
        item["archive_location"] = f"FO 371/{self.random.randint(10000, 99999)}"

    def cite(self, items):
        cite = {"id": self.random.choice(items)["id"]}
        if self.random.random() < 0.6:
            cite["locator"] = self.pages() if self.random.random() < 0.3 \
                else str(self.random.randint(1, 600))
        return cite

    def notes(self, items, count):
        """A fifth of the notes cite what the note before them cites; an eighth
        cite two items."""
        notes = []
        for _ in range(count):
            cites = [self.cite(items) for _ in range(2 if self.random.random() < 0.125 else 1)]
            if notes and self.random.random() < 0.2:
                cites[0]["id"] = notes[-1][-1]["id"]
            notes.append(cites)
        return notes


def historian(item_count, note_count):
    """(items, notes) of a large book."""
    generator = Generator(1954)
    items = [generator.item(f"item{i}") for i in range(item_count)]
    return items, generator.notes(items, note_count)


def crowded(count):
    """(items, notes) where many items share author and year; each is cited
    once."""
    generator = Generator(1955)
    items = [generator.item(f"item{i}", ["book", "article-journal"]) for i in range(count)]
    return items, [[{"id": item["id"]}] for item in items]


def essay(notes):
    """The notes as pandoc reads them."""
    def written(cite):
        locator = cite.get("locator")
        label = "" if not locator else ", pp. " if "-" in locator else ", p. "
        return "@" + cite["id"] + label + (locator or "")
    return "".join("Text [" + "; ".join(map(written, cites)) + "].\n\n" for cites in notes)
