"""A bill before its committees: who gives an opinion, who reports, by when, and who disagrees."""

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest

from services.committees.api import requests_given, work_given
from services.committees.domain.acts.bill_work import attach_dissent, fix_day
from services.committees.domain.acts.referrals import conclude, resume
from services.committees.domain.bill_work import Considered, DayFixed
from services.committees.domain.procedure import REFERRALS
from services.committees.domain.running_out import RunsOut
from services.committees.domain.stages import ReferralStage
from shared import rules
from shared.kernel.errors import NotNow
from shared.kernel.occasion import Occasion, day_of
from shared.web.shapes import Given
from tests.committees.at_work import at_once, told
from tests.committees.builders import (
    CHAIR,
    CLERK,
    COMMITTEE_CHAIR,
    DEPUTY,
    NOON,
    SUMMARY,
    THE_KURULTAI,
    a_referral,
    an_occasion,
)
from tests.committees.chamber import Refused
from tests.committees.profiles import with_choice
from tests.committees.work_builders import CO_COMMITTEE, DAY_FIXED, MINISTRY, Reply

OPINION = {"favourable": False, "summary": SUMMARY.model_dump()}
CONCLUSION = {"favourable": True, "summary": SUMMARY.model_dump()}
TODAY = day_of(datetime.now(UTC))
IN_A_MONTH = (TODAY + timedelta(days=30)).isoformat()
WHAT = {"kk": "Жұмыс тобының отырысы", "ru": "Заседание рабочей группы"}
PLAN = {"items": [{"day": IN_A_MONTH, "what": WHAT, "who": WHAT}]}
BODIES = [
    kind
    for module in (requests_given, work_given)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, Given) and "Given" in kind.__name__
    if kind not in {Given, work_given.PlanItemGiven}
]


@pytest.mark.parametrize("body", BODIES)
def test_every_example_of_a_body_would_be_taken(body):
    examples = body.model_config["json_schema_extra"]["examples"]
    assert examples
    assert all(body.model_validate(example) for example in examples)
    assert all(field.description for field in body.model_fields.values())


async def test_a_bill_is_referred_with_its_co_committees_and_its_day(before, work):
    day = {"day": IN_A_MONTH, "ground": "Хаттама № 3"}
    shown = await before.refer(co_committee_ids=[before.other], conclusion_day=day)

    assert [one["committee_id"] for one in shown["co_committees"]] == [before.other]
    assert shown["conclusion_day"] == IN_A_MONTH
    [fixed] = await told(work, "conclusion_day_fixed")
    assert (fixed["bill_id"], fixed["reading"], fixed["day"]) == (str(before.bill), 1, IN_A_MONTH)
    assert (fixed["earlier"], fixed["ground"]) == (None, "Хаттама № 3")
    assert len(await told(work, "co_committee_named")) == 1


async def test_a_referral_with_a_day_that_is_over_refers_nothing(before, chamber):
    day = {"day": (TODAY - timedelta(days=1)).isoformat(), "ground": "Хаттама № 3"}
    with pytest.raises(Refused) as refused:
        await before.refer(conclusion_day=day)
    assert refused.value.unmet == ["the day is not over"]
    assert await chamber.get("/referrals") == []


async def test_a_co_committee_gives_its_opinion_once_a_reading(work_on, work):
    named = {"committee_id": work_on.other}
    early = await work_on.refused("opinion", OPINION, work_on.other_chair)
    await work_on.act("co-committees", named, work_on.chamber.chair)
    twice = await work_on.refused("co-committees", named, work_on.chamber.chair)
    lead = await work_on.refused(
        "co-committees", {"committee_id": work_on.lead}, work_on.chamber.chair
    )
    not_its_own = await work_on.refused("opinion", OPINION, work_on.leader)
    shown = await work_on.act("opinion", OPINION, work_on.other_chair)
    again = await work_on.refused("opinion", OPINION, work_on.other_chair)

    assert all("co-committee" in one.unmet[0] for one in (early, not_its_own, again))
    assert all("another than those" in one.unmet[0] for one in (twice, lead))
    [opinion] = shown["opinions"]
    assert (opinion["committee_id"], opinion["reading"]) == (work_on.other, 1)
    [fact] = await told(work, "co_committee_opined")
    assert (fact["favourable"], fact["summary"]) == (False, OPINION["summary"])


async def test_a_committee_without_a_chair_gives_no_opinion(work_on, chamber):
    third = await chamber.committee(3)
    refusal = await work_on.refused("co-committees", {"committee_id": third}, chamber.chair)
    assert refusal.unmet == ["the co-committee has its chair"]
    unknown = await work_on.refused("co-committees", {"committee_id": str(uuid4())}, chamber.chair)
    assert unknown.status == 404


async def test_the_rapporteur_is_a_member_of_the_lead_committee(work_on, work):
    stranger = {"person_id": str(work_on.stranger)}
    refusal = await work_on.refused("rapporteur", stranger, work_on.leader)
    member = {"person_id": str(work_on.member)}
    not_his = await work_on.refused("rapporteur", member, work_on.other_chair)
    shown = await work_on.act("rapporteur", member, work_on.leader)

    assert refusal.unmet == ["the rapporteur is a member of the lead committee"]
    assert "rapporteur_is_a_member (unknown)" in refusal.problem["provision"]
    assert not_his.unmet == ["the chair acts for the lead committee itself"]
    assert shown["rapporteur"]["person_id"] == str(work_on.member)
    assert [one["person_id"] for one in await told(work, "rapporteur_appointed")] == [
        str(work_on.member)
    ]


async def test_whoever_left_the_committee_does_not_report(work_on, chamber):
    members = await chamber.get(f"/bodies/{work_on.lead}/members")
    [membership] = [one for one in members if one["person_id"] == str(work_on.member)]
    await chamber.post(f"/memberships/{membership['id']}/ending", {"ground": "Хаттама № 4"})
    refusal = await work_on.refused(
        "rapporteur", {"person_id": str(work_on.member)}, work_on.leader
    )
    assert refusal.unmet == ["the rapporteur is a member of the lead committee"]


async def test_a_working_group_is_a_body_of_that_kind(work_on, chamber):
    body = {"convocation_id": chamber.convocation, "within": work_on.lead, "name": WHAT}
    group = await chamber.post("/bodies", body | {"kind": "working_group"})
    refusal = await work_on.refused("working-group", {"body_id": work_on.lead}, work_on.leader)
    shown = await work_on.act("working-group", {"body_id": group["id"]}, work_on.leader)

    assert refusal.unmet == ["the body is a working group that exists"]
    assert shown["working_group_id"] == group["id"]


async def test_a_plan_is_changed_by_whoever_saw_the_one_that_counts(work_on, chamber):
    unseen = await work_on.plan(PLAN, work_on.leader, None)
    made = await work_on.plan(PLAN, work_on.leader, '"1"')
    changed = PLAN | {"why": WHAT}
    stale = await work_on.plan(changed, work_on.leader, '"1"')
    again = await work_on.plan(changed, work_on.leader, made.headers["etag"])

    assert (unseen.status_code, stale.status_code) == (428, 412)
    assert made.json()["plan"]["items"] == PLAN["items"]
    assert again.json()["plan"]["why"] == WHAT
    assert [one["why"] for one in await chamber.get(f"{work_on.path}/plans")] == [None, WHAT]


async def test_a_plan_lies_ahead_and_is_of_those_who_serve_the_lead_committee(work_on):
    past = {"items": [PLAN["items"][0] | {"day": (TODAY - timedelta(days=1)).isoformat()}]}
    for body, by, reason in (
        (past, work_on.leader, "no day of the plan is over"),
        (PLAN, work_on.other_chair, "its chair or its secretary"),
    ):
        answer = await work_on.plan(body, by, '"1"')
        assert answer.status_code == 409
        assert reason in answer.json()["unmet"][0]["sentence"]
    assert (await work_on.plan(PLAN, work_on.stranger, '"1"')).status_code == 403


async def test_the_day_is_moved_by_those_who_may_fix_it(work_on, work):
    first = {"day": TODAY.isoformat(), "ground": "Хаттама № 3"}
    later = {"day": IN_A_MONTH, "ground": "Хаттама № 4"}
    refusal = await work_on.refused("conclusion-day", first, work_on.leader)
    await work_on.act("conclusion-day", first, work_on.chamber.chair)
    same = await work_on.refused("conclusion-day", first, work_on.chamber.chair)
    shown = await work_on.act("conclusion-day", later, work_on.clerk)

    assert refusal.status == 403
    assert same.unmet == ["the day is another than the one fixed before"]
    assert [one["day"] for one in shown["days"]] == [TODAY.isoformat(), IN_A_MONTH]
    facts_told = await told(work, "conclusion_day_fixed")
    assert [one["earlier"] for one in facts_told] == [None, TODAY.isoformat()]


@pytest.mark.parametrize(
    ("fixed_by", "actor", "may"),
    [
        (["plenary"], CHAIR, False),
        (["plenary"], CLERK, True),
        (["bureau"], CHAIR, True),
        (["bureau"], CLERK, False),
        (None, CHAIR, False),
    ],
)
def test_who_fixes_the_day_is_a_rule_of_the_profile(fixed_by, actor, may):
    profile = with_choice("committees.conclusion_day_fixed_by", fixed_by)
    referral = a_referral(stage=ReferralStage.IN_WORK)
    fixed = DayFixed(reading=1, day=NOON.date(), ground="№ 1", at=NOON)
    occasion = Occasion.under(profile, actor, NOON)
    if may:
        fix_day(referral, fixed, occasion)
    else:
        with pytest.raises(NotNow, match="those who may"):
            fix_day(referral, fixed, occasion)
    assert (referral.conclusion_day is not None) is may


def test_a_day_is_of_its_reading():
    referral = a_referral(stage=ReferralStage.CONCLUDED)
    referral.fix(DAY_FIXED)
    assert referral.conclusion_day == NOON.date()
    resume(referral, 1, an_occasion(THE_KURULTAI))
    assert (referral.reading, referral.conclusion_day) == (2, None)


@pytest.mark.parametrize("awaited", [True, False])
def test_the_lead_committee_awaits_opinions_where_the_rules_say_so(awaited):
    profile = with_choice("committees.conclusion_awaits_opinions", awaited)
    referral = a_referral(stage=ReferralStage.IN_WORK, co_committees=(CO_COMMITTEE,))
    occasion = Occasion.under(profile, COMMITTEE_CHAIR, NOON)
    if awaited:
        with pytest.raises(NotNow, match="every co-committee"):
            conclude(referral, favourable=True, summary=SUMMARY, occasion=occasion)
    else:
        conclude(referral, favourable=True, summary=SUMMARY, occasion=occasion)
    assert (referral.stage is ReferralStage.IN_WORK) is awaited


async def test_a_member_attaches_an_opinion_to_the_conclusion_once(work_on, chamber, work):
    text = {"text": {"kk": "Тұжырымдамамен келіспеймін."}}
    early = await work_on.refused("dissents", text, work_on.member)
    await work_on.act("conclusion", CONCLUSION, work_on.leader)
    outside = await work_on.refused("dissents", text, work_on.stranger)
    shown = await work_on.act("dissents", text, work_on.member)
    twice = await work_on.refused("dissents", text, work_on.member)

    assert early.status == 409
    assert outside.unmet == ["the deputy is a member of the lead committee"]
    assert "has not attached" in twice.unmet[0]
    [dissent] = shown["dissents"]
    assert dissent["text"] == {"kk": "Тұжырымдамамен келіспеймін.", "ru": None}
    assert (dissent["person_id"], dissent["reading"]) == (str(work_on.member), 1)
    assert [one["person_id"] for one in await told(work, "dissent_attached")] == [
        str(work_on.member)
    ]
    options = await chamber.get(f"{work_on.path}/options", by=work_on.leader)
    assert [one["is_open"] for one in options if one["act"] == "attach_dissent"] == [True]


@pytest.mark.parametrize("days", [0, -1])
def test_an_opinion_of_a_member_comes_until_the_day_of_the_rules(days):
    ends = RunsOut.with_day(NOON.date() + timedelta(days))
    referral = a_referral(
        stage=ReferralStage.CONCLUDED,
        considered=Considered(members=frozenset({DEPUTY.person_id}), dissent_ends=ends),
    )
    occasion = an_occasion(DEPUTY)
    if days < 0:
        with pytest.raises(NotNow, match="the term for opinions"):
            attach_dissent(referral, MINISTRY, Reply(ru="Нет."), occasion)
    else:
        attach_dissent(referral, MINISTRY, Reply(ru="Нет."), occasion)
    assert len(referral.dissents) == days + 1


def test_under_the_rules_of_another_parliament_every_act_still_says_why_it_is_closed():
    """Their profile has none of the parameters of the work on a bill."""
    occasion = Occasion.under(rules.load("bundestag-2017"), COMMITTEE_CHAIR, NOON)
    for stage in ReferralStage:
        referral = a_referral(stage=stage, considered=Considered(day=NOON.date()))
        options = REFERRALS.options(referral, occasion)
        assert all(option.is_open or option.unmet for option in options)


async def test_of_members_who_disagree_at_once_each_is_heard(work_on, chamber):
    members = [await work_on.join(work_on.lead) for _ in range(8)]
    await work_on.act("conclusion", CONCLUSION, work_on.leader)
    said = {member: {"text": {"kk": f"№ {n}"}} for n, member in enumerate(members)}

    statuses = await at_once(chamber.http, f"{work_on.path}/dissents", said, warm="/referrals")

    assert statuses == [200] * len(members)
    dissents = (await chamber.get(work_on.path))["dissents"]
    assert {one["person_id"] for one in dissents} == {str(one) for one in members}
