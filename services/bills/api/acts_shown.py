"""What clients are shown of acts in force and of what bills have to do with them."""

from datetime import date, datetime
from typing import Any, Self
from uuid import UUID

from pydantic import Field

from services.bills.store.acts_in_force import EditionOnFile
from shared.contracts.acts import RelationKind
from shared.contracts.words import Bilingual, Digest, Digests
from shared.kernel.text import Language
from shared.web.shapes import Shown


class ActInForceShown(Shown):
    """An act in force with what proves its newest edition unchanged."""

    id: UUID
    version: int
    number: str | None = Field(description="None as long as a law published here has none.")
    title: Bilingual
    adopted_on: date
    edition: int = Field(description="The number of its newest edition, from 1.")
    stands_from: date = Field(description="The day from which the newest edition stands.")
    digests: Digests
    bill_id: UUID | None = Field(description="The bill that it was, if it was adopted here.")


class EditionShown(Shown):
    """An edition of an act, without its texts."""

    number: int
    stands_from: date
    source: Bilingual
    digests: Digests
    at: datetime = Field(description="When it was entered.")


class EditionTextShown(Shown):
    """One language's text of an edition."""

    language: Language
    number: int
    stands_from: date
    source: Bilingual
    text: str
    digest: Digest

    @classmethod
    def of(cls, found: EditionOnFile, language: Language) -> Self:
        return cls(
            language=language,
            number=found.number,
            stands_from=found.stands_from,
            source=found.source,
            text=getattr(found.texts, language),
            digest=getattr(found.digests, language),
        )


class RelationShown(Shown):
    """What a bill is to another, or to an act; `number` and `title` are those of the other end."""

    bill_id: UUID = Field(description="The bill of which it was said.")
    kind: RelationKind
    to_id: UUID = Field(description="The act or the bill that it was said to be related to.")
    number: str | None
    title: Bilingual
    at: datetime

    @classmethod
    def of(cls, row: Any) -> Self:
        return cls(
            bill_id=row.bill_id,
            kind=row.kind,
            to_id=row.act_id or row.other_bill_id,
            number=row.number,
            title=row.title,
            at=row.at,
        )
