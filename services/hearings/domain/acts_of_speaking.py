"""The list of speakers and the floor, act by act."""

from services.hearings.domain.speaking import SPEECHES, Speech, SpeechAct, is_guaranteed
from shared.contracts.hearings_held import (
    FloorEnded,
    FloorGiven,
    SpeakerListed,
    SpeakerMoved,
    SpeakerStruck,
)
from shared.kernel.occasion import Occasion


def list_speaker(speech: Speech, occasion: Occasion) -> None:
    """Put a speaker on the list.

    Raises:
        NotNow: the speaker is on it, or has spoken; the hearing is over; the part is not of it;
            the delegate is of another faction than the leader.
    """
    SPEECHES.take(speech, SpeechAct.LIST, occasion)
    speech.guaranteed = is_guaranteed(speech, occasion)
    speech.record(
        SpeakerListed(
            at=occasion.at,
            speech_id=speech.id,
            hearing_id=speech.hearing_id,
            place=speech.place,
            guaranteed=speech.guaranteed,
            person_id=speech.person_id,
        )
    )


def move_speaker(speech: Speech, occasion: Occasion, *, place: int) -> None:
    """Give the speaker another place."""
    SPEECHES.take(speech, SpeechAct.MOVE, occasion)
    speech.place = place
    speech.record(
        SpeakerMoved(at=occasion.at, speech_id=speech.id, hearing_id=speech.hearing_id, place=place)
    )


def strike_speaker(speech: Speech, occasion: Occasion) -> None:
    """Take a speaker off the list. Raises NotNow for a floor that is guaranteed to another."""
    SPEECHES.take(speech, SpeechAct.STRIKE, occasion)
    speech.record(SpeakerStruck(at=occasion.at, speech_id=speech.id, hearing_id=speech.hearing_id))


def give_floor(speech: Speech, occasion: Occasion) -> None:
    """The speaker has the floor. Raises NotNow while another has it."""
    SPEECHES.take(speech, SpeechAct.GIVE_FLOOR, occasion)
    speech.given_at = occasion.at
    speech.record(FloorGiven(at=occasion.at, speech_id=speech.id, hearing_id=speech.hearing_id))


def end_speech(speech: Speech, occasion: Occasion) -> None:
    """The speaker has spoken."""
    SPEECHES.take(speech, SpeechAct.END, occasion)
    speech.ended_at = occasion.at
    spoken = occasion.at - (speech.given_at or occasion.at)
    speech.record(
        FloorEnded(
            at=occasion.at,
            speech_id=speech.id,
            hearing_id=speech.hearing_id,
            seconds=int(spoken.total_seconds()),
        )
    )
