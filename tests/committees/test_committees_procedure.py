"""Properties that must hold of every table, whatever rows it has."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.committees.domain import (
    conclusion_request,
    register_stages,
    requests_stages,
    stages,
    work_stages,
)
from services.committees.domain.breach import BreachAct, BreachStage
from services.committees.domain.breaches_procedure import BREACHES
from services.committees.domain.candidacy import Ballot
from services.committees.domain.conclusion_requests_procedure import CONCLUSIONS_ASKED
from services.committees.domain.conditions.elections import DECISIONS
from services.committees.domain.consultation import Sides
from services.committees.domain.elections_procedure import CANDIDACIES, CONSULTATIONS, RECALLS
from services.committees.domain.lists_procedure import PARTY_LISTS
from services.committees.domain.mandate import House
from services.committees.domain.party_list import ListAct, ListStage
from services.committees.domain.procedure import (
    COMMITTEES,
    CONVOCATIONS,
    FACTIONS,
    MANDATES,
    OFFICES,
    REFERRALS,
)
from services.committees.domain.referral import Prospect
from services.committees.domain.register_procedure import BODIES, MEMBERSHIPS, SESSIONS
from services.committees.domain.requests_procedure import DEPUTY_REQUESTS
from services.committees.domain.succession import Ended, Succession
from services.committees.service import SERVICE
from shared.contracts.bodies import BodyKind, Capacity
from shared.kernel.actor import Role
from shared.kernel.errors import DomainError
from shared.kernel.text import Language
from tests.committees import builders, work_builders
from tests.committees.builders import NOON, an_occasion

PROVISION = re.compile(
    r"(Constitution 2026|Law 480-V), art\. \d|rules profile: [a-z_.]+ \(|rules of the service: "
)
CYRILLIC = re.compile("[а-яёәғқңөұүһі]", re.IGNORECASE)

REFERRAL_ACTS = (*stages.ReferralAct, *work_stages.WorkAct)
WORDS = {
    "convocation": (CONVOCATIONS, stages.ConvocationStage, stages.ConvocationAct),
    "faction": (FACTIONS, stages.FactionStage, stages.FactionAct),
    "mandate": (MANDATES, stages.MandateStage, stages.MandateAct),
    "office": (OFFICES, stages.OfficeStage, stages.OfficeAct),
    "committee": (COMMITTEES, stages.CommitteeStage, stages.CommitteeAct),
    "candidacy": (CANDIDACIES, stages.CandidacyStage, stages.CandidacyAct),
    "partylist": (PARTY_LISTS, ListStage, ListAct),
    "consultation": (CONSULTATIONS, stages.ConsultationStage, stages.ConsultationAct),
    "recall": (RECALLS, stages.RecallStage, stages.RecallAct),
    "referral": (REFERRALS, stages.ReferralStage, REFERRAL_ACTS),
    "body": (BODIES, register_stages.BodyStage, register_stages.BodyAct),
    "membership": (
        MEMBERSHIPS,
        register_stages.MembershipStage,
        register_stages.MembershipAct,
    ),
    "session": (SESSIONS, register_stages.SessionStage, register_stages.SessionAct),
    "breach": (BREACHES, BreachStage, BreachAct),
    "deputyrequest": (
        DEPUTY_REQUESTS,
        requests_stages.RequestStage,
        requests_stages.RequestAct,
    ),
    "conclusionrequest": (
        CONCLUSIONS_ASKED,
        conclusion_request.AskingStage,
        conclusion_request.AskingAct,
    ),
}
TABLES = [table for table, _, _ in WORDS.values()]
CONDITIONS = {c.sentence.en: c for table in TABLES for row in table.rows for c in row.when}

some_composition = st.sampled_from(
    [
        builders.a_composition(),
        builders.a_composition(seats=()),
        builders.a_composition(committees=frozenset()),
        builders.a_composition(
            candidates={builders.COMMITTEES[0]: frozenset({builders.OF_MAJORITY[1]})}
        ),
        builders.a_constituted_composition(),
        builders.a_constituted_composition(opposition=frozenset()),
    ]
)
some_person = st.sampled_from([builders.OF_MAJORITY[0], builders.OF_OPPOSITION[0]])
some_case = {
    "convocation": st.builds(
        builders.a_convocation,
        composition=some_composition,
        number_taken=st.booleans(),
    ),
    "faction": st.builds(
        builders.a_faction,
        name_taken=st.booleans(),
        declares=st.sampled_from([None, True, False]),
    ),
    "mandate": st.builds(
        builders.a_mandate,
        faction_id=st.sampled_from([None, builders.MAJORITY]),
        house=st.builds(
            House,
            seats=st.just(2),
            filled=st.integers(0, 2),
            number_taken=st.booleans(),
            person_seated=st.booleans(),
            faction_known=st.booleans(),
        ),
        list_number=st.sampled_from([None, 1, 2]),
        succession=st.sampled_from(
            [
                Succession(),
                Succession(builders.a_party_list()),
                Succession(ended=Ended(builders.CONVOCATION, True, False, None)),  # noqa: FBT003
            ]
        ),
    ),
    "office": st.builds(
        builders.an_office,
        role=st.sampled_from(Role),
        person_id=some_person,
        body_id=st.sampled_from([None, builders.MAJORITY, builders.COMMITTEES[0]]),
        composition=some_composition,
        opened_before=st.booleans(),
        mandate_ended=st.booleans(),
    ),
    "committee": st.builds(
        builders.a_committee, composition=some_composition, name_taken=st.booleans()
    ),
    "candidacy": st.builds(
        builders.a_candidacy,
        person_id=some_person,
        reserved=st.booleans(),
        composition=some_composition,
        role=st.sampled_from(list(DECISIONS)),
        ballot=st.sampled_from(Ballot),
        speaks_kazakh=st.booleans(),
        consulted=st.booleans(),
        stands_already=st.booleans(),
        counted=st.sampled_from([None, builders.counted(), builders.counted(votes_for=72)]),
    ),
    "partylist": st.builds(
        builders.a_party_list,
        party_listed=st.booleans(),
        number=st.sampled_from([None, 1, 9]),
        seated=st.sampled_from([frozenset(), frozenset({1})]),
    ),
    "consultation": st.builds(
        builders.a_consultation,
        sides=st.sampled_from([Sides(), builders.SIDES]),
        voices=st.sampled_from([(), builders.VOICES]),
    ),
    "recall": st.builds(
        builders.a_recall,
        role=st.sampled_from(Role),
        held=st.booleans(),
        asked_already=st.booleans(),
    ),
    "referral": st.builds(
        builders.a_referral,
        reading=st.sampled_from([1, 2]),
        passed=st.sampled_from([None, 1, 2]),
        withdrawn=st.booleans(),
        prospect=st.builds(Prospect, st.booleans(), st.booleans(), st.booleans()),
        considered=st.sampled_from(work_builders.CONSIDERED),
        co_committees=st.sampled_from([(), (work_builders.CO_COMMITTEE,)]),
        conclusion_day=st.sampled_from([None, builders.NOON.date()]),
        follow_ups=st.sampled_from([(), (work_builders.A_FOLLOW_UP,)]),
        dissents=st.sampled_from([(), (work_builders.DISSENT,)]),
    ),
    "body": st.builds(
        builders.a_body,
        kind=st.sampled_from(BodyKind),
        name_taken=st.booleans(),
        bureau_there=st.booleans(),
    ),
    "membership": st.builds(
        builders.a_membership,
        body=st.sampled_from([None, builders.a_body(stage=register_stages.BodyStage.FORMED)]),
        capacity=st.sampled_from(Capacity),
        is_deputy=st.booleans(),
        belongs=st.booleans(),
    ),
    "session": st.builds(
        builders.a_session,
        kind=st.sampled_from(register_stages.SessionKind),
        is_on=st.booleans(),
    ),
    "breach": st.builds(
        builders.a_breach,
        cure_by=st.sampled_from([None, NOON.date() - timedelta(days=1), NOON.date()]),
        guarantee=st.sampled_from([None, builders.a_guarantee(held=0), builders.a_guarantee()]),
        constituted=st.booleans(),
    ),
    "deputyrequest": st.builds(
        work_builders.a_request,
        authors=st.sampled_from([(), (builders.DEPUTY.person_id,), (uuid4(), uuid4())]),
        to_be_read_out=st.booleans(),
        withheld=st.sampled_from([None, work_builders.REASON]),
        sent_at=st.sampled_from([None, builders.NOON]),
        passes_at=st.sampled_from([None, builders.NOON]),
        overdue_since=st.sampled_from([None, builders.NOON]),
        reckoned=st.sampled_from(work_builders.TERMS),
    ),
    "conclusionrequest": st.builds(
        work_builders.an_inquiry,
        passes_at=st.sampled_from([None, builders.NOON]),
        overdue_since=st.sampled_from([None, builders.NOON]),
        day=st.sampled_from([None, work_builders.YESTERDAY]),
        came_on=st.sampled_from([None, work_builders.YESTERDAY]),
        referral_stage=st.sampled_from(stages.ReferralStage),
    ),
}


@st.composite
def some_attempt(draw):
    """A table, a case at one of its stages, and one of its acts."""
    kind = draw(st.sampled_from(sorted(WORDS)))
    table, stage, act = WORDS[kind]
    case = draw(some_case[kind])
    case.stage = draw(st.sampled_from(stage))
    return table, case, draw(st.sampled_from(act))


def test_every_table_is_among_the_procedures_of_the_service():
    assert list(SERVICE.procedures.values()) == TABLES


@pytest.mark.parametrize("table", TABLES)
def test_every_row_names_its_provision_and_who_may_take_it(table):
    assert all(PROVISION.match(row.provision) and row.by for row in table.rows)


@pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS)
def test_every_condition_is_a_sentence_in_three_languages_with_its_provision(condition):
    said = [condition.sentence.on(language) for language in Language]
    assert len(set(said)) == len(Language)
    assert CYRILLIC.search(condition.sentence.kk)
    assert CYRILLIC.search(condition.sentence.ru)
    assert not CYRILLIC.search(condition.sentence.en)
    assert PROVISION.match(condition.provision)


@pytest.mark.parametrize(("table", "stage", "act"), WORDS.values(), ids=WORDS)
def test_every_word_is_in_the_table_and_every_stage_can_be_reached(table, stage, act):
    reached, grew = {stage("new")}, True
    while grew:
        found = {row.target for row in table.rows if row.origin in reached}
        grew = not found <= reached
        reached |= found
    assert reached == set(stage)
    assert {row.act for row in table.rows} == set(act)
    assert all(row.target != "new" for row in table.rows)


@given(attempt=some_attempt(), actor=st.sampled_from(builders.ACTORS))
def test_an_act_is_open_exactly_when_it_succeeds(attempt, actor):
    table, case, act = attempt
    occasion = an_occasion(actor)
    is_open = any(o.is_open for o in table.options(case, occasion) if o.act == act)
    stage = case.stage

    try:
        table.take(case, act, occasion)
    except DomainError:
        assert not is_open
        assert case.stage == stage
        assert case.take_acts() == []
    else:
        assert is_open


@pytest.mark.parametrize(
    "case",
    [
        builders.a_convocation(stage=stages.ConvocationStage.CONSTITUTED),
        builders.a_mandate(stage=stages.MandateStage.ENDED),
        builders.an_office(stage=stages.OfficeStage.LEFT),
        builders.a_committee(stage=stages.CommitteeStage.FORMED),
        builders.a_candidacy(stage=stages.CandidacyStage.ELECTED),
        builders.a_candidacy(stage=stages.CandidacyStage.NOT_ELECTED),
        builders.a_candidacy(stage=stages.CandidacyStage.WITHDRAWN),
        builders.a_candidacy(stage=stages.CandidacyStage.LAPSED),
        builders.a_recall(stage=stages.RecallStage.RECALLED),
        builders.a_recall(stage=stages.RecallStage.NOT_RECALLED),
        builders.a_recall(stage=stages.RecallStage.LAPSED),
        builders.a_consultation(stage=stages.ConsultationStage.HELD),
        builders.a_referral(stage=stages.ReferralStage.ENDED),
    ],
    ids=lambda case: f"{type(case).__name__} {case.stage}",
)
@pytest.mark.parametrize("actor", builders.ACTORS)
def test_a_final_stage_is_final(case, actor):
    table, _, _ = WORDS[type(case).__name__.lower()]
    assert table.options(case, an_occasion(actor)) == []


def test_who_is_elected_is_so_by_the_kurultai_or_by_its_secret_ballot():
    elects = {
        row.act: tuple(row.by)
        for row in CANDIDACIES.rows
        if row.target is stages.CandidacyStage.ELECTED
    }
    acts = stages.CandidacyAct
    assert elects == {acts.ELECT: (Role.KURULTAI,), acts.ENTER_ELECTION: (Role.REGISTRAR,)}


def test_no_case_stands_in_the_record_under_the_name_of_another():
    assert sorted(WORDS) == sorted(SERVICE.procedures)
