"""The profiles on file: `profiles/<name>.yaml`, read and checked once, at start."""

from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from shared.kernel.rules import Profile
from shared.rules.reading import Lines, ProfileUnreadable, Steps, read

__all__ = ["ProfileUnreadable", "load", "names"]

PROFILES = files(__name__) / "profiles"


def names() -> tuple[str, ...]:
    """The profiles that come with the system."""
    return tuple(
        sorted(
            entry.name.removesuffix(".yaml")
            for entry in PROFILES.iterdir()
            if entry.name.endswith(".yaml")
        )
    )


def load(name_or_path: str | Path) -> Profile:
    """The profile of this name among ours, or in the file at this path.

    Raises:
        ProfileUnreadable: there is no such profile, or it says something that cannot be;
            the message names the line and the key.
    """
    where, text = _text(name_or_path)
    content, lines = read(text, where)
    try:
        return Profile.model_validate(content)
    except ValidationError as invalid:
        raise ProfileUnreadable(_complaints(invalid, where, lines)) from invalid


def _text(name_or_path: str | Path) -> tuple[str, str]:
    if name_or_path in names():
        return f"{name_or_path}.yaml", (PROFILES / f"{name_or_path}.yaml").read_text("utf-8")
    path = Path(name_or_path)
    if not path.is_file():
        message = f"there is no profile {name_or_path}; ours are {', '.join(names())}"
        raise ProfileUnreadable(message)
    return str(path), path.read_text("utf-8")


def _complaints(invalid: ValidationError, where: str, lines: Lines) -> str:
    return "\n".join(
        f"{where}{_place(error['loc'], lines)}: {error['msg'].removeprefix('Value error, ')}"
        for error in invalid.errors()
    )


def _place(steps: Steps, lines: Lines) -> str:
    """The line and the key; of a complaint about the whole profile, nothing."""
    return f", line {lines.of(steps)}: {'.'.join(map(str, steps))}" if steps else ""
