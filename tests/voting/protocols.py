"""Protocols for tests: of a vote of the whole chamber, with names that nobody bears."""

import re
from collections import Counter
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import UUID

from pypdf import PdfReader

from services.voting.api.protocols.protocol import (
    DeputyOnRoll,
    MajorityAsked,
    SittingHeld,
    VoteProtocol,
)
from services.voting.domain.stages import Source, Standing
from services.voting.store.ballots import COUNTED_AS
from shared.contracts.words import Bilingual, Tally
from shared.kernel.rules import Base, Outcome
from shared.kernel.text import Language
from tests.voting.builders import NOON, SEATS, WINDOW, a_wording

LETTERS = "ӘҒҚҢӨҰҮҺІ әғқңөұүһі"
"""The letters that Kazakh has beside those of Russian."""

BOTH = (Language.KK, Language.RU)
SPREAD = (
    *[Standing.FOR] * 80,
    *[Standing.AGAINST] * 31,
    *[Standing.ABSTAINED] * 17,
    *[Standing.PRESENT_NOT_VOTED] * 9,
    *[Standing.ABSENT] * 8,
)
FACTION = Bilingual(kk="«Өрлеу» фракциясы", ru="Фракция «Подъём»")
SILENT = frozenset(Standing) - {Standing.FOR, Standing.AGAINST, Standing.ABSTAINED}


def a_deputy(number: int, state: Standing = Standing.FOR, **but: Any) -> DeputyOnRoll:
    """A deputy who bears a number for a name; with a receipt if a ballot was cast."""
    cast = {
        "source": Source.ELECTRONIC,
        "recorded_at": NOON + timedelta(seconds=1),
        "receipt": f"{number:064x}",
    }
    given = {
        "person_id": UUID(int=1000 + number),
        "name": Bilingual(kk=f"Әділұлы Қ{number}қ", ru=f"Адилов К{number}к"),
        "faction_id": UUID(int=7),
        "faction": FACTION,
    }
    return DeputyOnRoll(
        **{"number": number, "state": state} | given | ({} if state in SILENT else cast) | but
    )


def a_roll(*states: Standing) -> tuple[DeputyOnRoll, ...]:
    return tuple(a_deputy(number, state) for number, state in enumerate(states or SPREAD, 1))


def a_majority(**but: Any) -> MajorityAsked:
    given = {
        "base": Base.STATUTORY_SEATS,
        "part": 1,
        "parts": 2,
        "strict": True,
        "needed": 73,
        "whole": SEATS,
        "provision": "Constitution 2026, art. 61(4)",
        "profile": "kz",
        "digest": "c" * 64,
    }
    return MajorityAsked(**given | but)


def a_protocol(**but: Any) -> VoteProtocol:
    """The protocol of an adopted law; its tally is that of its roll."""
    roll = but.get("roll", a_roll())
    stood = Counter(deputy.state for deputy in roll)
    given = {
        "vote_id": UUID(int=2),
        "sitting": SittingHeld(UUID(int=3), NOON, NOON),
        "question": a_wording(id=UUID(int=4), case_id=UUID(int=5)),
        "majority": a_majority(),
        "opened_at": NOON,
        "closed_at": NOON + WINDOW + timedelta(microseconds=5),
        "seats": SEATS,
        "filled": len(roll),
        "registered": len(roll) - stood[Standing.ABSENT],
        "tally": Tally(**{name: stood[state] for state, name in COUNTED_AS.items()}),
        "outcome": Outcome.ADOPTED,
        "roll": roll,
    }
    return VoteProtocol(**given | but)


def called(words: str) -> Bilingual:
    """The same words in both languages."""
    return Bilingual(kk=words, ru=words)


def texts_of(pdf: bytes) -> list[str]:
    """What can be read on each page, without the places where words may break."""
    pages = PdfReader(BytesIO(pdf)).pages
    return [page.extract_text().replace("\u200b", "") for page in pages]


def text_of(pdf: bytes) -> str:
    """All that can be read, in one line."""
    return re.sub(r"\s+", " ", " ".join(texts_of(pdf)))
