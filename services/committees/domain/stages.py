"""The words of the procedures: where each case can stand, and what can be done to it."""

from enum import StrEnum


class ConvocationStage(StrEnum):
    NEW = "new"
    FORMING = "forming"
    CONSTITUTED = "constituted"


class ConvocationAct(StrEnum):
    OPEN = "open"
    CONSTITUTE = "constitute"


class FactionStage(StrEnum):
    NEW = "new"
    FORMED = "formed"


class FactionAct(StrEnum):
    FORM = "form"
    CHANGE_SIDES = "change_sides"


class MandateStage(StrEnum):
    NEW = "new"
    IN_FORCE = "in_force"
    ENDED = "ended"


class MandateAct(StrEnum):
    BEGIN = "begin"
    JOIN_FACTION = "join_faction"
    LEAVE_FACTION = "leave_faction"
    END = "end"


class OfficeStage(StrEnum):
    NEW = "new"
    HELD = "held"
    LEFT = "left"


class OfficeAct(StrEnum):
    FOUND = "found"
    TAKE = "take"
    ELECT = "elect"
    END = "end"
    LAPSE = "lapse"
    EXPIRE = "expire"
    RECALL = "recall"


class CommitteeStage(StrEnum):
    NEW = "new"
    FORMED = "formed"


class CommitteeAct(StrEnum):
    FORM = "form"


class CandidacyStage(StrEnum):
    NEW = "new"
    NOMINATED = "nominated"
    ELECTED = "elected"
    NOT_ELECTED = "not_elected"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"


class CandidacyAct(StrEnum):
    NOMINATE = "nominate"
    NOMINATE_CHAIR = "nominate_chair"
    PRESENT_DEPUTY_CHAIR = "present_deputy_chair"
    ELECT = "elect"
    DECLINE = "decline"
    ENTER_ELECTION = "enter_election"
    ENTER_FAILURE = "enter_failure"
    WITHDRAW = "withdraw"
    LAPSE = "lapse"


class ConsultationStage(StrEnum):
    NEW = "new"
    HELD = "held"


class ConsultationAct(StrEnum):
    HOLD = "hold"


class RecallStage(StrEnum):
    NEW = "new"
    PROPOSED = "proposed"
    RECALLED = "recalled"
    NOT_RECALLED = "not_recalled"
    LAPSED = "lapsed"


class RecallAct(StrEnum):
    PROPOSE = "propose"
    RESIGN = "resign"
    RECALL = "recall"
    KEEP = "keep"
    LAPSE = "lapse"


class ReferralStage(StrEnum):
    NEW = "new"
    IN_WORK = "in_work"
    CONCLUDED = "concluded"
    ENDED = "ended"


class ReferralAct(StrEnum):
    REFER = "refer"
    CONCLUDE = "conclude"
    RESUME = "resume"
    TAKE_UP = "take_up"
    END = "end"
    NOTE_WITHDRAWAL = "note_withdrawal"
