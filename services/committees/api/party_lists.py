"""/party-lists: from which lists deputies come, and who comes next."""

from datetime import datetime
from typing import Self
from uuid import UUID

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from services.committees.actions.keep_lists import enter_list, exclude_candidate
from services.committees.api.given import ANOTHER_ID, Ground, NameGiven, Number
from services.committees.api.shown import MandateShown
from services.committees.domain.lists_procedure import PARTY_LISTS
from services.committees.domain.mandate import EndCause, Mandate
from services.committees.domain.party_list import Listed, ListStage, PartyList
from services.committees.store.convocations import Convocations
from services.committees.store.list_tables import party_lists
from services.committees.store.lists import PartyLists, not_succeeded, without_a_committee
from services.committees.store.views import listed
from shared.contracts.words import Bilingual
from shared.store.acts import acts_on
from shared.web.dependencies import Here, Tongue, Visitor, Work
from shared.web.paging import Page
from shared.web.route import KurultaiRoute
from shared.web.shapes import ActShown, Given, OptionShown, Shown, acts_shown, options_shown

router = APIRouter(tags=["mandates"], route_class=KurultaiRoute)

LONGEST_LIST = 500


class ListedGiven(Given):
    """A candidate on the list."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"number": 1, "name": {"kk": "№ 1 кандидат", "ru": "Кандидат № 1"}}]
        }
    )

    number: Number = Field(description="The place on the list.")
    name: NameGiven = Field(description="As it is on the list.")
    person_id: UUID | None = Field(default=None, description="If identity knows the person.")

    def listed(self) -> Listed:
        return Listed(number=self.number, name=self.name.bilingual(), person_id=self.person_id)


class PartyListGiven(Given):
    """The list of a party, as it was registered for the election."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    "party": {"kk": "№ 1 партия", "ru": "Партия № 1"},
                    "candidates": [
                        {"number": 1, "name": {"kk": "№ 1 кандидат", "ru": "Кандидат № 1"}},
                        {
                            "number": 2,
                            "name": {"kk": "№ 2 кандидат", "ru": "Кандидат № 2"},
                            "person_id": ANOTHER_ID,
                        },
                    ],
                }
            ]
        }
    )

    party: NameGiven = Field(description="The party's name.")
    candidates: list[ListedGiven] = Field(
        min_length=1, max_length=LONGEST_LIST, description="In the order of the list."
    )


class ExclusionGiven(Given):
    """From which place nobody is seated any more."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"number": 2, "ground": "Application of the candidate"}]}
    )

    number: Number = Field(description="The place on the list.")
    ground: Ground = Field(description="The decision or document that excludes the candidate.")


class ListedShown(Shown):
    """A candidate, and whether a seat was ever taken from this place."""

    number: int
    name: Bilingual
    person_id: UUID | None
    excluded: str | None = Field(description="The ground, if nobody is seated from this place.")
    seated: bool


class PartyListShown(Shown):
    """The list of a party; `next` is who comes first of those who wait."""

    id: UUID
    version: int
    stage: ListStage
    convocation_id: UUID
    party: Bilingual
    candidates: list[ListedShown]
    next: int | None = Field(description="The number of who comes next; null: nobody waits.")

    @classmethod
    def of(cls, found: PartyList) -> Self:
        candidates = [
            ListedShown(**one.model_dump(), seated=one.number in found.seated)
            for one in found.candidates
        ]
        kept = {name: getattr(found, name) for name in ("id", "version", "stage", "party")}
        following = found.next.number if found.next else None
        ids = {"convocation_id": found.convocation_id}
        return cls.model_validate(kept | ids | {"candidates": candidates, "next": following})


class VacantMandateShown(Shown):
    """A mandate that ended, and whose place nobody has taken."""

    id: UUID
    number: int
    name: Bilingual
    until: datetime
    ended_because: EndCause | None
    list_id: UUID | None
    next_on_the_list: Listed | None = Field(
        description="Whether it is who succeeds is a rule of the profile: mandates.successor."
    )


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


VACANT = ("id", "number", "name", "until", "ended_because", "list_id")


@router.get("/convocations/{convocation_id}/without-a-committee", response_model=list[MandateShown])
async def deputies_without_a_committee(convocation_id: UUID, work: Work) -> list[Mandate]:
    """Deputies who are of no standing committee (rules profile: committees.every_deputy_in_one)."""
    convocation = await Convocations(work).get(convocation_id)
    return list(await without_a_committee(work, convocation.id))
