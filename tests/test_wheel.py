"""The wheel stands alone: installed outside the checkout, it builds a graph."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    # A copy, so that a build never leaves anything in the checkout.
    shutil.copytree(
        ROOT,
        source,
        ignore=shutil.ignore_patterns(".git", ".venv", "out", "dist", "build", ".*_cache"),
    )
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(folder),
        str(source),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (made,) = folder.glob("*.whl")
    return made


def test_the_wheel_holds_data_and_licences(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for needed in (
        "kg/ontology/kg.ttl",
        "kg/ontology/events.ttl",
        "kg/ontology/shapes.ttl",
        "kg/data/nl/cues.toml",
        "kg/data/nl/gazetteer/things.tsv",
    ):
        assert needed in names, needed
    assert any(name.startswith("kg/data/nl/model/pipeline/") for name in names)
    assert any(name.endswith(".rq") for name in names)
    assert any(name.endswith("/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "training/")) for name in names)


def test_the_wheel_is_small(wheel: Path) -> None:
    assert wheel.stat().st_size < 45_000_000


def test_it_builds_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target"]
    subprocess.run([*command, str(site), str(wheel)], check=True, capture_output=True)
    (tmp_path / "artikel.txt").write_text("Het leger beschoot donderdag de haven van Odessa.")
    program = "import kg.cli, kg; print(kg.__file__); kg.cli.main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "build", "artikel.txt", "--out", "uit"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(site))
    assert "kg:Shelling" in (tmp_path / "uit" / "graph.ttl").read_text(encoding="utf-8")
