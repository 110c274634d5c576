"""The words of the procedure: where a bill can stand, and what can be done to it."""

from enum import StrEnum


class Stage(StrEnum):
    NEW = "new"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    REGISTERED = "registered"
    ADMITTED = "admitted"
    IN_COMMITTEE = "in_committee"
    SCHEDULED = "scheduled"
    IN_READING = "in_reading"
    AMENDING = "amending"
    FINAL_EDIT = "final_edit"
    ADOPTED = "adopted"
    SENT_TO_PRESIDENT = "sent_to_president"
    SIGNED = "signed"
    PUBLISHED = "published"
    REJECTED = "rejected"
    INADMISSIBLE = "inadmissible"
    WITHDRAWN = "withdrawn"
    CONFIDENCE_PENDING = "confidence_pending"
    IN_CONSTITUTIONAL_REVIEW = "in_constitutional_review"
    UNCONSTITUTIONAL = "unconstitutional"
    RETURNED = "returned"
    IN_REPEAT_VOTE = "in_repeat_vote"
    OVERRIDDEN = "overridden"
    OBJECTIONS_STAND = "objections_stand"
    NOT_ADOPTED = "not_adopted"
    IN_EFFECT = "in_effect"
    LAPSED = "lapsed"


BEFORE_ADOPTION = (
    Stage.DRAFT,
    Stage.SUBMITTED,
    Stage.REGISTERED,
    Stage.ADMITTED,
    Stage.IN_COMMITTEE,
    Stage.SCHEDULED,
    Stage.IN_READING,
    Stage.AMENDING,
    Stage.FINAL_EDIT,
)
"""Where the initiator may still withdraw."""

UNDER_CONSIDERATION = BEFORE_ADOPTION[1:]
"""Where a bill stands that was introduced, until it is adopted."""

OPEN = (
    *UNDER_CONSIDERATION,
    Stage.CONFIDENCE_PENDING,
    Stage.ADOPTED,
    Stage.SENT_TO_PRESIDENT,
    Stage.IN_CONSTITUTIONAL_REVIEW,
    Stage.RETURNED,
    Stage.IN_REPEAT_VOTE,
    Stage.OBJECTIONS_STAND,
    Stage.OVERRIDDEN,
)
"""Where something is yet to be decided, or signed, of a bill that was introduced."""

ENDED = (
    Stage.SIGNED,
    Stage.PUBLISHED,
    Stage.IN_EFFECT,
    Stage.REJECTED,
    Stage.INADMISSIBLE,
    Stage.WITHDRAWN,
    Stage.UNCONSTITUTIONAL,
    Stage.NOT_ADOPTED,
    Stage.LAPSED,
)

LOST = frozenset(
    {
        Stage.REJECTED,
        Stage.INADMISSIBLE,
        Stage.WITHDRAWN,
        Stage.UNCONSTITUTIONAL,
        Stage.NOT_ADOPTED,
        Stage.LAPSED,
    }
)
"""Where a bill ends that does not become law."""


class Act(StrEnum):
    DRAFT = "draft"
    REVISE = "revise"
    SIGN_DRAFT = "sign_draft"
    TAKE_SIGNATURE_BACK = "take_signature_back"
    RELATE = "relate"
    UNRELATE = "unrelate"
    INTRODUCE = "introduce"
    RETURN_INCOMPLETE = "return_incomplete"
    REGISTER = "register"
    NOTE_GOVERNMENT_CONCLUSION = "note_government_conclusion"
    DECLINE = "decline"
    ADMIT = "admit"
    NOTE_REFERRAL = "note_referral"
    NOTE_CONCLUSION = "note_conclusion"
    OPEN_READING = "open_reading"
    APPROVE_CONCEPT = "approve_concept"
    APPROVE_TEXT = "approve_text"
    ADOPT = "adopt"
    REJECT = "reject"
    NOTE_NO_DECISION = "note_no_decision"
    AMEND_TEXT = "amend_text"
    CONFIRM_FINAL_EDIT = "confirm_final_edit"
    COUNTERSIGN_AS_CHAIR = "countersign_as_chair"
    COUNTERSIGN_AS_PRIME_MINISTER = "countersign_as_prime_minister"
    SEND_TO_PRESIDENT = "send_to_president"
    SIGN = "sign"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    GIVE_PRIORITY = "give_priority"
    DECLARE_EMERGENCY = "declare_emergency"
    LINK_TEMPORARY_ACT = "link_temporary_act"
    ASK_TO_SEND_BACK = "ask_to_send_back"
    POSTPONE = "postpone"
    REPEAT_READING = "repeat_reading"
    RAISE_CONFIDENCE = "raise_confidence"
    OPEN_CONFIDENCE_VOTE = "open_confidence_vote"
    NOTE_CONFIDENCE_KEPT = "note_confidence_kept"
    NOTE_CONFIDENCE_LOST = "note_confidence_lost"
    ASK_THE_COURT = "ask_the_court"
    REFER_TO_COURT = "refer_to_court"
    NOTE_CONSTITUTIONAL = "note_constitutional"
    NOTE_UNCONSTITUTIONAL = "note_unconstitutional"
    RETURN_BY_PRESIDENT = "return_by_president"
    OPEN_REPEAT_VOTE = "open_repeat_vote"
    OVERRIDE = "override"
    FAIL_TO_OVERRIDE = "fail_to_override"
    ACCEPT_OBJECTIONS = "accept_objections"
    ASK_FOR_PRESIDENTS_WORDING = "ask_for_presidents_wording"
    ADOPT_IN_PRESIDENTS_WORDING = "adopt_in_presidents_wording"
    NOTE_NOT_ADOPTED = "note_not_adopted"
    DEEM_SIGNED = "deem_signed"
    TAKE_EFFECT = "take_effect"
    LAPSE = "lapse"
    PROPOSE_DEPARTURE = "propose_departure"
    RECORD_DEPARTURE = "record_departure"
