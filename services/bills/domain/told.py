"""What a bill's own acts say beyond their names: its number, its due days, the words given."""

from collections.abc import Callable, Mapping
from datetime import datetime

from services.bills.domain.bill import Bill
from services.bills.domain.heard import clock_time, said
from services.bills.domain.signatures import Ending
from services.bills.domain.stages import Act
from shared.kernel.text import Text

NUMBER = Text(
    kk="Тізілімдегі нөмірі: {number}.",
    ru="Номер в реестре: {number}.",
    en="Number in the register: {number}.",
)
READING = Text(
    kk="{reading}-оқылым: {purpose}.",
    ru="Чтение № {reading}: {purpose}.",
    en="Reading {reading}: {purpose}.",
)
PURPOSES = {
    "concept": Text(kk="тұжырымдама", ru="концепция", en="the concept"),
    "amendments": Text(kk="түзетулер", ru="поправки", en="the amendments"),
    "final_legal_correctness": Text(
        kk="түпкілікті мәтіннің құқықтық дұрыстығы",
        ru="правовая корректность окончательного текста",
        en="the legal correctness of the final text",
    ),
}
SEND_BY = Text(
    kk="Президентке {day} күнінен кешіктірілмей жіберіледі.",
    ru="Направляется Президенту не позднее {day}.",
    en="Goes to the President not later than {day}.",
)
SIGN_BY = Text(
    kk="Қол қою мерзімінің соңғы күні: {day}.",
    ru="Последний день срока подписания: {day}.",
    en="Last day of the term for signature: {day}.",
)
SIGNED = Text(
    kk="Мәтіндердің {version}-нұсқасына қол қойылды.",
    ru="Подписана версия текстов № {version}.",
    en="Version {version} of the texts was signed.",
)
SIGNATURES_ENDED = Text(
    kk="Жобаның сөздері өзгергендіктен, бұрынғы сөздерге қойылған қолдар күшін жойды: {count}.",
    ru="Слова проекта изменены, поэтому подписи под прежними прекратились: {count}.",
    en="The words of the draft changed, and so the signatures under the earlier ones ended: "
    "{count}.",
)
PUBLISHED_AT = Text(kk="Жарияланған уақыты: {at}.", ru="Опубликован: {at}.", en="Published: {at}.")
IN_EFFECT = Text(
    kk="{day} күнінен бастап қолданысқа енгізіледі.",
    ru="Вводится в действие с {day}.",
    en="In effect from {day}.",
)


def sentences(bill: Bill, act: Act, at: datetime) -> tuple[Text, ...]:
    """What this act, taken at that instant, said: first its words, then what followed from it."""
    words = tuple(said(r.words) for r in bill.remarks if (r.act, r.at) == (act, at))
    followed = FOLLOWED.get(act)
    return words + (followed(bill, at) if followed else ())


def _opened(bill: Bill, at: datetime) -> tuple[Text, ...]:
    return tuple(
        READING.filled(reading=r.reading, purpose=PURPOSES.get(r.purpose, r.purpose))
        for r in bill.readings
        if r.opened_at == at
    )


def _signed(bill: Bill, at: datetime) -> tuple[Text, ...]:
    signed = (each for each in bill.signatures if each.at == at)
    return tuple(SIGNED.filled(version=each.text_version) for each in signed)


def _changed(bill: Bill, at: datetime) -> tuple[Text, ...]:
    ended = (at, Ending.DRAFT_CHANGED)
    count = sum((each.ended_at, each.ending) == ended for each in bill.signatures)
    return (SIGNATURES_ENDED.filled(count=count),) if count else ()


def _numbered(bill: Bill, _: datetime) -> tuple[Text, ...]:
    return (NUMBER.filled(number=bill.number),)


def _adopted(bill: Bill, _: datetime) -> tuple[Text, ...]:
    return (SEND_BY.filled(day=f"{bill.send_by:%d.%m.%Y}"),)


def _sent(bill: Bill, _: datetime) -> tuple[Text, ...]:
    return (SIGN_BY.filled(day=f"{bill.signature_due:%d.%m.%Y}"),)


def _published(bill: Bill, _: datetime) -> tuple[Text, ...]:
    at = bill.published_at
    published = (PUBLISHED_AT.filled(at=clock_time(at)),) if at else ()
    return (*published, IN_EFFECT.filled(day=f"{bill.in_effect_on:%d.%m.%Y}"))


FOLLOWED: Mapping[Act, Callable[[Bill, datetime], tuple[Text, ...]]] = {
    Act.REVISE: _changed,
    Act.SIGN_DRAFT: _signed,
    Act.OPEN_READING: _opened,
    Act.REGISTER: _numbered,
    Act.ADOPT: _adopted,
    Act.SEND_TO_PRESIDENT: _sent,
    Act.PUBLISH: _published,
}
