"""What was submitted to hearings in writing."""

from uuid import UUID

import sqlalchemy as sa

from services.hearings.domain.submitting import Submission, SubmissionStage
from services.hearings.store.guest_tables import submissions
from services.hearings.store.of_hearing import CasesOfHearing
from shared.kernel.errors import NotFound
from shared.kernel.text import Text


class SubmissionNotFound(NotFound):
    code = "submission-not-found"


class Submissions(CasesOfHearing[Submission]):
    kind = Submission
    missing = SubmissionNotFound
    no_such = Text(
        kk="{id} ұсынысы жоқ.", ru="Обращения {id} нет.", en="There is no submission {id}."
    )

    async def public(self, submission_id: UUID, *, moderators: bool) -> Submission:
        """As `seen`; what is not published is to the public as if it were not there."""
        found = await self.seen(submission_id)
        if found.stage is not SubmissionStage.PUBLISHED and not moderators:
            raise self.missing(self.no_such.filled(id=submission_id))
        return found

    async def numbered(self, number: str) -> Submission | None:
        """The one registered under that number, which nobody else enters meanwhile."""
        key = sa.func.hashtextextended(f"e-otinish {number}", 0)
        await self._work.session.execute(sa.select(sa.func.pg_advisory_xact_lock(key)))
        query = sa.select(Submission).where(submissions.c.number == number)
        return next(iter(await self.all_of(query)), None)

    @staticmethod
    def of(hearing_id: UUID, *, moderators: bool) -> sa.Select[Submission]:
        """Those of the hearing; the public sees what is published."""
        query = sa.select(Submission).where(submissions.c.hearing_id == hearing_id)
        return (
            query if moderators else query.where(submissions.c.stage == SubmissionStage.PUBLISHED)
        )
