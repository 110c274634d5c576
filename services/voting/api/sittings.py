"""/sittings: called, registered for, opened, closed; and /composition, the chamber they need."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter

from services.voting.actions.adjourn_sitting import adjourn_sitting
from services.voting.actions.call_sitting import call_sitting
from services.voting.actions.close_sitting import close_sitting
from services.voting.actions.open_registration import open_registration
from services.voting.actions.open_sitting import open_sitting
from services.voting.actions.pause_sitting import (
    announce_break,
    go_behind_closed_doors,
    go_public,
    resume_sitting,
)
from services.voting.actions.register_deputy import register_deputy
from services.voting.actions.take_the_chair import take_the_chair
from services.voting.api.given_of_sittings import (
    ClosedDoorsGiven,
    ClosingGiven,
    PresidingGiven,
    SittingGiven,
)
from services.voting.api.headers import FoundAt, NotKept
from services.voting.api.shown import (
    CompositionShown,
    PresentShown,
    RegistrationShown,
    SittingShown,
)
from services.voting.domain.presiding import Presidency
from services.voting.domain.procedure import SITTINGS
from services.voting.domain.registration import Registration
from services.voting.domain.stages import SittingStage
from services.voting.store.composition import mandates_in_force
from services.voting.store.sittings import Registrations, Sittings
from services.voting.store.tables import sittings
from services.voting.store.views import sitting_as_it_is
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Who, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

composition = APIRouter(prefix="/composition", tags=["sittings"], route_class=KurultaiRoute)
router = APIRouter(prefix="/sittings", tags=["sittings"], route_class=KurultaiRoute)


@composition.get("")
async def chamber(work: Work, visitor: Visitor) -> CompositionShown:
    """The mandates in force that this service has heard of, and the seats there are."""
    return CompositionShown(mandates=await mandates_in_force(work), seats=visitor.rules.seats)


@router.post("", status_code=201)
async def call(given: SittingGiven, work: Work, here: Here) -> SittingShown:
    """Call a sitting (the Apparatus, the Chair, a deputy chair)."""
    sitting = await call_sitting(work, here, given.sitting())
    return SittingShown.of(sitting, here.rules)


@router.get("")
async def all_sittings(
    work: Work,
    visitor: Visitor,
    page: Page,
    stage: SittingStage | None = None,
    body_id: UUID | None = None,
) -> list[SittingShown]:
    """Every sitting, the last one first; of one stage or of one body if asked."""
    order: dict[str, Any] = {"key": sittings.c.starts_at, "id_": sittings.c.id}
    query = Sittings.listed(stage, body_id)
    found = await page.scalars(work.session, query, newest_first=True, **order)
    return [SittingShown.of(sitting, visitor.rules) for sitting in found]


@router.get("/{sitting_id}", dependencies=[NotKept])
async def sitting(sitting_id: UUID, work: Work, visitor: Visitor) -> SittingShown:
    """A sitting, with how many are registered and how many there must be."""
    found = await sitting_as_it_is(work, sitting_id, visitor.rules.seats)
    return SittingShown.of(found, visitor.rules)


@router.get("/{sitting_id}/options")
async def options(
    sitting_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the sitting at its stage; a closed act says why."""
    found = await sitting_as_it_is(work, sitting_id, visitor.rules.seats)
    seen = Presidency.of(found).seen(visitor)
    return options_shown(SITTINGS.options(found, seen), tongue)


@router.get("/{sitting_id}/acts")
async def acts(sitting_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the sitting, oldest first."""
    found = await Sittings(work).get(sitting_id)
    return acts_shown(await acts_on(work, "sitting", found.id), tongue)


@router.post("/{sitting_id}/registration-opening")
async def let_register(sitting_id: UUID, work: Work, here: Here) -> SittingShown:
    """Open the registration of deputies (the Apparatus, the Chair, a deputy chair)."""
    found = await open_registration(work, here, sitting_id=sitting_id)
    return SittingShown.of(found, here.rules)


@router.post("/{sitting_id}/registration", status_code=201, response_model=RegistrationShown)
async def register(
    sitting_id: UUID, work: Work, here: Here, who: Who, found_at: FoundAt
) -> Registration:
    """Register as present: a deputy, in person. Again it gives the same answer."""
    found_at("own_registration", sitting_id=sitting_id)
    return await register_deputy(work, here, sitting_id=sitting_id, person_id=who.person_id)


@router.get("/{sitting_id}/registration", response_model=RegistrationShown)
async def own_registration(sitting_id: UUID, work: Work, who: Who) -> Registration:
    """One's own registration for the sitting."""
    found = await Sittings(work).get(sitting_id)
    return await Registrations(work).own(found.id, who.person_id)


@router.get("/{sitting_id}/registrations", response_model=list[PresentShown])
async def present(sitting_id: UUID, work: Work) -> list[Any]:
    """Who registered, in the order of their numbers."""
    found = await Sittings(work).get(sitting_id)
    return await Registrations(work).by_name(found.id)


@router.post("/{sitting_id}/opening")
async def open_(sitting_id: UUID, work: Work, here: Here) -> SittingShown:
    """Open the sitting, if the quorum is registered (the Chair, a deputy chair)."""
    found = await open_sitting(work, here, sitting_id=sitting_id)
    return SittingShown.of(found, here.rules)


@router.post("/{sitting_id}/presiding")
async def preside(sitting_id: UUID, given: PresidingGiven, work: Work, here: Here) -> SittingShown:
    """Take the chair, or hand it over: from now on that deputy alone presides."""
    found = await take_the_chair(
        work, here, sitting_id=sitting_id, person_id=given.person_id, ground=given.ground
    )
    return SittingShown.of(found, here.rules)


@router.post("/{sitting_id}/break")
async def break_(sitting_id: UUID, work: Work, here: Here) -> SittingShown:
    """Announce a break, if no vote is open (who presides)."""
    return SittingShown.of(await announce_break(work, here, sitting_id=sitting_id), here.rules)


@router.post("/{sitting_id}/closed-doors")
async def close_doors(
    sitting_id: UUID, given: ClosedDoorsGiven, work: Work, here: Here
) -> SittingShown:
    """Go behind closed doors, on that ground: who speaks is not told to the public (who presides).

    Votes and their results stay public: no provision hides them.
    """
    found = await go_behind_closed_doors(work, here, sitting_id=sitting_id, ground=given.ground)
    return SittingShown.of(found, here.rules)


@router.post("/{sitting_id}/open-doors")
async def open_doors(sitting_id: UUID, work: Work, here: Here) -> SittingShown:
    """Admit the public again (who presides)."""
    return SittingShown.of(await go_public(work, here, sitting_id=sitting_id), here.rules)


@router.post("/{sitting_id}/resumption")
async def resume(sitting_id: UUID, work: Work, here: Here) -> SittingShown:
    """Go on after the break (who presides)."""
    return SittingShown.of(await resume_sitting(work, here, sitting_id=sitting_id), here.rules)


@router.post("/{sitting_id}/adjournment")
async def adjourn(sitting_id: UUID, work: Work, here: Here) -> SittingShown:
    """End a sitting that could not open (the Chair, a deputy chair)."""
    found = await adjourn_sitting(work, here, sitting_id=sitting_id)
    return SittingShown.of(found, here.rules)


@router.post("/{sitting_id}/closing")
async def close(
    sitting_id: UUID, work: Work, here: Here, given: ClosingGiven | None = None
) -> SittingShown:
    """Close the sitting, if no vote is open (who presides); early, if it is said why."""
    early = given.early if given else None
    found = await close_sitting(work, here, sitting_id=sitting_id, early=early)
    return SittingShown.of(found, here.rules)
