"""Trained parts -> one pipeline in ``kg/data/nl/model`` with its manifest."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import spacy

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
    folder = model / "pipeline"
    if folder.exists():
        shutil.rmtree(folder)
    nlp.to_disk(folder)
    write_manifest(model)
    return folder


def write_manifest(model: Path = MODEL) -> None:
    """List every file of the model with its SHA-256 in ``manifest.sha256``."""
    listed = sorted(p for p in model.rglob("*") if p.is_file() and p.name != "manifest.sha256")
    rows = (
        f"{hashlib.sha256(p.read_bytes()).hexdigest()}  {p.relative_to(model).as_posix()}\n"
        for p in listed
    )
    (model / "manifest.sha256").write_text("".join(rows), encoding="utf-8")
