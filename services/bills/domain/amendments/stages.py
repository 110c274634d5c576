"""The words of the procedure of amendments, and of the work on all those to one bill."""

from enum import StrEnum


class AmendmentStage(StrEnum):
    NEW = "new"
    FILED = "filed"
    ON_HOLD = "on_hold"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    ACCEPTED_IN_OTHER_WORDING = "accepted_in_other_wording"
    WITHDRAWN = "withdrawn"
    ADOPTED = "adopted"
    NOT_ADOPTED = "not_adopted"


UNDECIDED = (AmendmentStage.FILED, AmendmentStage.ON_HOLD)
"""Where the committee has yet to decide."""

IN_THE_TABLE_TEXT = (AmendmentStage.ACCEPTED, AmendmentStage.ACCEPTED_IN_OTHER_WORDING)
"""Those that the committee's text is made of."""

DECIDED = (*IN_THE_TABLE_TEXT, AmendmentStage.REJECTED)
"""Where the committee has decided, and the Kurultai has not."""


class AmendmentAct(StrEnum):
    FILE = "file"
    SIGN = "sign"
    WITHDRAW = "withdraw"
    ASK_GOVERNMENT = "ask_government"
    NOTE_GOVERNMENT_CONCLUSION = "note_government_conclusion"
    ACCEPT = "accept"
    REJECT = "reject"
    REWORD = "reword"
    DEMAND_SEPARATE_VOTE = "demand_separate_vote"
    ADOPT = "adopt"
    NOT_ADOPT = "not_adopt"


class Verdict(StrEnum):
    """What the lead committee decides on an amendment."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    IN_OTHER_WORDING = "in_other_wording"


class AmendingStage(StrEnum):
    NEW = "new"
    OPEN = "open"
    CLOSED = "closed"
    VOTING = "voting"
    SETTLED = "settled"


class AmendingAct(StrEnum):
    OPEN = "open"
    SET_READING_DAY = "set_reading_day"
    CLOSE = "close"
    REOPEN = "reopen"
    PUT_TO_VOTE = "put_to_vote"
    NOTE_RESULT = "note_result"
    SETTLE = "settle"


class Mode(StrEnum):
    """How the plenary votes: on the initiator's text, on the table at once, or item by item.

    Source: Regulations of the Mäjilis, p. 41 (ed. 21.12.2022), last known; which of them are
    allowed is in the profile, `amendments.plenary_vote_modes`.
    """

    INITIATOR_TEXT = "initiator_text"
    TABLE_EN_BLOC = "table_en_bloc"
    TABLE_ITEM_BY_ITEM = "table_item_by_item"
