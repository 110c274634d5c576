"""A protocol is drawn up from what the record has of a vote."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from services.voting.api.ballots_shown import OnTheRollShown
from services.voting.api.protocols.protocol import (
    DeputyOnRoll,
    MajorityAsked,
    SittingHeld,
    Statement,
    VoteProtocol,
)
from services.voting.domain.declaration import Declaration
from services.voting.domain.refusals import HiddenUntilClose
from services.voting.domain.sitting import Sitting
from services.voting.domain.stages import DeclarationKind
from services.voting.domain.vote import Vote
from shared.contracts.words import Bilingual


@dataclass(frozen=True, slots=True)
class OnRecord:
    """A vote with what the record has of it.

    Attributes:
        rows: its roll in its order, with the ballots.
        declared: what deputies declared beside their ballots, in the order of time.
        factions: the names of factions.
    """

    vote: Vote
    rows: Sequence[Any]
    sitting: Sitting
    declared: Sequence[Declaration] = ()
    factions: Mapping[UUID, Bilingual] = field(default_factory=dict)


def protocol_of(found: OnRecord) -> VoteProtocol:
    """The protocol of the vote.

    Raises:
        HiddenUntilClose: the vote is not counted.
    """
    rules = found.vote.rule_digest or ""
    roll = tuple(_deputy(row, rules, found.factions) for row in found.rows)
    return VoteProtocol(
        sitting=held(found.sitting),
        majority=_majority(found.vote),
        roll=roll,
        statements=_statements(roll, found.declared),
        results=found.vote.results,
        **_result(found.vote),
    )


def held(sitting: Sitting) -> SittingHeld:
    return SittingHeld(sitting.id, sitting.starts_at, sitting.opened_at, sitting.closed_at)


def _statements(
    roll: Sequence[DeputyOnRoll], declared: Sequence[Declaration]
) -> tuple[Statement, ...]:
    names = {deputy.person_id: deputy.name for deputy in roll}
    said = [one for one in declared if one.kind is DeclarationKind.STATEMENT]
    return tuple(Statement(names[one.person_id], one.words) for one in said)


def _result(vote: Vote) -> dict[str, Any]:
    chamber = vote.chamber
    if vote.tally is None or chamber is None:
        raise HiddenUntilClose
    return {
        "vote_id": vote.id,
        "question": vote.question,
        "opened_at": vote.opened_at,
        "closed_at": vote.closed_at,
        "seats": chamber.seats,
        "filled": chamber.filled,
        "registered": chamber.registered,
        "tally": vote.tally,
        "outcome": vote.outcome,
        "proclaimed_at": vote.proclaimed_at,
        "round": vote.round,
        "calling": vote.calling,
        "annulled": vote.annulment.reason if vote.annulled_at and vote.annulment else None,
    }


def _majority(vote: Vote) -> MajorityAsked:
    rule = vote.rule
    if rule is None or vote.needed is None or vote.whole is None:
        raise HiddenUntilClose
    part, parts = rule.adopt.ratio
    return MajorityAsked(
        base=rule.adopt.base,
        part=part,
        parts=parts,
        strict=rule.adopt.strict,
        needed=vote.needed,
        whole=vote.whole,
        provision=rule.source,
        profile=vote.profile or "",
        digest=vote.rule_digest or "",
    )


def _deputy(row: Any, rules: str, factions: Mapping[UUID, Bilingual]) -> DeputyOnRoll:
    shown = OnTheRollShown.of(row, rules)
    return DeputyOnRoll(
        person_id=shown.person_id,
        number=shown.number,
        name=shown.name,
        state=shown.state,
        faction_id=shown.faction_id,
        faction=factions.get(shown.faction_id) if shown.faction_id else None,
        call=shown.call,
        source=shown.source,
        recorded_at=shown.recorded_at,
        receipt=shown.receipt,
        choice=tuple(row.choice.items()) if isinstance(row.choice, dict) else row.choice,
    )
