"""What stands where on the printed protocol: texts and numbers for the page, all in one language.

The page (`protocol.typ`) is given this as data. It is never made into markup.
"""

from enum import StrEnum
from typing import Any

from services.voting.api.protocols import items, phrases, wording
from services.voting.api.protocols.phrases import moment, named
from services.voting.api.protocols.plan import half_circle
from services.voting.api.protocols.protocol import DeputyOnRoll, VoteProtocol
from services.voting.domain.stages import Source, Standing
from shared.contracts.words import Question
from shared.kernel.legible import printed
from shared.kernel.text import Language, Text

SHORT_RECEIPT = 16
"""Characters of a receipt that are printed; two of 145 agree in them with odds of 1 to 10^15."""

DASH = "—"


class Kind(StrEnum):
    """The two protocols of a vote: its numbers, or how each deputy voted."""

    QUANTITATIVE = "quantitative"
    BY_NAME = "by_name"


TITLES = {Kind.QUANTITATIVE: wording.QUANTITATIVE, Kind.BY_NAME: wording.BY_NAME}
PLANS = {Kind.QUANTITATIVE: wording.PLAN_OF_NUMBERS, Kind.BY_NAME: wording.PLAN_BY_NAME}

RARE = frozenset({Standing.VOTED, Standing.ABSENT_EXCUSED, Standing.RECUSED, Standing.DEVICE_FAULT})

type Line = tuple[str, str]


def sheet_of(protocol: VoteProtocol, language: Language, kind: Kind) -> dict[str, Any]:
    """Everything that is printed, as JSON can carry it."""
    by_name = kind is Kind.BY_NAME
    return {
        "language": language.value,
        "chamber": wording.KURULTAI.on(language),
        "title": TITLES[kind].on(language),
        "question": printed(named(protocol.question.title, language)),
        "annulled": _annulled(protocol, language),
        "about": _about(protocol, language),
        "result": _result(protocol, language),
        "grounds": _grounds(protocol, language),
        "plan": _plan(protocol, kind, language),
        "legend": _legend(protocol, language),
        "roll": _roll(protocol, language) if by_name else None,
        "statements": _statements(protocol, language),
        "words": _words(language),
    }


def _words(language: Language) -> dict[str, str]:
    """The words of the page that no protocol changes."""
    fixed = {
        "question": wording.QUESTION,
        "result": wording.RESULT,
        "roll": wording.ROLL,
        "cut": wording.RECEIPTS_CUT,
        "statements": wording.STATEMENTS,
        "presiding": wording.PRESIDING,
        "apparatus": wording.APPARATUS,
        "page": wording.PAGE,
    }
    return {name: words.on(language) for name, words in fixed.items()}


def _annulled(protocol: VoteProtocol, language: Language) -> str | None:
    if protocol.annulled is None:
        return None
    reason = printed(named(protocol.annulled, language))
    return wording.ANNULLED.filled(reason=reason).on(language)


def _about(protocol: VoteProtocol, language: Language) -> list[Line]:
    again = [(wording.REPEAT, f"№ {protocol.round}")] if protocol.round > 1 else []
    return _lines(
        language,
        (wording.SITTING, moment(protocol.sitting.starts_at, language)),
        (wording.MATTER, phrases.matter(protocol, language)),
        *again,
        *((label, printed(told)) for label, told in phrases.calling(protocol, language)),
        (wording.OPENED, moment(protocol.opened_at, language)),
        (wording.CLOSED, moment(protocol.closed_at, language)),
        (wording.PROCLAIMED, moment(protocol.proclaimed_at, language)),
        (wording.SEATS, protocol.seats),
        (wording.FILLED, protocol.filled),
        (wording.REGISTERED, protocol.registered),
    )


def _result(protocol: VoteProtocol, language: Language) -> dict[str, Any]:
    asked = protocol.majority
    return {
        "counts": [
            (state.value, phrases.STATES[state].on(language), str(count))
            for state, count in _worth_telling(protocol)
        ],
        "lines": _lines(
            language,
            (wording.MAJORITY, phrases.majority(asked).on(language)),
            (wording.VOTES_NEEDED, phrases.needed(asked).on(language)),
        )
        + [(printed(title), printed(told)) for title, told in items.results(protocol, language)],
        "decision": (
            wording.DECISION.on(language),
            phrases.decision(protocol).on(language),
        ),
    }


def _grounds(protocol: VoteProtocol, language: Language) -> list[Line]:
    digests = protocol.question.digests
    texts = [] if digests is None else [("kk", digests.kk), ("ru", digests.ru)]
    return _lines(
        language,
        (wording.PROVISION, phrases.provision(protocol.majority.provision).on(language)),
        *((_tagged(wording.TEXT_DIGEST, tag), digest) for tag, digest in texts),
        (wording.RULE_DIGEST, protocol.majority.digest),
        (wording.VOTE_ID, protocol.vote_id),
    )


def _tagged(words: Text, tag: str) -> Text:
    return Text(*(f"{words.on(language)}, {tag}" for language in Language))


def _plan(protocol: VoteProtocol, kind: Kind, language: Language) -> dict[str, Any]:
    seated = _seated(protocol, kind)
    seats = zip(half_circle(len(seated)), seated, strict=True)
    return {
        "title": PLANS[kind].on(language),
        "seats": [(seat.x, seat.y, state, number) for seat, (state, number) in seats],
    }


def _seated(protocol: VoteProtocol, kind: Kind) -> list[tuple[str, str]]:
    """By name everyone at their number; else the same votes together, and nobody to be told."""
    if kind is Kind.BY_NAME:
        seated = sorted(protocol.roll, key=lambda deputy: deputy.number)
        return [(deputy.state.value, str(deputy.number)) for deputy in seated]
    return [(state.value, "") for state, count in protocol.counts.items() for _ in range(count)]


def _legend(protocol: VoteProtocol, language: Language) -> list[tuple[str, str]]:
    return [
        (state.value, f"{phrases.STATES[state].on(language)}: {count}")
        for state, count in _worth_telling(protocol)
    ]


def _worth_telling(protocol: VoteProtocol) -> list[tuple[Standing, int]]:
    """The counts of every vote, and of the rare states those that there are."""
    counts = protocol.counts.items()
    return [(state, count) for state, count in counts if count or state not in RARE]


def _roll(protocol: VoteProtocol, language: Language) -> dict[str, Any]:
    headings = (
        wording.NUMBER,
        wording.DEPUTY,
        wording.FACTION,
        wording.VOTED,
        wording.RECEIPT,
    )
    return {
        "headings": [heading.on(language) for heading in headings],
        "rows": [_row(deputy, protocol.question, language) for deputy in protocol.roll],
    }


def _row(deputy: DeputyOnRoll, question: Question, language: Language) -> dict[str, str]:
    paper = deputy.source is Source.PAPER
    return {
        "number": str(deputy.number),
        "name": printed(named(deputy.name, language)),
        "faction": printed(phrases.faction(deputy, language)) or DASH,
        "state": deputy.state.value,
        "voted": printed(items.said(deputy, question, language)),
        "source": phrases.SOURCES[Source.PAPER].on(language) if paper else "",
        "receipt": (deputy.receipt or DASH)[:SHORT_RECEIPT],
    }


def _statements(protocol: VoteProtocol, language: Language) -> list[Line]:
    return [
        (printed(named(statement.deputy, language)), printed(statement.words))
        for statement in protocol.statements
    ]


def _lines(language: Language, *lines: tuple[Text, object]) -> list[Line]:
    return [(label.on(language), str(value)) for label, value in lines]
