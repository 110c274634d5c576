"""The recommendations on file, and deputies' wordings of them."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from services.hearings.domain.hearing import Hearing
from services.hearings.domain.recommendations.recommendation import (
    NOT_YET_ADOPTED,
    Recommendation,
    RecStage,
)
from services.hearings.domain.recommendations.rewording import Rewording, RewordingStage
from services.hearings.store.of_hearing import CasesOfHearing
from services.hearings.store.recommendation_tables import recommendations, rewordings
from shared.kernel.errors import NotFound
from shared.kernel.text import Text


class RecommendationNotFound(NotFound):
    code = "recommendation-not-found"


class WordingNotFound(NotFound):
    code = "wording-not-found"


@dataclass(frozen=True, slots=True)
class WantedRecommendations:
    """Which are asked for; None stands for any. Drafts are for `insiders`."""

    insiders: bool
    stage: RecStage | None = None
    overdue: bool | None = None
    hearing_id: UUID | None = None
    addressee_id: UUID | None = None


class Recommendations(CasesOfHearing[Recommendation]):
    kind = Recommendation
    missing = RecommendationNotFound
    no_such = Text(
        kk="{id} ұсынымы жоқ.", ru="Рекомендации {id} нет.", en="There is no recommendation {id}."
    )

    async def drafted(self, hearing: Hearing) -> list[Recommendation]:
        """The drafts of the hearing in their order, each of them seen with it."""
        query = (
            sa.select(Recommendation)
            .where(recommendations.c.hearing_id == hearing.id)
            .where(recommendations.c.stage == RecStage.DRAFTED)
            .order_by(recommendations.c.number)
        )
        found = await self.all_of(query)
        for each in found:
            each.seen = hearing
        return found

    async def next_number(self, hearing_id: UUID) -> int:
        """The place of the next recommendation of the hearing."""
        last = sa.func.coalesce(sa.func.max(recommendations.c.number), 0)
        query = sa.select(last).where(recommendations.c.hearing_id == hearing_id)
        taken: int = (await self._work.session.execute(query)).scalar_one()
        return taken + 1

    async def public(self, recommendation_id: UUID, *, insiders: bool) -> Recommendation:
        """As `seen`; to the public a draft is as if it were not there."""
        found = await self.seen(recommendation_id)
        if found.stage in NOT_YET_ADOPTED and not insiders:
            raise self.missing(self.no_such.filled(id=recommendation_id))
        return found

    async def locked(self, recommendation_id: UUID) -> Recommendation | None:
        """One that nobody else acts on; None where somebody is at it just now."""
        query = (
            sa.select(Recommendation)
            .where(recommendations.c.id == recommendation_id)
            .with_for_update(skip_locked=True)
        )
        return next(iter(await self.all_of(query)), None)


class Wordings(CasesOfHearing[Rewording]):
    kind = Rewording
    missing = WordingNotFound
    no_such = Text(
        kk="{id} редакциясы жоқ.", ru="Редакции {id} нет.", en="There is no wording {id}."
    )

    async def undecided(self, hearing_id: UUID) -> int:
        """How many wordings of drafts of the hearing await a decision."""
        query = (
            sa.select(sa.func.count())
            .join_from(
                rewordings,
                recommendations,
                rewordings.c.recommendation_id == recommendations.c.id,
            )
            .where(rewordings.c.hearing_id == hearing_id)
            .where(rewordings.c.stage == RewordingStage.PROPOSED)
            .where(recommendations.c.stage == RecStage.DRAFTED)
        )
        return (await self._work.session.execute(query)).scalar_one()

    @staticmethod
    def of(recommendation_id: UUID) -> sa.Select[Rewording]:
        """Those of one recommendation."""
        return sa.select(Rewording).where(rewordings.c.recommendation_id == recommendation_id)


def listed(wanted: WantedRecommendations) -> sa.Select[Recommendation]:
    """The recommendations asked for."""
    columns = recommendations.c
    query = sa.select(Recommendation)
    if not wanted.insiders:
        query = query.where(columns.stage.not_in(NOT_YET_ADOPTED))
    if wanted.stage:
        query = query.where(columns.stage == wanted.stage)
    if wanted.overdue is not None:
        query = query.where((columns.stage == RecStage.OVERDUE) == wanted.overdue)
    if wanted.hearing_id:
        query = query.where(columns.hearing_id == wanted.hearing_id)
    if wanted.addressee_id:
        addressee = sa.type_coerce(columns.addressee, sa.dialects.postgresql.JSONB)
        query = query.where(addressee["body_id"].astext == str(wanted.addressee_id))
    return query


def past_their_term(today: date) -> sa.Select[tuple[UUID]]:
    """Those that should have been answered before this day, the oldest first."""
    return (
        sa.select(recommendations.c.id)
        .where(recommendations.c.stage == RecStage.SENT)
        .where(recommendations.c.answer_by < today)
        .order_by(recommendations.c.answer_by, recommendations.c.id)
    )
