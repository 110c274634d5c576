"""`kurultai witness`: watches that the log of the votes only grows, and cosigns its heads.

A witness knows one log by its key and keeps the last head it has seen. It cosigns a head only if
that one leads to it; whoever wants to show two deputies two logs must then do so to the witnesses.
"""

import asyncio
import json
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx
from rich.console import Console

from kurultai import witness_files as files
from kurultai.witness_files import Head, Seen, head_of
from shared.tlog.merkle import ProofInvalid, verify_consistency
from shared.tlog.note import (
    LONGEST_NOTE,
    Kind,
    Note,
    NoteInvalid,
    SigningKey,
    VerifierKey,
    read_key,
    read_note,
)
from shared.tlog.proofs import consistency_proof, root_from, tiles_for_consistency, tiles_for_root
from shared.tlog.tiles import Coordinate

LOG = "/api/voting/v1/log"
TIMEOUT_S = 30
TAKEN = (200, 201)
HELD, BROKEN = 0, 1


class LogUntrue(Exception):
    """The log was shown not to be one that only grows; the message says where the evidence is."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A witness at work: the log it asks, its key, and the file of what it has seen."""

    log: httpx.AsyncClient
    key: SigningKey
    state_file: Path
    console: Console


async def witness(  # noqa: PLR0913 each is an option of the command
    url: str,
    *,
    name: str,
    key_file: Path,
    state_file: Path,
    log_key: str | None = None,
    every_s: float | None = None,
) -> int:
    """Witness the log once, or every so many seconds until stopped; the exit status.

    Args:
        url: the origin of the API, without a path.
        name: the witness's name in its cosignatures, such as `faction.example/witness`.
        key_file: its private key; made when missing.
        state_file: the last head it saw; whoever deletes it makes the witness forget.
        log_key: the log's vkey; if none, the key it shows the first time is trusted from then on.
        every_s: how long to wait between heads; if none, one head and done.

    Raises:
        WitnessFileUnusable: a file is damaged, readable by others, or in use.
        NoteInvalid: `log_key` is no vkey, or not the one that is on file.
    """
    console = Console(highlight=False, soft_wrap=True)
    key = files.key_in(key_file, name)
    console.print(f"Witness {key.public(Kind.COSIGNATURE)}")
    with files.alone_with(state_file):
        async with httpx.AsyncClient(base_url=url.rstrip("/") + LOG, timeout=TIMEOUT_S) as log:
            watch = Watch(log, key, state_file, console)
            await _know_the_log(watch, log_key)
            return await _keep_watch(watch, every_s)


async def _keep_watch(watch: Watch, every_s: float | None) -> int:
    """A log that does not answer is asked again; one that is untrue is not cosigned any more."""
    while True:
        try:
            await witness_once(watch)
        except LogUntrue as untrue:
            watch.console.print(f"[bold red]REFUSED[/] {untrue}")
            return BROKEN
        except (httpx.HTTPError, NoteInvalid, ProofInvalid) as unusable:
            watch.console.print(f"[red]not cosigned:[/] {unusable or type(unusable).__name__}")
            if every_s is None:
                return BROKEN
        if every_s is None:
            return HELD
        await asyncio.sleep(every_s)


async def _know_the_log(watch: Watch, log_key: str | None) -> None:
    """Settle by which key the log is known, before its first head is looked at."""
    seen, given = files.seen_in(watch.state_file), read_key(log_key) if log_key else None
    if seen and given and seen.log_key != given:
        raise NoteInvalid(f"{watch.state_file} is about another log: {seen.log_key}")
    if seen:
        return
    if given is None:
        given = await _key_shown(watch)
        watch.console.print(f"[black on yellow] TRUSTED ON FIRST USE [/] the log's key is {given}")
        watch.console.print("Compare it with what the Kurultai has published before relying on it.")
    files.keep(watch.state_file, Seen(given))


async def _key_shown(watch: Watch) -> VerifierKey:
    try:
        return read_key(json.loads(await _got(watch, "/keys"))["log"])
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise NoteInvalid("the log does not show its key; give it with --log-key") from wrong


async def witness_once(watch: Watch) -> Head:
    """Ask for the head, check that the last one leads to it, cosign it and hand it in.

    The head is kept before it is handed in: were it the other way round, a witness that stops in
    between could come back to cosign a second log beside the first.

    Raises:
        LogUntrue: the head is behind the last one, or beside it.
        NoteInvalid, ProofInvalid, httpx.HTTPError: there is no head to judge; nothing is cosigned.
    """
    seen = files.seen_in(watch.state_file)
    if seen is None:
        raise NoteInvalid(f"{watch.state_file} is gone")
    head = head_of(read_note(await _got(watch, "/checkpoint")), seen.log_key)
    await _is_there(watch, head)
    if seen.head:
        await _follows(watch, seen.head, head)
    files.keep(watch.state_file, Seen(seen.log_key, head))
    await _hand_in(watch, head)
    return head


async def _is_there(watch: Watch, head: Head) -> None:
    """The tiles of the log amount to the root it has signed."""
    size = head.checkpoint.size
    if root_from(await _tiles(watch, tiles_for_root(size)), size) != head.checkpoint.root:
        raise ProofInvalid("the tiles of the log amount to another root than it has signed")


async def _follows(watch: Watch, last: Head, head: Head) -> None:
    """The last head leads to this one; otherwise both are kept as evidence."""
    old, new = last.checkpoint, head.checkpoint
    if new.size < old.size:
        raise _untrue(watch, last, head, f"the log went back from {old.size} to {new.size}")
    tiles = await _tiles(watch, tiles_for_consistency(old.size, new.size))
    proof = consistency_proof(tiles, old.size, new.size)
    try:
        verify_consistency(old.size, new.size, proof, old.root, new.root)
    except ProofInvalid as wrong:
        reason = f"the log at {new.size} does not continue the log at {old.size}: {wrong}"
        raise _untrue(watch, last, head, reason) from wrong


def _untrue(watch: Watch, last: Head, head: Head, reason: str) -> LogUntrue:
    evidence = files.keep_evidence(watch.state_file, last.note, head.note, reason)
    return LogUntrue(f"{reason}; both notes are in {evidence}")


async def _hand_in(watch: Watch, head: Head) -> None:
    mine = watch.key.cosign(head.note.text, int(time.time()))
    others = [other for other in head.note.signatures if other.key_id != mine.key_id]
    note = str(Note(head.note.text, (*others, mine)))
    answer = await watch.log.post(
        "/cosignatures", content=note.encode(), headers={"Content-Type": "text/plain"}
    )
    if answer.status_code not in TAKEN:
        raise NoteInvalid(f"the log did not take the cosignature: {answer.status_code}")
    watch.console.print(f"cosigned {head.checkpoint.size} entries of {head.checkpoint.origin}")


async def _tiles(watch: Watch, needed: Sequence[Coordinate]) -> dict[Coordinate, bytes]:
    return {tile: await _got(watch, f"/tile/{tile.path}") for tile in needed}


async def _got(watch: Watch, path: str) -> bytes:
    """What the log answers; a log that does not end is not read to the end."""
    content = b""
    async with watch.log.stream("GET", path) as answer:
        answer.raise_for_status()
        async for part in answer.aiter_bytes():
            content += part
            if len(content) > LONGEST_NOTE:
                raise NoteInvalid(f"{path} is longer than {LONGEST_NOTE} bytes")
    return content
