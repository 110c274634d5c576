"""/factions: enter one, change its side, read them with their sizes."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions.change_sides import change_sides
from services.committees.actions.form_faction import Forming, form_faction
from services.committees.api.given import FactionGiven, SideGiven
from services.committees.api.shown import FactionShown, SizedFactionShown
from services.committees.domain.faction import Faction
from services.committees.domain.procedure import FACTIONS
from services.committees.store.factions import Factions
from services.committees.store.tables import factions
from services.committees.store.views import sized_factions
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/factions", tags=["factions"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=FactionShown)
async def form(given: FactionGiven, work: Work, here: Here) -> Faction:
    """Enter a faction and the side it declares (the registrar)."""
    forming = Forming(given.name.bilingual(), given.opposition, given.since)
    return await form_faction(work, here, convocation_id=given.convocation_id, forming=forming)


@router.post("/{faction_id}/side", response_model=FactionShown)
async def side(faction_id: UUID, given: SideGiven, work: Work, here: Here) -> Faction:
    """Join the opposition or leave it (the faction's leader; the registrar)."""
    return await change_sides(work, here, faction_id=faction_id, opposition=given.opposition)


@router.get("")
async def all_factions(
    work: Work, page: Page, convocation_id: UUID | None = None
) -> list[SizedFactionShown]:
    """Every faction with the number of its deputies, oldest first."""
    place = factions.c.id
    rows = await page.rows(work.session, sized_factions(convocation_id), key=place, id_=place)
    return [SizedFactionShown.of(row.Faction, row.deputies) for row in rows]


@router.get("/{faction_id}", response_model=FactionShown)
async def faction(faction_id: UUID, work: Work) -> Faction:
    """One faction as it stands."""
    return await Factions(work).get(faction_id)


@router.get("/{faction_id}/options")
async def options(
    faction_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the faction; a closed act says why."""
    return options_shown(FACTIONS.options(await Factions(work).get(faction_id), visitor), tongue)


@router.get("/{faction_id}/acts")
async def acts(faction_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the faction, oldest first."""
    found = await Factions(work).get(faction_id)
    return acts_shown(await acts_on(work, "faction", found.id), tongue)
