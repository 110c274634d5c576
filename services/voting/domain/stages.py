"""The words of the procedures: where a case can stand, and what can be done to it."""

from enum import StrEnum


class SittingStage(StrEnum):
    NEW = "new"
    CALLED = "called"
    REGISTERING = "registering"
    OPEN = "open"
    ON_BREAK = "on_break"
    CLOSED = "closed"


class SittingAct(StrEnum):
    GO_BEHIND_CLOSED_DOORS = "go_behind_closed_doors"
    GO_PUBLIC = "go_public"
    CALL = "call"
    OPEN_REGISTRATION = "open_registration"
    OPEN = "open"
    TAKE_THE_CHAIR = "take_the_chair"
    ANNOUNCE_BREAK = "announce_break"
    RESUME = "resume"
    ADJOURN = "adjourn"
    CLOSE = "close"


class SittingForm(StrEnum):
    """How deputies take part: those of a remote sitting register from where they are."""

    IN_THE_HALL = "in_the_hall"
    REMOTE = "remote"


class RegistrationStage(StrEnum):
    NEW = "new"
    REGISTERED = "registered"


class RegistrationAct(StrEnum):
    REGISTER = "register"


class ExcuseStage(StrEnum):
    NEW = "new"
    RECORDED = "recorded"
    TAKEN_BACK = "taken_back"


class ExcuseAct(StrEnum):
    RECORD = "record"
    TAKE_BACK = "take_back"


class Ground(StrEnum):
    """Why a deputy is away; which of them are good reasons, the rules say."""

    ILLNESS = "illness"
    MISSION = "mission"
    LEAVE = "leave"
    OTHER = "other"


class QuestionStage(StrEnum):
    NEW = "new"
    PUT = "put"
    TAKEN_BACK = "taken_back"


class QuestionAct(StrEnum):
    PUT = "put"
    NOTE = "note"
    TAKE_BACK = "take_back"


class VoteStage(StrEnum):
    NEW = "new"
    PREPARED = "prepared"
    OPEN = "open"
    SUSPENDED = "suspended"
    CLOSED = "closed"
    PROCLAIMED = "proclaimed"
    ANNULLED = "annulled"


UNDER_WAY = (VoteStage.OPEN, VoteStage.SUSPENDED)
"""A vote that is opened and not yet counted."""

NOT_OVER = (*UNDER_WAY, VoteStage.CLOSED)
"""A vote that is opened and neither proclaimed nor annulled."""


class VoteAct(StrEnum):
    PREPARE = "prepare"
    ORDER_CALLING = "order_calling"
    OPEN = "open"
    SUSPEND = "suspend"
    RESUME = "resume"
    CLOSE = "close"
    TIME_OUT = "time_out"
    PROCLAIM = "proclaim"
    ASK_TO_ANNUL = "ask_to_annul"
    ANNUL = "annul"


class DeclarationStage(StrEnum):
    NEW = "new"
    MADE = "made"


class DeclarationAct(StrEnum):
    STATE = "state"
    REPORT_FAULT = "report_fault"
    RECUSE = "recuse"


class DeclarationKind(StrEnum):
    """What a deputy declares beside the ballot; none of it changes a ballot."""

    STATEMENT = "statement"
    DEVICE_FAULT = "device_fault"
    RECUSAL = "recusal"


class PaperStage(StrEnum):
    NEW = "new"
    ENTERED = "entered"
    CONFIRMED = "confirmed"


class PaperAct(StrEnum):
    ENTER = "enter"
    CONFIRM = "confirm"


class WitnessStage(StrEnum):
    NEW = "new"
    ADMITTED = "admitted"
    DISMISSED = "dismissed"


class WitnessAct(StrEnum):
    ADMIT = "admit"
    DISMISS = "dismiss"


class CallingOrder(StrEnum):
    """In which order a roll is called."""

    ALPHABETICAL = "alphabetical"
    BY_NUMBER = "by_number"
    GIVEN = "given"


class Choice(StrEnum):
    """What a ballot may say of a question, or of an item of it."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"


class Source(StrEnum):
    """How a ballot came to the record."""

    ELECTRONIC = "electronic"
    PAPER = "paper"


class Standing(StrEnum):
    """How a deputy on the roll stands after a vote: in exactly one of these, all of them known.

    `voted`: for one of several items, or item by item; the ballot says how.
    """

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    PRESENT_NOT_VOTED = "present_not_voted"
    ABSENT = "absent"
    ABSENT_EXCUSED = "absent_excused"
    RECUSED = "recused"
    DEVICE_FAULT = "device_fault"
    VOTED = "voted"
