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

LOST = frozenset({Stage.REJECTED, Stage.INADMISSIBLE, Stage.WITHDRAWN})
"""Where a bill ends that does not become law."""


class Act(StrEnum):
    DRAFT = "draft"
    REVISE = "revise"
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
