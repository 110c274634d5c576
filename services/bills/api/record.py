"""/bills: the record of one bill, step by step, and its votes."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from fastapi import APIRouter, Query, Request, Response
from pydantic import Field

from services.bills.api.shown import StepShown, VoteShown
from services.bills.domain.stages import Act
from services.bills.store.bills import Bills
from services.bills.store.places import BEGINNING, Part, Place
from services.bills.store.views import path_of, votes_of
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Bilingual, Matter
from shared.web.dependencies import Tongue, Work
from shared.web.paging import LONGEST_CURSOR, opened, sealed
from shared.web.route import KurultaiRoute

MOST_STEPS = 500

router = APIRouter(prefix="/bills", tags=["bills"], route_class=KurultaiRoute)


class BillVoteShown(VoteShown):
    """A vote on a question about the bill."""

    matter: Matter
    title: Bilingual = Field(description="What was asked, in the parliament's own words.")
    reading: int | None
    opened_at: datetime

    @classmethod
    def among(cls, fact: ResultCertified, shown: VoteShown) -> Self:
        asked = fact.question
        return cls(
            **shown.model_dump(),
            matter=asked.matter,
            title=asked.title,
            reading=asked.reading,
            opened_at=fact.opened_at,
        )


@router.get("/{bill_id}/timeline")
async def timeline(  # noqa: PLR0913 each is a parameter of the query
    *,
    bill_id: UUID,
    work: Work,
    tongue: Tongue,
    request: Request,
    response: Response,
    after: Annotated[
        str | None, Query(max_length=LONGEST_CURSOR, description="From the `Link` of a page.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_STEPS)] = MOST_STEPS,
    act: Annotated[list[Act], Query(description="Only these acts.")] = [],  # noqa: B006 FastAPI copies it
) -> list[StepShown]:
    """The path of the bill: every act, by whom, under which provision, with every vote.

    A path longer than a page goes on where `Link` says.
    """
    bill = await Bills(work).get(bill_id)
    start = Place(*opened(after, datetime, bool, int)) if after else BEGINNING
    steps = await path_of(work, bill, Part(start, act), limit + 1)
    if len(steps) > limit:
        last = steps[limit - 1][0]
        _link_to_next(request, response, sealed(last.at, last.told, last.place))
    return [StepShown.of(step, tongue) for _, step in steps[:limit]]


@router.get("/{bill_id}/votes")
async def votes(bill_id: UUID, work: Work, tongue: Tongue) -> list[BillVoteShown]:
    """Every vote on the bill with its outcome and counts, the oldest first."""
    bill = await Bills(work).get(bill_id)
    return [
        BillVoteShown.among(fact, VoteShown.of(vote, tongue))
        for fact, vote in await votes_of(work, bill.id)
    ]


def _link_to_next(request: Request, response: Response, after: str) -> None:
    url = request.url.include_query_params(after=after)
    response.headers.append("link", f'<{url.path}?{url.query}>; rel="next"')
