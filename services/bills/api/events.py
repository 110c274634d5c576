"""The dates of a bill as events: its deadlines, its readings, and what became of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from services.bills.domain.act_names import ACT_NAMES
from services.bills.domain.bill import Bill
from services.bills.domain.deadlines import BY_THE_HOUR, Deadline, beginning_of
from services.bills.domain.heard import said
from services.bills.domain.names import STAGE_NAMES
from services.bills.domain.stages import Act, Stage
from services.bills.domain.term_names import MEANINGS, TERM_NAMES
from services.bills.domain.term_words import rule_in_words
from services.bills.domain.terms import ROWS
from shared.contracts.words import Bilingual
from shared.kernel.actor import ROLE_NAMES
from shared.kernel.text import Language, Text, joined

DUE = Text(
    kk="{number}: {meaning} — {what} («{title}»)",
    ru="{number}: {meaning} — {what} («{title}»)",
    en="{number}: {meaning}: {what} (“{title}”)",
)
HAPPENED = Text(
    kk="{number}: {what} («{title}»)",
    ru="{number}: {what} («{title}»)",
    en="{number}: {what} (“{title}”)",
)
IN_EFFECT = Text(
    kk="{article}-бап қолданысқа енгізіледі",
    ru="вводится в действие статья {article}",
    en="article {article} takes effect",
)
READING = Text(kk="{reading}-оқылым", ru="чтение № {reading}", en="reading {reading}")
WITHOUT_NUMBER = Text(kk="нөмірсіз", ru="без номера", en="without a number")


@dataclass(frozen=True, slots=True)
class Dated:
    """An event: on a whole day, or at an instant.

    Attributes:
        id: the same for the same event, in every language and however often it is asked for.
        changed_at: when what is said here became so.
    """

    id: UUID
    bill_id: UUID
    on: date | datetime
    summary: str
    details: str
    changed_at: datetime


def events_of(bill: Bill, deadlines: list[Deadline], language: Language) -> list[Dated]:
    """Every date of a bill: its terms that have a last day, its readings and its acts as a law."""
    due = [d for d in deadlines if d.last_day is not None]
    told = [deadline_events(d, bill.number, bill.title, language) for d in due]
    return [*told, *_happened(bill, language)]


def deadline_events(
    deadline: Deadline, number: str | None, title: Bilingual, language: Language
) -> Dated:
    """The last day of a term, which must be known; or its instant, if it is counted in hours."""
    row, rule = ROWS[deadline.term], rule_in_words(deadline.rule)
    by_the_hour = deadline.rule.unit in BY_THE_HOUR
    on = deadline.passes_at if by_the_hour else deadline.last_day
    if on is None:
        message = f"the end of {deadline.id} is not known"
        raise ValueError(message)
    who = joined([ROLE_NAMES[role] for role in row.by], ", ").on(language)
    details = (who, rule.on(language) if rule else "", row.provision, deadline.rule.source)
    summary = DUE.filled(
        number=number or WITHOUT_NUMBER,
        meaning=MEANINGS[deadline.meaning],
        what=TERM_NAMES[row.key],
        title=said(title),
    )
    return Dated(
        deadline.id,
        deadline.bill_id,
        on,
        summary.on(language),
        "\n".join(dict.fromkeys(filter(None, details))),
        deadline.ended_at or deadline.started_at,
    )


def _happened(bill: Bill, language: Language) -> Iterator[Dated]:
    for reading in bill.readings:
        what = READING.filled(reading=reading.reading)
        yield _event(bill, f"reading {reading.question_id}", what, reading.opened_at, language)
    for part in bill.parts_in_effect:
        what = IN_EFFECT.filled(article=part.article)
        yield _event(bill, f"article {part.article}", what, part.on, language)
    for act, at in _as_a_law(bill):
        yield _event(bill, act, ACT_NAMES[act], at, language)


def _as_a_law(bill: Bill) -> Iterator[tuple[Act, datetime]]:
    days = (
        (Act.ADOPT, bill.adopted_at),
        (Act.SEND_TO_PRESIDENT, bill.sent_at),
        (Act.SIGN, bill.signed_at),
        (Act.PUBLISH, bill.published_at),
    )
    yield from ((act, at) for act, at in days if at)


def _event(bill: Bill, key: str, what: Text, on: date | datetime, language: Language) -> Dated:
    summary = HAPPENED.filled(
        number=bill.number or WITHOUT_NUMBER, what=what, title=said(bill.title)
    )
    stage = STAGE_NAMES[Stage(bill.stage)].on(language)
    changed_at = on if isinstance(on, datetime) else beginning_of(on)
    return Dated(uuid5(bill.id, key), bill.id, on, summary.on(language), stage, changed_at)
