"""Trained parts -> one pipeline in ``kg/data/nl/model`` with its manifest."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

MODEL = Path(__file__).parent.parent / "kg" / "data" / "nl" / "model"


def assemble(syntax: Path, names: Path, model: Path = MODEL) -> Path:
    """Join a syntax pipeline and a names pipeline in ``model/pipeline``, and list all files.

    Returns the folder. What stood in ``model/pipeline`` is replaced.
    """
    nlp = spacy.load(syntax)
    nlp.add_pipe("ner", source=spacy.load(names))
    nlp.meta.update(
        {
            "name": "kg_nl",
            "description": "Dutch news: tags, lemmas, parse, names",
            "license": "CC BY-SA 4.0",
            "sources": [],
            "performance": {},
        }
    )
    nlp.config["paths"] = {"train": None, "dev": None}
    folder = model / "pipeline"
    if folder.exists():
        shutil.rmtree(folder)
    _halve(nlp)
    nlp.to_disk(folder)
    write_manifest(model)
    return folder


def write_manifest(model: Path = MODEL) -> None:
    """List the weights, and the table that is one of their features, with their SHA-256.

    The other tables may be edited without training anew.
    """
    listed = sorted(p for p in (model / "pipeline").rglob("*") if p.is_file())
    listed.append(model / "name-words.tsv")
    rows = (
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(model).as_posix()}\n"
        for p in listed
    )
    (model / "manifest.sha256").write_text("".join(rows), encoding="utf-8")


def _halve(nlp: Language) -> None:
    """Store weights in two bytes each; ``kg.annotate.weights`` widens them when it loads."""
    for _, component in nlp.pipeline:
        for node in getattr(component, "model", _Nothing()).walk():
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype("float16"))


class _Nothing:
    """A component without a model."""

    def walk(self) -> tuple[()]:
        return ()
