"""Score the time and number grammars on the Dutch Microsoft Recognizers specs.

    python benchmarks/time_cases.py [--data DIR] [--errors N] [--half work|report]

Cases are halved by the hash of their sentence: the grammars were worked out on the errors of one
half ("work"); the other ("report") was never looked at. What is left out, and the conventions
that are mapped here rather than followed in the grammar, stand in
docs/decisions/0009-time-and-numbers.md.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from number_cases_right import number_problem
from time_cases_left_out import left_out
from time_cases_right import time_problem

DATA = Path(__file__).parent.parent.parent / "shared" / "data" / "time"


@dataclass(frozen=True)
class Case:
    """One spec: its file, sentence, reference date and expected results."""

    file: str
    kind: str
    text: str
    reference: str | None
    results: tuple[dict[str, Any], ...]

    @property
    def half(self) -> str:
        """ "work" or "report", by the sentence alone."""
        number = int(hashlib.sha256(self.text.encode()).hexdigest(), 16)
        return "report" if number % 2 else "work"


def cases(data: Path) -> list[Case]:
    """All cases under the folders datetime, number and unit."""
    found = []
    for path in sorted(data.glob("*/*.json")):
        for spec in json.loads(path.read_text(encoding="utf-8-sig")):
            reference = spec.get("Context", {}).get("ReferenceDateTime")
            found.append(
                Case(path.stem, path.parent.name, spec["Input"], reference, tuple(spec["Results"]))
            )
    return found


def main() -> None:
    """Print both halves: kinds left out with counts, then what is right, by file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--errors", type=int, default=0, help="errors to print, of the work half")
    parser.add_argument("--file", default="", help="only files whose name begins so")
    parser.add_argument("--left", default="", help="print the work cases left out for this reason")
    options = parser.parse_args()
    if not options.data.is_dir():
        print(f"no cases under {options.data}: give --data")
        raise SystemExit(2)
    every = [case for case in cases(options.data) if case.file.startswith(options.file)]
    reasons: dict[str, Counter[str]] = defaultdict(Counter)
    right: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    shown = 0
    for case in every:
        group = "time" if case.kind == "datetime" else "number"
        reason = left_out(case)
        if reason is not None:
            reasons[group][reason] += 1
            if options.left and reason.startswith(options.left) and case.half == "work":
                print("  left out:", case.text, "=>", [r.get("Text") for r in case.results])
            continue
        problem = time_problem(case) if group == "time" else number_problem(case)
        spans_only = group == "time" and case.file.endswith("Extractor")
        table = f"{group}, span only" if spans_only else group
        for row in (table, f"  {case.file}"):
            right[row, case.half]["all"] += 1
            right[row, case.half]["right"] += problem is None
        if problem is not None and case.half == "work" and shown < options.errors:
            shown += 1
            print(f"[{case.file}] {case.text!r} ({(case.reference or '')[:10]})\n     {problem}")
    for group, counts in sorted(reasons.items()):
        print(f"\n{group}: left out {sum(counts.values())}")
        for reason, count in counts.most_common():
            print(f"  {count:4d}  {reason}")
    print(f"\n{'':34s}{'work half':>18s}{'report half':>18s}")
    rows = sorted({row for row, _ in right}, key=lambda row: (row.startswith(" "), row))
    for row in rows:
        told = ""
        for half in ("work", "report"):
            counts = right[row, half]
            if counts["all"]:
                share = 100 * counts["right"] / counts["all"]
                told += f"{counts['right']:5d}/{counts['all']:<5d}{share:5.1f} %"
            else:
                told += " " * 18
        print(f"{row:34s}{told}")


if __name__ == "__main__":
    main()
