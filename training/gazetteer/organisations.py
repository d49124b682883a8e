"""Own lists -> organisations, companies, parties, media, armed forces and seats of power."""

from __future__ import annotations

import re
from pathlib import Path

from training.gazetteer.attested import Attested
from training.gazetteer.friends import WORDS
from training.gazetteer.things import Book, Thing, parts, rows, slug

WEIGHTS = {"InternationalOrganisation": 4e6, "Government": 3e6, "Institution": 1e6, "Party": 8e5}
KINDS = {"igo": "InternationalOrganisation", "court": "Institution"}


def add_organisations(book: Book, table: Path, isos: dict[str, str], known: Attested) -> None:
    """``orgs_nl.tsv`` (an own list with checked QIDs) and ``organisations.tsv``.

    A row of the second with the name of one of the first adds names to it. A name that is one
    capitalised Dutch word ("Denk", "Congres") is not indexed unless ``exceptions.tsv`` keeps it.
    """
    asked = {name: kind for kind, name, of, _ in rows("exceptions") if of == "-"}
    regions = {t.label: k for k, t in book.things.items() if t.entity_class == "AdminRegion"}
    found: dict[str, Thing] = {}
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        qid, label, aliases, kind, *_ = line.split("\t")
        found[label] = Thing(qid, label, KINDS[kind], "W+O", [qid], names=aliases.split(";"))
    for kind, label, names, inside in rows("organisations"):
        thing = found.setdefault(label, Thing(f"kg:{slug(label)}", label, kind, "O"))
        thing.names = [*thing.names, *parts(names)]
        thing.contained_in = (isos.get(inside) or regions[inside]) if inside else ""
    for thing in found.values():
        thing.weight = WEIGHTS.get(thing.entity_class, 5e5)
        thing.bare = False
        spelled = dict.fromkeys([thing.label.split(" (")[0], thing.label, *thing.names])
        thing.names = []
        for name in (name for name in spelled if name):
            word = re.fullmatch(r"[A-ZÀ-Ý][a-zà-ÿ]+", name) and known.words[name.lower()] >= WORDS
            if asked.get(name, "drop" if word else "keep") == "drop":
                book.refused.append((name, thing.entity_class, "Dutch word"))
            else:
                thing.names.append(name)
        if thing.key in book.things:
            thing.key += "-organisatie"
        book.add(thing)
