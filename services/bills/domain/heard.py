"""What others tell about a bill, in sentences that anyone may read."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from shared.contracts.committee_work import ConclusionDayFixed
from shared.contracts.committees import BillReferred, ConclusionAdopted
from shared.contracts.hearings import (
    HearingCalled,
    HearingCancelled,
    HearingHeld,
    RecommendationsAdopted,
)
from shared.contracts.voting import ResultCertified
from shared.contracts.words import Bilingual
from shared.kernel.event import Fact
from shared.kernel.occasion import ALMATY
from shared.kernel.text import Text

HEARD: Mapping[str, type[Fact]] = {
    fact.type: fact
    for fact in (
        BillReferred,
        ConclusionDayFixed,
        ConclusionAdopted,
        ResultCertified,
        HearingCalled,
        HearingHeld,
        RecommendationsAdopted,
        HearingCancelled,
    )
}

FACT_NAMES: Mapping[type[Fact], Text] = {
    BillReferred: Text(
        kk="Комитетке жіберу туралы шешім",
        ru="Решение о направлении в комитет",
        en="Referral to a committee",
    ),
    ConclusionDayFixed: Text(
        kk="Қорытындының күні белгіленді",
        ru="Установлен день заключения",
        en="Day of the conclusion fixed",
    ),
    ConclusionAdopted: Text(
        kk="Комитеттің қорытындысы", ru="Заключение комитета", en="Conclusion of a committee"
    ),
    ResultCertified: Text(
        kk="Дауыс берудің нәтижесі", ru="Результат голосования", en="Result of a vote"
    ),
    HearingCalled: Text(kk="Тыңдау тағайындалды", ru="Назначены слушания", en="Hearing called"),
    HearingHeld: Text(kk="Тыңдау өтті", ru="Слушания состоялись", en="Hearing held"),
    RecommendationsAdopted: Text(
        kk="Тыңдаудың ұсынымдары қабылданды",
        ru="Приняты рекомендации слушаний",
        en="Recommendations of the hearing adopted",
    ),
    HearingCancelled: Text(kk="Тыңдау өтпейді", ru="Слушания отменены", en="Hearing cancelled"),
}

COMMITTEE = Text(
    kk="Бас комитет: {name}.", ru="Головной комитет: {name}.", en="Lead committee: {name}."
)
FAVOURABLE = Text(
    kk="{reading}-оқылымға оң қорытынды.",
    ru="Положительное заключение к чтению № {reading}.",
    en="Favourable conclusion on reading {reading}.",
)
UNFAVOURABLE = Text(
    kk="{reading}-оқылымға теріс қорытынды.",
    ru="Отрицательное заключение к чтению № {reading}.",
    en="Unfavourable conclusion on reading {reading}.",
)
CONCLUDE_BY = Text(
    kk="{reading}-оқылымға қорытынды {day} дейін беріледі.",
    ru="Заключение к чтению № {reading} — не позднее {day}.",
    en="The conclusion on reading {reading} is due by {day}.",
)
BEGINS = Text(kk="Басталуы: {at}.", ru="Начало: {at}.", en="Begins: {at}.")
CARRIED = Text(
    kk="Жақтап дауыс бергендер: қатысқан {taking_part} депутаттың ішінен {votes_for}.",
    ru="За — {votes_for} из {taking_part} принявших участие депутатов.",
    en="For: {votes_for} of the {taking_part} deputies taking part.",
)


def said(words: Bilingual) -> Text:
    """Words of the parliament itself; to a reader of English they are given in Kazakh."""
    return Text(kk=words.kk, ru=words.ru, en=words.kk)


def clock_time(at: datetime) -> str:
    """An instant as a clock in Astana shows it."""
    return at.astimezone(ALMATY).strftime("%d.%m.%Y %H:%M")


def sentences(fact: Fact) -> tuple[Text, ...]:
    """What the fact says beyond its name."""
    say = SENTENCES.get(type(fact))
    return say(fact) if say else ()


def _referred(fact: BillReferred) -> tuple[Text, ...]:
    return (COMMITTEE.filled(name=said(fact.committee_name)),)


def _concluded(fact: ConclusionAdopted) -> tuple[Text, ...]:
    verdict = FAVOURABLE if fact.favourable else UNFAVOURABLE
    return (
        COMMITTEE.filled(name=said(fact.committee_name)),
        verdict.filled(reading=fact.reading),
        said(fact.summary),
    )


def _day_fixed(fact: ConclusionDayFixed) -> tuple[Text, ...]:
    day = f"{fact.day:%d.%m.%Y}"
    return (CONCLUDE_BY.filled(reading=fact.reading, day=day), Text(*[fact.ground] * 3))


def _called(fact: HearingCalled) -> tuple[Text, ...]:
    return said(fact.theme), BEGINS.filled(at=clock_time(fact.starts_at))


def _recommended(fact: RecommendationsAdopted) -> tuple[Text, ...]:
    carried = CARRIED.filled(votes_for=fact.votes_for, taking_part=fact.taking_part)
    return (carried, *(said(each) for each in fact.recommendations))


def _cancelled(fact: HearingCancelled) -> tuple[Text, ...]:
    return (said(fact.reason),)


SENTENCES: Mapping[type[Fact], Callable[[Any], tuple[Text, ...]]] = {
    BillReferred: _referred,
    ConclusionDayFixed: _day_fixed,
    ConclusionAdopted: _concluded,
    HearingCalled: _called,
    RecommendationsAdopted: _recommended,
    HearingCancelled: _cancelled,
}
