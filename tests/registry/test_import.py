#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""What comes in: our own export, an export of Zotero's, and a volume of fifty documents in the form of the
Office of the Historian, made here. Each result is checked, searched and cited."""
import json
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

from volume import volume

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NV = os.path.join(ROOT, os.environ.get("BUILD", "build"), "nv")
results = {"ok": 0, "not ok": 0}


def check(rule, holds, why=""):
    word = "ok" if holds else "not ok"
    results[word] += 1
    print(f"{word} - {rule}" + ("" if holds else f": {why}"))


def nv(*arguments):
    return subprocess.run([NV, *arguments], capture_output=True, cwd=ROOT, encoding="utf-8", timeout=120)


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def imported(folder, form, source, *more):
    """The run, and the path of the new pack."""
    out = os.path.join(folder, os.path.basename(source) + ".pack.xml")
    return nv("import", "--from", form, "-o", out, "--pack", "mine", *more, source), out


def passes_check(rule, pack):
    run = nv("check", pack)
    check(rule, (run.returncode, run.stdout, run.stderr) == (0, "", ""), run.stdout[:400] + run.stderr)


def without_lost(item):
    """What an import keeps, in a form that can be compared."""
    custom = item["custom"]
    return {"id": item["id"], "kind": custom["kind"], "title": custom["title"], "document": custom["document"],
            "own title": item["title"], "date": item["event-date"], "in-force": item.get("in-force"),
            "party": item.get("party"), "signatory": item.get("signatory"), "place": item.get("event-place"),
            "sources": custom["sources"], "authority": item.get("authority"),
            "references": custom.get("references")}


def check_own_export(folder):
    source = write(os.path.join(folder, "core.json"), nv("export", "--to", "csl-json").stdout)
    run, pack = imported(folder, "csl-json", source)
    check("our own csl-json imports", run.returncode == 0, run.stderr)
    passes_check("and passes nv check", pack)
    before = {i["id"]: i for i in json.load(open(source, encoding="utf-8"))}
    after = {i["id"]: i for i in json.loads(nv("export", "-r", pack, "--to", "csl-json").stdout)}
    check("every event comes back under its id", sorted(before) == sorted(after))
    wrong = [i for i in before if i in after and without_lost(before[i]) != without_lost(after[i])]
    check("titles, documents, dates, parties, signatories and sources come back", not wrong, wrong[:5])
    kept = re.findall(r"item “(.*)”: quotation (\d+) is kept for the record", run.stderr)
    wrong = [i for i in before if i in after and after[i]["custom"]["quotations"] != [
        q for q in before[i]["custom"]["quotations"] if (i, str(q["number"])) not in kept]]
    check("quotations come back with number, language, role and status", not wrong, wrong[:5])
    again, second = imported(folder, "csl-json", source)
    check("the same file gives the same pack", again.returncode == 0 and
          open(pack, encoding="utf-8").read() == open(second, encoding="utf-8").read())
    lines = run.stderr.splitlines()
    check("each line says file and line of what was lost",
          all(re.match(re.escape(source) + r":\d+: ", line) for line in lines), lines[:3])
    check("the reply of 1954 is found in the new pack", nv("search", "--ids", "-r", pack, "refus 1954").stdout
          .startswith("1954-05-07-tripartite-reply"))


def check_own_tei(folder):
    source = write(os.path.join(folder, "core.tei"), nv("export", "--to", "tei").stdout)
    run, pack = imported(folder, "tei", source)
    check("our own tei imports", run.returncode == 0, run.stderr[-300:])
    passes_check("and passes nv check, too", pack)
    before = {i["id"]: i for i in json.loads(nv("export", "--to", "csl-json").stdout)}
    events = {e.get("id"): e for e in ET.parse(pack).getroot().iter("event")}
    check("every event of the tei has its id and kind",
          {i: e.get("kind") for i, e in events.items()} == {i: b["custom"]["kind"] for i, b in before.items()})
    wrong = [i for i, b in before.items() if
             [q.find("text").text for q in events[i].iter("quotation")] !=
             [re.sub(r"  +", " ", q["text"]) for q in b["custom"]["quotations"] if q["role"] == "document"]]
    check("the document's own words come back from tei", not wrong, wrong[:3])
    check("words of others are reported, for tei can't say whose", "somebody else" in run.stderr)


ZOTERO = [
    {"id": "http://zotero.org/users/1/items/AB", "type": "personal_communication", "language": "en-GB",
     "title": "Note from the Ruritanian Legation", "author": [{"family": "Hope", "given": "Anthony"}],
     "recipient": [{"literal": "Foreign Office"}], "issued": {"date-parts": [["1894", 4, 12]]},
     "archive": "The National Archives", "archive_location": "FO 371/1", "note": "seen in May"},
    {"id": "b", "type": "treaty", "language": "fr-FR", "title": "Traité de Strelsau", "title-short": "Strelsau",
     "container-title": "Recueil des traités", "volume": 12, "page": "3-9",
     "issued": {"raw": "1894-05-02"}, "URL": "https://example.org/strelsau", "publisher": "Zenda"},
    {"id": "c", "type": "book", "title": "No day", "issued": {"date-parts": [[1894]]}},
    {"id": "d", "type": "treaty", "language": "fr", "title": "Traité de Strelsau",
     "issued": {"date-parts": [[1894, 5, 2]]}, "publisher": "Zenda"},
]


def check_zotero(folder):
    source = write(os.path.join(folder, "zotero.json"), json.dumps(ZOTERO, indent=1))
    run, pack = imported(folder, "csl-json", source)
    check("an export of Zotero imports", run.returncode == 0, run.stderr)
    passes_check("and passes nv check as well", pack)
    events = {e.get("id"): e for e in ET.parse(pack).getroot()}
    check("ids are the date and the words of the title, each once",
          list(events) == ["1894-04-12-note-from-the-ruritanian-legation", "1894-05-02-traite-de-strelsau",
                           "1894-05-02-traite-de-strelsau-2"], list(events))
    check("keys differ", len({e.get("key") for e in events.values()}) == 3)
    note = events["1894-04-12-note-from-the-ruritanian-legation"]
    check("sender, addressee and archive are carried over",
          (note.find("document/from").text, note.find("document/to").text, note.find("source/archive-ref").text) ==
          ("Anthony Hope", "Foreign Office", "The National Archives, FO 371/1"))
    check("nothing is said to have been seen", {s.get("checked") for e in events.values() for s in e.iter("source")}
          == {"no"} and {e.get("confidence") for e in events.values()} == {"reported"})
    check("a French title is French", events["1894-05-02-traite-de-strelsau"].find("title").attrib ==
          {"{http://www.w3.org/XML/1998/namespace}lang": "fr"})
    check("what is lost is reported, and only that",
          sorted(re.findall(r"item “([^”]*)”.*?(“note”|no date)", run.stderr)) ==
          [("c", "no date"), ("http://zotero.org/users/1/items/AB", "“note”")], run.stderr)


def check_volume(folder):
    source = write(os.path.join(folder, "frus1954v99.xml"), volume())
    run, pack = imported(folder, "tei", source)
    check("a volume of fifty documents imports", run.returncode == 0, run.stderr[-300:])
    passes_check("and passes nv check without a fault", pack)
    events = list(ET.parse(pack).getroot())
    check("all fifty are there, each with its own id and key",
          len(events) == len({e.get("id") for e in events}) == len({e.get("key") for e in events}) == 50)
    third = next(e for e in events if "cipher3." in ET.tostring(e, encoding="unicode"))
    check("heading, date and place are carried over",
          (third.find("title").text, third.find("date").get("iso"), third.find("place").text) ==
          ("Letter From the Embassy in Zenda to the Department of State", "1954-04-04", "Zenda"),
          ET.tostring(third, encoding="unicode")[:400])
    check("sender and addressee are carried over",
          (third.find("document/from").text, third.find("document/to").text) ==
          ("Rudolf Rassendyll", "Secretary of State"))
    words = [(q.find("text").text, q.get("role"), q.get("original"), q.get("status")) for q in third.iter("quotation")]
    check("paragraphs are the document's words, without footnotes, as text seen",
          words[1] == ("The second paragraph of telegram 3 speaks of cipher3.", "document", "presumed", "text seen"),
          words)
    check("the source is the volume, with its document number",
          (third.find("source/title").text, third.find("source/document").text, third.find("source/year").text,
           third.find("source/publisher").text, third.find("source/basis").text) ==
          ("Foreign Relations of Ruritania, 1954, Volume XCIX", "3", "1986", "Zenda Printing Office",
           "Source: Ruritanian State Archives, File 3. Secret."))
    check("the footnotes are reported, one line each",
          len(run.stderr.splitlines()) == 50 and run.stderr.count("<note> is not carried over") == 50,
          run.stderr[:300])
    check("a document is found by a word of its text",
          nv("search", "--ids", "-r", pack, "cipher3 second").stdout.split() == [third.get("id")])
    packed = os.path.join(folder, "volume.nvpack")
    check("the import can be packed", nv("pack", "-o", packed, pack).returncode == 0)
    cited = nv("cite", "-r", packed, third.get("id") + "#2")
    check("and cited, with edition and number", cited.returncode == 0 and "April 4, 1954" in cited.stdout and
          "Foreign Relations of Ruritania, 1954" in cited.stdout and "doc. 3" in cited.stdout,
          cited.stdout + cited.stderr)


def check_use(folder):
    check("an import without a name is a misuse",
          nv("import", "--from", "tei", "-o", os.path.join(folder, "x"), "y").returncode == 2)
    check("an import from what nobody knows is a misuse",
          nv("import", "--from", "docx", "--pack", "a", "-o", os.path.join(folder, "x"), "y").returncode == 2)
    source = write(os.path.join(folder, "bad.json"), "[\n{")
    run, pack = imported(folder, "csl-json", source)
    check("a file that can't be read is a failure of one sentence, and leaves no pack",
          run.returncode == 1 and run.stderr.count("\n") == 1 and ":2: " in run.stderr and not os.path.exists(pack),
          run.stderr)


def main():
    with tempfile.TemporaryDirectory() as folder:
        check_own_export(folder)
        check_own_tei(folder)
        check_zotero(folder)
        check_volume(folder)
        check_use(folder)
    print(f"{results['ok']} passed, {results['not ok']} failed")
    return 1 if results["not ok"] else 0


if __name__ == "__main__":
    sys.exit(main())
