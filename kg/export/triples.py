"""A store's triples by subject, in an order that does not change from run to run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from kg.vocab import PREFIXES

if TYPE_CHECKING:
    import pyoxigraph as ox

TYPE = PREFIXES["rdf"] + "type"


@cache
def expand(name: str) -> str:
    """The IRI of a prefixed name such as "kg:Person".

    Raises:
        KeyError: the prefix is not one of ``vocab.PREFIXES``.
    """
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


class Triples:
    """The graph in memory: one pass over the store, then plain look-ups.

    One look-up in the store costs microseconds and a page needs many of each mention; all
    named graphs count as one.
    """

    def __init__(self, store: ox.Store) -> None:
        import pyoxigraph as ox

        # subject -> predicate -> {(is not Dutch, value)}: sorted, a Dutch literal comes first
        self._of: dict[str, dict[str, set[tuple[bool, str]]]] = {}
        self._with_type: dict[str, set[str]] = {}
        for quad in store:
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if not isinstance(subject, ox.NamedNode):
                continue
            if isinstance(value, ox.Literal):
                entry = (value.language != "nl", value.value)
            elif isinstance(value, ox.NamedNode):
                entry = (True, value.value)
                if predicate == TYPE:
                    self._with_type.setdefault(value.value, set()).add(subject.value)
            else:
                continue
            self._of.setdefault(subject.value, {}).setdefault(predicate, set()).add(entry)

    def with_type(self, name: str) -> list[str]:
        """The IRIs of class ``name`` ("sem:Event"), sorted."""
        return sorted(self._with_type.get(expand(name), ()))

    def all(self, subject: str, name: str) -> list[str]:
        """The values of a property ("gaf:denotedBy"), sorted, Dutch literals first."""
        found = self._of.get(subject, {}).get(expand(name), ())
        return [value for _, value in sorted(found)]

    def one(self, subject: str, name: str) -> str:
        """The first value of a property, "" where there is none."""
        found = self._of.get(subject, {}).get(expand(name), ())
        return min(found)[1] if found else ""

    def one_of(self, subject: str, names: Iterable[str]) -> str:
        """The first value of the first of these properties that has one, else ""."""
        return next(filter(None, (self.one(subject, name) for name in names)), "")

    def number(self, subject: str, name: str) -> float | None:
        """The first value of a property as a number, None where it is none."""
        try:
            return float(self.one(subject, name))
        except ValueError:
            return None

    def with_property(self, name: str) -> Iterator[tuple[str, str]]:
        """(subject, value) of every triple with this property, sorted."""
        predicate = expand(name)
        for subject in sorted(self._of):
            for _, value in sorted(self._of[subject].get(predicate, ())):
                yield subject, value
