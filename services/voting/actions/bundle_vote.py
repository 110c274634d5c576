"""All the evidence of one vote, put into one file."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from services.voting.actions.read_by_name import read_by_name
from services.voting.domain.ballot import Ballot
from services.voting.domain.entries import roll_of_record
from services.voting.domain.seal import Seal
from services.voting.store.ballots import ballots_of
from services.voting.store.checkpoints import checkpoint
from services.voting.store.log import Log
from shared.store.unit_of_work import UnitOfWork
from shared.tlog.proofs import inclusion_proof, tiles_for_inclusion

VERSION = 1


async def bundle_vote(work: UnitOfWork, seal: Seal, *, vote_id: UUID) -> str:
    """JSON for `kurultai verify`. Raises VoteNotFound, HiddenUntilClose."""
    vote, rows = await read_by_name(work, vote_id=vote_id)
    log = Log(work.session)
    size = await log.size()
    bundle = {
        "v": VERSION,
        "type": "kurultai.bundle",
        "vote": str(vote.id),
        "keys": {"log": str(seal.log_key), "receipts": str(seal.receipts_key)},
        "checkpoint": await checkpoint(work, seal, size),
        "entries": await _proved(log, await log.of_vote(vote.id), size),
        "roll": roll_of_record(rows),
        "receipts": _receipts(await ballots_of(work, vote.id), seal),
        "states": {str(row.person_id): row.standing for row in rows},
    }
    return json.dumps(bundle, ensure_ascii=False, separators=(",", ":"))


async def _proved(log: Log, rows: Sequence[Any], size: int) -> list[dict[str, Any]]:
    needed = {tile for row in rows for tile in tiles_for_inclusion(row.place, size)}
    tiles = await log.tiles(needed)
    return [
        {
            "index": row.place,
            "entry": json.loads(row.entry),
            "proof": [node.hex() for node in inclusion_proof(tiles, row.place, size)],
        }
        for row in rows
    ]


def _receipts(ballots: Sequence[Ballot], seal: Seal) -> dict[str, str]:
    return {str(ballot.person_id): seal.signature_of(ballot.receipt) for ballot in ballots}
