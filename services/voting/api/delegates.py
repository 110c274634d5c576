"""/sittings/{id}/delegates: who has the guaranteed floor in the place of a faction's leader."""

from datetime import datetime
from uuid import UUID

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from services.voting.actions.delegate import name_delegate, take_delegation_back
from services.voting.api.headers import NotKept
from services.voting.domain.delegation import Delegation, DelegationStage
from services.voting.domain.delegations_procedure import DELEGATIONS
from services.voting.store.delegations import Delegations
from services.voting.store.sittings import Sittings
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, Given, OptionShown, Shown, acts_shown, options_shown

router = APIRouter(tags=["debates"], route_class=KurultaiRoute)


class DelegateGiven(Given):
    """Who has the floor in the leader's place."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "faction_id": "019ab3f0-5d2a-7c11-9c1e-2f4b7a60d005",
                    "person_id": "019ab3f0-5d2a-7c11-9c1e-2f4b7a60d003",
                }
            ]
        }
    )

    faction_id: UUID = Field(description="The faction that one leads.")
    person_id: UUID = Field(description="Another deputy of that faction.")


class DelegationShown(Shown):
    """A delegate of a faction's leader, for one sitting."""

    id: UUID
    version: int
    stage: DelegationStage
    sitting_id: UUID
    faction_id: UUID
    leader_id: UUID
    delegate_id: UUID
    named_at: datetime
    taken_back_at: datetime | None


@router.post("/sittings/{sitting_id}/delegates", status_code=201, response_model=DelegationShown)
async def name(sitting_id: UUID, given: DelegateGiven, work: Work, here: Here) -> Delegation:
    """Name who has the guaranteed floor in one's place (the leader of a faction)."""
    return await name_delegate(work, here, sitting_id=sitting_id, **dict(given))


@router.get(
    "/sittings/{sitting_id}/delegates",
    response_model=list[DelegationShown],
    dependencies=[NotKept],
)
async def delegates(sitting_id: UUID, work: Work) -> list[Delegation]:
    """The delegates of a sitting, those taken back too, in the order of time."""
    sitting = await Sittings(work).get(sitting_id)
    return await Delegations(work).of(sitting.id)


@router.post("/delegations/{delegation_id}/taking-back", response_model=DelegationShown)
async def take_back(delegation_id: UUID, work: Work, here: Here) -> Delegation:
    """Take the delegation back (the leader of the faction)."""
    return await take_delegation_back(work, here, delegation_id=delegation_id)


@router.get("/delegations/{delegation_id}/options")
async def options(
    delegation_id: UUID, work: Work, visitor: Visitor, tongue: Tongue
) -> list[OptionShown]:
    """What may be done with the delegation; a closed act says why."""
    found = await Delegations(work).get(delegation_id)
    await Delegations(work).look_around(found, visitor.at)
    return options_shown(DELEGATIONS.options(found, visitor), tongue)


@router.get("/delegations/{delegation_id}/acts")
async def acts(delegation_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the delegation, oldest first."""
    found = await Delegations(work).get(delegation_id)
    return acts_shown(await acts_on(work, "delegation", found.id), tongue)
