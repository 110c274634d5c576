"""/government-hours: the floor of factions, and what the President answered."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from fastapi import APIRouter
from pydantic import ConfigDict, Field

from services.hearings.actions import run_government_hour as run
from services.hearings.api.government_shapes import A_TOPIC, MOST_MINUTES, HourShown
from services.hearings.domain import government_floor_acts as acts
from services.hearings.domain.government_hour import Floor, GovernmentHour
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion
from shared.web.dependencies import Here, Work
from shared.web.route import KurultaiRoute
from shared.web.shapes import Given

router = APIRouter(tags=["government hour"], route_class=KurultaiRoute)

HOUR = "/government-hours/{hour_id}"
A_FACTION = "0194f0c8-0000-7000-8000-000000000001"
A_PERSON = "0194f0c8-0000-7000-8000-000000000002"


class SpeakerGiven(Given):
    """Who speaks for a faction."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"faction_id": A_FACTION, "person_id": A_PERSON}]}
    )

    faction_id: UUID = Field(description="The faction whose leader names the speaker.")
    person_id: UUID = Field(description="A deputy of that faction.")


class SpokenGiven(Given):
    """How long the speaker of a faction spoke."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"minutes": 5}]})

    minutes: int = Field(ge=1, le=MOST_MINUTES)


class ResponseGiven(Given):
    """What the President answered."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"dismisses": False, "words": A_TOPIC}]}
    )

    dismisses: bool = Field(description="Whether the President dismisses the member.")
    words: Bilingual


@router.post(HOUR + "/speakers", response_model=HourShown)
async def name(hour_id: UUID, given: SpeakerGiven, work: Work, here: Here) -> GovernmentHour:
    """Say who speaks for the faction, as of right (its leader); the hour waits for that speech."""
    return await run.name_speaker(work, here, hour_id=hour_id, **dict(given))


@router.post(HOUR + "/speakers/{faction_id}/speech", response_model=HourShown)
async def spoken(
    hour_id: UUID, faction_id: UUID, given: SpokenGiven, work: Work, here: Here
) -> GovernmentHour:
    """Enter that the speaker of the faction spoke (the Apparatus, who presides)."""
    act = _of(faction_id, lambda hour, now: acts.note_speech(hour, given.minutes, now))
    return await run.act_on_hour(work, here, act, hour_id=hour_id)


@router.post(HOUR + "/speakers/{faction_id}/giving-up", response_model=HourShown)
async def give_up(hour_id: UUID, faction_id: UUID, work: Work, here: Here) -> GovernmentHour:
    """Do without the floor (the leader of the faction)."""
    act = _of(faction_id, acts.give_floor_up)
    return await run.act_on_hour(work, here, act, hour_id=hour_id)


@router.post(HOUR + "/response", response_model=HourShown)
async def respond(hour_id: UUID, given: ResponseGiven, work: Work, here: Here) -> GovernmentHour:
    """Enter what the President answered to the appeal (the President, the Apparatus)."""
    act = partial(_responded, given)
    return await run.act_on_hour(work, here, act, hour_id=hour_id)


def _of(faction_id: UUID, act: Callable[[GovernmentHour, Occasion], None]) -> run.Act:
    def on_the_floor(hour: GovernmentHour, here: Occasion) -> None:
        hour.floor = Floor(faction_id)
        act(hour, here)

    return on_the_floor


def _responded(given: ResponseGiven, hour: GovernmentHour, here: Occasion) -> None:
    acts.note_response(hour, given.words, here, dismisses=given.dismisses)
