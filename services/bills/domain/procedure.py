"""The path of a bill. Read the table; everything else in this service serves it."""

from services.bills.domain.amendments.conditions import COMMITTEE_OFFICES
from services.bills.domain.bill import INITIATORS, Bill
from services.bills.domain.conditions import (
    acts_for_the_initiator,
    amended_text_is_due,
    amendments_are_decided,
    amendments_are_voted,
    both_have_countersigned,
    calls_for_a_conclusion,
    chair_has_not_countersigned,
    concluded_on_the_next_reading,
    in_both_languages,
    lead_committee_named,
    money_conclusion_in_place,
    no_conclusion_yet,
    prime_minister_has_not_countersigned,
    same_elements_in_both,
)
from services.bills.domain.requirements import PACKAGE
from services.bills.domain.stages import BEFORE_ADOPTION
from services.bills.domain.stages import Act as A
from services.bills.domain.stages import Stage as S
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

COUNT = "rules profile: readings.count (proposed)"
PURPOSE = "rules profile: readings.purpose (proposed)"
FINAL = "rules profile: final_edit.no_change_of_substance (unknown)"
EACH = "rules profile: amendments.each_item_decided_with_reason (unknown)"
MODES = "rules profile: amendments.plenary_vote_modes (last-known)"
PRESIDING = (R.CHAIR, R.DEPUTY_CHAIR)

# fmt: off
PROCEDURE: Procedure[Bill] = Procedure(
    #   act                              from                 to                   by                            not until                                                under
    Row(A.DRAFT,                         S.NEW,               S.DRAFT,             INITIATORS,                   [],                                                      "Constitution 2026, art. 60(1)"),
    Row(A.REVISE,                        S.DRAFT,             S.DRAFT,             INITIATORS,                   [acts_for_the_initiator],                                "Constitution 2026, art. 60(1)"),
    Row(A.INTRODUCE,                     S.DRAFT,             S.SUBMITTED,         INITIATORS,                   [acts_for_the_initiator, in_both_languages, same_elements_in_both, *PACKAGE], "Constitution 2026, art. 60(1); Law 480-V, art. 29(1)"),
    Row(A.RETURN_INCOMPLETE,             S.SUBMITTED,         S.DRAFT,             [R.CLERK],                    [],                                                      "Law 480-V, art. 29(2)"),
    Row(A.REGISTER,                      S.SUBMITTED,         S.REGISTERED,        [R.CLERK],                    [],                                                      "Law 480-V, art. 29(2); Constitution 2026, art. 61(6)"),
    Row(A.NOTE_GOVERNMENT_CONCLUSION,    S.REGISTERED,        S.REGISTERED,        [R.GOVERNMENT],               [calls_for_a_conclusion, no_conclusion_yet],             "Constitution 2026, art. 60(6)"),
    Row(A.DECLINE,                       S.REGISTERED,        S.INADMISSIBLE,      [R.GOVERNMENT],               [calls_for_a_conclusion, no_conclusion_yet],             "Constitution 2026, art. 60(6)"),
    Row(A.ADMIT,                         S.REGISTERED,        S.ADMITTED,          [R.CLERK],                    [money_conclusion_in_place],                             "Constitution 2026, art. 60(6); Law 480-V, art. 29(3)"),
    Row(A.NOTE_REFERRAL,                 S.ADMITTED,          S.IN_COMMITTEE,      [R.CHAIR],                    [lead_committee_named],                                  "Constitution 2026, art. 57(3)(5)"),
    Row(A.NOTE_CONCLUSION,               S.IN_COMMITTEE,      S.SCHEDULED,         [R.COMMITTEE],                [concluded_on_the_next_reading],                         "Constitution 2026, art. 59(2), 61(6)"),
    Row(A.AMEND_TEXT,                    S.AMENDING,          S.AMENDING,          COMMITTEE_OFFICES,            [amended_text_is_due],                                   EACH),
    Row(A.AMEND_TEXT,                    S.SCHEDULED,         S.SCHEDULED,         [R.KURULTAI, *PRESIDING],     [amended_text_is_due],                                   MODES),
    Row(A.NOTE_CONCLUSION,               S.AMENDING,          S.SCHEDULED,         [R.COMMITTEE],                [concluded_on_the_next_reading, amendments_are_decided], "Constitution 2026, art. 59(2), 61(6)"),
    Row(A.OPEN_READING,                  S.SCHEDULED,         S.IN_READING,        PRESIDING,                    [amendments_are_voted],                                  f"Constitution 2026, art. 61(6); {COUNT}"),
    Row(A.APPROVE_CONCEPT,               S.IN_READING,        S.AMENDING,          [R.KURULTAI],                 [],                                                      f"Constitution 2026, art. 61(4); {PURPOSE}"),
    Row(A.APPROVE_TEXT,                  S.IN_READING,        S.FINAL_EDIT,        [R.KURULTAI],                 [],                                                      f"Constitution 2026, art. 61(4); {PURPOSE}"),
    Row(A.CONFIRM_FINAL_EDIT,            S.FINAL_EDIT,        S.SCHEDULED,         [R.CLERK],                    [],                                                      f"Law 480-V, art. 30(7); {FINAL}"),
    Row(A.ADOPT,                         S.IN_READING,        S.ADOPTED,           [R.KURULTAI],                 [],                                                      "Constitution 2026, art. 61(3), 61(4)"),
    Row(A.REJECT,                        S.IN_READING,        S.REJECTED,          [R.KURULTAI],                 [],                                                      "Constitution 2026, art. 60(5)"),
    Row(A.NOTE_NO_DECISION,              S.IN_READING,        S.SCHEDULED,         [R.KURULTAI],                 [],                                                      "Constitution 2026, art. 60(5), 61(4)"),
    Row(A.COUNTERSIGN_AS_CHAIR,          S.ADOPTED,           S.ADOPTED,           [R.CHAIR],                    [chair_has_not_countersigned],                           "Constitution 2026, art. 47(3)"),
    Row(A.COUNTERSIGN_AS_PRIME_MINISTER, S.ADOPTED,           S.ADOPTED,           [R.PRIME_MINISTER],           [prime_minister_has_not_countersigned],                  "Constitution 2026, art. 47(3)"),
    Row(A.SEND_TO_PRESIDENT,             S.ADOPTED,           S.SENT_TO_PRESIDENT, [R.CLERK],                    [both_have_countersigned],                               "Constitution 2026, art. 60(5)"),
    Row(A.SIGN,                          S.SENT_TO_PRESIDENT, S.SIGNED,            [R.PRESIDENT],                [],                                                      "Constitution 2026, art. 46(3)"),
    Row(A.PUBLISH,                       S.SIGNED,            S.PUBLISHED,         [R.PRESIDENT, R.GOVERNMENT],  [],                                                      "Constitution 2026, art. 5(4)"),
  *(Row(A.WITHDRAW,                      stage,               S.WITHDRAWN,         INITIATORS,                   [acts_for_the_initiator],                                "Law 480-V, art. 29(4)") for stage in BEFORE_ADOPTION),
)
# fmt: on
