"""The words of the work on a bill, beside those by which it is referred and concluded on."""

from enum import StrEnum


class WorkAct(StrEnum):
    NAME_CO_COMMITTEE = "name_co_committee"
    GIVE_OPINION = "give_opinion"
    APPOINT_RAPPORTEUR = "appoint_rapporteur"
    ATTACH_WORKING_GROUP = "attach_working_group"
    PLAN = "plan"
    FIX_DAY = "fix_day"
    ATTACH_DISSENT = "attach_dissent"
    ENTER_DECISION = "enter_decision"
    VOID_DECISION = "void_decision"
    ADD_FOLLOW_UP = "add_follow_up"
    CLOSE_FOLLOW_UP = "close_follow_up"
