# SPDX-License-Identifier: MPL-2.0
"""A volume of fifty documents for tests, as the Office of the Historian would
encode it, of a state that never was."""


def volume():
    """Fifty documents as the Office of the Historian encodes them."""
    what = ["Telegram", "Memorandum of Conversation", "Aide-Mémoire: Note", "Letter", "Despatch"]
    divs = []
    for n in range(1, 51):
        divs.append(f"""
   <div type="document" subtype="historical-document" n="{n}" xml:id="d{n}">
    <note type="source">Source: Ruritanian State Archives, File {n}. Secret.</note>
    <head>{n}. {what[n % 5]} From the Embassy in Zenda to the Department of State<note n="1" xml:id="d{n}fn1">A
     footnote.</note></head>
    <opener><dateline rendition="#right"><placeName>Zenda</placeName>,
     <date when="1954-{n % 12 + 1:02}-{n % 28 + 1:02}T12:00:00Z">a day</date>.</dateline></opener>
    <p>From <persName type="from" corresp="#p_R{n}">Rudolf Rassendyll</persName> to
     <persName type="to"><gloss target="#t_SD1">Secretary</gloss> of State</persName>: <hi
     rend="strong">number {n}</hi> on the coronation of Strelsau.</p>
    <p>The second paragraph<lb/>of telegram {n} speaks of cipher{n}.</p>
   </div>""")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1954v99" xml:lang="en">
 <teiHeader><fileDesc>
  <titleStmt><title type="complete">Foreign Relations of Ruritania, 1954, Volume XCIX</title></titleStmt>
  <publicationStmt><publisher>Zenda Printing Office</publisher><pubPlace>Zenda</pubPlace><date>1986</date>
  </publicationStmt><sourceDesc><p>Made for a test.</p></sourceDesc>
 </fileDesc></teiHeader>
 <text><body><div type="compilation" xml:id="comp1"><head>Strelsau</head>
  <div type="chapter" xml:id="ch1"><head>The coronation</head>{"".join(divs)}
  </div></div></body></text>
</TEI>
"""
