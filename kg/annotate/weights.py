"""The weights in the package: verified against their manifest, then loaded."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KgError

if TYPE_CHECKING:
    from spacy.language import Language

MANIFEST = "manifest.sha256"


def verify(folder: Path) -> None:
    """Check each file that the manifest of ``folder`` lists ("SHA256  PATH" a line).

    Raises:
        KgError: a file is missing, has other bytes, or is not listed.
    """
    hint = "Install the package again; nothing was loaded."
    manifest = folder / MANIFEST
    if not manifest.is_file():
        raise KgError(f"the Dutch model has no manifest: {manifest}", hint)
    listed = set[str]()
    for line in manifest.read_text(encoding="utf-8").splitlines():
        digest, _, name = line.partition("  ")
        path = folder / name
        if not path.is_file():
            raise KgError(f"a file of the Dutch model is missing: {path}", hint)
        if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
            raise KgError(f"a file of the Dutch model is damaged: {path}", hint)
        listed.add(name)
    for path in (folder / "pipeline").rglob("*"):
        if path.is_file() and path.relative_to(folder).as_posix() not in listed:
            raise KgError(f"a file of the Dutch model is not in its manifest: {path}", hint)


@cache
def load_dutch() -> Language:
    """The pipeline inside the package. spaCy is imported here; nothing is downloaded.

    Raises:
        KgError: the weights do not match their manifest.
    """
    import spacy

    with as_file(files("kg") / "data/nl/model") as folder:
        verify(folder)
        nlp = spacy.load(folder / "pipeline")
    _widen(nlp)
    return nlp


def _widen(nlp: Language) -> None:
    """Weights are stored in two bytes each and computed with in four."""
    for _, component in nlp.pipeline:
        for node in component.model.walk():  # type: ignore[attr-defined]
            for name in node.param_names:
                if node.has_param(name):
                    node.set_param(name, node.get_param(name).astype("float32"))
