"""The lossy disk under a folder, from `with` to its end; see `lossy_disk`."""

import importlib.util
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from ctypes.util import find_library
from pathlib import Path
from typing import Self

PROGRAM = Path(__file__).with_name("lossy_disk.py")
CUT = ".cut"
READY_WITHIN_S = 20.0
UNMOUNT = shutil.which("fusermount3") or shutil.which("fusermount")


def what_is_missing() -> str:
    """What such a disk would need and is not here."""
    needed = {
        "/dev/fuse": Path("/dev/fuse").exists(),
        "libfuse (Debian: libfuse3-3)": find_library("fuse3") or find_library("fuse"),
        "fusermount3 (Debian: fuse3)": UNMOUNT,
        "mfusepy (PyPI)": importlib.util.find_spec("mfusepy"),
    }
    return ", ".join(name for name, found in needed.items() if not found)


class NoDisk(Exception):
    """It could not be mounted; what it said is the message."""


class Disk:
    """Whatever is in the folder when it begins is on the disk, and flushed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Mount it. Raises NoDisk."""
        command = [sys.executable, str(PROGRAM), str(self._folder)]
        self._process = subprocess.Popen(command, stderr=subprocess.PIPE)  # noqa: S603 our own
        give_up_at = time.monotonic() + READY_WITHIN_S
        while not self._folder.is_mount():
            if self._process.poll() is not None or time.monotonic() > give_up_at:
                self._process.kill()
                raise NoDisk(self._process.communicate()[1].decode())
            time.sleep(0.01)
        return self

    def cut(self) -> None:
        """The power fails now: when this returns, nothing more can be acknowledged."""
        with suppress(FileNotFoundError):
            (self._folder / CUT).stat()

    def __exit__(self, *_: object) -> None:
        """Take it away: the folder is then as the disk has kept it."""
        subprocess.run([str(UNMOUNT), "-u", "-z", str(self._folder)], check=True)  # noqa: S603
        if self._process:
            self._process.terminate()
            self._process.communicate(timeout=READY_WITHIN_S)
