"""A meeting votes for the conclusion, alone or jointly; what is to be done after is followed up."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from services.committees.api import meetings_given
from services.committees.domain.acts.referrals import conclude, take_up
from services.committees.domain.stages import ReferralStage
from shared.contracts.voting import SittingCalled, VoteAnnulled
from shared.contracts.words import Matter
from shared.kernel.errors import NotNow
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.rules import Outcome
from shared.web.shapes import Given
from tests.committees import facts
from tests.committees.at_work import told
from tests.committees.builders import COMMITTEE_CHAIR, NOON, SUMMARY, THE_KURULTAI, a_referral
from tests.committees.builders import an_occasion as on
from tests.committees.profiles import with_choice
from tests.committees.work_builders import A_DECISION

TODAY = day_of(datetime.now(UTC))
TOMORROW = (TODAY + timedelta(days=1)).isoformat()
WORDS = SUMMARY.model_dump()
COUNT = {"present": 2, "votes_for": 2, "against": 0, "abstained": 0}
CONCLUSION = {"favourable": True, "summary": WORDS}
WANTED = {"what": WORDS, "who": WORDS, "day": TOMORROW}
BODIES = [
    kind
    for kind in vars(meetings_given).values()
    if isinstance(kind, type) and issubclass(kind, Given) and kind is not Given
]


def of(*committees, **but):
    return {"held_on": TODAY.isoformat(), "committee_ids": list(committees)} | but


@pytest.mark.parametrize("body", BODIES)
def test_every_example_of_a_body_would_be_taken(body):
    examples = body.model_config["json_schema_extra"]["examples"]
    assert all(body.model_validate(example) for example in examples)
    assert all(field.description for field in body.model_fields.values())


async def test_a_joint_meeting_decides_and_the_conclusion_shows_by_how_many(work_on, work):
    joint = of(work_on.lead, work_on.other, count=COUNT | {"present": 3, "against": 1})
    entered = await work_on.act("decision", joint, work_on.leader)
    shown = await work_on.act("conclusion", CONCLUSION, work_on.leader)

    assert entered["decision"]["committee_ids"] == [work_on.lead, work_on.other]
    [conclusion] = shown["conclusions"]
    assert conclusion["decision"]["count"] == {
        "present": 3,
        "votes_for": 2,
        "against": 1,
        "abstained": 0,
    }
    [fact] = await told(work, "meeting_decided")
    assert (fact["present"], fact["votes_for"], fact["vote_id"]) == (3, 2, None)
    assert fact["committee_ids"] == [work_on.lead, work_on.other]


@pytest.mark.parametrize(
    ("but", "reason"),
    [
        ({"committee_ids": ["other"]}, "the lead committee was at the meeting"),
        ({"held_on": TOMORROW}, "held today or before"),
        ({"count": None}, "either its certified vote or"),
        ({"vote_id": str(uuid4())}, "either its certified vote or"),
        ({"vote_id": str(uuid4()), "count": None}, "certified, and carried"),
        ({"count": COUNT | {"present": 3}}, "no more are counted than belong"),
    ],
)
async def test_what_no_meeting_can_have_decided_is_refused(work_on, but, reason):
    body = of(work_on.lead, count=COUNT) | but
    named = {"other": work_on.other}
    body["committee_ids"] = [named.get(one, one) for one in body["committee_ids"]]
    refusal = await work_on.refused("decision", body, work_on.leader)
    assert any(reason in sentence for sentence in refusal.unmet)
    assert (await work_on.chamber.get(work_on.path))["decision"] is None


async def test_more_votes_than_members_present_are_no_count(work_on):
    body = of(work_on.lead, count=COUNT | {"against": 1})
    assert (await work_on.refused("decision", body, work_on.leader)).status == 422


async def test_only_those_who_serve_the_lead_committee_enter_it(work_on):
    body = of(work_on.lead, count=COUNT)
    other = await work_on.refused("decision", body, work_on.other_chair)
    member = await work_on.refused("decision", body, work_on.member)
    assert "its chair or its secretary" in other.unmet[0]
    assert member.status == 403


async def a_sitting(hear, *committees):
    """A sitting of these committees is called; of none, it is the Kurultai's own."""
    called = SittingCalled(
        at=facts.now(),
        sitting_id=uuid4(),
        starts_at=facts.now(),
        body_ids=tuple(map(UUID, committees)),
    )
    await hear(called)
    return {"sitting_id": called.sitting_id, "matter": Matter.RESOLUTION}


async def annul(hear, result):
    reason = {"at": facts.now(), "sitting_id": result.sitting_id, "reason": SUMMARY}
    await hear(VoteAnnulled(vote_id=result.vote_id, **reason), sequence=2)


async def test_a_decision_names_a_vote_that_was_certified_and_carried(work_on, hear):
    sitting = await a_sitting(hear, work_on.lead)
    carried = facts.a_result(uuid4(), **sitting)
    lost = facts.a_result(uuid4(), Outcome.REJECTED, **sitting)
    annulled = facts.a_result(uuid4(), **sitting)
    for result in (carried, lost, annulled):
        await hear(result)
    await annul(hear, annulled)

    for result in (lost, annulled):
        body = of(work_on.lead, vote_id=str(result.vote_id))
        refusal = await work_on.refused("decision", body, work_on.leader)
        assert "the vote that it names is certified, and carried" in refusal.unmet
    body = of(work_on.lead, vote_id=str(carried.vote_id))
    shown = await work_on.act("decision", body, work_on.leader)
    assert shown["decision"]["vote_id"] == str(carried.vote_id)


@pytest.mark.parametrize("whose", ["nobody's", "other", "both"])
async def test_a_committee_decides_by_votes_of_its_own_sittings(work_on, hear, whose):
    lead, other = work_on.lead, work_on.other
    sitting = {"nobody's": (), "other": (other,), "both": (lead, other)}[whose]
    result = facts.a_result(uuid4(), **await a_sitting(hear, *sitting))
    await hear(result)
    vote = {"vote_id": str(result.vote_id)}

    refusal = await work_on.refused("decision", of(lead, **vote), work_on.leader)

    assert refusal.unmet == [
        "the vote that it names was held at a sitting of the committees that met, and of no other"
    ]
    assert refusal.problem["provision"] == "Constitution 2026, art. 59(2)"
    if whose == "both":
        shown = await work_on.act("decision", of(lead, other, **vote), work_on.leader)
        assert shown["decision"]["vote_id"] == str(result.vote_id)


@pytest.mark.parametrize("concluded", [False, True])
async def test_no_decision_rests_on_a_vote_that_was_annulled(work_on, hear, work, concluded):
    result = facts.a_result(uuid4(), **await a_sitting(hear, work_on.lead))
    await hear(result)
    body = of(work_on.lead, vote_id=str(result.vote_id))
    await work_on.act("decision", body, work_on.leader)
    if concluded:
        await work_on.act("conclusion", CONCLUSION, work_on.leader)

    await annul(hear, result)

    shown = await work_on.chamber.get(work_on.path)
    assert shown["decision"] is None
    assert [one["decision"]["annulled"] for one in shown["conclusions"]] == [True] * concluded
    [fact] = await told(work, "decision_voided")
    assert fact["vote_id"] == str(result.vote_id)


@pytest.mark.parametrize("needed", [True, False])
def test_the_conclusion_needs_a_decision_where_the_rules_say_so(needed):
    profile = with_choice("committees.conclusion_needs_a_decision", needed)
    occasion = Occasion.under(profile, COMMITTEE_CHAIR, NOON)
    without = a_referral(stage=ReferralStage.IN_WORK)
    decided = a_referral(stage=ReferralStage.IN_WORK, decision=A_DECISION)
    if needed:
        with pytest.raises(NotNow, match="a meeting decided"):
            conclude(without, favourable=True, summary=SUMMARY, occasion=occasion)
    else:
        conclude(without, favourable=True, summary=SUMMARY, occasion=occasion)
    conclude(decided, favourable=True, summary=SUMMARY, occasion=occasion)
    assert (without.stage is ReferralStage.IN_WORK) is needed
    assert decided.conclusions[0].decision == A_DECISION


def test_a_decision_is_of_its_reading():
    referral = a_referral(stage=ReferralStage.CONCLUDED, decision=A_DECISION)
    take_up(referral, 2, on(THE_KURULTAI))
    assert referral.decision is None


async def test_what_is_to_be_done_after_is_followed_up_until_it_is_done(work_on, work):
    await work_on.act("conclusion", CONCLUSION, work_on.leader)
    await work_on.act("follow-ups", WANTED, work_on.leader)
    added = await work_on.act("follow-ups", WANTED | {"day": None}, work_on.leader)
    done = {"day": TODAY.isoformat(), "note": WORDS}
    early = await work_on.refused("follow-ups/1/closing", {"day": TOMORROW}, work_on.leader)
    closed = await work_on.act("follow-ups/1/closing", done, work_on.leader)
    twice = await work_on.refused("follow-ups/1/closing", done, work_on.leader)
    none = await work_on.refused("follow-ups/3/closing", done, work_on.leader)
    other = await work_on.refused("follow-ups/2/closing", done, work_on.other_chair)

    assert [one["number"] for one in added["follow_ups"]] == [1, 2]
    assert [one["done"] for one in closed["follow_ups"]] == [done, None]
    assert early.unmet == ["it was done today or before"]
    assert twice.unmet == none.unmet == ["such a follow-up is open"]
    assert "its chair or its secretary" in other.unmet[0]
    assert len(await told(work, "follow_up_added")) == 2
    [fact] = await told(work, "follow_up_closed")
    assert (fact["number"], fact["day"]) == (1, TODAY.isoformat())
