"""/composition: the chamber as it stands. No token is needed."""

from fastapi import APIRouter

from services.committees.api.shown import CompositionShown
from services.committees.store.views import chamber_now
from shared.web.dependencies import Tongue, Visitor, Work
from shared.web.route import KurultaiRoute

router = APIRouter(tags=["composition"], route_class=KurultaiRoute)


@router.get("/composition")
async def composition(work: Work, visitor: Visitor, tongue: Tongue) -> CompositionShown:
    """Seats, mandates in force, factions with their sizes and sides, and offices held."""
    return CompositionShown.of(await chamber_now(work, visitor.rules), tongue)
