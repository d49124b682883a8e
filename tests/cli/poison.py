"""Workers with a poisoned item, importable by the child processes of the tests."""

import os
from collections.abc import Callable

from kg.errors import UsageError
from kg.model import Document
from kg.pipeline import Builder, Outcome, Recipe


def doubler() -> Callable[[int], int]:
    """Doubles numbers; dies of 13, and prints so that a broken protocol would show."""

    def work(number: int) -> int:
        print("hallo")
        if number == 13:
            os.abort()
        return 2 * number

    return work


def refuser() -> Callable[[int], int]:
    """Cannot be started."""
    raise UsageError("geen model", "koop er een")


class Poisoned(Builder):
    """Builds documents, but dies of the one called "gif" and fails on "fout"."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__(recipe)

    def _build(self, document: Document) -> Outcome:
        if document.id == "gif":
            os.abort()
        if document.id == "fout":
            raise ZeroDivisionError("gedeeld door nul")
        return super()._build(document)
