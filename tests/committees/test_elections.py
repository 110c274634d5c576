"""How the Kurultai fills the offices to which it elects, and ends them again."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from services.committees.actions.watch_offices import end_offices
from services.committees.domain.acts import candidacies, recalls
from services.committees.domain.candidacy import Ballot
from services.committees.domain.stages import CandidacyStage, RecallStage
from shared.contracts.elections import (
    CandidacyEnded,
    OfficerElected,
    OfficerNominated,
    OfficerNotElected,
    RecallProposed,
)
from shared.contracts.words import Matter
from shared.kernel.actor import Role
from shared.kernel.errors import NotEntitled, NotNow
from shared.kernel.occasion import day_of
from shared.kernel.rules import Outcome
from tests.committees import facts
from tests.committees.builders import (
    CHAIR,
    COMMITTEES,
    DEPUTY,
    FACTION_LEADER,
    NOON,
    OF_MAJORITY,
    PROFILE,
    REGISTRAR,
    THE_KURULTAI,
    VOICES,
    Voice,
    a_candidacy,
    a_composition,
    a_consultation,
    a_person,
    a_recall,
    a_seat,
    an_occasion,
    chairs,
    counted,
)
from tests.committees.chamber import Refused

PRESIDENT = a_person(Role.PRESIDENT, number=110)
PAPERS = counted().model_dump(mode="json")
A_FULL_HOUSE = a_composition(seats=tuple(a_seat(UUID(int=1000 + n)) for n in range(145)))
CANDIDATE = UUID(int=1000)
OF_NO_COMMITTEE = {"committee_id": None, "committee_name": None, "composition": A_FULL_HOUSE}


def for_the_chair(**but):
    whole = {"role": Role.CHAIR, "speaks_kazakh": True} | OF_NO_COMMITTEE
    return a_candidacy(CANDIDATE, **whole | but)


def on_a_secret_ballot(**but):
    return for_the_chair(stage=CandidacyStage.NOMINATED, ballot=Ballot.SECRET, **but)


def unmet(act, *given):
    with pytest.raises(NotNow) as refusal:
        act(*given)
    return [(one.sentence.en, one.provision) for one in refusal.value.unmet]


def the_fact(case):
    [recorded] = case.take_recorded()
    return recorded.fact


def test_the_president_nominates_the_chair_for_a_secret_ballot():
    candidacy = for_the_chair()
    candidacies.nominate(candidacy, an_occasion(PRESIDENT))
    told = the_fact(candidacy)
    assert isinstance(told, OfficerNominated)
    assert (told.role, told.question) == (Role.CHAIR, None)
    assert candidacy.ballot is Ballot.SECRET


def test_nobody_else_nominates_the_chair():
    for other in (CHAIR, REGISTRAR, FACTION_LEADER):
        with pytest.raises(NotEntitled) as refusal:
            candidacies.nominate(for_the_chair(), an_occasion(other))
        assert refusal.value.provision == "Constitution 2026, art. 57(1)"


def test_the_chair_is_fluent_in_kazakh():
    given = for_the_chair(speaks_kazakh=False), an_occasion(PRESIDENT)
    assert unmet(candidacies.nominate, *given) == [
        ("the candidate is fluent in Kazakh", "Constitution 2026, art. 57(1)")
    ]


def test_the_chair_presents_deputy_chairs_of_whom_the_kurultai_is_asked():
    candidacy = a_candidacy(CANDIDATE, role=Role.DEPUTY_CHAIR, **OF_NO_COMMITTEE)
    candidacies.nominate(candidacy, an_occasion(CHAIR))
    question = the_fact(candidacy).question
    assert (question.matter, question.decision) == (Matter.OFFICER, "deputy_chair_election")
    assert question.title.ru.startswith("Избрание заместителя Председателя Курултая: Депутат")


@pytest.mark.parametrize(
    ("votes_for", "elected"), [(73, True), (72, False)], ids=["73 elect", "72 do not"]
)
def test_a_secret_ballot_elects_by_half_of_all_seats_and_one(votes_for, elected):
    candidacy = on_a_secret_ballot()
    found = counted(votes_for=votes_for)
    assert candidacies.enter_secret_ballot(candidacy, found, an_occasion(REGISTRAR)) is elected
    assert isinstance(the_fact(candidacy), OfficerElected if elected else OfficerNotElected)
    assert candidacy.secret == found


@pytest.mark.parametrize(
    "wrong",
    [
        {"issued": 139},
        {"registered": 146, "issued": 146},
        {"issued": 141},
        {"held_on": NOON.date() + timedelta(days=1)},
    ],
    ids=["more found than issued", "more than deputies", "more than registered", "tomorrow"],
)
def test_papers_that_do_not_add_up_elect_nobody(wrong):
    candidacy = on_a_secret_ballot()
    given = candidacy, counted(**wrong), an_occasion(REGISTRAR)
    [(sentence, provision)] = unmet(candidacies.enter_secret_ballot, *given)
    assert sentence.startswith("no more papers were issued than deputies registered")
    assert provision == "Constitution 2026, art. 55(1), 57(1)"
    assert (candidacy.stage, candidacy.secret) == (CandidacyStage.NOMINATED, None)


def test_a_secret_ballot_has_the_quorum_of_a_sitting():
    found = counted(registered=96, issued=96, votes_for=80, against=16, invalid=0)
    given = on_a_secret_ballot(), found, an_occasion(REGISTRAR)
    [(sentence, provision)] = unmet(candidacies.enter_secret_ballot, *given)
    assert sentence == "those registered were enough for a sitting"
    assert provision == "Constitution 2026, art. 58(5)"


def test_an_open_vote_is_not_entered_from_paper():
    candidacy = a_candidacy(CANDIDATE, stage=CandidacyStage.NOMINATED, composition=A_FULL_HOUSE)
    given = candidacy, counted(), an_occasion(REGISTRAR)
    [(sentence, _)] = unmet(candidacies.enter_secret_ballot, *given)
    assert sentence == "the ballot on this candidate is secret"


def test_the_candidate_withdraws_and_nobody_in_the_candidates_place():
    standing = a_candidacy(DEPUTY.person_id, stage=CandidacyStage.NOMINATED)
    [(sentence, _)] = unmet(candidacies.withdraw, standing, an_occasion(CHAIR))
    assert sentence == "whoever acts stands for the office, or nominated the candidate"
    candidacies.withdraw(standing, an_occasion(DEPUTY))
    told = the_fact(standing)
    assert isinstance(told, CandidacyEnded)
    assert told.question_id == standing.question_id


def test_a_candidacy_lapses_only_when_the_office_is_filled():
    standing = a_candidacy(stage=CandidacyStage.NOMINATED)
    assert len(unmet(candidacies.lapse, standing, an_occasion(THE_KURULTAI))) == 1
    standing.composition = a_composition(posts=chairs((COMMITTEES[0], OF_MAJORITY[1])))
    candidacies.lapse(standing, an_occasion(THE_KURULTAI))
    assert standing.stage is CandidacyStage.LAPSED


@pytest.mark.parametrize(
    "voices", [(), VOICES[:1], VOICES[1:], (*VOICES, Voice(faction_id=uuid4()))]
)
def test_factions_of_both_sides_consult_and_no_others(voices):
    talks = a_consultation(voices=voices)
    [(sentence, _)] = unmet(recalls.consult, talks, an_occasion(CHAIR))
    assert sentence.startswith("factions that have deputies took part")


def test_the_kurultai_recalls_by_vote():
    recall = a_recall(role=Role.CHAIR, body_id=None)
    recalls.propose(recall, an_occasion(FACTION_LEADER))
    told = the_fact(recall)
    assert isinstance(told, RecallProposed)
    assert (told.question.matter, told.question.decision) == (Matter.RECALL, "chair_recall")
    assert recalls.decide(recall, uuid4(), Outcome.ADOPTED, an_occasion(THE_KURULTAI))
    assert recall.stage is RecallStage.RECALLED


@pytest.mark.parametrize("outcome", [Outcome.REJECTED, Outcome.NO_DECISION])
def test_anything_less_recalls_nobody(outcome):
    recall = a_recall(stage=RecallStage.PROPOSED)
    assert not recalls.decide(recall, uuid4(), outcome, an_occasion(THE_KURULTAI))
    assert recall.stage is RecallStage.NOT_RECALLED


def test_only_who_holds_the_office_resigns_it():
    given = a_recall(resigns=True), an_occasion(CHAIR)
    assert ("whoever resigns holds the office", "Constitution 2026, art. 57(2)") in unmet(
        recalls.propose, *given
    )


def test_whom_the_kurultai_did_not_elect_it_does_not_recall():
    given = a_recall(role=Role.CLERK), an_occasion(CHAIR)
    [(sentence, provision)] = unmet(recalls.propose, *given)
    assert sentence == "the office is held, and the Kurultai elects to it"
    assert provision.startswith("Constitution 2026, art. 57(2)")


async def the_office(chamber, role):
    [office] = await chamber.get("/offices", role=role, stage="held")
    return office


GROUND = {"ground": {"kk": "Өз қалауы бойынша", "ru": "По собственному желанию"}}


async def test_the_chair_resigns_and_the_president_s_candidate_is_elected_secretly(chamber, hear):
    for _ in range(96):
        await chamber.of_the_majority()
    new, president = await chamber.of_the_opposition(), uuid4()
    await chamber.office(president, "president")
    office = await the_office(chamber, "chair")

    asked = await chamber.post(f"/offices/{office['id']}/resignation", GROUND, by=chamber.chair)
    await hear(facts.a_result(UUID(asked["id"]), matter=Matter.RECALL))
    body = {"person_id": str(new), "speaks_kazakh": True}
    candidacy = await chamber.post("/candidacies/chair", body, by=president)
    papers = PAPERS | {"held_on": chamber.today, "registered": 98, "issued": 98, "against": 25}
    elected = await chamber.post(
        f"/candidacies/{candidacy['id']}/secret-ballot", papers | {"invalid": 0}
    )

    assert (await chamber.get(f"/recalls/{asked['id']}"))["stage"] == "recalled"
    assert elected["stage"] == "elected"
    held = await the_office(chamber, "chair")
    assert held["person_id"] == str(new)
    assert held["ground"].startswith("secret ballot of ")


async def test_who_is_elected_first_ends_the_candidacies_of_the_rest(chamber, hear):
    committee = await chamber.committee()
    first, second = [await chamber.of_the_majority() for _ in range(2)]
    one, other = [await chamber.nominate(committee, person) for person in (first, second)]

    await hear(facts.a_result(UUID(one["id"])))
    await hear(facts.a_result(UUID(other["id"])))

    stages = {c["person_id"]: c["stage"] for c in await chamber.get("/candidacies")}
    assert stages == {str(first): "elected", str(second): "lapsed"}
    assert (await the_office(chamber, "committee_chair"))["person_id"] == str(first)


async def test_a_fourth_deputy_chair_is_not_elected(chamber, hear):
    people = [await chamber.of_the_majority() for _ in range(4)]
    path = "/candidacies/deputy-chairs"
    stood = [await chamber.post(path, {"person_id": str(p)}, by=chamber.chair) for p in people]
    for candidacy in stood:
        await hear(facts.a_result(UUID(candidacy["id"]), matter=Matter.OFFICER))
    offices = await chamber.get("/offices", role="deputy_chair")
    assert [one["person_id"] for one in offices] == [str(p) for p in people[:3]]
    assert (await chamber.get(f"/candidacies/{stood[3]['id']}"))["stage"] == "lapsed"


async def test_a_consultation_is_of_one_vacancy(chamber, hear):
    committee = await chamber.committee()
    first, second = [await chamber.of_the_majority() for _ in range(2)]
    await hear(facts.a_result(UUID((await chamber.nominate(committee, first))["id"])))
    office = await the_office(chamber, "committee_chair")
    asked = await chamber.post(f"/offices/{office['id']}/recall", GROUND, by=chamber.chair)
    await hear(facts.a_result(UUID(asked["id"]), matter=Matter.RECALL))

    with pytest.raises(Refused) as refused:
        await chamber.nominate(committee, second)
    await chamber.consult(committee)
    again = await chamber.nominate(committee, second)

    assert refused.value.problem["provision"].startswith(
        "rules profile: committees.factions_consult_first"
    )
    assert again["stage"] == "nominated"
    assert len(await chamber.get("/consultations")) == 2


async def test_nobody_is_recalled_who_left_before(chamber, hear):
    office = await the_office(chamber, "chair")
    asked = await chamber.post(f"/offices/{office['id']}/recall", GROUND, by=chamber.chair)
    await chamber.post(f"/offices/{office['id']}/ending", {"ground": "Own wish"})

    await hear(facts.a_result(UUID(asked["id"]), matter=Matter.RECALL))

    shown = await chamber.get(f"/recalls/{asked['id']}")
    assert (shown["stage"], shown["vote_id"]) == ("lapsed", None)
    acts = [act["act"] for act in await chamber.get(f"/recalls/{asked['id']}/acts")]
    assert acts == ["propose", "lapse"]


async def test_an_office_ends_with_its_term_and_not_a_day_before(chamber, desk):
    secretary, today = await chamber.of_the_majority(), day_of(facts.now())
    committee = await chamber.committee()
    body = {"person_id": str(secretary), "role": "committee_secretary", "body_id": committee}
    term = {"ground": "Resolution No. 1", "last_day": today.isoformat()}
    office = await chamber.post("/offices", body | term)

    await end_offices(desk, PROFILE, facts.now())
    still = await chamber.get(f"/offices/{office['id']}")
    tomorrow = facts.now() + timedelta(days=1)
    await asyncio.gather(*(end_offices(desk, PROFILE, tomorrow) for _ in range(3)))
    over = await chamber.get(f"/offices/{office['id']}")

    assert (still["stage"], still["last_day"]) == ("held", today.isoformat())
    assert (over["stage"], over["ended_on"]) == ("left", f"the term ended on {today}")
    acts = await chamber.get(f"/offices/{office['id']}/acts")
    assert [(act["act"], act["role"]) for act in acts] == [
        ("take", "registrar"),
        ("expire", "clock"),
    ]


async def test_nobody_takes_or_stands_for_an_office_whose_term_is_over(chamber):
    yesterday = {"last_day": (day_of(facts.now()) - timedelta(days=1)).isoformat()}
    person, committee = await chamber.of_the_majority(), await chamber.committee()
    stands = {"person_id": str(person), "committee_id": committee}
    takes = {"person_id": str(person), "role": "clerk", "ground": "Order No. 1"}
    for path, body in (("/candidacies", stands), ("/offices", takes)):
        by = chamber.chair if path == "/candidacies" else chamber.registrar
        with pytest.raises(Refused) as refused:
            await chamber.post(path, body | yesterday, by=by)
        assert refused.value.problem["provision"] == "rules profile: offices.term (unknown)"


async def test_who_was_elected_for_a_term_leaves_when_it_is_over(chamber, hear, desk):
    committee, person = await chamber.committee(), await chamber.of_the_majority()
    last = (day_of(facts.now()) + timedelta(days=30)).isoformat()
    body = {"committee_id": committee, "person_id": str(person), "last_day": last}
    candidacy = await chamber.post("/candidacies", body, by=chamber.chair)
    await hear(facts.a_result(UUID(candidacy["id"])))
    office = await the_office(chamber, "committee_chair")

    await end_offices(desk, PROFILE, facts.now() + timedelta(days=31))

    assert office["last_day"] == last
    vacant = {one["body_id"] for one in await chamber.get("/vacancies")}
    assert committee in vacant


async def test_who_stands_for_an_office_that_is_entered_from_paper_stands_no_longer(chamber, hear):
    people = [await chamber.of_the_majority() for _ in range(4)]
    stands = {"person_id": str(people[0])}
    candidacy = await chamber.post("/candidacies/deputy-chairs", stands, by=chamber.chair)
    for person in people[1:]:
        await chamber.office(person, "deputy_chair")

    await hear(facts.a_result(UUID(candidacy["id"]), matter=Matter.OFFICER))

    assert (await chamber.get(f"/candidacies/{candidacy['id']}"))["stage"] == "lapsed"
    offices = await chamber.get("/offices", role="deputy_chair")
    assert str(people[0]) not in {one["person_id"] for one in offices}
