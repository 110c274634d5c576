"""What is written into the log: the whole evidence of a vote, for people who do not trust us.

An entry is JSON as RFC 8785 writes it; instants are in UTC, ids and digests are text.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from services.voting.domain.declaration import Declaration
from services.voting.domain.evidence import instant
from services.voting.domain.vote import Vote
from shared.contracts.words import Tally
from shared.kernel.canonical import canonical

type Entry = dict[str, Any]

VERSION = 1


def roll_of_record(rows: Iterable[Any]) -> list[Entry]:
    """The roll as it is digested and published, in the order of numbers, or in that of calling.

    Of an excuse it speaks where there is one: rolls of before there were any read as they did.
    """
    return [
        {
            "deputy": str(row.person_id),
            "mandate": str(row.mandate_id),
            "number": row.number,
            "name": row.name.model_dump(),
            "faction": str(row.faction_id) if row.faction_id else None,
            "registered": row.registered,
        }
        | ({"excused": True} if row.excused else {})
        for row in rows
    ]


def opened(vote: Vote, roll: Sequence[Entry]) -> Entry:
    """All that was frozen when the vote opened."""
    rule, chamber = vote.rule, vote.chamber
    return (
        _of(vote, "vote.opened")
        | {
            "sitting": str(vote.sitting_id),
            "follows": str(vote.follows) if vote.follows else None,
            "question": vote.question.model_dump(mode="json"),
            "rule": rule and rule.model_dump(mode="json"),
            "rules": vote.rule_digest,
            "profile": vote.profile,
            "chamber": chamber
            and {
                "seats": chamber.seats,
                "filled": chamber.filled,
                "registered": chamber.registered,
            },
            "options": list(vote.options),
            "items": list(vote.items),
            "roll": sha256(canonical(roll)).hexdigest(),
            "opened_at": _at(vote.opened_at),
            "closes_at": _at(vote.closes_at),
        }
        | _calling(vote)
    )


def suspended(vote: Vote, at: datetime) -> Entry:
    return _of(vote, "vote.suspended") | {
        "remaining_ms": vote.remaining_ms,
        "closes_at": _at(vote.closes_at),
        "t": instant(at),
    }


def resumed(vote: Vote, at: datetime) -> Entry:
    return _of(vote, "vote.resumed") | {"closes_at": _at(vote.closes_at), "t": instant(at)}


def closed(vote: Vote) -> Entry:
    """The count, and what the rule made of it."""
    return _of(vote, "vote.closed") | {
        "tally": vote.tally and _written(vote.tally),
        "outcome": vote.outcome and vote.outcome.value,
        "results": [result.model_dump(mode="json") for result in vote.results],
        "chosen": vote.chosen,
        "runoff": list(vote.runoff),
        "needed": vote.needed,
        "whole": vote.whole,
        "t": _at(vote.closed_at),
    }


def proclaimed(vote: Vote) -> Entry:
    return _of(vote, "vote.proclaimed") | {
        "outcome": vote.outcome and vote.outcome.value,
        "t": _at(vote.proclaimed_at),
    }


def annulled(vote: Vote) -> Entry:
    asked = vote.annulment
    return _of(vote, "vote.annulled") | {
        "reason": asked and asked.reason.model_dump(),
        "asked_by": str(asked.by) if asked else None,
        "t": _at(vote.annulled_at),
    }


def declared(declaration: Declaration, round_: int) -> Entry:
    """`statement`, `device_fault` or `recusal`, beside the ballots."""
    return {
        "v": VERSION,
        "type": declaration.kind.value,
        "vote": str(declaration.vote_id),
        "round": round_,
        "deputy": str(declaration.person_id),
        "words": declaration.words,
        "t": _at(declaration.made_at),
    }


def _calling(vote: Vote) -> Entry:
    """How the order of the roll came about, where it is called."""
    if vote.calling is None:
        return {}
    order, first, letter = vote.calling.order, vote.calling.first, vote.calling.letter
    start = {"first": str(first) if first else None, "letter": letter}
    return {"calling": {"order": order.value} | start}


def _written(tally: Tally) -> Entry:
    """Of excuses only where there are any: who keeps an older verifier can read all other votes."""
    return tally.model_dump(exclude=set() if tally.absent_excused else {"absent_excused"})


def _of(vote: Vote, type_: str) -> Entry:
    return {"v": VERSION, "type": type_, "vote": str(vote.id), "round": vote.round}


def _at(moment: datetime | None) -> str | None:
    return instant(moment) if moment else None
