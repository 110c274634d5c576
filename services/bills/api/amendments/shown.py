"""What clients are shown of amendments."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from services.bills.domain.amendments.amending import Amending, Put
from services.bills.domain.amendments.amendment import (
    Amendment,
    Conclusion,
    Proposed,
    Provenance,
)
from services.bills.domain.amendments.citing import cited
from services.bills.domain.amendments.names import (
    AMENDING_STAGE_NAMES,
    AMENDMENT_STAGE_NAMES,
    CHANGE_NAMES,
)
from services.bills.domain.amendments.stages import (
    AmendingStage,
    AmendmentStage,
    Mode,
    Verdict,
)
from shared.contracts.words import Bilingual
from shared.kernel.text import Language
from shared.texts.changes import Change, ChangeKind
from shared.texts.fragments import written_fragment
from shared.web.shapes import Shown

BILLS = "/api/bills/v1/bills"


class ChangeShown(Shown):
    """One language's side of a change, as plain text."""

    text: str = Field(description="The new wording, or what is inserted.")
    words: str
    instead: str

    @classmethod
    def of(cls, change: Change, language: Language) -> Self:
        text = written_fragment(change.elements, language) if change.elements else ""
        return cls(text=text, words=change.words, instead=change.instead)


class WordingShown(Shown):
    """A change of the texts in both languages."""

    kind: ChangeKind
    kind_name: str
    address: str
    element: Bilingual = Field(description="The element as it is cited.")
    kk: ChangeShown
    ru: ChangeShown

    @classmethod
    def of(cls, proposed: Proposed, language: Language) -> Self:
        return cls(
            kind=proposed.kk.kind,
            kind_name=CHANGE_NAMES[proposed.kk.kind].on(language),
            address=proposed.address,
            element=cited(proposed.address),
            kk=ChangeShown.of(proposed.kk, Language.KK),
            ru=ChangeShown.of(proposed.ru, Language.RU),
        )


class DecisionShown(Shown):
    """What the lead committee decided, and why."""

    verdict: Verdict
    grounds: Bilingual
    by: UUID | None
    at: datetime
    wording: WordingShown | None = Field(description="The committee's own, if it chose another.")


class AmendmentShown(Shown):
    """An amendment as it stands."""

    id: UUID
    version: int
    bill_id: UUID
    number: int
    stage: AmendmentStage
    stage_name: str
    author_id: UUID | None
    co_authors: tuple[UUID, ...] = Field(description="Deputies who signed it in person.")
    invited: tuple[UUID, ...] = Field(description="Whom the author asks to sign; not co-authors.")
    text_version: int = Field(description="The texts that it is addressed to.")
    proposed: WordingShown
    reasons: Bilingual
    provenance: Provenance
    touches_budget: bool
    filed_at: datetime
    conclusion: Conclusion | None = Field(description="Of the Government, if it was asked.")
    decision: DecisionShown | None
    separate_vote: bool
    vote_id: UUID | None = Field(description="The vote that decided it.")
    element_gone: bool = Field(description="The newest texts no longer have its element.")

    @classmethod
    def of(cls, found: Amendment, language: Language, *, gone: bool) -> Self:
        plain = ("id", "version", "bill_id", "number", "stage", "author_id", "co_authors")
        more = ("text_version", "reasons", "provenance", "touches_budget", "filed_at")
        last = ("invited", "conclusion", "separate_vote", "vote_id")
        return cls(
            **{name: getattr(found, name) for name in (*plain, *more, *last)},
            stage_name=AMENDMENT_STAGE_NAMES[found.stage].on(language),
            proposed=WordingShown.of(found.proposed, language),
            decision=_decision(found, language),
            element_gone=gone,
        )


def _decision(found: Amendment, language: Language) -> DecisionShown | None:
    said = found.decision
    if said is None:
        return None
    wording = said.wording and WordingShown.of(said.wording, language)
    return DecisionShown(
        verdict=said.verdict, grounds=said.grounds, by=said.by, at=said.at, wording=wording
    )


class AmendingShown(Shown):
    """The work on all amendments to the bill: where it stands, and how many there are."""

    id: UUID
    version: int
    bill_id: UUID
    stage: AmendingStage
    stage_name: str
    reading: int
    text_version: int = Field(description="The texts that are being amended.")
    laid_down: int | None = Field(description="The texts that were made of them last.")
    reading_on: date | None
    last_day: date | None = Field(description="The last day for amendments, if it is known.")
    mode: Mode | None
    put: tuple[Put, ...]
    counts: dict[AmendmentStage, int]
    links: dict[str, str]

    @classmethod
    def of(
        cls,
        found: Amending,
        counts: dict[AmendmentStage, int],
        last_day: date | None,
        language: Language,
    ) -> Self:
        place = f"{BILLS}/{found.bill_id}/amendments"
        names = ("id", "version", "bill_id", "stage", "reading", "text_version", "laid_down")
        return cls(
            **{name: getattr(found, name) for name in (*names, "reading_on", "mode", "put")},
            stage_name=AMENDING_STAGE_NAMES[found.stage].on(language),
            last_day=last_day,
            counts=counts,
            links={"list": place, "conflicts": f"{place}/conflicts", "table": f"{place}/table"},
        )


class ConflictShown(Shown):
    """Amendments that exclude each other."""

    kind: str
    address: str
    element: Bilingual | None
    languages: list[Language]
    amendments: list[int] = Field(description="Their numbers.")
    whole: list[int] = Field(
        description="Those that change the whole element: each excludes every other one, and the "
        "others do not exclude each other. If there is none, all exclude each other."
    )


class AmendedShown(Shown):
    """Which amendment changed an element of the texts."""

    number: int
    amendment_id: UUID
    address: str
    kind: ChangeKind
