#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""Quoting in one act: the words in the text, their note behind them, and what
is selected already."""
import re

from room import (DATE, EVENT, SOURCE, TREATY, call, caret, content,
                  fail_each_call, header, is_at, kept, new_frame, new_note,
                  new_table, office, rule, runs, same, standing, without_undo)
import rules

TASS = "1968-08-21-tass-statement-czechoslovakia"
WARSAW = "1955-05-14-warsaw-treaty"
NOTE = "1954-03-31-soviet-note"
THIN, NBSP = "\u202f", "\u00a0"
UNREAL = "completely unreal"
FREEDOM = ("They are determined to safeguard the freedom, common heritage and "
           "civilisation of their peoples, founded on the principles of "
           "democracy, individual liberty and the rule of law")
EUROPEAN = ("Les parties peuvent, par accord unanime, inviter à accéder au "
            "traité tout autre État européen susceptible de favoriser le "
            "développement des principes du présent traité et de contribuer à "
            "la sécurité de la région de l’Atlantique nord.")
EN = {"language": "en", "style": "chicago-17"}
FR = {"language": "fr", "style": "histoire"}
DE = {"language": "de", "style": "geschichte"}


def ask(document, id=EVENT, quotation=1, parts=DATE | SOURCE, language="en",
        style="chicago-17", **values):
    return call(document, "quote", id=id, quotation=quotation, parts=parts,
                language=language, style=style, **values)


def quote(document, **values):
    answer = ask(document, **values)
    assert answer.startswith("done"), answer


def begin(document, text, language="en", country="US"):
    """The text, and the caret at its '|', which goes."""
    style = document.StyleFamilies.getByName("ParagraphStyles").getByName(
        "Standard")
    locale = style.CharLocale
    locale.Language, locale.Country = language, country
    style.CharLocale = locale
    head, tail = text.split("|")
    document.Text.setString(head + tail)
    cursor = caret(document)
    cursor.gotoStart(False)
    cursor.goRight(len(head), False)


def french(document, text):
    begin(document, text, "fr", "FR")


def lines(text):
    """The paragraphs of a text, an asterisk where a note is called."""
    out = []
    paragraphs = text.createEnumeration()
    while paragraphs.hasMoreElements():
        out.append("".join(
            "*" if portion.TextPortionType == "Footnote" else portion.String
            for portion in paragraphs.nextElement()))
    return out


def says(document, *wanted):
    got = lines(document.Text)
    assert got == list(wanted), "\n  got    %r\n  wanted %r" % (got, wanted)


def at_caret(document, wanted):
    """What is typed next comes right before this."""
    cursor = caret(document)
    assert cursor.isCollapsed()
    look = cursor.Text.createTextCursorByRange(cursor)
    look.gotoEnd(True)
    assert look.String == wanted, repr(look.String)


def note(document, index=0):
    return document.Footnotes.getByIndex(index).String


def styles(document):
    return [entry[1] for entry in runs(document.Text)
            if entry[0] == "paragraph"]


def languages(document):
    """The text by language, marks of Writer apart."""
    out = []
    for entry in runs(document.Text):
        if entry[0] == "Text":
            if out and out[-1][0] == entry[4]:
                out[-1] = (entry[4], out[-1][1] + entry[1])
            else:
                out.append((entry[4], entry[1]))
    return out


def quoted(document):
    """The words by the tail of their citation."""
    return {name[5:]: document.Bookmarks.getByName(name).Anchor.String
            for name in document.Bookmarks.ElementNames
            if re.fullmatch("nvq1_[a-z0-9]{6}", name) and
            document.Bookmarks.getByName(name).Anchor.String}


def tails(document):
    return {name[19:25] for name in document.Bookmarks.ElementNames
            if name.startswith("nv1_")}


# In the text


@rule("the words stand in the marks of the text, their note behind them")
def _(document):
    begin(document, "The reply called it |")
    quote(document)
    says(document, "The reply called it “completely unreal”*")
    at_caret(document, "")
    assert "quoted in Dmitri Glinski-Vassiliev" in note(document)
    assert UNREAL not in note(document), note(document)


@rule("it is one step of Undo, named after the event, that restores all")
def _(document):
    begin(document, "The reply called it |, they say.")
    before = content(document)
    quote(document)
    after = content(document)
    assert document.UndoManager.getAllUndoActionTitles()[0].startswith(
        "Quote: Tripartite Western reply")
    document.UndoManager.undo()
    same(content(document), before)
    document.UndoManager.redo()
    same(content(document), after)


@rule("a space comes before it, and behind it, where it would touch a word")
def _(document):
    begin(document, "The reply called it|and refused.")
    quote(document)
    says(document, "The reply called it “completely unreal”* and refused.")
    at_caret(document, " and refused.")


@rule("none behind a bracket, nor at the head of a paragraph")
def _(document):
    begin(document, "(|)")
    quote(document)
    says(document, "(“completely unreal”*)")
    begin(document, "|")
    quote(document)
    says(document, "“completely unreal”*")


@rule("in English the call is behind punctuation, and the full stop inside")
def _(document):
    begin(document, "They called it |. So it was.")
    quote(document)
    says(document, "They called it “completely unreal.”* So it was.")
    at_caret(document, " So it was.")


@rule("in British marks the full stop is outside")
def _(document):
    begin(document, "They called it |. So it was.")
    quote(document, style="mhra-4")
    says(document, "They called it ‘completely unreal’.* So it was.")
    at_caret(document, " So it was.")


@rule("the words' own full stop gives way to that of the text")
def _(document):
    begin(document, "It says: |.")
    quote(document, id=TREATY, style="mhra-4")
    says(document, "It says: ‘%s’.*" % FREEDOM)


@rule("in French the call is inside the marks, before the full stop")
def _(document):
    french(document, "Le traité dit" + NBSP + ": |")
    quote(document, id=TREATY, **FR)
    says(document, "Le traité dit%s: «%s%s*.%s»" % (NBSP, THIN, FREEDOM, THIN))
    at_caret(document, "")
    assert languages(document) == [
        ("fr", "Le traité dit%s: «%s" % (NBSP, THIN)), ("en", FREEDOM + "."),
        ("fr", THIN + "»")], languages(document)


@rule("in German marks stand low and high, the call behind the full stop")
def _(document):
    begin(document, "Sie nannten es |. Das war es.", "de", "DE")
    quote(document, **DE)
    says(document, "Sie nannten es „completely unreal“.* Das war es.")


@rule("the words alone have their language, though the text before has another")
def _(document):
    begin(document, "Le mot: |")
    cursor = document.Text.createTextCursor()
    cursor.gotoEnd(True)
    locale = cursor.CharLocale
    locale.Language, locale.Country = "fr", "FR"
    cursor.CharLocale = locale
    caret(document).gotoEnd(False)
    quote(document, id=NOTE, quotation=3)
    got = languages(document)
    assert [code for code, _ in got] == ["fr", "en", "ru", "en"], got
    assert got[1][1] == "“" and got[3][1] == "”", got


@rule("marks inside the words alternate with those around them")
def _(document):
    begin(document, "|")
    quote(document, id=WARSAW, quotation=5)
    line = lines(document.Text)[0]
    assert "‘Западноевропейского союза’" in line, line
    assert '"' not in line, line


# Both pieces


@rule("words and citation know each other by the tail of a name")
def _(document):
    begin(document, "It was |.")
    quote(document)
    caret(document).gotoEnd(False)
    quote(document, id=TREATY)
    assert set(quoted(document)) == tails(document), quoted(document)
    assert "“%s.”" % FREEDOM in quoted(document).values(), quoted(document)


@rule("the call inside French marks is among the words")
def _(document):
    french(document, "|")
    quote(document, **FR)
    words, = quoted(document).values()
    assert words == "«%s%s1%s»" % (THIN, UNREAL, THIN), words


@rule("one behind the marks is not")
def _(document):
    begin(document, "|")
    quote(document)
    words, = quoted(document).values()
    assert words == "“%s”" % UNREAL, words


@rule("the note follows the ones before it, as any other")
def _(document):
    begin(document, "|")
    quote(document, style="chicago-17-ibid")
    quote(document, style="chicago-17-ibid")
    assert note(document, 1).startswith("Ibid., "), note(document, 1)


@rule("a place that was typed stands in the note")
def _(document):
    begin(document, "|")
    quote(document, id=TREATY, locator="p. 244")
    assert "244" in note(document), note(document)
    assert len(kept(document)) == 1


# Blocks


@rule("long words are a block of their own style, without marks")
def _(document):
    begin(document, "Der Vertrag sagt: | Und weiter.", "de", "DE")
    quote(document, id=TREATY, quotation=4, **DE)
    says(document, "Der Vertrag sagt: ", EUROPEAN + "*", "Und weiter.")
    assert styles(document) == ["Standard", "Citation Block", "Standard"]
    at_caret(document, "Und weiter.")
    assert list(quoted(document).values()) == [EUROPEAN]
    assert [code for code, _ in languages(document)] == ["de", "fr", "de"]


@rule("the style is indented, made once, and then the writer's")
def _(document):
    begin(document, "|", "de", "DE")
    quote(document, id=TREATY, quotation=4, **DE)
    family = document.StyleFamilies.getByName("ParagraphStyles")
    style = family.getByName("Citation Block")
    assert (style.ParaLeftMargin, style.ParaRightMargin) == (1000, 1000)
    assert style.ParentStyle == "Quotations", style.ParentStyle
    assert style.FollowStyle == "Standard", style.FollowStyle
    style.ParaLeftMargin = 3000
    quote(document, id=TREATY, quotation=4, **DE)
    assert family.getByName("Citation Block").ParaLeftMargin == 3000
    says(document, EUROPEAN + "*", EUROPEAN + "*", "")


@rule("a full stop behind the caret stays in the sentence that is parted")
def _(document):
    begin(document, "So sagt der Vertrag|. Und weiter.", "de", "DE")
    quote(document, id=TREATY, quotation=4, **DE)
    says(document, "So sagt der Vertrag.", EUROPEAN + "*", "Und weiter.")


@rule("at the end of a paragraph an ordinary one follows, for the caret")
def _(document):
    begin(document, "Der Vertrag:|", "de", "DE")
    quote(document, id=TREATY, quotation=4, **DE)
    says(document, "Der Vertrag:", EUROPEAN + "*", "")
    assert styles(document)[2] == "Standard"
    at_caret(document, "")


@rule("inside a block the essay goes on in an ordinary paragraph")
def _(document):
    begin(document, "|", "de", "DE")
    quote(document, id=TREATY, quotation=4, **DE)
    cursor = caret(document)
    cursor.gotoStart(False)
    cursor.gotoEndOfLine(False)
    cursor.gotoRange(document.Text.createEnumeration().nextElement().End, False)
    quote(document, id=TREATY, quotation=4, **DE)
    assert styles(document) == ["Citation Block", "Citation Block", "Standard",
                                "Standard"], styles(document)


@rule("a French block keeps its marks")
def _(document):
    french(document, "|")
    quote(document, id=TREATY, quotation=4, **FR)
    says(document, "«%s%s*.%s»" % (THIN, EUROPEAN[:-1], THIN), "")
    assert styles(document)[0] == "Citation Block"


def style_of_block(document):
    style = document.StyleFamilies.getByName("ParagraphStyles").getByName(
        "Citation Block")
    return (style.ParentStyle, style.FollowStyle, style.ParaLeftMargin,
            style.ParaTopMargin, style.CharLocale.Language)


@rule("a block is one step of Undo, too, and Redo brings its style back whole")
def _(document):
    begin(document, "Der Vertrag sagt: | Und weiter.", "de", "DE")
    before = content(document)
    quote(document, id=TREATY, quotation=4, **DE)
    after, style = content(document), style_of_block(document)
    assert style == ("Quotations", "Standard", 1000, 212, "de"), style
    document.UndoManager.undo()
    same(content(document), before)
    document.UndoManager.redo()
    same(content(document), after)
    assert style_of_block(document) == style, style_of_block(document)


@rule("what was set by hand on the paragraph is not set on the block")
def _(document):
    begin(document, "Eins | zwei.", "de", "DE")
    caret(document).ParaLeftMargin = 5000
    caret(document).NumberingStyleName = "Numbering 123"
    quote(document, id=TREATY, quotation=4, **DE)
    paragraphs = list(document.Text)
    assert [p.ParaLeftMargin for p in paragraphs][1] == 1000
    got = [p.NumberingStyleName for p in paragraphs]
    assert got == ["Numbering 123", "", "Numbering 123"], got


# Translations


@rule("a recorded translation stands in the text, the original in the note")
def _(document):
    begin(document, "|")
    quote(document, id=TASS, by=2, parts=DATE)
    assert lines(document.Text)[0].startswith("“TASS is authorized to state")
    first, second = note(document).split("; ")
    assert "Soviet Mission to the United Nations" in first, first
    assert "“ТАСС уполномочен заявить" in second, second
    assert "transcription in" in second, second
    assert len(tails(document)) == 2 and len(quoted(document)) == 1
    assert set(quoted(document)) < tails(document)


@rule("one's own stands in the text, and is said to be that in the note")
def _(document):
    begin(document, "|")
    quote(document, id=NOTE, quotation=3, text="would be \"open\" to all")
    says(document, "“would be ‘open’ to all”*")
    assert languages(document) == [("en", "“would be ‘open’ to all”")]
    assert "“перестало бы быть" in note(document), note(document)
    assert "(my translation)." in note(document), note(document)
    original = [p for p in runs(document.Footnotes.getByIndex(0))
                if "перестало" in p[1]]
    assert original[0][4] == "ru", original


@rule("in French it is « notre traduction »")
def _(document):
    french(document, "|")
    quote(document, text="tout à fait irréel", **FR)
    says(document, "«%stout à fait irréel*%s»" % (THIN, THIN))
    assert "(notre traduction)" in note(document), note(document)


# Where no note can be


@rule("in a header the words run in, their citation behind in parentheses")
def _(document):
    begin(document, "|")
    text = header(document, "Title ")
    caret(document).gotoRange(text.End, False)
    quote(document, id=TREATY, quotation=4, style="oscola-4")
    line, = lines(text)
    assert line.startswith("Title ‘%s’ (North Atlantic Treaty " % EUROPEAN), line
    assert line.endswith(" art 10 TIAS 1964)"), line


def runs_in(document, text):
    caret(document).gotoRange(text.End, False)
    quote(document)
    line, = lines(text)
    assert " “%s” (Governments of" % UNREAL in line, line
    assert line.endswith("nato-membership)"), line
    at_caret(document, "")


@rule("so they do in a frame")
def _(document):
    runs_in(document, new_frame(document))


@rule("so they do in a note")
def _(document):
    runs_in(document, new_note(document, "Footnote"))


@rule("in a table there are a note and a block")
def _(document):
    begin(document, "|", "de", "DE")
    cell = new_table(document, document.Text).getCellByName("A1")
    cell.setString("Der Vertrag:")
    caret(document).gotoRange(cell.End, False)
    quote(document, id=TREATY, quotation=4, **DE)
    assert lines(cell) == ["Der Vertrag:", EUROPEAN + "*", ""], lines(cell)
    at_caret(document, "")


# What is selected


def select(document, text):
    start = document.Text.String.index(text)
    cursor = caret(document)
    cursor.gotoStart(False)
    cursor.goRight(start, False)
    cursor.goRight(len(text), True)
    assert cursor.String == text, cursor.String


@rule("selected words that are recorded are found, whatever their marks")
def _(document):
    begin(document, "They wrote “Completely  unreal” of it, really.|")
    assert call(document, "selected") == "none"
    for text in "“Completely  unreal”", "Completely  unreal":
        select(document, text)
        assert call(document, "selected") == EVENT + " 1"
    select(document, "unreal” of it")
    assert call(document, "selected") == "none"


@rule("they are cited where they stand, and only get their language")
def _(document):
    french(document, "Une idée “completely unreal”, dit la note.|")
    select(document, "completely unreal")
    quote(document)
    says(document, "Une idée “completely unreal”*, dit la note.".replace(
        "”*,", "*”,"))


@rule("in English the call is behind the marks and the punctuation")
def _(document):
    for text in "completely unreal", "“completely unreal”":
        begin(document, "They wrote “completely unreal”. So.|")
        select(document, text)
        quote(document)
        says(document, "They wrote “completely unreal”.* So.")
        at_caret(document, " So.")
        assert list(quoted(document).values()) == [text]


@rule("in French it is before the marks, selected or not")
def _(document):
    for text in "completely unreal", "«" + NBSP + "completely unreal" + NBSP + "»":
        french(document, "Une idée «%scompletely unreal%s».|" % (NBSP, NBSP))
        select(document, text)
        quote(document, **FR)
        says(document, "Une idée «%scompletely unreal*%s»." % (NBSP, NBSP))


@rule("words that are cited where they stand are one step of Undo")
def _(document):
    begin(document, "They wrote “completely unreal”. So.|")
    select(document, "completely unreal")
    before = content(document)
    quote(document)
    after = content(document)
    document.UndoManager.undo()
    same(content(document), before)
    document.UndoManager.redo()
    same(content(document), after)


@rule("other words that are selected stay, the quotation comes behind them")
def _(document):
    begin(document, "They wrote so.|")
    select(document, "They wrote")
    quote(document)
    says(document, "They wrote “completely unreal”* so.")


# Several citations in one note


def chain(document, **values):
    return call(document, "chain", id=NOTE, name=EVENT, parts=DATE,
                text=", refused by the reply of the ", language="en",
                style="chicago-17", **values)


@rule("a chain is one note, its words between the citations")
def _(document):
    begin(document, "They refused.|")
    before = content(document)
    answer = chain(document)
    assert answer.startswith("done"), answer
    says(document, "They refused.*")
    at_caret(document, "")
    assert ", March 31, 1954, refused by the reply of the Governments" in (
        note(document)), note(document)
    assert note(document).endswith("."), note(document)
    assert len(tails(document)) == 2
    document.UndoManager.undo()
    same(content(document), before)


@rule("in a note it is text")
def _(document):
    text = new_note(document, "Footnote")
    caret(document).gotoRange(text.End, False)
    assert chain(document).startswith("done")
    assert ", refused by the reply of the Governments" in text.String
    assert document.Footnotes.Count == 1


# Trouble


@rule("what can't be quoted is refused, and nothing is written")
def _(document):
    begin(document, "They refused.|")
    before = standing(document)
    for values, reason in (
            ({"quotation": 0}, "No wording is chosen"),
            ({"quotation": 99}, "no quotation 99"),
            ({"text": " "}, "write it first"), ({"style": "gone"}, "gone"),
            ({"suffix": "x" * 300}, "too long")):
        answer = ask(document, **values)
        assert answer.startswith("error") and reason in answer, answer
        same(standing(document), before)


@rules.rule("where no Undo is kept nothing is written, and it says why")
def _():
    def test(document):
        for words, reason in ("en", "keeps no steps of Undo"), ("fr", "étape"):
            for act in ask, chain:
                answer = act(document, words=words)
                assert answer.startswith("error") and reason in answer, answer
        assert document.Text.String == ""
    without_undo(test)


def changes(document, command):
    office.create("com.sun.star.frame.DispatchHelper").executeDispatch(
        document.CurrentController.Frame, ".uno:" + command, "", 0, ())


@rule("a recorded quotation that is rejected leaves the text as it was")
def _(document):
    begin(document, "It says: | So.", "de", "DE")
    before = lines(document.Text)
    document.RecordChanges = True
    quote(document, id=TREATY, quotation=4, **DE)
    changes(document, "RejectAllTrackedChanges")
    assert lines(document.Text) == before, lines(document.Text)
    assert document.Footnotes.Count == 0


@rule("one that is accepted stands, and is right")
def _(document):
    begin(document, "It says: | So.", "de", "DE")
    document.RecordChanges = True
    quote(document, id=TREATY, quotation=4, **DE)
    changes(document, "AcceptAllTrackedChanges")
    says(document, "It says: ", EUROPEAN + "*", "So.")
    answer = call(document, "refresh", style="geschichte")
    assert "rewritten 0, by hand 0, lost 0" in answer, answer


@rule("any call that throws leaves the paragraph a block would part")
def _(document):
    begin(document, "Der Vertrag: | Und so.", "de", "DE")
    fail_each_call(document, ask, bookmarks=2, id=TREATY, quotation=4,
                   locator="p. 3", **DE)


@rule("so does one that throws when its work is done")
def _(document):
    begin(document, "They called it |. So it was.")
    fail_each_call(document, ask, is_after=True, bookmarks=2)


@rule("any call that throws leaves selected words as they were")
def _(document):
    begin(document, "They wrote “completely unreal”. So.|")

    fail_each_call(document, ask, bookmarks=2,
                   ready=lambda: select(document, "completely unreal"))


if __name__ == "__main__":
    with office:
        rules.main()
