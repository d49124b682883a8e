"""Keys of places -> which lies in which."""

from __future__ import annotations

from collections.abc import Collection

from kg.gazetteer import Gazetteer
from kg.vocab import class_chain

# Told so, a place says where to the town or nearer; a country does not.
_WIDE = ("Country", "AdminRegion", "Region", "Sea")


class Places:
    """Where places lie, by the gazetteer.

    Args:
        gazetteer: names of the world.
        classes: entity key -> class, for the things of the articles.
    """

    def __init__(self, gazetteer: Gazetteer, classes: dict[str, str]) -> None:
        self._gazetteer = gazetteer
        self._classes = classes
        self._around: dict[str, tuple[str, ...]] = {}

    def around(self, key: str) -> tuple[str, ...]:
        """What a place lies in, the nearest first."""
        if key not in self._around:
            found: list[str] = []
            entry = self._gazetteer.get(key)
            while entry is not None and entry.contained_in and entry.contained_in not in found:
                found.append(entry.contained_in)
                entry = self._gazetteer.get(entry.contained_in)
            self._around[key] = tuple(found)
        return self._around[key]

    def known(self, key: str) -> bool:
        """Whether the gazetteer says where it is."""
        return self._gazetteer.get(key) is not None

    def precise(self, keys: Collection[str]) -> set[str]:
        """Those that say where to the town: no countries, regions, seas."""
        return {key for key in keys if self.known(key) and not self._is(key, *_WIDE)}

    def countries(self, keys: Collection[str]) -> set[str]:
        """The countries among places and around them."""
        return {k for key in keys for k in (key, *self.around(key)) if self._is(k, "Country")}

    def related(self, one: str, other: str) -> bool:
        """Whether they are the same or one lies in the other."""
        return one == other or one in self.around(other) or other in self.around(one)

    def apart(self, ones: Collection[str], others: Collection[str]) -> bool:
        """Whether two sets of places surely name different ones: no pair is related."""
        known, others_known = set(filter(self.known, ones)), set(filter(self.known, others))
        return bool(known and others_known) and not any(
            self.related(a, b) for a in known for b in others_known
        )

    def _is(self, key: str, *names: str) -> bool:
        entry = self._gazetteer.get(key)
        kind = entry.entity_class if entry else self._classes.get(key, "Thing")
        return any(name in class_chain(kind) for name in names)
