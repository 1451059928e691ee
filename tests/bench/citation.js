// SPDX-License-Identifier: MPL-2.0
// The same as citation.c for citeproc-js, in the same lines "NAME VALUE":
//   node citation.js MODULE STYLE LOCALE ITEMS NOTES OUT
"use strict";
const fs = require("fs");

const [module_path, style_path, locale_path, items_path, notes_path, out] =
  process.argv.slice(2);
const CHANGES = 5;

function now() {
  const cpu = process.cpuUsage();
  return { wall: performance.now(), cpu: (cpu.user + cpu.system) / 1000 };
}

// Calls `work` and prints how long it took; returns what it returned.
function time(name, work) {
  const start = now();
  const result = work();
  const end = now();
  console.log(`${name}_ms ${end.wall - start.wall}`);
  console.log(`${name}_cpu_ms ${end.cpu - start.cpu}`);
  return result;
}

const CSL = time("module", () => require(module_path));
const items = new Map(JSON.parse(fs.readFileSync(items_path, "utf8"))
  .map((item) => [item.id, item]));
const citations = JSON.parse(fs.readFileSync(notes_path, "utf8"))
  .map((cites, index) => ({
    citationID: "n" + index,
    citationItems: cites.map((cite) => ({ label: "page", ...cite })),
    properties: { noteIndex: index + 1 },
  }));

function engine() {
  const locale = fs.readFileSync(locale_path, "utf8");
  const system = {
    retrieveLocale: () => locale,
    retrieveItem: (id) => items.get(id),
  };
  return new CSL.Engine(system, fs.readFileSync(style_path, "utf8"), "en-US");
}

function copy(value) {
  return JSON.parse(JSON.stringify(value));
}

const processor = time("load", engine);
const notes = time("format",
  () => processor.rebuildProcessorState(copy(citations), "html"));
fs.writeFileSync(out, notes.map((note) => note[2] + "\n").join(""));

const place = (citation) => [citation.citationID, citation.properties.noteIndex];
for (let i = 0; i < CHANGES; i++) {
  const at = Math.floor(i * citations.length / CHANGES);
  const other = (at + Math.floor(citations.length / 3)) % citations.length;
  const changed = copy(citations[at]);
  changed.citationItems = copy(citations[other].citationItems);
  time("change_" + i, () => processor.processCitationCluster(changed,
    citations.slice(0, at).map(place), citations.slice(at + 1).map(place)));
}

// Without positions, and so without looking at other notes: the least that the
// engine can take.
const plain = engine();
plain.updateItems([...items.keys()]);
time("preview", () => citations.forEach(
  (citation) => plain.makeCitationCluster(copy(citation.citationItems))));
