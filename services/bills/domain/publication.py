"""Official publication, and the day from which a law is in effect (Law 480-V, art. 42)."""

from dataclasses import dataclass
from datetime import date, datetime

from services.bills.domain.beyond import PartInEffect
from services.bills.domain.bill import Bill
from shared.contracts.bills import BillKind
from shared.contracts.words import Bilingual
from shared.kernel.errors import Invalid
from shared.kernel.occasion import Occasion, day_of
from shared.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Publication:
    """Where and when it was officially published.

    Attributes:
        in_effect_on: its own day of effect, if it names one.
        parts: articles with days of their own.
        lays_new_duties: on private persons, who have sixty days to prepare (art. 42(4-1)).
    """

    published_in: Bilingual
    published_at: datetime
    in_effect_on: date | None = None
    parts: tuple[PartInEffect, ...] = ()
    lays_new_duties: bool = False


class NotPublishedThen(Invalid):
    """A law is published after its signature and not in the future."""

    code = "not-published-then"


class TooEarlyInEffect(Invalid):
    """A day of effect lies before the law may have one."""

    code = "too-early-in-effect"


NOT_THEN = Text(
    kk="Заң қол қойылғаннан кейін және осы сәттен кешіктірілмей жарияланады; "
    "{at} болуы мүмкін емес.",
    ru="Закон публикуется после подписания и не позже этой минуты: {at} быть не может.",
    en="A law is published after its signature and not later than now: {at} cannot be.",
)
TOO_EARLY = Text(
    kk="{what}: {day} күнінен бастап қолданысқа енгізуге болмайды, ең ертесі — {earliest}.",
    ru="{what}: нельзя ввести в действие с {day}, не ранее {earliest}.",
    en="{what}: it cannot take effect on {day}, but on {earliest} at the earliest.",
)
THE_LAW = Text(kk="Заң", ru="Закон", en="The law")
AN_ARTICLE = Text(kk="{number}-бап", ru="Статья {number}", en="Article {number}")


def refuse_impossible(publication: Publication, bill: Bill, occasion: Occasion) -> None:
    """Raises NotPublishedThen, TooEarlyInEffect."""
    decided_at = bill.signed_at or bill.adopted_at or occasion.at
    if not decided_at <= publication.published_at <= occasion.at:
        at = publication.published_at.isoformat()
        raise NotPublishedThen(NOT_THEN.filled(at=at), provision="Constitution 2026, art. 5(4)")
    earliest, provision = _earliest(publication, occasion)
    days = [(THE_LAW, publication.in_effect_on)]
    days += [(AN_ARTICLE.filled(number=part.article), part.on) for part in publication.parts]
    for what, day in days:
        if day is not None and day < earliest:
            said = TOO_EARLY.filled(what=what, day=day, earliest=earliest)
            raise TooEarlyInEffect(said, provision=provision)


def effect_of(bill: Bill, publication: Publication, occasion: Occasion) -> date:
    """Its own day, or the one that the law gives to such an act."""
    day = day_of(publication.published_at)
    if publication.in_effect_on:
        return publication.in_effect_on
    if bill.kind is BillKind.RESOLUTION:
        return day
    usual = occasion.rules.term("in_effect").first_day_after(day)
    return max(usual, _earliest(publication, occasion)[0])


def _earliest(publication: Publication, occasion: Occasion) -> tuple[date, str]:
    """No law binds before it is published; new duties bind later."""
    day = day_of(publication.published_at)
    if not publication.lays_new_duties:
        return day, "Constitution 2026, art. 5(4), 5(5)"
    term = occasion.rules.term("in_effect_new_duties")
    return term.first_day_after(day), "Law 480-V, art. 42(4-1)"
