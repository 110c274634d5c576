"""Kinds, publication and effect: what time brings (Law 480-V, art. 42)."""

from datetime import UTC, date, datetime, timedelta

import pytest

from services.bills.domain.acts.introduction import draft
from services.bills.domain.acts.law import countersign_as_chair, publish
from services.bills.domain.acts.passing_time import deem_signed, lapse, take_effect
from services.bills.domain.acts.readings import decide, open_reading
from services.bills.domain.beyond import PartInEffect
from services.bills.domain.kinds import ProposedKind
from services.bills.domain.publication import Publication, TooEarlyInEffect
from services.bills.domain.stages import Stage
from shared.contracts.bills import BillKind
from shared.kernel.actor import Actor, Role
from shared.kernel.errors import NotNow
from tests.bills.builders import (
    CHAIR,
    CLERK,
    PRESIDENT,
    QUESTION,
    REASON,
    THE_KURULTAI,
    TITLE,
    a_bill,
    a_proposal,
    a_vote,
    an_occasion,
)

PUBLISHED = datetime(2026, 12, 1, 5, tzinfo=UTC)
CLOCK = Actor.body(Role.CLOCK)


def signed(**but):
    return a_bill(**{"stage": Stage.SIGNED, "signed_at": PUBLISHED - timedelta(days=1)} | but)


def published(**but):
    bill = signed()
    publish(bill, Publication(TITLE, PUBLISHED, **but), an_occasion(PRESIDENT))
    return bill


def test_new_duties_bind_after_sixty_days():
    assert published(lays_new_duties=True).in_effect_on == date(2027, 1, 31)
    with pytest.raises(TooEarlyInEffect) as refused:
        published(lays_new_duties=True, in_effect_on=date(2027, 1, 30))
    assert "42(4-1)" in refused.value.provision


def test_articles_have_days_of_their_own_and_none_before_publication():
    later = PartInEffect(article="33-1", on=date(2027, 7, 1))
    assert published(parts=(later,)).parts_in_effect == (later,)
    with pytest.raises(TooEarlyInEffect, match="Article 5"):
        published(parts=(PartInEffect(article="5", on=date(2026, 11, 30)),))


def test_it_takes_effect_on_its_day_and_not_before():
    bill = published()
    assert bill.in_effect_on == date(2026, 12, 12)
    eve = datetime(2026, 12, 11, 18, 59, tzinfo=UTC)
    with pytest.raises(NotNow, match="has come"):
        take_effect(bill, an_occasion(CLOCK, eve))
    take_effect(bill, an_occasion(CLOCK, eve + timedelta(minutes=2)))
    assert bill.stage is Stage.IN_EFFECT


def test_silence_is_no_signature_where_the_rules_do_not_say_so():
    bill = a_bill(stage=Stage.SENT_TO_PRESIDENT, signature_due=date(2026, 11, 1))
    with pytest.raises(NotNow, match="silence"):
        deem_signed(bill, an_occasion(CLOCK))


def test_no_bill_lapses_where_the_rules_do_not_say_so():
    with pytest.raises(NotNow, match="lapse"):
        lapse(a_bill(stage=Stage.IN_COMMITTEE), REASON, an_occasion(CLERK))


def test_a_resolution_has_one_reading_and_no_president():
    bill = a_bill(stage=Stage.SCHEDULED, kind=BillKind.RESOLUTION)

    open_reading(bill, QUESTION, an_occasion(CHAIR))
    assert bill.readings[-1].decision == "maj_resolution"
    decide(bill, QUESTION, a_vote(), an_occasion(THE_KURULTAI))

    assert (bill.stage, bill.send_by) == (Stage.ADOPTED, None)
    with pytest.raises(NotNow, match="not a resolution"):
        countersign_as_chair(bill, an_occasion(CHAIR))
    publish(bill, Publication(TITLE, bill.adopted_at), an_occasion(CLERK))
    assert (bill.stage, bill.in_effect_on) == (Stage.PUBLISHED, date(2026, 12, 1))


def test_a_law_is_not_published_unsigned():
    with pytest.raises(NotNow, match="resolution"):
        publish(
            a_bill(stage=Stage.ADOPTED, adopted_at=PUBLISHED),
            Publication(TITLE, PUBLISHED),
            an_occasion(CLERK),
        )


@pytest.mark.parametrize("kind", sorted({*ProposedKind} - {ProposedKind.CONSTITUTIONAL_AMENDMENT}))
def test_every_kind_is_drafted_and_an_amending_law_amends(kind):
    bill = draft(QUESTION, kind, a_proposal(), an_occasion())
    assert bill.kind == kind
    assert bill.amends_acts is (kind is ProposedKind.AMENDING_LAW)
