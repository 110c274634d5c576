"""How a deadline and a calendar are shown."""

from datetime import date, datetime
from typing import Self
from uuid import UUID

from pydantic import Field

from services.bills.domain.act_names import ACT_NAMES
from services.bills.domain.deadlines import Deadline, Ending, Meaning, State
from services.bills.domain.stages import Act
from services.bills.domain.term_names import MEANINGS, STATE_NAMES, TERM_NAMES
from services.bills.domain.term_words import rule_in_words, what_is_missing
from services.bills.domain.terms import ROWS
from shared.contracts.words import Bilingual
from shared.kernel.actor import ROLE_NAMES, Role
from shared.kernel.calendars import WorkingYear
from shared.kernel.occasion import day_of
from shared.kernel.parameters import Status
from shared.kernel.rules import Starts, Stop, Term, Unit
from shared.kernel.text import Language
from shared.web.shapes import Shown


class TermShown(Shown):
    """The rule of a term, as it was in force on the day on which it began."""

    amount: int | None
    unit: Unit
    starts: Starts
    moves_to_working_day: bool
    words: str | None = Field(description="The same in words; none where no source gives it.")
    source: str
    status: Status = Field(description="How sure the rule is.")
    note: str

    @classmethod
    def of(cls, rule: Term, language: Language) -> Self:
        words = rule_in_words(rule)
        return cls(**rule.model_dump(), words=words.on(language) if words else None)


class WhoShown(Shown):
    """Someone who must act."""

    role: Role
    role_name: str


class DeadlineShown(Shown):
    """One run of a term of a bill."""

    id: UUID
    bill_id: UUID
    number: str | None = Field(description="Of the bill in the register.")
    title: Bilingual = Field(description="Of the bill.")
    term: str = Field(description="A key of the terms of the rules profile.")
    name: str = Field(description="What is due by its end.")
    meaning: Meaning
    meaning_name: str
    state: State
    state_name: str
    by: list[WhoShown] = Field(description="Who must act.")
    provision: str
    rule: TermShown
    started_at: datetime
    last_day: date | None = Field(description="The last day in time, or the day that comes.")
    passes_at: datetime | None = Field(description="When the term has run out.")
    days_left: int | None = Field(
        description="To the last day; negative past it; of one that stands still, when it goes on."
    )
    missing: str | None = Field(description="What must be known before its end can be computed.")
    missing_years: tuple[int, ...]
    suspended_at: datetime | None
    stops: tuple[Stop, ...] = Field(description="When it stood still before.")
    ended_at: datetime | None
    ended_by: Act | None
    ended_by_name: str | None
    how: Ending | None = Field(description="How it ended.")
    in_time: bool | None = Field(description="Whether what was due was done in time.")

    @classmethod
    def of(
        cls,
        deadline: Deadline,
        now: datetime,
        language: Language,
        *,
        number: str | None,
        title: Bilingual,
    ) -> Self:
        row, state = ROWS[deadline.term], deadline.state_at(now)
        missing = what_is_missing(deadline)
        ended_by = deadline.ended_by
        return cls(
            id=deadline.id,
            bill_id=deadline.bill_id,
            number=number,
            title=title,
            term=deadline.term,
            name=TERM_NAMES[deadline.term].on(language),
            meaning=deadline.meaning,
            meaning_name=MEANINGS[deadline.meaning].on(language),
            state=state,
            state_name=STATE_NAMES[state].on(language),
            by=[WhoShown(role=r, role_name=ROLE_NAMES[r].on(language)) for r in row.by],
            provision=row.provision,
            rule=TermShown.of(deadline.rule, language),
            started_at=deadline.started_at,
            last_day=deadline.last_day,
            passes_at=deadline.passes_at,
            days_left=deadline.days_left(day_of(now)),
            missing=missing.on(language) if missing else None,
            missing_years=deadline.missing_years,
            suspended_at=deadline.suspended_at,
            stops=deadline.stops,
            ended_at=deadline.ended_at,
            ended_by=ended_by,
            ended_by_name=ACT_NAMES[ended_by].on(language) if ended_by else None,
            how=deadline.how,
            in_time=deadline.in_time(),
        )


class WorkingYearShown(Shown):
    """The working days of a year: Monday to Friday, but for these."""

    year: int
    holidays: list[date] = Field(description="Days of rest that are not so by their weekday.")
    moved_working_days: list[date] | None = Field(
        description="Saturdays and Sundays that are worked; none while nobody knows them."
    )
    source: str
    status: Status
    note: str
    is_settled: bool = Field(description="Whether terms are computed with it.")

    @classmethod
    def of(cls, days: WorkingYear) -> Self:
        moved = days.moved_working_days
        return cls(
            year=days.year,
            holidays=sorted(days.holidays),
            moved_working_days=None if moved is None else sorted(moved),
            source=days.source,
            status=days.status,
            note=days.note,
            is_settled=days.is_settled,
        )
