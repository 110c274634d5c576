"""/eli: lasting names of bills, their languages, versions and formats, in the manner of ELI."""

import re
from typing import Annotated

from fastapi import APIRouter, Path
from fastapi.responses import RedirectResponse

from services.bills.api.shown import BILLS
from services.bills.store.bills import BillNotFound, Bills
from shared.kernel.text import Text
from shared.web.dependencies import Work
from shared.web.route import KurultaiRoute

SEE_OTHER = 303
"""The name is of the bill; what is found there tells of it."""

FORM = re.compile(r"(?P<language>kk|ru)(?:@(?P<number>[1-9]\d{0,8}))?(?:\.(?P<format>\w+))?")
PLACES = {None: "text", "json": "text/structure", "akn": "text.akn", "docx": "text.docx"}

NO_SUCH_FORM = Text(
    kk="Заң жобасының «{form}» түрі жоқ; мысалы: kk, ru@2, ru@2.akn.",
    ru="У законопроекта нет формы «{form}»; например: kk, ru@2, ru@2.akn.",
    en="The bill has no form “{form}”; for example: kk, ru@2, ru@2.akn.",
)

router = APIRouter(prefix="/eli", tags=["texts"], route_class=KurultaiRoute)

Year = Annotated[str, Path(pattern=r"^\d{4}$")]
Number = Annotated[str, Path(pattern=r"^\d{4,9}$")]


@router.get("/bill/{year}/{number}", status_code=SEE_OTHER, response_class=RedirectResponse)
async def work_of(year: Year, number: Number, work: Work) -> RedirectResponse:
    """The bill of that number of the year."""
    bill = await Bills(work).numbered(f"{year}-{number}")
    return RedirectResponse(f"{BILLS}/{bill.id}", SEE_OTHER)


@router.get("/bill/{year}/{number}/{form}", status_code=SEE_OTHER, response_class=RedirectResponse)
async def form_of(year: Year, number: Number, form: str, work: Work) -> RedirectResponse:
    """Its text in a language, of a version, in a format: `ru`, `ru@2`, `ru@2.akn`, `kk.docx`."""
    bill = await Bills(work).numbered(f"{year}-{number}")
    return RedirectResponse(f"{BILLS}/{bill.id}/{_place_of(form)}", SEE_OTHER)


def _place_of(form: str) -> str:
    found = FORM.fullmatch(form)
    if found is None or found["format"] not in PLACES:
        raise BillNotFound(NO_SUCH_FORM.filled(form=form))
    version = f"&number={found['number']}" if found["number"] else ""
    return f"{PLACES[found['format']]}?language={found['language']}{version}"
