"""/bills: the list of bills, what is found among them, and how many stand where."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import Field

from services.bills.api.searching import Words, search_page
from services.bills.api.shown import BILLS, BillLineShown
from services.bills.domain.names import STAGE_NAMES
from services.bills.domain.stages import Stage
from services.bills.store.lists import Asked, Order, counts_by_stage, listed, plan_anew
from shared.contracts.bills import BillKind
from shared.kernel.actor import Role
from shared.kernel.text import Language
from shared.web.dependencies import Tongue, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import Shown

LONGEST_QUESTION, LONGEST_NUMBER = 300, 40
WRITABLE = r"^[^\x00]*$"
FEED = f'<{BILLS}.atom>; rel="alternate"; type="application/atom+xml"'

router = APIRouter(prefix="/bills", tags=["bills"], route_class=KurultaiRoute)


class PieceShown(Shown):
    """Words of an excerpt."""

    text: str
    hit: bool = Field(description="Whether they were looked for.")


class ExcerptShown(Shown):
    """Where the words stand, with what is around them."""

    language: Language
    where: Literal["title", "text"]
    pieces: list[PieceShown]


class BillListedShown(BillLineShown):
    """A bill in a list, with where it was found if it was looked for by words."""

    lead_committee_id: UUID | None
    registered_at: datetime | None
    changed_at: datetime = Field(description="When it was last acted on.")
    excerpts: list[ExcerptShown] = Field(default=[], description="Where the words were found.")
    similar: bool = Field(
        default=False, description="Found by words that look alike: those asked for are nowhere."
    )


class StageCountShown(Shown):
    """How many bills stand at a stage."""

    stage: Stage
    stage_name: str
    bills: int


async def _asked(  # noqa: PLR0913 each is a parameter of the query
    *,
    stage: Annotated[list[Stage], Query(description="Any of these.")] = [],  # noqa: B006 FastAPI copies it
    kind: Annotated[list[BillKind], Query(description="Any of these.")] = [],  # noqa: B006
    initiator: Annotated[list[Role], Query(description="Any of these.")] = [],  # noqa: B006
    committee: Annotated[UUID | None, Query(description="The lead committee.")] = None,
    number: Annotated[str | None, Query(max_length=LONGEST_NUMBER, pattern=WRITABLE)] = None,
    registered_from: Annotated[date | None, Query(description="A day in Astana.")] = None,
    registered_to: Annotated[date | None, Query(description="That day included.")] = None,
    sort: Annotated[Order, Query(description="`relevance` is for words.")] = Order.RELEVANCE,
) -> Asked:
    return Asked(
        stages=stage,
        kinds=kind,
        initiators=initiator,
        committee_id=committee,
        number=number,
        since=registered_from,
        until=registered_to,
        order=sort,
    )


async def _words(
    q: Annotated[
        str,
        Query(
            max_length=LONGEST_QUESTION,
            pattern=WRITABLE,
            description="Words of the title, the number or the newest text, in Kazakh or Russian; "
            '"several" as they stand, -without, one or another.',
        ),
    ] = "",
    language: Annotated[
        Literal[Language.KK, Language.RU] | None, Query(description="Look in one only.")
    ] = None,
) -> Words | None:
    return Words(q, language) if q.strip() else None


@router.get("", response_model=list[BillListedShown])
async def all_bills(
    work: Work,
    page: Page,
    asked: Annotated[Asked, Depends(_asked)],
    words: Annotated[Words | None, Depends(_words)],
) -> list[Any]:
    """The bills asked for: with words the best first, without them the newest."""
    page.response.headers.append("link", FEED)
    if words:
        return await search_page(work, page, words, asked)
    await plan_anew(work)
    return await page.rows(work.session, listed(asked), **asked.place())


@router.get("/counts")
async def counts(work: Work, tongue: Tongue) -> list[StageCountShown]:
    """How many bills stand at each stage."""
    return [
        StageCountShown(stage=stage, stage_name=STAGE_NAMES[stage].on(tongue), bills=number)
        for stage, number in (await counts_by_stage(work)).items()
    ]
