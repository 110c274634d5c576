"""Signatures of deputies under a draft: whose, under which words, and whether they still stand."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict

from shared.contracts.words import Bilingual, Digests


class Ending(StrEnum):
    """Why a signature no longer stands."""

    TAKEN_BACK = "taken_back"
    DRAFT_CHANGED = "draft_changed"


class Signature(BaseModel):
    """What a deputy signed in person, and when; it stands until it is ended, and stays on file.

    Attributes:
        name: what the deputy was called at that moment, if it is known.
        title: of the draft as it was signed, as are its texts: `text_version`, `digests`.
    """

    model_config = ConfigDict(frozen=True)

    person_id: UUID
    name: Bilingual | None
    at: AwareDatetime
    title: Bilingual
    text_version: int
    digests: Digests
    ended_at: AwareDatetime | None = None
    ending: Ending | None = None

    @property
    def stands(self) -> bool:
        return self.ended_at is None


def standing(signatures: Sequence[Signature]) -> tuple[Signature, ...]:
    """Those that neither their deputy nor a change of the draft has ended."""
    return tuple(signature for signature in signatures if signature.stands)


def without(
    signatures: Sequence[Signature], people: frozenset[UUID], why: Ending, at: datetime
) -> tuple[Signature, ...]:
    """All of them, where those of these people no longer stand."""
    end = {"ended_at": at, "ending": why}
    return tuple(
        each.model_copy(update=end) if each.stands and each.person_id in people else each
        for each in signatures
    )
