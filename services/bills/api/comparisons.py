"""/bills/{id}/comparison, /acts/{id}/comparison: the comparison table in every form."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from services.bills.actions.give_reason import Change, give_reason
from services.bills.api.acts_given import ChangeReasonGiven
from services.bills.api.comparing import (
    ActNumbers,
    BillNumbers,
    Pair,
    Tongues,
    pair_of_act,
    pair_of_bill,
    table_of,
)
from services.bills.api.forms import RESPONSES, Form, answered, preferred_form
from shared.store.unit_of_work import UnitOfWork
from shared.web.dependencies import Here, Work
from shared.web.route import KurultaiRoute

router = APIRouter(tags=["comparison"], route_class=KurultaiRoute)

Language = Annotated[Tongues, Query(description="One language's columns, or both side by side.")]
Unchanged = Annotated[bool, Query(description="Show elements that do not differ too.")]


@dataclass(frozen=True, slots=True)
class Giving:
    """How the table is to be given out."""

    request: Request
    language: Tongues
    unchanged: bool

    @property
    def accepted(self) -> Form:
        return preferred_form(self.request.headers.get("accept", ""))

    async def out(self, work: UnitOfWork, pair: Pair, form: Form) -> Response:
        table = await table_of(work, pair, self.language, unchanged=self.unchanged)
        return await answered(self.request, table, form, pair.name)


async def _giving(
    request: Request, language: Language = Tongues.BOTH, *, unchanged: Unchanged = False
) -> Giving:
    return Giving(request, language, unchanged)


Given = Annotated[Giving, Depends(_giving)]


@router.get("/bills/{bill_id}/comparison", response_class=Response, responses=RESPONSES)
async def of_bill(bill_id: UUID, work: Work, asked: BillNumbers, giving: Given) -> Response:
    """Two versions of the bill, or an act in force and the bill, in the form that is accepted."""
    return await giving.out(work, await pair_of_bill(work, bill_id, asked), giving.accepted)


@router.get("/bills/{bill_id}/comparison.{form}", response_class=Response, responses=RESPONSES)
async def of_bill_as(
    bill_id: UUID, form: Form, work: Work, asked: BillNumbers, giving: Given
) -> Response:
    """The same, in the form of that name."""
    return await giving.out(work, await pair_of_bill(work, bill_id, asked), form)


@router.get("/acts/{act_id}/comparison", response_class=Response, responses=RESPONSES)
async def of_act(act_id: UUID, work: Work, asked: ActNumbers, giving: Given) -> Response:
    """Two editions of an act in force, in the form that is accepted."""
    return await giving.out(work, await pair_of_act(work, act_id, asked), giving.accepted)


@router.get("/acts/{act_id}/comparison.{form}", response_class=Response, responses=RESPONSES)
async def of_act_as(
    act_id: UUID, form: Form, work: Work, asked: ActNumbers, giving: Given
) -> Response:
    """The same, in the form of that name."""
    return await giving.out(work, await pair_of_act(work, act_id, asked), form)


@dataclass(frozen=True, slots=True)
class Where:
    """The element that a reason is about, and between which two texts it changes."""

    bill_id: UUID
    address: str
    asked: BillNumbers


async def _where(
    bill_id: UUID,
    address: Annotated[str, Path(max_length=400, description="As `art_5__pt_2__sp_1`.")],
    asked: BillNumbers,
) -> Where:
    return Where(bill_id, address, asked)


@router.put("/bills/{bill_id}/reasons/{address}", status_code=204)
async def reason(
    where: Annotated[Where, Depends(_where)], given: ChangeReasonGiven, work: Work, here: Here
) -> None:
    """Say why an element is to be changed (initiator; later clerk, or lead committee)."""
    pair = await pair_of_bill(work, where.bill_id, where.asked)
    change = Change(pair.between, pair.texts, where.address)
    await give_reason(work, here, change=change, reason=given.reason)
