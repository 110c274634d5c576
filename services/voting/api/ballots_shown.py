"""What clients get to see of ballots: their own at once, those of others after the close."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from services.voting.domain.ballot import Ballot, Chosen
from services.voting.domain.calling import Called
from services.voting.domain.evidence import instant
from services.voting.domain.seal import Seal
from services.voting.domain.stages import Source, Standing, VoteStage
from services.voting.domain.vote import Vote
from services.voting.store.ballots import ballot_of
from services.voting.store.progress import Progress
from shared.contracts.words import Bilingual, Tally
from shared.kernel.rules import Live, Outcome
from shared.web.shapes import Shown


class ReceiptShown(Shown):
    """That the ballot is on record. Its hash can be computed again from what stands beside it."""

    vote_id: UUID
    ballot_id: UUID
    choice: Chosen
    source: Source
    request_id: UUID
    recorded_at: datetime
    round: int = Field(description="Of the votes on this question.")
    rules: str = Field(description="The digest of the rule under which it was cast.")
    receipt: str = Field(
        description="SHA-256 of a zero byte and the RFC 8785 JSON of v, type, vote, "
        "round, deputy, choice, source, rules and t."
    )
    signature: str = Field(
        description="Ed25519, in Base64, by the key of receipts, over `kurultai/receipt/v1`, a "
        "newline and the 32 bytes of the hash."
    )

    @classmethod
    def of(cls, ballot: Ballot, seal: Seal) -> Self:
        receipt = ballot.receipt
        return cls(
            vote_id=ballot.vote_id,
            ballot_id=ballot.id,
            choice=ballot.choice,
            source=ballot.source,
            request_id=ballot.request_id,
            recorded_at=ballot.recorded_at,
            round=ballot.round,
            rules=ballot.rules,
            receipt=receipt,
            signature=seal.signature_of(receipt),
        )


def written(ballot: Ballot, seal: Seal) -> str:
    """The JSON of `ReceiptShown`, put together by hand: those of a chamber are due at once."""
    receipt = ballot.receipt
    return (
        f'{{"vote_id":"{ballot.vote_id}","ballot_id":"{ballot.id}",'
        f'"choice":{json.dumps(ballot.choice, ensure_ascii=False)},"source":"{ballot.source}",'
        f'"request_id":"{ballot.request_id}","recorded_at":"{instant(ballot.recorded_at)}",'
        f'"round":{ballot.round},"rules":"{ballot.rules}","receipt":"{receipt}",'
        f'"signature":"{seal.signature_of(receipt)}"}}'
    )


class OnTheRollShown(Shown):
    """A deputy on the roll, in exactly one state, with the receipt of their ballot if any."""

    person_id: UUID
    mandate_id: UUID
    number: int
    name: Bilingual
    faction_id: UUID | None
    call: int | None = Field(description="The place in the order of calling, of a roll call.")
    state: Standing
    source: Source | None = Field(description="Of the ballot: electronic, or entered from paper.")
    recorded_at: datetime | None
    receipt: str | None

    @classmethod
    def of(cls, row: Any, rules: str) -> Self:
        ballot = ballot_of(row, rules) if row.choice else None
        return cls(
            person_id=row.person_id,
            mandate_id=row.mandate_id,
            number=row.number,
            name=row.name,
            faction_id=row.faction_id,
            call=row.call,
            state=row.standing,
            source=ballot and ballot.source,
            recorded_at=ballot and ballot.recorded_at,
            receipt=ballot and ballot.receipt,
        )


class ByNameShown(Shown):
    """How everyone on the roll voted, or did not."""

    vote_id: UUID
    outcome: Outcome
    tally: Tally
    rules: str = Field(description="The digest of the rule, as it stands in every receipt.")
    roll: list[OnTheRollShown]

    @classmethod
    def of(cls, vote: Vote, rows: Iterable[Any]) -> Self:
        rules = vote.rule_digest or ""
        return cls(
            vote_id=vote.id,
            outcome=vote.outcome,
            tally=vote.tally,
            rules=rules,
            roll=[OnTheRollShown.of(row, rules) for row in rows],
        )


def _is_nothing(value: object) -> bool:
    return value is None


class ProgressShown(Shown):
    """How far an open vote is. Which way it goes is told when it is closed, or as its rule says."""

    stage: VoteStage
    cast: int | None = Field(exclude_if=_is_nothing, description="Unless the rule hides it.")
    sides: dict[str, int] | None = Field(
        exclude_if=_is_nothing,
        description="If the rule frozen at the opening shows them: ballots by what they say.",
    )
    registered: int
    closes_at: datetime
    remaining_ms: int | None = Field(description="While suspended: what is left of the window.")
    next_called: Called | None = Field(
        exclude_if=_is_nothing, description="Of a roll call: the first who has not answered."
    )
    now: datetime = Field(description="By the clock of the database, which decides what is late.")

    @classmethod
    def of(cls, progress: Progress) -> Self:
        shown = cls.model_validate(progress)
        return shown.model_copy(update={"cast": None}) if progress.live == Live.NONE else shown
