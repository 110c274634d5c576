"""What goes in and out when something is submitted in writing."""

from datetime import datetime
from enum import StrEnum
from typing import Self
from uuid import UUID

from pydantic import AwareDatetime, ConfigDict, Field

from services.hearings.actions.submit_in_writing import Writing
from services.hearings.api.shapes import A_THEME, AN_ID
from services.hearings.domain.submitting import (
    Author,
    AuthorKind,
    Document,
    Phase,
    Submission,
    SubmissionStage,
)
from services.hearings.domain.words import Passage, Said
from shared.contracts.words import Bilingual, Line
from shared.web.shapes import Given, Shown

A_DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


class SubmissionGiven(Given):
    """What is submitted, and by whom."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"author": {"kind": "organisation", "name": "Қауымдастық 1"}, "text": A_THEME}
            ]
        }
    )

    author: Author = Field(description="A citizen, an organisation, or a deputy.")
    text: Said = Field(description="In Kazakh, in Russian, or in both.")
    document: Document | None = Field(default=None, description="What came with it.")

    def writing(self) -> Writing:
        return Writing(self.author, self.text, self.document)


class ApplicantKind(StrEnum):
    """Who may apply there, in its words."""

    INDIVIDUAL = "individual"
    LEGAL_ENTITY = "legal_entity"


KIND_OF = {
    ApplicantKind.INDIVIDUAL: AuthorKind.CITIZEN,
    ApplicantKind.LEGAL_ENTITY: AuthorKind.ORGANISATION,
}


class Applicant(Given):
    """Who applied; no number of an identity document is asked for, nor taken."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"kind": "individual", "name": "Азамат 1"}]}
    )

    kind: ApplicantKind = Field(description="A person, or a legal entity.")
    name: Line = Field(description="As registered there.")


class SpokenIn(StrEnum):
    KK = "kk"
    RU = "ru"


class EOtinishGiven(Given):
    """What e-Otinish passes on.

    No description of its interface is at hand: this is the shape that is assumed. Whoever connects
    it translates its message into this one, and sends it as often as needed.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "registration_number": "ЖТ-2026-0000001",
                    "registered_at": "2026-11-30T05:00:00Z",
                    "hearing_id": AN_ID,
                    "applicant": {"kind": "individual", "name": "Азамат 1"},
                    "language": "kk",
                    "text": "Ұсыныс мәтіні.",
                    "attachment": {"name": "usynys.pdf", "digest": A_DIGEST},
                }
            ]
        }
    )

    registration_number: Line = Field(description="By which it is taken in once.")
    registered_at: AwareDatetime = Field(description="When it was registered there.")
    hearing_id: UUID = Field(description="The hearing it is for.")
    applicant: Applicant = Field(description="Who applied.")
    language: SpokenIn = Field(description="Of the text.")
    text: Passage = Field(description="What was written.")
    attachment: Document | None = Field(default=None, description="A file, by its SHA-256.")

    def writing(self) -> Writing:
        author = Author(kind=KIND_OF[self.applicant.kind], name=self.applicant.name)
        text = Said.model_validate({self.language.value: self.text})
        number, at = self.registration_number, self.registered_at
        return Writing(author, text, self.attachment, number, at)


class SubmissionShown(Shown):
    """A submission as it stands; a citizen who does not want to be named is not."""

    id: UUID
    version: int
    stage: SubmissionStage
    hearing_id: UUID
    author_kind: AuthorKind
    author: str | None
    text: Said
    document: Document | None
    number: str | None = Field(description="Of its registration in e-Otinish.")
    registered_at: datetime | None = Field(description="When it was registered there.")
    phase: Phase = Field(description="Whether it came before the hearing, during it or after.")
    received_at: datetime
    reason: Bilingual | None = Field(description="Why it was returned.")

    @classmethod
    def of(cls, submission: Submission, *, moderators: bool) -> Self:
        author = submission.author
        named = moderators or author.is_named_in_public
        return cls.model_validate(
            {name: getattr(submission, name) for name in cls.model_fields if "author" not in name}
            | {"author_kind": author.kind, "author": author.name if named else None}
        )
