"""What is submitted to a hearing in writing, before it and after, and whether it is published."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from services.hearings.domain.of_hearing import (
    HEARINGS,
    RUNNERS,
    OfHearing,
    runs_the_hearing,
)
from services.hearings.domain.stages import AHEAD, Stage
from services.hearings.domain.words import Said
from shared.contracts.hearings_public import (
    SubmissionPublished,
    SubmissionReceived,
    SubmissionReturned,
)
from shared.contracts.words import Bilingual, Digest, Line
from shared.kernel.actor import Role
from shared.kernel.occasion import Occasion
from shared.kernel.procedure import Procedure, Row, condition


class AuthorKind(StrEnum):
    CITIZEN = "citizen"
    ORGANISATION = "organisation"
    DEPUTY = "deputy"


class Phase(StrEnum):
    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class SubmissionStage(StrEnum):
    NEW = "new"
    RECEIVED = "received"
    PUBLISHED = "published"
    RETURNED = "returned"


class SubmissionAct(StrEnum):
    SUBMIT = "submit"
    PUBLISH = "publish_submission"
    RETURN = "return_submission"


class Author(BaseModel):
    """Who submits. A citizen's name is shown to the public only where the citizen wants it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: AuthorKind
    name: Line
    wants_to_be_named: bool = False

    @property
    def is_named_in_public(self) -> bool:
        return self.kind is not AuthorKind.CITIZEN or self.wants_to_be_named


class Document(BaseModel):
    """A document that came with it: its name, and the SHA-256 of its bytes."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=255)]
    digest: Digest


@dataclass(eq=False, kw_only=True)
class Submission(OfHearing):
    """`number` is that of its registration in e-Otinish at `registered_at`, where it came so."""

    author: Author
    text: Said
    document: Document | None = None
    number: str | None = None
    registered_at: datetime | None = None
    phase: Phase = Phase.BEFORE
    received_at: datetime | None = None
    reason: Bilingual | None = None
    stage: SubmissionStage = SubmissionStage.NEW


TAKING = (*AHEAD, Stage.OPEN, Stage.HELD)


@condition(
    en="the hearing is called, and its recommendations are not adopted yet",
    ru="слушания назначены, и их рекомендации ещё не приняты",
    kk="тыңдау тағайындалған, және оның ұсынымдары әлі қабылданған жоқ",
    provision=HEARINGS,
)
def hearing_takes_submissions(submission: Submission, _: Occasion) -> bool:
    return submission.hearing.stage in TAKING


@condition(
    en="a deputy submits as a deputy; what comes from others the Apparatus enters",
    ru="депутат подаёт как депутат; поступившее от других вносит Аппарат",
    kk="депутат депутат ретінде ұсынады; басқалардан түскенді Аппарат енгізеді",
    provision=HEARINGS,
)
def submits_as_who_they_are(submission: Submission, occasion: Occasion) -> bool:
    own = submission.author.kind is AuthorKind.DEPUTY
    return occasion.by.holds(Role.CLERK) or (own and occasion.by.holds(Role.DEPUTY))


S, A = SubmissionStage, SubmissionAct
WRITERS = [Role.CLERK, Role.DEPUTY]
MAY_SUBMIT = [hearing_takes_submissions, submits_as_who_they_are]
RUN = [runs_the_hearing]
PUBLISHED = "rules profile: hearings.publish (unknown)"

# fmt: off
SUBMISSIONS: Procedure[Submission] = Procedure(
    #   act        from        to           by       not until   under
    Row(A.SUBMIT,  S.NEW,      S.RECEIVED,  WRITERS, MAY_SUBMIT, HEARINGS),
    Row(A.PUBLISH, S.RECEIVED, S.PUBLISHED, RUNNERS, RUN,        PUBLISHED),
    Row(A.RETURN,  S.RECEIVED, S.RETURNED,  RUNNERS, RUN,        PUBLISHED),
)
# fmt: on


def submit(submission: Submission, occasion: Occasion) -> None:
    """Take it in. Raises NotNow once the recommendations are adopted, or in another's place."""
    SUBMISSIONS.take(submission, A.SUBMIT, occasion)
    submission.received_at = occasion.at
    submission.phase = _phase(submission.hearing.stage)
    submission.record(
        SubmissionReceived(
            at=occasion.at,
            submission_id=submission.id,
            hearing_id=submission.hearing_id,
            kind=submission.author.kind,
            document=submission.document.digest if submission.document else None,
            number=submission.number,
        )
    )


def publish_submission(submission: Submission, occasion: Occasion) -> None:
    """Everyone may read it."""
    SUBMISSIONS.take(submission, A.PUBLISH, occasion)
    submission.record(
        SubmissionPublished(
            at=occasion.at, submission_id=submission.id, hearing_id=submission.hearing_id
        )
    )


def return_submission(submission: Submission, occasion: Occasion, *, reason: Bilingual) -> None:
    """It goes back to its author, for this reason."""
    SUBMISSIONS.take(submission, A.RETURN, occasion)
    submission.reason = reason
    submission.record(
        SubmissionReturned(
            at=occasion.at,
            submission_id=submission.id,
            hearing_id=submission.hearing_id,
            reason=reason,
        )
    )


def _phase(stage: Stage) -> Phase:
    if stage in AHEAD:
        return Phase.BEFORE
    return Phase.DURING if stage is Stage.OPEN else Phase.AFTER
