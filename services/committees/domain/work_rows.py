"""The rows of the table of referrals by which committees share and time their work on a bill."""

from services.committees.domain.conditions.bill_work import (
    acts_for_a_co_committee,
    co_committee_is_chaired,
    day_is_another,
    day_is_fixed_by_those_who_may,
    day_is_to_come,
    dissent_is_in_time,
    has_not_dissented,
    has_not_got_the_bill,
    is_a_member,
    plan_lies_ahead,
    rapporteur_is_a_member,
    serves_the_lead_committee,
    working_group_is_formed,
)
from services.committees.domain.conditions.meetings import (
    follow_up_is_open,
    its_vote_was_annulled,
    lead_committee_met,
    meeting_was_held_by_now,
    only_members_are_counted,
    vote_or_count_is_named,
    vote_was_carried,
    vote_was_of_the_committees_that_met,
    was_done_by_now,
)
from services.committees.domain.conditions.referrals import acts_for_the_lead_committee
from services.committees.domain.grounds import (
    CO_COMMITTEES,
    CONCLUSION_DAY,
    DISSENT,
    RAPPORTEUR,
    WORKING_GROUPS,
)
from services.committees.domain.referral import Referral
from services.committees.domain.stages import ReferralStage as W
from services.committees.domain.work_stages import WorkAct as A
from shared.kernel.actor import Role as R
from shared.kernel.procedure import Row

OF_THE_COMMITTEE = (R.COMMITTEE_CHAIR, R.COMMITTEE_SECRETARY)
A_DAY = (day_is_fixed_by_those_who_may, day_is_to_come, day_is_another)
A_DISSENT = (is_a_member, has_not_dissented, dissent_is_in_time)

A_DECISION = (
    serves_the_lead_committee,
    lead_committee_met,
    meeting_was_held_by_now,
    vote_or_count_is_named,
    vote_was_carried,
    vote_was_of_the_committees_that_met,
    only_members_are_counted,
)
TO_CLOSE = (serves_the_lead_committee, follow_up_is_open, was_done_by_now)
WHILE_THERE_IS_WORK = (W.IN_WORK, W.CONCLUDED)

WORK_ROWS: tuple[Row[Referral], ...] = (
    Row(
        A.NAME_CO_COMMITTEE,
        W.IN_WORK,
        W.IN_WORK,
        by=(R.CHAIR,),
        when=(has_not_got_the_bill, co_committee_is_chaired),
        provision=f"Constitution 2026, art. 57(3)(5); {CO_COMMITTEES}",
    ),
    Row(
        A.GIVE_OPINION,
        W.IN_WORK,
        W.IN_WORK,
        by=(R.COMMITTEE_CHAIR,),
        when=(acts_for_a_co_committee,),
        provision="Constitution 2026, art. 59(2)",
    ),
    Row(
        A.APPOINT_RAPPORTEUR,
        W.IN_WORK,
        W.IN_WORK,
        by=(R.COMMITTEE_CHAIR,),
        when=(acts_for_the_lead_committee, rapporteur_is_a_member),
        provision=RAPPORTEUR,
    ),
    Row(
        A.ATTACH_WORKING_GROUP,
        W.IN_WORK,
        W.IN_WORK,
        by=(R.COMMITTEE_CHAIR,),
        when=(acts_for_the_lead_committee, working_group_is_formed),
        provision=WORKING_GROUPS,
    ),
    Row(
        A.PLAN,
        W.IN_WORK,
        W.IN_WORK,
        by=OF_THE_COMMITTEE,
        when=(serves_the_lead_committee, plan_lies_ahead),
        provision="Constitution 2026, art. 59(2)",
    ),
    Row(
        A.FIX_DAY,
        W.IN_WORK,
        W.IN_WORK,
        by=(R.CHAIR, R.CLERK),
        when=A_DAY,
        provision=CONCLUSION_DAY,
    ),
    Row(
        A.ATTACH_DISSENT,
        W.CONCLUDED,
        W.CONCLUDED,
        by=(R.DEPUTY,),
        when=A_DISSENT,
        provision=DISSENT,
    ),
    Row(
        A.ENTER_DECISION,
        W.IN_WORK,
        W.IN_WORK,
        by=OF_THE_COMMITTEE,
        when=A_DECISION,
        provision="Constitution 2026, art. 59(2)",
    ),
    *(
        Row(
            A.VOID_DECISION,
            stage,
            stage,
            by=(R.KURULTAI,),
            when=(its_vote_was_annulled,),
            provision="Constitution 2026, art. 59(2)",
        )
        for stage in WHILE_THERE_IS_WORK
    ),
    *(
        Row(
            A.ADD_FOLLOW_UP,
            stage,
            stage,
            by=OF_THE_COMMITTEE,
            when=(serves_the_lead_committee,),
            provision="Constitution 2026, art. 59(2)",
        )
        for stage in WHILE_THERE_IS_WORK
    ),
    *(
        Row(
            A.CLOSE_FOLLOW_UP,
            stage,
            stage,
            by=OF_THE_COMMITTEE,
            when=TO_CLOSE,
            provision="Constitution 2026, art. 59(2)",
        )
        for stage in WHILE_THERE_IS_WORK
    ),
)
