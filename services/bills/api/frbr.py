"""/akn: the names that texts have in Akoma Ntoso lead to them (its Naming Convention 1.0, 4.4)."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse

from services.bills.api.eli import NO_SUCH_FORM, PLACES, PLACES_OF_ACTS, SEE_OTHER, place_of
from services.bills.api.shown import ACTS, BILLS
from services.bills.store.acts_in_force import ActNotFound, ActsInForce
from services.bills.store.bills import NO_SUCH_BILL, BillNotFound, Bills
from services.bills.store.texts import texts_of
from shared.kernel.occasion import day_of
from shared.store.unit_of_work import UnitOfWork
from shared.texts.akn.frame import Kind
from shared.texts.akn.names import COUNTRY, ISO_639_2
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute

EXPRESSION = re.compile(
    r"(?P<language>[a-z]{3})@(?:ver(?P<number>[1-9]\d{0,8}))?(?P<format>\.akn)?"
)
TAGS = {iso: tag for tag, iso in ISO_639_2.items()}

router = APIRouter(prefix=f"/akn/{COUNTRY}", tags=["texts"], route_class=KurultaiRoute)

Called = Annotated[str, Path(pattern=r"^[\w.-]{1,40}$", description="As `2026-0001`, `480-v`.")]


@router.get("/{kind}/{day}/{called}", status_code=SEE_OTHER, response_class=RedirectResponse)
async def work_of(kind: Kind, day: date, called: Called, work: Work) -> RedirectResponse:
    """The bill or act of that name."""
    there, _ = await _found(work, kind, day, called)
    return RedirectResponse(there, SEE_OTHER)


@router.get(
    "/{kind}/{day}/{called}/{expression}", status_code=SEE_OTHER, response_class=RedirectResponse
)
async def expression_of(
    kind: Kind, day: date, called: Called, expression: str, work: Work
) -> RedirectResponse:
    """A text of it: `kaz@ver2`, `rus@`, and with `.akn` the file itself."""
    there, places = await _found(work, kind, day, called)
    return RedirectResponse(f"{there}/{place_of(_form(expression), places)}", SEE_OTHER)


async def _found(
    work: UnitOfWork, kind: Kind, day: date, called: str
) -> tuple[str, Mapping[str | None, str]]:
    """An act of the register; or else a bill, which is an act once it is adopted."""
    if kind is Kind.ACT:
        with suppress(ActNotFound):
            act = await ActsInForce(work).named(day.year, called)
            if act.adopted_on == day:
                return f"{ACTS}/{act.id}", PLACES_OF_ACTS
    bill = await Bills(work).numbered(called)
    if day_of((await texts_of(work, bill.id, 1)).at) != day:
        raise BillNotFound(NO_SUCH_BILL.filled(id=called))
    return f"{BILLS}/{bill.id}", PLACES


def _form(expression: str) -> str:
    """As the names of bills have it: `kk@2.akn`."""
    found = EXPRESSION.fullmatch(expression)
    if found is None or found["language"] not in TAGS:
        raise BillNotFound(NO_SUCH_FORM.filled(form=expression))
    version = f"@{found['number']}" if found["number"] else ""
    return f"{TAGS[found['language']]}{version}{found['format'] or ''}"
