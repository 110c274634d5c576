"""What becomes of an amendment. Read the table."""

from services.bills.domain.amendments.amendment import Amendment
from services.bills.domain.amendments.co_authors import acts_as_one_of_the_authors, is_invited
from services.bills.domain.amendments.conditions import (
    COMMITTEE_OFFICES,
    MONEY,
    acts_as_author,
    acts_for_the_lead_committee,
    addresses_the_texts,
    amending_is_open,
    conclusion_does_not_bar_it,
    conflicts_with_none,
    government_has_concluded,
    in_time,
    may_file,
    may_still_be_withdrawn,
    no_conclusion_yet,
    not_demanded_before,
    not_yet_put_to_the_vote,
    separate_votes_are_allowed,
    touches_the_budget,
)
from services.bills.domain.amendments.stages import DECIDED, UNDECIDED
from services.bills.domain.amendments.stages import AmendmentAct as A
from services.bills.domain.amendments.stages import AmendmentStage as S
from services.bills.domain.bill import INITIATORS
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Procedure, Row

WHO = "rules profile: amendments.who_may_file (recalled)"
EACH = "rules profile: amendments.each_item_decided_with_reason (unknown)"
SEPARATE = "rules profile: amendments.separate_vote_on_demand_of_author (last-known)"
MODES = "rules profile: amendments.plenary_vote_modes (last-known)"
TAKING_BACK = "rules profile: amendments.withdrawal_until (unknown)"
LEAD = [amending_is_open, acts_for_the_lead_committee]
DECIDABLE = (S.FILED, *DECIDED)
"""The committee may think again as long as its table is open."""

THE_KURULTAI = (R.KURULTAI,)

# fmt: off
AMENDMENTS: Procedure[Amendment] = Procedure(
    #   act                           from              to                            by                 not until                                                           under
    Row(A.FILE,                       S.NEW,            S.FILED,                      INITIATORS,        [may_file, amending_is_open, in_time, addresses_the_texts],          WHO),
  *(Row(A.SIGN,                       stage,            stage,                        [R.DEPUTY],        [amending_is_open, is_invited],                                     WHO) for stage in (*UNDECIDED, *DECIDED)),
  *(Row(A.WITHDRAW,                   stage,            S.WITHDRAWN,                  INITIATORS,        [amending_is_open, acts_as_author, may_still_be_withdrawn],          TAKING_BACK) for stage in (*UNDECIDED, *DECIDED)),
    Row(A.ASK_GOVERNMENT,             S.FILED,          S.ON_HOLD,                    COMMITTEE_OFFICES, [*LEAD, touches_the_budget, no_conclusion_yet],                     MONEY),
    Row(A.NOTE_GOVERNMENT_CONCLUSION, S.ON_HOLD,        S.FILED,                      [R.GOVERNMENT],    [amending_is_open, no_conclusion_yet],                              MONEY),
  *(Row(A.ACCEPT,                     stage,            S.ACCEPTED,                   COMMITTEE_OFFICES, [*LEAD, government_has_concluded, conclusion_does_not_bar_it, conflicts_with_none],             EACH) for stage in DECIDABLE),
  *(Row(A.REJECT,                     stage,            S.REJECTED,                   COMMITTEE_OFFICES, [*LEAD, government_has_concluded],                                  EACH) for stage in DECIDABLE),
  *(Row(A.REWORD,                     stage,            S.ACCEPTED_IN_OTHER_WORDING,  COMMITTEE_OFFICES, [*LEAD, government_has_concluded, conclusion_does_not_bar_it, conflicts_with_none],             EACH) for stage in DECIDABLE),
  *(Row(A.DEMAND_SEPARATE_VOTE,       stage,            stage,                        INITIATORS,        [acts_as_one_of_the_authors, separate_votes_are_allowed, not_yet_put_to_the_vote, not_demanded_before], SEPARATE) for stage in (S.REJECTED, S.ACCEPTED_IN_OTHER_WORDING)),
  *(Row[Amendment](A.ADOPT,                      stage,            S.ADOPTED,                    THE_KURULTAI,      (),                                                                 MODES) for stage in DECIDED),
  *(Row[Amendment](A.NOT_ADOPT,                  stage,            S.NOT_ADOPTED,                THE_KURULTAI,      (),                                                                 MODES) for stage in DECIDED),
)
# fmt: on
