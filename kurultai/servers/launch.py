"""Becomes a server: gives up root, asks to die with its parent, and executes the program.

Run as a file of its own between the supervisor and the server, not as `preexec_fn`: that would be
Python in a child forked from a process with threads, where any lock may be held for ever by a
thread that was not forked. A fresh process has one thread, which a user namespace also requires.
It imports only the standard library, so it starts in some 20 ms.
"""

import ctypes
import os
import pwd
import signal
import sys
from pathlib import Path
from typing import NoReturn

PR_SET_PDEATHSIG = 1
# In the namespace root is seen as this user, who must have a passwd entry: initdb looks it up.
NOBODY = 65534


def main(parent: int, folder: str, command: list[str]) -> NoReturn:
    """Execute `command`; as root, only after giving root up for the files in `folder`.

    Args:
        parent: the process to die with.
        folder: what the program must be able to write; "" when it may stay who it is.
        command: the program, by its full path, and its arguments.
    """
    if folder and os.geteuid() == 0:
        give_up_root(Path(folder), command[0])
    # The death signal comes last: the kernel forgets it at every change of credentials.
    die_with(parent)
    os.execv(command[0], command)  # noqa: S606  # no shell is the point


def give_up_root(folder: Path, program: str) -> None:
    if may_make_namespaces():
        hand_over(folder, 0, 0)
        enter_namespace()
    else:
        become_another_user(folder, program)


def may_make_namespaces() -> bool:
    """Whether a user namespace can be made here; tried in a child, for there is no way back."""
    if not hasattr(os, "unshare"):
        return False
    child = os.fork()
    if child == 0:
        try:
            enter_namespace()
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def enter_namespace() -> None:
    """Stay the owner of root's files, without its powers, and look like an ordinary user."""
    os.unshare(os.CLONE_NEWUSER)
    Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
    Path("/proc/self/uid_map").write_text(f"{NOBODY} 0 1", encoding="ascii")
    Path("/proc/self/gid_map").write_text(f"{NOBODY} 0 1", encoding="ascii")


def become_another_user(folder: Path, program: str) -> None:
    user = ordinary_user()
    hand_over(folder, user.pw_uid, user.pw_gid)
    folder.parent.chmod(0o711)
    os.setgroups([])
    os.setgid(user.pw_gid)
    os.setuid(user.pw_uid)
    if not (os.access(folder, os.W_OK | os.X_OK) and os.access(program, os.X_OK)):
        sys.exit(
            f"PostgreSQL does not run as root, and the user {user.pw_name} cannot reach "
            f"{folder} or {program}. Run as an ordinary user, or set DATABASE_URL."
        )


def ordinary_user() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    sys.exit("PostgreSQL does not run as root. Run as an ordinary user, or set DATABASE_URL.")


def hand_over(folder: Path, uid: int, gid: int) -> None:
    if folder.stat().st_uid == uid:
        return
    # The folder itself last: its owner says that all below is done.
    for path in (*folder.rglob("*"), folder):
        os.chown(path, uid, gid, follow_symlinks=False)


def die_with(parent: int) -> None:
    """Have the kernel interrupt us when `parent` dies; both servers then stop in good order."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGINT, 0, 0, 0)
    if os.getppid() != parent:
        sys.exit("The parent is gone already.")


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3:])
