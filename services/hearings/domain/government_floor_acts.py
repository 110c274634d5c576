"""Factions speak at a Government hour, and the President answers the appeal it ended with."""

from services.hearings.domain.government_hour import (
    FactionSpeaker,
    GovernmentHour,
    HourAct,
    Response,
)
from services.hearings.domain.government_procedure import HOURS
from shared.contracts.oversight import FactionHeard, PresidentResponded, SpeakerNamed
from shared.contracts.words import Bilingual
from shared.kernel.occasion import Occasion


def name_speaker(hour: GovernmentHour, occasion: Occasion) -> None:
    """The leader says who speaks for the faction, and may say another until the floor is given.

    Raises:
        NotNow: another's faction, no deputy of it, or it has spoken.
        NotEntitled: leaders of factions name speakers.
    """
    HOURS.take(hour, HourAct.NAME_SPEAKER, occasion)
    if hour.floor is None or hour.floor.person_id is None:
        message = "nobody was named"
        raise ValueError(message)
    faction_id, person_id = hour.floor.faction_id, hour.floor.person_id
    named = FactionSpeaker(faction_id=faction_id, person_id=person_id, named_at=occasion.at)
    others = (one for one in hour.speakers if one.faction_id != faction_id)
    hour.speakers = (*others, named)
    hour.record(
        SpeakerNamed(
            at=occasion.at,
            governmenthour_id=hour.id,
            faction_id=faction_id,
            person_id=person_id,
        )
    )


def note_speech(hour: GovernmentHour, minutes: int, occasion: Occasion) -> None:
    """The speaker of the faction spoke. Raises NotNow: nobody of it waits; NotEntitled."""
    HOURS.take(hour, HourAct.NOTE_SPEECH, occasion)
    _heard(hour, minutes, occasion)


def give_floor_up(hour: GovernmentHour, occasion: Occasion) -> None:
    """The faction does not speak. Raises NotNow, NotEntitled."""
    HOURS.take(hour, HourAct.GIVE_FLOOR_UP, occasion)
    _heard(hour, None, occasion)


def note_response(
    hour: GovernmentHour, words: Bilingual, occasion: Occasion, *, dismisses: bool
) -> None:
    """The President answers the appeal. Raises NotNow: there is none, or it was answered."""
    HOURS.take(hour, HourAct.NOTE_RESPONSE, occasion)
    hour.response = Response(dismisses=dismisses, words=words, at=occasion.at)
    hour.record(
        PresidentResponded(
            at=occasion.at, governmenthour_id=hour.id, dismisses=dismisses, words=words
        )
    )


def _heard(hour: GovernmentHour, minutes: int | None, occasion: Occasion) -> None:
    faction_id = hour.floor.faction_id if hour.floor else None
    for one in hour.speakers:
        if one.faction_id == faction_id:
            heard = one.model_copy(update={"done_at": occasion.at, "minutes": minutes})
            hour.speakers = tuple(heard if other is one else other for other in hour.speakers)
            told = {"faction_id": one.faction_id, "person_id": one.person_id, "minutes": minutes}
            which = {"at": occasion.at, "governmenthour_id": hour.id}
            hour.record(FactionHeard.model_validate(which | told))
