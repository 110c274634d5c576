"""/persons: register a person, look one up by id."""

from uuid import UUID

from fastapi import APIRouter

from services.identity.actions.register_person import register_person
from services.identity.api.dependencies import Counter
from services.identity.api.schemas import PersonShown, Registration
from services.identity.domain.person import Person
from services.identity.domain.procedure import PERSONS
from services.identity.store.persons import Persons
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(prefix="/persons", tags=["persons"], route_class=KurultaiRoute)


@router.post("", status_code=201, response_model=PersonShown)
async def register(given: Registration, work: Work, here: Here, counter: Counter) -> Person:
    """Register a person, who can sign in from then on. For the registrar and the clerks."""
    iin = given.iin.get_secret_value()
    return await register_person(work, here, counter.vault, iin=iin, name=given.name)


@router.get("/{person_id}", response_model=PersonShown)
async def person(person_id: UUID, work: Work, _: Here) -> Person:
    """A person by id, for anyone signed in. The identification number is shown to nobody."""
    return await Persons(work).get(person_id)


@router.get("/{person_id}/options")
async def options(person_id: UUID, work: Work, here: Here, tongue: Tongue) -> list[OptionShown]:
    """What may be done at the person's stage; a closed act says why."""
    found = await Persons(work).get(person_id)
    return options_shown(PERSONS.options(found, here), tongue)


@router.get("/{person_id}/acts")
async def acts(person_id: UUID, work: Work, _: Here, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the person's entry, oldest first."""
    found = await Persons(work).get(person_id)
    return acts_shown(await acts_on(work, "person", found.id), tongue)
