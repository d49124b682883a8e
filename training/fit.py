"""Configuration and examples -> a trained spaCy pipeline on disk."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

import training.corpus
import training.name_corpus  # noqa: F401  both register the readers that the files name

CONFIG = Path(__file__).parent / "config"


def fit(name: str, train_path: Path, dev_path: Path, output: Path, **overrides: Any) -> Path:
    """Train ``config/NAME.cfg`` and return the folder of the best model on the dev file.

    ``overrides`` are dotted configuration keys with ``__`` for the dots, such as
    ``training__max_steps=2000``. Progress is printed to stdout as spaCy does.
    """
    settings: dict[str, Any] = {"paths.train": str(train_path), "paths.dev": str(dev_path)}
    settings |= {key.replace("__", "."): value for key, value in overrides.items()}
    config = load_config(CONFIG / f"{name}.cfg", overrides=settings, interpolate=False)
    nlp = init_nlp(config, use_gpu=-1)
    output.mkdir(parents=True, exist_ok=True)
    train(nlp, output, use_gpu=-1)
    return output / "model-best"
