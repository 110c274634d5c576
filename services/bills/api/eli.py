"""/eli: lasting names of bills and acts, their languages, versions and formats, as ELI has them."""

import re
from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse

from services.bills.api.shown import ACTS, BILLS
from services.bills.store.acts_in_force import ActsInForce
from services.bills.store.bills import BillNotFound, Bills
from shared.kernel.text import Text
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute

SEE_OTHER = 303
"""The name is of the bill; what is found there tells of it."""

FORM = re.compile(r"(?P<language>kk|ru)(?:@(?P<number>[1-9]\d{0,8}))?(?:\.(?P<format>\w+))?")
PLACES: Mapping[str | None, str] = {
    None: "text",
    "json": "text/structure",
    "akn": "text.akn",
    "docx": "text.docx",
}

PLACES_OF_ACTS: Mapping[str | None, str] = {None: "text", "akn": "text.akn", "docx": "text.docx"}

NO_SUCH_FORM = Text(
    kk="Мұнда «{form}» түрі жоқ; мысалы: kk, ru@2, ru@2.akn.",
    ru="Здесь нет формы «{form}»; например: kk, ru@2, ru@2.akn.",
    en="There is no form “{form}” here; for example: kk, ru@2, ru@2.akn.",
)

router = APIRouter(prefix="/eli", tags=["texts"], route_class=KurultaiRoute)

Year = Annotated[str, Path(pattern=r"^\d{4}$")]
Number = Annotated[str, Path(pattern=r"^\d{4,9}$")]
Called = Annotated[str, Path(pattern=r"^[\w.-]{1,40}$", description="As `480-v`.")]


@router.get("/bill/{year}/{number}", status_code=SEE_OTHER, response_class=RedirectResponse)
async def work_of(year: Year, number: Number, work: Work) -> RedirectResponse:
    """The bill of that number of the year."""
    bill = await Bills(work).numbered(f"{year}-{number}")
    return RedirectResponse(f"{BILLS}/{bill.id}", SEE_OTHER)


@router.get("/bill/{year}/{number}/{form}", status_code=SEE_OTHER, response_class=RedirectResponse)
async def form_of(year: Year, number: Number, form: str, work: Work) -> RedirectResponse:
    """Its text in a language, of a version, in a format: `ru`, `ru@2`, `ru@2.akn`, `kk.docx`."""
    bill = await Bills(work).numbered(f"{year}-{number}")
    return RedirectResponse(f"{BILLS}/{bill.id}/{place_of(form, PLACES)}", SEE_OTHER)


@router.get("/act/{year}/{called}", status_code=SEE_OTHER, response_class=RedirectResponse)
async def act_of(year: Year, called: Called, work: Work) -> RedirectResponse:
    """The act in force of that number, adopted in that year."""
    act = await ActsInForce(work).named(int(year), called)
    return RedirectResponse(f"{ACTS}/{act.id}", SEE_OTHER)


@router.get("/act/{year}/{called}/{form}", status_code=SEE_OTHER, response_class=RedirectResponse)
async def form_of_act(year: Year, called: Called, form: str, work: Work) -> RedirectResponse:
    """Its text in a language, of an edition, in a format: `ru`, `ru@2`, `ru@2.akn`, `kk.docx`."""
    act = await ActsInForce(work).named(int(year), called)
    return RedirectResponse(f"{ACTS}/{act.id}/{place_of(form, PLACES_OF_ACTS)}", SEE_OTHER)


def place_of(form: str, places: Mapping[str | None, str]) -> str:
    """Where under a bill or an act the form is. Raises BillNotFound where it has no such form."""
    found = FORM.fullmatch(form)
    if found is None or found["format"] not in places:
        raise BillNotFound(NO_SUCH_FORM.filled(form=form))
    version = f"&number={found['number']}" if found["number"] else ""
    return f"{places[found['format']]}?language={found['language']}{version}"
