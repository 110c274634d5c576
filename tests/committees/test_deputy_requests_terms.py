"""When the term for the answer to a deputy runs out, as far as the working days are known."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
import sqlalchemy as sa

from services.committees.domain.running_out import NOT_KNOWN, RunsOut
from services.committees.store.requests_tables import deputy_requests
from shared.contracts.deadlines import WorkingDaysEntered
from shared.kernel.calendars import Calendars
from shared.kernel.rules import Starts, Status, Term, Unit
from shared.rules.working_days import calendars_of
from tests.committees.at_work import told
from tests.committees.builders import NOON, PROFILE
from tests.committees.work_builders import MINISTRY

WORDS = MINISTRY.model_dump()
ASKED = {"addressee": WORDS, "subject": WORDS, "text": WORDS}


def of_2027(holidays, sequence_at):
    return WorkingDaysEntered(
        at=sequence_at,
        working_days_id=uuid4(),
        year=2027,
        holidays=holidays,
        moved_working_days=(),
        source="Қаулы № 1",
    )


TERM = Term(
    amount=30,
    unit=Unit.DAYS,
    starts=Starts.DAY_AFTER,
    moves_to_working_day=True,
    source="test",
    status=Status.RECALLED,
)


@pytest.mark.parametrize(
    ("sent", "last_day"),
    [
        # 20 December 2026 is a Sunday.
        (date(2026, 11, 20), date(2026, 12, 21)),
        (date(2026, 11, 23), date(2026, 12, 23)),
        # What is worked in January 2027 nobody has entered.
        (date(2026, 12, 10), None),
    ],
)
def test_the_term_ends_on_a_working_day_or_is_not_known_yet(sent, last_day):
    at = datetime(sent.year, sent.month, sent.day, 7, tzinfo=UTC)
    assert RunsOut.by_rule(TERM, at, calendars_of(PROFILE)).last_day == last_day


def test_a_term_in_hours_ends_at_its_minute_and_one_without_length_is_not_known():
    hours = TERM.model_copy(update={"unit": Unit.HOURS, "moves_to_working_day": False})
    nothing = Calendars({})
    assert RunsOut.by_rule(hours, NOON, nothing).passes_at == NOON + timedelta(hours=30)
    silent = TERM.model_copy(update={"amount": None})
    assert RunsOut.by_rule(silent, NOON, nothing) == NOT_KNOWN
    assert RunsOut.by_rule(None, NOON, nothing) == NOT_KNOWN


async def test_a_term_that_waits_for_a_calendar_ends_when_it_is_entered(chamber, hear, work):
    clerk, author = uuid4(), await chamber.of_the_majority()
    await chamber.office(clerk, "clerk")
    request = await chamber.post("/deputy-requests", ASKED, by=author)
    path = f"/deputy-requests/{request['id']}"
    await chamber.post(f"{path}/sending", by=clerk)
    at = datetime(2026, 12, 10, 7, tzinfo=UTC)
    unknown = {"sent_at": at, "last_day": None, "passes_at": None}
    await work.session.execute(sa.update(deputy_requests).values(unknown))
    await work.session.commit()
    # 9 January 2027 is a Saturday, and the Monday after it is made a day of rest.
    await hear(of_2027((date(2027, 1, 11),), datetime.now(UTC)))
    [moved] = await told(work, "deputy_request_term_moved")

    assert (await chamber.get(path))["last_day"] == "2027-01-12"
    assert moved["last_day"] == "2027-01-12"
    await hear(of_2027((date(2027, 1, 11),), datetime.now(UTC)), sequence=2)
    assert len(await told(work, "deputy_request_term_moved")) == 1
