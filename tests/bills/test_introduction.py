"""From the draft to the bill that may go to a committee."""

from uuid import uuid4

import pytest

from services.bills.domain.acts.introduction import (
    admit,
    conclude,
    draft,
    introduce,
    register,
    return_incomplete,
    revise,
    withdraw,
)
from services.bills.domain.kinds import ConstitutionalAmendment, ProposedKind
from services.bills.domain.package import DocumentKind as D
from services.bills.domain.stages import BEFORE_ADOPTION, Stage
from services.bills.domain.texts import Texts
from shared.contracts.bills import (
    BillAdmitted,
    BillDrafted,
    BillIntroduced,
    BillKind,
    BillRegistered,
    BillReturned,
    BillRevised,
    BillWithdrawn,
    GovernmentConcluded,
)
from shared.contracts.words import Bilingual
from shared.kernel.actor import Actor, Role, Standing
from shared.kernel.errors import NotEntitled, NotNow
from tests.bills.builders import (
    ANOTHER_DEPUTY,
    CLERK,
    COUNCIL,
    DEPUTY,
    GOVERNMENT,
    INITIATORS,
    NOBODY,
    PRESIDENT,
    REASON,
    TEXTS,
    TITLE,
    a_bill,
    a_package,
    a_person,
    a_proposal,
    an_occasion,
)

NOTE, MESSAGE, SHEET = D.EXPLANATORY_NOTE, D.SPECIAL_MESSAGE, D.APPROVALS_SHEET
EXPERTISE, MONEY, IMPACT = (
    D.EXPERTISE_CONCLUSIONS,
    D.FINANCIAL_CALCULATIONS,
    D.REGULATORY_IMPACT_ANALYSIS,
)
BY_LAWS, TABLE = D.DRAFT_BY_LAWS, D.COMPARISON_TABLE

SENTENCES = {
    NOTE: "explanatory note",
    MESSAGE: "special message",
    SHEET: "approvals sheet",
    EXPERTISE: "scientific expertise",
    MONEY: "financial and economic calculations",
    IMPACT: "regulatory impact analysis",
    BY_LAWS: "drafts of the by-laws",
    TABLE: "comparison table",
}
ALL_FEATURES = {
    "touches_budget": True,
    "amends_acts": True,
    "touches_business": True,
    "calls_for_bylaws": True,
}
ASKED = {
    Role.DEPUTY: {NOTE, EXPERTISE},
    Role.GOVERNMENT: {NOTE, SHEET, EXPERTISE},
    Role.PEOPLES_COUNCIL: {NOTE, SHEET, EXPERTISE},
    Role.PRESIDENT: {MESSAGE, SHEET},
}
ASKED_OF_ALL_FEATURES = {
    Role.DEPUTY: {NOTE, EXPERTISE, MONEY, IMPACT, TABLE},
    Role.GOVERNMENT: {NOTE, SHEET, EXPERTISE, MONEY, IMPACT, BY_LAWS, TABLE},
    Role.PEOPLES_COUNCIL: {NOTE, SHEET, EXPERTISE, MONEY, IMPACT, TABLE},
    Role.PRESIDENT: {MESSAGE, SHEET, IMPACT, TABLE},
}


@pytest.mark.parametrize("role", INITIATORS)
def test_each_of_the_four_may_open_a_draft_and_is_its_initiator(role):
    bill = draft(uuid4(), ProposedKind.LAW, a_proposal(), an_occasion(INITIATORS[role]))

    assert (bill.stage, bill.initiator, bill.version) == (Stage.DRAFT, role, 1)
    assert bill.initiator_id == INITIATORS[role].person_id
    [recorded] = bill.take_recorded()
    assert isinstance(recorded.fact, BillDrafted)
    assert recorded.fact.initiator is role


@pytest.mark.parametrize("actor", [CLERK, NOBODY, a_person(Role.CHAIR)])
def test_nobody_else_has_the_right_of_legislative_initiative(actor):
    with pytest.raises(NotEntitled, match="deputy") as refusal:
        draft(uuid4(), ProposedKind.LAW, a_proposal(), an_occasion(actor))
    assert refusal.value.provision == "Constitution 2026, art. 60(1)"


def test_a_constitutional_amendment_is_not_a_bill():
    kind = ProposedKind.CONSTITUTIONAL_AMENDMENT
    with pytest.raises(ConstitutionalAmendment, match="referendum") as refusal:
        draft(uuid4(), kind, a_proposal(), an_occasion())
    assert refusal.value.provision == "Constitution 2026, art. 92(1)"


def test_a_constitutional_law_is():
    bill = draft(uuid4(), ProposedKind.CONSTITUTIONAL_LAW, a_proposal(), an_occasion())
    assert bill.kind is BillKind.CONSTITUTIONAL_LAW


def test_a_draft_can_be_changed_and_its_new_texts_are_a_new_version():
    bill = a_bill(text_version=3)
    new = Texts("Жаңа мәтін", "Новый текст")

    revise(bill, a_proposal(texts=new, title=Bilingual(kk="Жаңа", ru="Новое")), an_occasion())

    assert (bill.title.ru, bill.digests, bill.text_version) == ("Новое", new.digests, 4)
    [recorded] = bill.take_recorded()
    assert recorded.fact == BillRevised(
        at=an_occasion().at, bill_id=bill.id, title=bill.title, digests=new.digests
    )


def test_what_the_new_draft_does_not_hold_is_gone():
    bill = a_bill(touches_budget=True)
    revise(bill, a_proposal(package=()), an_occasion())
    assert bill.package == ()
    assert not bill.touches_budget


@pytest.mark.parametrize("act", [introduce, lambda b, o: revise(b, a_proposal(), o)])
def test_no_deputy_acts_for_another(act):
    bill = a_bill(initiator=Role.DEPUTY)
    with pytest.raises(NotNow, match="initiator of this very bill"):
        act(bill, an_occasion(ANOTHER_DEPUTY))
    assert bill.stage is Stage.DRAFT


def test_a_deputy_introduces_no_bill_of_the_government():
    bill = a_bill(initiator=Role.GOVERNMENT)
    with pytest.raises(NotNow, match="initiator of this very bill"):
        introduce(bill, an_occasion(DEPUTY))


def test_whoever_holds_the_office_acts_for_a_body():
    successor = a_person(Role.GOVERNMENT, number=999)
    bill = a_bill(initiator=Role.GOVERNMENT)
    introduce(bill, an_occasion(successor))
    assert bill.stage is Stage.SUBMITTED


def test_a_deputy_who_lost_the_mandate_no_longer_introduces():
    former = Actor(DEPUTY.person_id, frozenset())
    with pytest.raises(NotEntitled):
        introduce(a_bill(), an_occasion(former))


def test_who_sits_in_government_now_does_not_introduce_what_he_drafted_as_a_deputy():
    minister = Actor(DEPUTY.person_id, frozenset({Standing(Role.GOVERNMENT)}))
    with pytest.raises(NotNow, match="initiator of this very bill"):
        introduce(a_bill(initiator=Role.DEPUTY), an_occasion(minister))


def test_a_complete_bill_is_introduced():
    bill = a_bill()
    introduce(bill, an_occasion())
    assert bill.stage is Stage.SUBMITTED
    [recorded] = bill.take_recorded()
    assert isinstance(recorded.fact, BillIntroduced)
    assert recorded.fact.digests == TEXTS.digests


@pytest.mark.parametrize("texts", [Texts("Мәтін", ""), Texts(" \n", "Текст")])
def test_a_bill_in_one_language_is_not_introduced(texts):
    bill = a_bill()
    revise(bill, a_proposal(texts=texts), an_occasion())
    with pytest.raises(NotNow, match="in Kazakh and in Russian") as refusal:
        introduce(bill, an_occasion())
    assert refusal.value.provision == "Law 480-V, art. 29(1)"


@pytest.mark.parametrize(
    ("features", "asked_of"), [({}, ASKED), (ALL_FEATURES, ASKED_OF_ALL_FEATURES)]
)
@pytest.mark.parametrize("role", INITIATORS)
def test_of_an_empty_package_every_missing_document_is_named(role, features, asked_of):
    bill = a_bill(initiator=role, package=(), **features)

    with pytest.raises(NotNow) as refusal:
        introduce(bill, an_occasion(INITIATORS[role]))

    named = {unmet.sentence.en for unmet in refusal.value.unmet}
    assert len(named) == len(asked_of[role])
    assert all(any(SENTENCES[kind] in s for s in named) for kind in asked_of[role])
    assert all("Law 480-V, art. 29(2)" in unmet.provision for unmet in refusal.value.unmet)


@pytest.mark.parametrize(
    ("role", "kind"),
    [(role, kind) for role, asked in ASKED_OF_ALL_FEATURES.items() for kind in sorted(asked)],
)
def test_a_single_missing_document_keeps_the_bill_out(role, kind):
    bill = a_bill(initiator=role, package=a_package(without=[kind]), **ALL_FEATURES)

    with pytest.raises(NotNow) as refusal:
        introduce(bill, an_occasion(INITIATORS[role]))

    [unmet] = refusal.value.unmet
    assert SENTENCES[kind] in unmet.sentence.en


@pytest.mark.parametrize("role", INITIATORS)
def test_documents_that_are_not_asked_for_may_be_missing(role):
    spare = set(D) - ASKED[role]
    bill = a_bill(initiator=role, package=a_package(without=spare))
    introduce(bill, an_occasion(INITIATORS[role]))
    assert bill.stage is Stage.SUBMITTED


def test_an_incomplete_bill_goes_back_with_the_reason_and_may_come_again():
    bill = a_bill(stage=Stage.SUBMITTED)

    return_incomplete(bill, REASON, an_occasion(CLERK))
    introduce(bill, an_occasion())

    returned, introduced = (recorded.fact for recorded in bill.take_recorded())
    assert isinstance(returned, BillReturned)
    assert returned.reason == REASON
    assert isinstance(introduced, BillIntroduced)


def test_registration_gives_the_number():
    bill = a_bill(stage=Stage.SUBMITTED, number=None)
    register(bill, "2026-0042", an_occasion(CLERK))
    assert (bill.stage, bill.number) == (Stage.REGISTERED, "2026-0042")
    [recorded] = bill.take_recorded()
    assert isinstance(recorded.fact, BillRegistered)
    assert (recorded.fact.number, recorded.fact.title) == ("2026-0042", TITLE)


@pytest.mark.parametrize("act", [register, return_incomplete])
def test_only_the_clerk_checks_what_was_introduced(act):
    with pytest.raises(NotEntitled, match="clerk"):
        act(a_bill(stage=Stage.SUBMITTED), REASON, an_occasion(DEPUTY))


def test_a_bill_that_touches_no_money_is_admitted_at_once():
    bill = a_bill(stage=Stage.REGISTERED, touches_budget=False)
    admit(bill, an_occasion(CLERK))
    assert bill.stage is Stage.ADMITTED
    assert isinstance(bill.take_recorded()[0].fact, BillAdmitted)


@pytest.mark.parametrize("role", [Role.DEPUTY, Role.PEOPLES_COUNCIL])
def test_a_money_bill_waits_for_the_government(role):
    bill = a_bill(stage=Stage.REGISTERED, touches_budget=True, initiator=role)
    with pytest.raises(NotNow, match="conclusion") as refusal:
        admit(bill, an_occasion(CLERK))
    assert "Constitution 2026, art. 60(6)" in str(refusal.value.provision)


@pytest.mark.parametrize("role", [Role.PRESIDENT, Role.GOVERNMENT])
def test_a_money_bill_of_the_president_or_the_government_itself_does_not(role):
    bill = a_bill(stage=Stage.REGISTERED, touches_budget=True, initiator=role)
    admit(bill, an_occasion(CLERK))
    assert bill.stage is Stage.ADMITTED


def test_with_a_positive_conclusion_a_money_bill_is_admitted():
    bill = a_bill(stage=Stage.REGISTERED, touches_budget=True)

    conclude(bill, positive=True, reason=REASON, occasion=an_occasion(GOVERNMENT))
    admit(bill, an_occasion(CLERK))

    assert bill.stage is Stage.ADMITTED
    concluded = bill.take_recorded()[0].fact
    assert isinstance(concluded, GovernmentConcluded)
    assert concluded.positive


def test_a_negative_conclusion_is_the_end_of_a_money_bill():
    bill = a_bill(stage=Stage.REGISTERED, touches_budget=True)
    conclude(bill, positive=False, reason=REASON, occasion=an_occasion(GOVERNMENT))
    assert bill.stage is Stage.INADMISSIBLE
    assert bill.is_lost
    with pytest.raises(NotNow):
        admit(bill, an_occasion(CLERK))


@pytest.mark.parametrize("positive", [True, False])
@pytest.mark.parametrize(
    "bill",
    [
        a_bill(stage=Stage.REGISTERED, touches_budget=False),
        a_bill(stage=Stage.REGISTERED, touches_budget=True, initiator=Role.PRESIDENT),
        a_bill(stage=Stage.REGISTERED, touches_budget=True, initiator=Role.GOVERNMENT),
    ],
    ids=["no money", "of the President", "its own"],
)
def test_the_government_has_no_say_where_the_constitution_gives_it_none(bill, positive):
    with pytest.raises(NotNow, match="cuts revenue or raises spending"):
        conclude(bill, positive=positive, reason=REASON, occasion=an_occasion(GOVERNMENT))
    assert bill.stage is Stage.REGISTERED


@pytest.mark.parametrize("positive", [True, False])
def test_the_government_concludes_once(positive):
    bill = a_bill(stage=Stage.REGISTERED, touches_budget=True, money_conclusion=True)
    with pytest.raises(NotNow, match="not given its conclusion before"):
        conclude(bill, positive=positive, reason=REASON, occasion=an_occasion(GOVERNMENT))


@pytest.mark.parametrize("actor", [CLERK, DEPUTY, PRESIDENT, COUNCIL])
def test_nobody_concludes_for_the_government(actor):
    bill = a_bill(stage=Stage.REGISTERED, touches_budget=True)
    with pytest.raises(NotEntitled, match="Government"):
        conclude(bill, positive=False, reason=REASON, occasion=an_occasion(actor))


@pytest.mark.parametrize("stage", BEFORE_ADOPTION)
def test_the_initiator_may_withdraw_at_any_stage_before_adoption(stage):
    bill = a_bill(stage=stage)
    withdraw(bill, REASON, an_occasion())
    assert bill.stage is Stage.WITHDRAWN
    assert isinstance(bill.take_recorded()[0].fact, BillWithdrawn)
    assert bill.remarks[-1].words == REASON


@pytest.mark.parametrize("stage", BEFORE_ADOPTION)
def test_nobody_else_may(stage):
    with pytest.raises(NotNow, match="initiator of this very bill") as refusal:
        withdraw(a_bill(stage=stage), REASON, an_occasion(ANOTHER_DEPUTY))
    assert "Law 480-V" in str(refusal.value.provision)


@pytest.mark.parametrize("stage", sorted(set(Stage) - set(BEFORE_ADOPTION)))
def test_after_adoption_or_the_end_nothing_is_withdrawn(stage):
    with pytest.raises(NotNow, match="not open to anyone"):
        withdraw(a_bill(stage=stage), REASON, an_occasion())
