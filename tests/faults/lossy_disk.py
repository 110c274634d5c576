"""A disk that forgets at a power cut what was not flushed: a program, run for one folder.

It is mounted over the folder and keeps its files there. Of what is written and not yet flushed it
remembers what stood there before; at the cut it puts that back, and from then on fails whatever is
asked of it. So all that a server has acknowledged by then had to be flushed by then.

It is kinder than the worst of disks: the names of files (made, renamed, removed) are kept at once,
and what is flushed in a file is flushed with all of that file. What it loses is lost on any disk.
"""

import os
import sys
from dataclasses import dataclass, field
from errno import EIO, ENOENT

from mfusepy import FUSE, FuseOSError, Operations

CUT = ".cut"
"""Whoever looks for this name in the folder cuts the power, and finds it cut."""


@dataclass
class Unflushed:
    """What a file was when it was last flushed, and what has been written over since.

    Args:
        file: a descriptor of our own: the file may be closed, renamed or removed meanwhile.
    """

    file: int
    size: int
    before: list[tuple[int, bytes]] = field(default_factory=list)

    def undo(self) -> None:
        for offset, octets in reversed(self.before):
            os.pwrite(self.file, octets, offset)
        os.ftruncate(self.file, self.size)


class LossyDisk(Operations):
    """The calls that PostgreSQL and NATS make of a disk; one at a time, so no locks are needed."""

    use_ns = True

    def __init__(self, folder: str) -> None:
        self._folder = os.open(folder, os.O_RDONLY)
        self._unflushed: dict[int, Unflushed] = {}
        self._is_cut = False

    def init(self, path: str) -> None:  # noqa: ARG002 it is always the root
        """Below the mount, which hides it, the folder is reached by where we stand only."""
        os.fchdir(self._folder)

    def getattr(self, path: str, fh: int | None = None) -> dict[str, int]:
        if path == f"/{CUT}":
            self._cut()
            raise FuseOSError(ENOENT)
        found = os.fstat(fh) if fh is not None else os.lstat(self._at(path))
        names = ("mode", "nlink", "size", "uid", "gid", "ino", "blocks")
        times = {f"st_{t}": getattr(found, f"st_{t}_ns") for t in ("atime", "mtime", "ctime")}
        return {f"st_{name}": getattr(found, f"st_{name}") for name in names} | times

    def _cut(self) -> None:
        self._is_cut = True
        for file in self._unflushed.values():
            file.undo()
        self._unflushed.clear()

    def _at(self, path: str) -> str:
        if self._is_cut:
            raise FuseOSError(EIO)
        return f".{path}"

    def _powered(self, fh: int) -> int:
        if self._is_cut:
            raise FuseOSError(EIO)
        return fh

    def _before(self, fh: int, offset: int, length: int) -> None:
        """Remember what is about to be written over."""
        inode = os.fstat(fh)
        if inode.st_ino not in self._unflushed:
            self._unflushed[inode.st_ino] = Unflushed(os.dup(fh), inode.st_size)
        if octets := os.pread(fh, length, offset):
            self._unflushed[inode.st_ino].before.append((offset, octets))

    def fsync(self, path: str, datasync: int, fh: int) -> int:  # noqa: ARG002
        if kept := self._unflushed.pop(os.fstat(self._powered(fh)).st_ino, None):
            os.close(kept.file)
        return 0

    def write(self, path: str, data: bytes, offset: int, fh: int) -> int:  # noqa: ARG002
        self._before(self._powered(fh), offset, len(data))
        return os.pwrite(fh, data, offset)

    def truncate(self, path: str, length: int, fh: int | None = None) -> int:
        if fh is None:
            fh = self.open(path, os.O_RDWR)
            self.truncate(path, length, fh)
            return self.release(path, fh)
        self._before(self._powered(fh), length, max(0, os.fstat(fh).st_size - length))
        os.ftruncate(fh, length)
        return 0

    def read(self, path: str, size: int, offset: int, fh: int) -> bytes:  # noqa: ARG002
        return os.pread(self._powered(fh), size, offset)

    def open(self, path: str, flags: int) -> int:
        """Readable too, whatever was asked: what is written over is read before."""
        kept = flags & ~(os.O_ACCMODE | os.O_APPEND | os.O_TRUNC)
        wanted = os.O_RDONLY if flags & os.O_ACCMODE == os.O_RDONLY else os.O_RDWR
        return os.open(self._at(path), kept | wanted)

    def create(self, path: str, mode: int, fi: object = None) -> int:  # noqa: ARG002
        return os.open(self._at(path), os.O_RDWR | os.O_CREAT | os.O_EXCL, mode)

    def release(self, path: str, fh: int) -> int:  # noqa: ARG002
        os.close(fh)
        return 0

    def readdir(self, path: str, fh: int) -> list[str]:  # noqa: ARG002
        return [".", "..", *os.listdir(self._at(path))]  # noqa: PTH208 relative, by design

    def rename(self, old: str, new: str) -> int:
        os.rename(self._at(old), self._at(new))  # noqa: PTH104
        return 0

    def unlink(self, path: str) -> int:
        os.unlink(self._at(path))  # noqa: PTH108
        return 0

    def mkdir(self, path: str, mode: int) -> int:
        os.mkdir(self._at(path), mode)  # noqa: PTH102
        return 0

    def rmdir(self, path: str) -> int:
        os.rmdir(self._at(path))  # noqa: PTH106
        return 0

    def chmod(self, path: str, mode: int) -> int:
        os.chmod(self._at(path), mode)  # noqa: PTH101
        return 0

    def statfs(self, path: str) -> dict[str, int]:
        """JetStream takes its part of what is free."""
        found = os.statvfs(self._at(path))
        return {name: getattr(found, name) for name in dir(found) if name.startswith("f_")}

    def utimens(self, path: str, times: tuple[int, int] | None = None) -> int:
        os.utime(self._at(path), ns=times)
        return 0


if __name__ == "__main__":
    FUSE(LossyDisk(sys.argv[1]), sys.argv[1], foreground=True, nothreads=True)
