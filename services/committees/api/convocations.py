"""/convocations: open one, constitute it, read them."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions.constitute_convocation import constitute_convocation
from services.committees.actions.open_convocation import open_convocation
from services.committees.api.given import ConvocationGiven
from services.committees.api.shown import ConvocationShown
from services.committees.domain.convocation import Convocation
from services.committees.domain.procedure import CONVOCATIONS
from services.committees.store.composition import composition_of
from services.committees.store.convocations import Convocations
from services.committees.store.tables import convocations
from services.committees.store.views import listed
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/convocations", tags=["convocations"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=ConvocationShown)
async def open_(given: ConvocationGiven, work: Work, here: Here) -> Convocation:
    """Open a convocation, with the seats of the rules in force (the registrar)."""
    return await open_convocation(work, here, number=given.number)


@router.post("/{convocation_id}/constitution", response_model=ConvocationShown)
async def constitute(convocation_id: UUID, work: Work, here: Here) -> Convocation:
    """Say that the Kurultai may work (the Chair; while there is none, the registrar)."""
    return await constitute_convocation(work, here, convocation_id=convocation_id)


@router.get("", response_model=list[ConvocationShown])
async def all_convocations(work: Work, page: Page) -> list[Convocation]:
    """Every convocation, the newest first."""
    order = {"key": convocations.c.number, "id_": convocations.c.id}
    return await page.scalars(
        work.session, listed(Convocation, convocations), newest_first=True, **order
    )


@router.get("/{convocation_id}", response_model=ConvocationShown)
async def convocation(convocation_id: UUID, work: Work) -> Convocation:
    """One convocation as it stands."""
    return await Convocations(work).get(convocation_id)


@router.get("/{convocation_id}/options")
async def options(
    convocation_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the convocation; a closed act says why."""
    found = await Convocations(work).get(convocation_id)
    found.composition = await composition_of(work, found.id)
    return options_shown(CONVOCATIONS.options(found, visitor), tongue)


@router.get("/{convocation_id}/acts")
async def acts(convocation_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the convocation, oldest first."""
    found = await Convocations(work).get(convocation_id)
    return acts_shown(await acts_on(work, "convocation", found.id), tongue)
