"""What an auditor takes from the service, and what the verifier makes of it."""

import json
from pathlib import Path
from typing import Any

from kurultai import verify
from shared.tlog.checkpoint import Checkpoint, checkpoint_in
from shared.tlog.note import Note, read_note
from tests.voting.floor import Floor


async def bundle_of(floor: Floor, vote_id: str) -> Any:
    return await floor.get(f"/votes/{vote_id}/bundle")


async def holds(floor: Floor, bundle: Any, folder: Path) -> bool:
    """Whether the verifier is content, given the keys of the log from elsewhere."""
    keys = await floor.get("/log/keys")
    file = folder / "bundle.json"
    file.write_text(json.dumps(bundle, ensure_ascii=False))
    pinned = ["--log-key", keys["log"], "--receipt-key", keys["receipts"]]
    return verify.main([str(file), *pinned]) == 0


async def head_of(floor: Floor) -> tuple[Note, Checkpoint]:
    note = read_note((await floor.http.get("/log/checkpoint")).content)
    return note, checkpoint_in(note)


async def a_counted_vote(floor: Floor, votes_for: int = 145) -> str:
    vote_id = await floor.open_vote()
    await floor.cast_all(vote_id, ["for"] * votes_for)
    await floor.end_window(vote_id)
    await floor.close(vote_id)
    return vote_id
