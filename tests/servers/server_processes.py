"""What the kernel knows of the processes of a data folder."""

from pathlib import Path

LISTEN = "0A"
PROGRAMS = ("postgres", "nats-server")


def family(folder: Path) -> set[int]:
    """Every process of the servers on `folder`: those started on it and all they started."""
    parents = {pid: _parent(pid) for pid in _alive()}
    kin = {pid for pid in parents if _exe(pid) in PROGRAMS and _is_given(pid, folder)}
    while more := {pid for pid, parent in parents.items() if parent in kin} - kin:
        kin |= more
    return kin


def alive(pids: set[int]) -> set[int]:
    return pids & set(_alive())


def postmaster(folder: Path) -> int:
    return int((folder / "postgres/data/postmaster.pid").read_text().split()[0])


def powers(pid: int) -> int:
    """The capabilities in force, as a mask."""
    status = dict(line.split(":", 1) for line in _read(pid, "status").decode().splitlines())
    return int(status["CapEff"], 16)


def nats_server(folder: Path) -> int:
    return next(pid for pid in family(folder) if _exe(pid) == "nats-server")


def listening(pids: set[int]) -> set[str]:
    """The addresses, as the kernel writes them, on which any of these processes listens."""
    sockets = {link for pid in pids for link in _descriptors(pid)}
    rows = [line.split() for name in ("tcp", "tcp6") for line in _table(name)]
    return {
        row[1].partition(":")[0]
        for row in rows
        if row[3] == LISTEN and f"socket:[{row[9]}]" in sockets
    }


def _alive() -> list[int]:
    pids = [int(path.name) for path in Path("/proc").iterdir() if path.name.isdigit()]
    return [pid for pid in pids if _stat(pid)[:1] not in (["Z"], ["X"], [])]


def _parent(pid: int) -> int:
    stat = _stat(pid)
    return int(stat[1]) if stat else 0


def _stat(pid: int) -> list[str]:
    """The state and what follows it, past the name, which may hold spaces."""
    return _read(pid, "stat").decode(errors="replace").rpartition(")")[2].split()


def _read(pid: int, name: str) -> bytes:
    try:
        return Path(f"/proc/{pid}/{name}").read_bytes()
    except OSError:
        return b""


def _is_given(pid: int, folder: Path) -> bool:
    return str(folder).encode() in _read(pid, "cmdline")


def _exe(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/exe").readlink().name
    except OSError:
        return ""


def _descriptors(pid: int) -> list[str]:
    try:
        return [str(link.readlink()) for link in Path(f"/proc/{pid}/fd").iterdir()]
    except OSError:
        return []


def _table(name: str) -> list[str]:
    return Path(f"/proc/net/{name}").read_text().splitlines()[1:]
