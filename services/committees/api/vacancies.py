"""/vacancies: which offices nobody holds, and since when."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import Field

from services.committees.store.convocations import Convocations
from services.committees.store.vacancies import (
    chair_is_vacant,
    committees_without_a_chair,
    last_held,
)
from shared.contracts.words import Bilingual
from shared.kernel.actor import ROLE_NAMES, Role
from shared.web.dependencies import Tongue, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import Shown

router = APIRouter(tags=["offices"], route_class=KurultaiRoute)


class VacancyShown(Shown):
    """An office that one person holds, and nobody does."""

    role: Role
    role_name: str
    body_id: UUID | None
    body_name: Bilingual | None
    reserved_for_opposition: bool = Field(description="Only its deputies stand for it.")
    since: datetime | None = Field(description="Null: it never was held.")


@router.get("/vacancies")
async def vacancies(work: Work, tongue: Tongue) -> list[VacancyShown]:
    """The Chair's office, and of every standing committee its chair's, where they are vacant."""
    found = []
    if await chair_is_vacant(work):
        found.append(
            VacancyShown(
                role=Role.CHAIR,
                role_name=ROLE_NAMES[Role.CHAIR].on(tongue),
                body_id=None,
                body_name=None,
                reserved_for_opposition=False,
                since=await last_held(work, Role.CHAIR),
            )
        )
    convocation = await Convocations(work).newest()
    rows = await committees_without_a_chair(work, convocation.id) if convocation else ()
    name = ROLE_NAMES[Role.COMMITTEE_CHAIR].on(tongue)
    return found + [
        VacancyShown(
            role=Role.COMMITTEE_CHAIR,
            role_name=name,
            body_id=body_id,
            body_name=body_name,
            reserved_for_opposition=reserved,
            since=since,
        )
        for body_id, body_name, reserved, since in rows
    ]
