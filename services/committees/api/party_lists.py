"""/party-lists: from which lists deputies come, and who comes next."""

from uuid import UUID

from fastapi import APIRouter

from services.committees.actions.keep_lists import enter_list, exclude_candidate
from services.committees.api.party_lists_shapes import (
    ExclusionGiven,
    PartyListGiven,
    PartyListShown,
    VacantMandateShown,
)
from services.committees.api.shown import MandateShown
from services.committees.domain.lists_procedure import PARTY_LISTS
from services.committees.domain.mandate import Mandate
from services.committees.domain.party_list import PartyList
from services.committees.store.convocations import Convocations
from services.committees.store.list_tables import party_lists
from services.committees.store.lists import PartyLists, not_succeeded, without_a_committee
from services.committees.store.views import listed
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, OptionShown, acts_shown, options_shown

router = APIRouter(tags=["mandates"], route_class=KurultaiRoute)
VACANT = ("id", "number", "name", "until", "ended_because", "list_id")


@router.post("/convocations/{convocation_id}/party-lists", status_code=201)
async def enter(
    convocation_id: UUID, given: PartyListGiven, work: Work, here: Here
) -> PartyListShown:
    """Enter the list of a party (the registrar)."""
    candidates = [one.listed() for one in given.candidates]
    party = given.party.bilingual()
    entered = await enter_list(
        work, here, convocation_id=convocation_id, party=party, candidates=candidates
    )
    return PartyListShown.of(entered)


@router.post("/party-lists/{list_id}/exclusions")
async def exclude(list_id: UUID, given: ExclusionGiven, work: Work, here: Here) -> PartyListShown:
    """Enter that nobody is seated from that place any more (the registrar)."""
    changed = await exclude_candidate(work, here, list_id=list_id, **dict(given))
    return PartyListShown.of(changed)


@router.get("/party-lists")
async def all_lists(
    work: Work, page: Page, convocation_id: UUID | None = None
) -> list[PartyListShown]:
    """The lists of parties, of a convocation if asked."""
    query = listed(PartyList, party_lists, convocation_id=convocation_id)
    order = {"key": party_lists.c.id, "id_": party_lists.c.id}
    found = await page.scalars(work.session, query, **order)
    return [PartyListShown.of(await PartyLists(work).with_seated(one.id)) for one in found]


@router.get("/party-lists/{list_id}")
async def party_list(list_id: UUID, work: Work) -> PartyListShown:
    """One list: who was seated from it, who was excluded, and who comes next."""
    return PartyListShown.of(await PartyLists(work).with_seated(list_id))


@router.get("/party-lists/{list_id}/options")
async def options(list_id: UUID, work: Work, visitor: Visitor, tongue: Tongue) -> list[OptionShown]:
    """What may be done with the list; a closed act says why."""
    found = await PartyLists(work).with_seated(list_id)
    found.number = found.next.number if found.next else None
    return options_shown(PARTY_LISTS.options(found, visitor), tongue)


@router.get("/party-lists/{list_id}/acts")
async def acts(list_id: UUID, work: Work, tongue: Tongue) -> list[ActShown]:
    """Every act taken on the list, oldest first."""
    found = await PartyLists(work).get(list_id)
    return acts_shown(await acts_on(work, "partylist", found.id), tongue)


@router.get("/convocations/{convocation_id}/vacant-mandates")
async def vacant_mandates(convocation_id: UUID, work: Work) -> list[VacantMandateShown]:
    """Mandates that ended and that nobody has succeeded, with who comes next on each's list."""
    convocation = await Convocations(work).get(convocation_id)
    ended = await not_succeeded(work, convocation.id)
    lists = {one.list_id for one in ended if one.list_id is not None}
    found = {list_id: (await PartyLists(work).with_seated(list_id)).next for list_id in lists}
    return [
        VacantMandateShown.model_validate(
            {
                "next_on_the_list": found.get(one.list_id) if one.list_id else None,
                **{name: getattr(one, name) for name in VACANT},
            }
        )
        for one in ended
    ]


@router.get("/convocations/{convocation_id}/without-a-committee", response_model=list[MandateShown])
async def deputies_without_a_committee(convocation_id: UUID, work: Work) -> list[Mandate]:
    """Deputies who are of no standing committee (rules profile: committees.every_deputy_in_one)."""
    convocation = await Convocations(work).get(convocation_id)
    return list(await without_a_committee(work, convocation.id))
