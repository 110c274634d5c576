"""The vote as a Popolo `VoteEvent` (popoloproject.com), so that other programs can read it."""

from typing import Any

from services.voting.api.protocols import phrases
from services.voting.api.protocols.protocol import DeputyOnRoll, VoteProtocol
from services.voting.domain.stages import Standing
from shared.contracts.words import Bilingual
from shared.kernel.rules import Outcome

KURULTAI = "kurultai"

# The code lists of Popolo, sections 5 of its pages on motions, vote events and votes.
OPTIONS = {
    Standing.FOR: "yes",
    Standing.AGAINST: "no",
    Standing.ABSTAINED: "abstain",
    Standing.PRESENT_NOT_VOTED: "not voting",
    Standing.ABSENT: "absent",
    # Popolo lets others be added.
    Standing.ABSENT_EXCUSED: "absent excused",
    Standing.VOTED: "voted",
    Standing.RECUSED: "recused",
    Standing.DEVICE_FAULT: "device fault",
}
RESULTS = {
    Outcome.ADOPTED: "pass",
    Outcome.REJECTED: "fail",
    # That neither side had its majority is not the same as failing.
    Outcome.NO_DECISION: "no decision",
    Outcome.DIVIDED: "divided",
}
ANNULLED = "annulled"


def as_popolo(protocol: VoteProtocol) -> dict[str, Any]:
    """A VoteEvent with its motion, counts and votes; names are in Kazakh, Russian beside them."""
    return {
        "id": str(protocol.vote_id),
        "organization_id": KURULTAI,
        "identifier": str(protocol.round),
        "classification": "open",
        "start_date": protocol.opened_at.isoformat(),
        "end_date": protocol.closed_at.isoformat(),
        "result": _result(protocol),
        "motion_id": str(protocol.question.id),
        "motion": _motion(protocol),
        "counts": _counts(protocol),
        "votes": [_vote(deputy, protocol) for deputy in protocol.roll],
    }


def _result(protocol: VoteProtocol) -> str:
    return ANNULLED if protocol.annulled else RESULTS[protocol.outcome]


def _motion(protocol: VoteProtocol) -> dict[str, Any]:
    question = protocol.question
    return {
        "id": str(question.id),
        "organization_id": KURULTAI,
        "classification": question.matter.value,
        "text": question.title.kk,
        "text_ru": question.title.ru,
        "requirement": f"{phrases.majority(protocol.majority).en} ({protocol.majority.provision})",
        "result": _result(protocol),
    }


def _counts(protocol: VoteProtocol) -> list[dict[str, Any]]:
    return [{"option": OPTIONS[state], "value": value} for state, value in protocol.counts.items()]


def _vote(deputy: DeputyOnRoll, protocol: VoteProtocol) -> dict[str, Any]:
    person_id, group_id = str(deputy.person_id), deputy.faction_id
    return {
        "vote_event_id": str(protocol.vote_id),
        "voter_id": person_id,
        "voter": {"id": person_id} | _name(deputy.name),
        "option": OPTIONS[deputy.state],
        "group_id": str(group_id) if group_id else None,
    }


def _name(name: Bilingual) -> dict[str, Any]:
    return {"name": name.kk, "other_names": [{"name": name.ru, "note": "ru"}]}
