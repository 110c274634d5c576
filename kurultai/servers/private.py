"""The secrets of a data folder, and files that only their owner may read."""

import json
import os
import secrets
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Secrets:
    """Made once for a folder; never printed.

    Args:
        master: 32 bytes in hex, the root of field encryption.
        postgres: the password of the database administrator.
        databases: by role, `kurultai_<service>` and `kurultai_<service>_owner`.
        nats: by user, the services and `admin`.
        facts: by service, the key that signs what it tells, 32 bytes in hex.
    """

    master: str = field(repr=False)
    postgres: str = field(repr=False)
    databases: Mapping[str, str] = field(repr=False)
    nats: Mapping[str, str] = field(repr=False)
    facts: Mapping[str, str] = field(repr=False)


def secrets_in(path: Path, services: Collection[str]) -> Secrets:
    """Read the secrets; make those that are missing, and keep them."""
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    roles = [f"kurultai_{service}{end}" for service in services for end in ("", "_owner")]
    made = {
        "master": kept.get("master") or secrets.token_hex(32),
        "postgres": kept.get("postgres") or secrets.token_hex(24),
        "databases": _passwords(roles) | kept.get("databases", {}),
        "nats": _passwords(["admin", *services]) | kept.get("nats", {}),
        "facts": {name: secrets.token_hex(32) for name in services} | kept.get("facts", {}),
    }
    if made != kept:
        write_private(path, json.dumps(made, indent=1))
    return Secrets(**made)


def _passwords(names: Collection[str]) -> dict[str, str]:
    return {name: secrets.token_hex(24) for name in names}


def write_private(path: Path, text: str) -> None:
    """Write a file only its owner may read, whole or not at all."""
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
