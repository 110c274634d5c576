"""/convocations/{id}/import: a list of factions and deputies, all of it or nothing."""

import csv
from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Query, Request

from services.committees.actions.take_in import Entered, take_in
from services.committees.api.intake_popolo import from_popolo
from services.committees.api.intake_read import UNREADABLE, from_csv
from services.committees.domain.intake import Fault, Intake, IntakeRefused
from shared.web.dependencies import Here, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import Shown

router = APIRouter(prefix="/convocations", tags=["convocations"], route_class=KurultaiRoute)

Dated = Annotated[
    bool, Query(description="Mandates begin on the days of the list, while the convocation forms.")
]
CSV, JSON = "text/csv", "application/json"
BODY: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            CSV: {
                "schema": {"type": "string"},
                "example": "number,person_id,name_kk,name_ru,faction_kk,faction_ru,opposition\n"
                "1,019ab3f0-5d2a-7c11-9c1e-2f4b7a60d001,№ 1 депутат,Депутат № 1,"
                "№ 1 фракция,Фракция № 1,0\n",
            },
            JSON: {"schema": {"type": "object", "description": "As /popolo.json gives out."}},
        },
    }
}


class EnteredShown(Shown):
    """How many were entered."""

    factions: int
    mandates: int


@router.post(
    "/{convocation_id}/import",
    response_model=EnteredShown,
    openapi_extra=BODY,
)
async def take(
    convocation_id: UUID, request: Request, work: Work, here: Here, *, dated: Dated = False
) -> Entered:
    """Enter factions and deputies from CSV or Popolo JSON (the registrar); all of it or nothing.

    Each by the same act, and under the same conditions, as if it were entered alone; mandates begin
    now, or as the list says. Every mistake is named with its place.
    """
    intake = _read(request.headers.get("content-type", ""), await request.body())
    intake = intake.dated() if dated else intake.undated()
    return await take_in(work, here, convocation_id=convocation_id, intake=intake)


def _read(content_type: str, content: bytes) -> Intake:
    if content_type.partition(";")[0].strip().lower() != CSV:
        return from_popolo(content)
    try:
        return from_csv(content)
    except csv.Error as error:
        raise IntakeRefused([Fault("document", "unreadable", UNREADABLE)]) from error
