"""``python -m training``: from the data folder to the pipeline in the package, and its scores."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.sources import DATA

STEPS = ("tables", "syntax", "names", "assemble", "measure")


def main() -> None:
    """Run the named steps, all but ``measure`` being needed once, in order."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("steps", nargs="*", help=f"of {', '.join(STEPS)}; all by default")
    parser.add_argument("--data", type=Path, default=DATA, help="folder with ud/, alpino/, ner/")
    parser.add_argument(
        "--articles", type=Path, default=DATA.parent / "articles", help="folder with ntrex-nl.jsonl"
    )
    parser.add_argument("--work", type=Path, default=Path("build/training"), help="scratch folder")
    parser.add_argument("--errors", type=int, default=0, help="mistakes to list, of each kind")
    options = parser.parse_args()
    if unknown := set(options.steps) - set(STEPS):
        parser.error(f"unknown step: {', '.join(sorted(unknown))} (of {', '.join(STEPS)})")
    steps = options.steps or STEPS
    from training import recipe

    if "tables" in steps:
        recipe.tables(options.data)
    if "syntax" in steps:
        recipe.syntax(options.data, options.work)
    if "names" in steps:
        recipe.names(options.data, options.articles, options.work)
    if "assemble" in steps:
        recipe.assemble(options.work)
    if "measure" in steps:
        recipe.measure(options.data, options.errors)


if __name__ == "__main__":
    main()
