"""The protocols as Spin sees them: no schedule of their steps breaks a promise.

A model that finds nothing proves nothing: each has seeded bugs, and each of those is found.
"""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.models.size import TIMES

HERE = Path(__file__).parent
LONGEST_S = 600
PROVED = (
    ("close_race", ()),
    ("close_race", ("VOTERS=3", "CLOSERS=2", "TRIES=2")),
    ("telling", ()),
    ("group_commit", ()),
)
NIGHTLY = (("close_race", ("VOTERS=4", "CLOSERS=2", "TRIES=2")),)
SEEDED = {
    "close_race": ("KEY_SHARE", "SNAPSHOT_FIRST", "STALE_BALLOT"),
    "telling": ("MARKED_FIRST", "NO_INBOX", "NO_ORDER"),
    "group_commit": ("TOLD_BEFORE_COMMIT", "KEPT_VERDICTS", "NO_KEY"),
}
MODELS = PROVED + NIGHTLY if TIMES > 1 else PROVED


@pytest.fixture(autouse=True)
def tools() -> None:
    for tool in ("spin", "gcc"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed: the models are NOT checked")


@pytest.mark.parametrize(("model", "size"), MODELS)
def test_no_schedule_breaks_a_promise(model, size, tmp_path):
    said = searched(model, size, tmp_path, hash_bits=22)
    assert "errors: 0" in said
    assert "Search not completed" not in said
    assert "max search depth too small" not in said


@pytest.mark.parametrize(
    ("model", "bug"), [(model, bug) for model, bugs in SEEDED.items() for bug in bugs]
)
def test_a_seeded_bug_is_found(model, bug, tmp_path):
    said = searched(model, (bug,), tmp_path, hash_bits=16)
    assert "assertion violated" in said


def searched(model: str, defined: Sequence[str], where: Path, *, hash_bits: int) -> str:
    """What the verifier that Spin makes of the model says."""
    names = [f"-D{name}" for name in defined]
    run(["spin", "-a", *names, str(HERE / f"{model}.pml")], where)
    run(["gcc", "-w", "-DSAFETY", "-o", "pan", "pan.c"], where)
    return run([str(where / "pan"), "-m100000", f"-w{hash_bits}"], where)


def run(command: Sequence[str], where: Path) -> str:
    done = subprocess.run(  # noqa: S603 the commands are ours
        command, cwd=where, capture_output=True, text=True, timeout=LONGEST_S, check=False
    )
    said = done.stdout + done.stderr
    assert done.returncode == 0, said
    return said
