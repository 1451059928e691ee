#!/usr/bin/python3
# SPDX-License-Identifier: MPL-2.0
"""What nv export writes, read by programs that are not ours."""
import json
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NV = os.path.join(ROOT, os.environ.get("BUILD", "build"), "nv")
TEI = "{http://www.tei-c.org/ns/1.0}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
REPLY = "1954-05-07-tripartite-reply"
results = {"ok": 0, "not ok": 0}


def check(rule, holds, why=""):
    word = "ok" if holds else "not ok"
    results[word] += 1
    print(f"{word} - {rule}" + ("" if holds else f": {why}"))


def nv(*arguments):
    return subprocess.run([NV, *arguments], capture_output=True, text=True, cwd=ROOT,
                          encoding="utf-8", timeout=120)


def registry():
    """The events of the shipped files: id to element."""
    folder = os.path.join(ROOT, "registry", "events")
    events = {}
    for name in sorted(os.listdir(folder)):
        for event in ET.parse(os.path.join(folder, name)).getroot().iter("event"):
            events[event.get("id")] = event
    return events


def words(element):
    """White space of XML counts as one space; no-break spaces stay."""
    return re.sub(r"[ \t\r\n]+", " ", "".join(element.itertext())).strip(" ")


def quotations(event, ship):
    return [words(q.find("text")) for q in event.iter("quotation")
            if (q.get("ship") != "false") == ship]


def parts(iso):
    return [int(part) for part in iso.split("-")]


def check_csl(events):
    run = nv("export", "--to", "csl-json")
    items = {item["id"]: item for item in json.loads(run.stdout)}
    check("csl-json is JSON with every event once", sorted(items) == sorted(events))
    check("every item has a type and a title",
          all(item["type"] and item["title"] for item in items.values()))
    wrong = [i for i, e in events.items() if items[i]["event-date"]["date-parts"] !=
             [parts(e.find("date").get(k)) for k in ("iso", "end") if e.find("date").get(k)]]
    check("event-date is the recorded date, with its precision", not wrong, wrong[:3])
    wrong = [i for i, e in events.items() if quotations(e, True) !=
             [q["text"] for q in items[i]["custom"]["quotations"]]]
    check("offered wording is exported as recorded", not wrong, wrong[:3])
    wrong = []
    for i, event in events.items():
        for url in event.iter("url"):
            if url.get("ok") != "true" and words(url) in json.dumps(items[i], ensure_ascii=False):
                wrong.append(i)
    check("an address leaves only if it may stand in a note", not wrong, wrong[:3])
    wrong = [i for i, e in events.items() if
             [words(p) for p in e.findall("party")] !=
             [p["literal"] for p in items[i].get("party", [])]]
    check("parties are literal names", not wrong, wrong[:3])
    wrong = [i for i, e in events.items() if
             [p.get("name") for p in e.findall("person") if p.get("act") == "signed"] !=
             [p["literal"] for p in items[i].get("signatory", [])]]
    check("only who signed is a signatory", not wrong, wrong[:3])
    treaty = items["1949-04-04-north-atlantic-treaty"]
    check("a treaty has its series, its day and its entry into force",
          (treaty["type"], treaty["container-title"], treaty["volume"], treaty["page"],
           treaty["issued"], treaty["in-force"]) ==
          ("treaty", "UNTS", "34", "243", {"date-parts": [[1949, 4, 4]]},
           {"date-parts": [[1949, 8, 24]]}), treaty)
    note = items["1949-03-31-soviet-memorandum"]
    check("a note has sender, addressee, genre and its place in the edition",
          (note["type"], note["author"], note["genre"], note["number"], note["issued"]) ==
          ("personal_communication", [{"literal": "Soviet Government"}], "memorandum", "139",
           {"date-parts": [[1975]]}) and note["recipient"], note)
    wrong = [i for i, e in events.items() if e.find("document").get("none") != "true" and
             items[i]["title"] not in [words(t) for t in e.find("document")]]
    check("a document is named by its document fields alone", not wrong, wrong[:3])
    return run.stdout


def check_kept(events):
    """What is not offered, and what is for curators, is in no form of export."""
    kept = {text for e in events.values() for text in quotations(e, False)}
    kept -= {text for e in events.values() for text in quotations(e, True)}
    curators = {words(x) for e in events.values() for x in e.iter()
                if x.tag in ("where", "basis") and len(words(x)) > 40}
    for form in ("csl-json", "ris", "bibtex", "tei"):
        out = nv("export", "--to", form).stdout
        if form == "tei":
            out = "".join(ET.fromstring(out.encode()).itertext())
        check(f"wording that is not offered is not in {form}",
              kept and not [t for t in kept if t in out and len(t) > 30])
        check(f"what is for curators is not in {form}",
              curators and not [t for t in curators if t in out])


def check_ris(events):
    records = nv("export", "--to", "ris").stdout.split("ER  - \n")
    check("ris has every event once", len(records) == len(events) + 1 and not records[-1].strip())
    lines = [line for record in records[:-1] for line in record.strip().split("\n")]
    check("every line of ris has a tag",
          all(re.fullmatch(r"[A-Z][A-Z0-9]  - .+", line) for line in lines))
    check("every record of ris begins with its type",
          all(record.strip().startswith("TY  - ") for record in records[:-1]))
    reply = nv("export", "--to", "ris", REPLY).stdout
    check("ris has type, id, date and pages",
          all(tag + "\n" in reply for tag in ("TY  - PCOMM", f"ID  - {REPLY}", "PY  - 1954",
                                              "DA  - 1954/05/07/", "SP  - 756", "EP  - 757")), reply)
    check("ris says of each quotation what it is",
          "“completely unreal” (en; document; reported; quoted in: Dmitri" in reply, reply)


def check_bibtex(events):
    out = nv("export", "--to", "bibtex").stdout
    depth = lowest = 0
    for char in out:
        depth += (char == "{") - (char == "}")
        lowest = min(lowest, depth)
    check("the braces of bibtex are balanced", depth == 0 and lowest == 0)
    check("bibtex has every event under its id",
          re.findall(r"^@[a-z]+\{(.*),$", out, re.M) == sorted(
              events, key=lambda i: (events[i].find("date").get("iso"), i)))
    texts = re.sub(r"url = \{.*\}", "", out)
    check("characters of TeX are escaped", not re.search(r"(?<!\\)[&%#$]", texts))


def check_tei(events):
    root = ET.fromstring(nv("export", "--to", "tei").stdout.encode())
    divs = [d for d in root.iter(TEI + "div") if d.get("type") == "document"]
    check("tei is one div of type document an event", len(divs) == len(events))
    check("a div has a head, a date and a place for its sender",
          all(d.find(TEI + "head").text and d.find(f".//{TEI}date") is not None for d in divs))
    wrong = [d for d in divs
             if [words(q) for q in d.iter(TEI + "quote")] !=
             quotations(events[d.get("{http://www.w3.org/XML/1998/namespace}id")[2:]], True)]
    check("the paragraphs of tei are the offered quotations", not wrong)
    check("each says its language, role and status",
          all(q.get(LANG) and q.get("type") and q.get("subtype") for q in root.iter(TEI + "quote")))


def check_use():
    check("an export to what nobody knows is a misuse", nv("export", "--to", "docx").returncode == 2)
    check("an export without a form is a misuse", nv("export").returncode == 2)
    run = nv("export", "--to", "tei", REPLY, "nobody")
    check("exporting what does not exist is a failure, and prints nothing",
          (run.returncode, run.stdout) == (1, "") and "There is no event “nobody”" in run.stderr)
    run = nv("export", "--to", "csl-json", REPLY, "1949-04-04-north-atlantic-treaty", REPLY)
    check("ids are exported once, in the order asked for",
          [item["id"] for item in json.loads(run.stdout)] ==
          [REPLY, "1949-04-04-north-atlantic-treaty"])


def main():
    events = registry()
    again = check_csl(events)
    check("the same events give the same bytes", again == nv("export", "--to", "csl-json").stdout)
    check_kept(events)
    check_ris(events)
    check_bibtex(events)
    check_tei(events)
    check_use()
    print(f"{results['ok']} passed, {results['not ok']} failed")
    return 1 if results["not ok"] else 0


if __name__ == "__main__":
    sys.exit(main())
