"""What is done in a debate, and the facts that tell of it."""

from services.voting.domain.conditions_of_speaking import has_guaranteed_floor
from services.voting.domain.speaking import Debate, DebateAct, Speech, SpeechAct
from services.voting.domain.speaking_procedure import DEBATES, SPEECHES
from shared.contracts.sittings import (
    DebateEnded,
    DebateOpened,
    FloorAsked,
    FloorGiven,
    RequestWithdrawn,
    SpeakersListClosed,
    SpeechEnded,
)
from shared.kernel.occasion import Occasion

SECONDS = 60


def open_debate(debate: Debate, occasion: Occasion) -> None:
    """Open the list of speakers. Raises NotNow, NotEntitled."""
    DEBATES.take(debate, DebateAct.OPEN, occasion)
    debate.opened_at = occasion.at
    told = {"debate_id": debate.id, "sitting_id": debate.sitting_id, "item_id": debate.item_id}
    debate.record(DebateOpened.model_validate({"at": occasion.at} | told))


def close_list(debate: Debate, occasion: Occasion) -> None:
    """From now on only those ask to whom the floor is guaranteed. Raises NotNow, NotEntitled."""
    DEBATES.take(debate, DebateAct.CLOSE_LIST, occasion)
    debate.list_closed_at = occasion.at
    debate.record(
        SpeakersListClosed(at=occasion.at, debate_id=debate.id, sitting_id=debate.sitting_id)
    )


def end_debate(debate: Debate, occasion: Occasion) -> None:
    """End it. Raises NotNow: somebody speaks, or waits who may not be denied; NotEntitled."""
    DEBATES.take(debate, DebateAct.END, occasion)
    debate.ended_at = occasion.at
    debate.record(DebateEnded(at=occasion.at, debate_id=debate.id, sitting_id=debate.sitting_id))


def ask(speech: Speech, occasion: Occasion) -> None:
    """Ask for the floor.

    Raises:
        NotNow: the list is closed, who asks is not there, or asked before.
        NotEntitled: deputies ask, and for guests the Apparatus.
    """
    speech.guaranteed = has_guaranteed_floor(speech, occasion)
    SPEECHES.take(speech, SpeechAct.ASK, occasion)
    speech.asked_at = occasion.at
    minutes = occasion.rules.settled(f"speeches.minutes.{speech.kind}")
    speech.limit_seconds = minutes * SECONDS if isinstance(minutes, int) else None
    speech.record(FloorAsked.model_validate(_told(speech, occasion) | {"kind": speech.kind.value}))


def give(speech: Speech, occasion: Occasion) -> None:
    """Give the floor. Raises NotNow: somebody else has it; NotEntitled."""
    SPEECHES.take(speech, SpeechAct.GIVE, occasion)
    speech.given_at = occasion.at
    told = _told(speech, occasion) | {"limit_seconds": speech.limit_seconds}
    speech.record(FloorGiven.model_validate(told))


def end_speech(speech: Speech, occasion: Occasion) -> None:
    """The last word is said. Raises NotNow, NotEntitled."""
    SPEECHES.take(speech, SpeechAct.END, occasion)
    speech.ended_at = occasion.at
    speech.record(SpeechEnded.model_validate(_told(speech, occasion)))


def withdraw(speech: Speech, occasion: Occasion) -> None:
    """Take one's own request back. Raises NotNow, NotEntitled."""
    SPEECHES.take(speech, SpeechAct.WITHDRAW, occasion)
    speech.ended_at = occasion.at
    speech.record(RequestWithdrawn.model_validate(_told(speech, occasion)))


def _told(speech: Speech, occasion: Occasion) -> dict[str, object]:
    return {
        "at": occasion.at,
        "speech_id": speech.id,
        "debate_id": speech.debate_id,
        "sitting_id": speech.sitting_id,
        "person_id": speech.person_id,
    }
