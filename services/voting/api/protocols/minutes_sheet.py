"""The minutes as they are printed: headings and lines, all in one language."""

from collections.abc import Iterable, Iterator
from typing import Any

from services.voting.api.protocols import phrases, wording
from services.voting.api.protocols.phrases import moment, named
from services.voting.domain.minutes import (
    Attendant,
    Minutes,
    MinutesContent,
    MinutesStage,
    VoteHeld,
)
from services.voting.domain.speaking import SpeechKind
from services.voting.domain.stages import SittingForm, VoteStage
from shared.agenda.items import ItemState, planned
from shared.kernel.legible import printed
from shared.kernel.text import Language, Text

type Section = dict[str, Any]

TITLE = Text(kk="Отырыстың хаттамасы", ru="Протокол заседания", en="Minutes of the sitting")
DRAFT = Text(
    kk="ЖОБА: әлі бекітілмеген", ru="ПРОЕКТ: ещё не утверждён", en="DRAFT: not approved yet"
)
APPROVED = Text(kk="Бекітілді: {at}", ru="Утверждён: {at}", en="Approved: {at}")
DIGEST = Text(
    kk="Мазмұнның SHA-256 бақылау қосындысы", ru="SHA-256 содержания", en="SHA-256 of the content"
)
CALLED_FOR = Text(kk="Шақырылған уақыты", ru="Созвано на", en="Called for")
PLACE = Text(kk="Орны", ru="Место", en="Place")
FORM = Text(kk="Өткізу нысаны", ru="Форма", en="Form")
FORMS = {
    SittingForm.IN_THE_HALL: Text(kk="залда", ru="в зале", en="in the hall"),
    SittingForm.REMOTE: Text(kk="қашықтан", ru="дистанционно", en="remote"),
}
PLENARY = Text(kk="Құрылтайдың жалпы отырысы", ru="Пленарное заседание", en="Plenary sitting")
WHO_SAT = Text(kk="Отырыс өткізген", ru="Заседал", en="Who sat")
PRESIDED = Text(kk="Төрағалық етті", ru="Председательствовал", en="Presided")
QUORUM = Text(kk="Кворум", ru="Кворум", en="Quorum")
EARLY = Text(kk="Мерзімінен бұрын жабылды", ru="Закрыто досрочно", en="Ended early")
BEHIND_CLOSED_DOORS = Text(kk="Жабық бөлік", ru="Закрытая часть", en="Behind closed doors")
BREAKS = Text(kk="Үзілістер", ru="Перерывы", en="Breaks")
PRESENT = Text(kk="Қатысқандар: {count}", ru="Присутствовали: {count}", en="Present: {count}")
EXCUSED = Text(
    kk="Дәлелді себеппен қатыспағандар: {count}",
    ru="Отсутствовали по уважительной причине: {count}",
    en="Absent, excused: {count}",
)
ABSENT = Text(
    kk="Себебі көрсетілмей қатыспағандар: {count}",
    ru="Отсутствовали без указания причины: {count}",
    en="Absent, no reason on record: {count}",
)
AGENDA = Text(kk="Күн тәртібі", ru="Повестка дня", en="Agenda")
STATES = {
    ItemState.PLANNED: Text(kk="қаралмады", ru="не рассмотрен", en="not dealt with"),
    ItemState.IN_COURSE: Text(kk="аяқталмады", ru="не завершён", en="not finished"),
    ItemState.HELD: Text(kk="қаралды", ru="рассмотрен", en="dealt with"),
    ItemState.PUT_OFF: Text(kk="кейінге қалдырылды", ru="отложен", en="put off"),
    ItemState.TAKEN_OFF: Text(kk="күн тәртібінен алынды", ru="снят с повестки", en="taken off"),
}
SPEECHES = Text(kk="Сөйлегендер", ru="Выступили", en="Who spoke")
KINDS = {
    SpeechKind.REPORT: Text(kk="баяндама", ru="доклад", en="report"),
    SpeechKind.DEBATE: Text(kk="жарыссөз", ru="выступление в прениях", en="debate"),
    SpeechKind.QUESTION: Text(kk="сұрақ", ru="вопрос", en="question"),
    SpeechKind.FOR_FACTION: Text(kk="фракция атынан", ru="от фракции", en="for a faction"),
    SpeechKind.ORDER: Text(
        kk="отырысты жүргізу тәртібі туралы", ru="по порядку ведения", en="on a point of order"
    ),
}
VOTES = Text(kk="Дауыс беру", ru="Голосования", en="Votes")
COUNTS = Text(
    kk="жақтады {votes_for}, қарсы {against}, қалыс қалды {abstained}; қажет {needed}",
    ru="за {votes_for}, против {against}, воздержались {abstained}; требовалось {needed}",
    en="for {votes_for}, against {against}, abstained {abstained}; needed {needed}",
)
ANNULLED = Text(kk="күші жойылды", ru="аннулировано", en="annulled")
REMARKS = Text(kk="Ескертпелер", ru="Примечания", en="Remarks")


def sheet_of_minutes(minutes: Minutes, language: Language) -> dict[str, Any]:
    """Everything that is printed, as JSON can carry it."""
    content = minutes.content
    about = [(label.on(language), printed(said)) for label, said in _about(minutes, language)]
    sections = [*_people(content, language), *_dealt_with(content, language)]
    if minutes.remarks:
        sections.append(_section(REMARKS, [named(minutes.remarks, language)], language))
    return {
        "language": language.value,
        "chamber": wording.KURULTAI.on(language),
        "title": TITLE.on(language),
        "state": _state(minutes, language),
        "about": about,
        "sections": sections,
        "page": wording.PAGE.on(language),
        "presiding": wording.PRESIDING.on(language),
        "apparatus": wording.APPARATUS.on(language),
    }


def _state(minutes: Minutes, language: Language) -> str:
    if minutes.stage is not MinutesStage.APPROVED:
        return DRAFT.on(language)
    return APPROVED.filled(at=moment(minutes.approved_at, language)).on(language)


def _about(minutes: Minutes, language: Language) -> Iterator[tuple[Text, str]]:
    content = minutes.content
    who = ", ".join(named(name, language) for name in content.bodies)
    yield WHO_SAT, who or PLENARY.on(language)
    yield CALLED_FOR, moment(content.starts_at, language)
    yield wording.SITTING_OPENED, moment(content.opened_at, language)
    yield wording.SITTING_CLOSED, moment(content.closed_at, language)
    yield FORM, FORMS[content.form].on(language)
    if content.place:
        yield PLACE, named(content.place, language)
    for one in content.presided:
        yield PRESIDED, f"{named(one.name, language)} ({moment(one.since, language)})"
    yield QUORUM, str(content.quorum)
    for pause in content.breaks:
        yield BREAKS, f"{moment(pause.since, language)} – {moment(pause.until, language)}"
    for part in content.closed_parts:
        span = f"{moment(part.since, language)} – {moment(part.until, language)}"
        yield BEHIND_CLOSED_DOORS, f"{span}: {named(part.ground, language)}"
    if content.ended_early:
        yield EARLY, named(content.ended_early, language)
    if minutes.digest:
        yield DIGEST, minutes.digest


def _people(content: MinutesContent, language: Language) -> Iterator[Section]:
    groups = ((PRESENT, content.present), (EXCUSED, content.excused), (ABSENT, content.absent))
    for heading, people in groups:
        if people:
            listed = "; ".join(_attendant(one, language) for one in people)
            yield _section(heading.filled(count=len(people)), [listed], language)


def _attendant(one: Attendant, language: Language) -> str:
    return f"№ {one.number} {named(one.name, language)}"


def _dealt_with(content: MinutesContent, language: Language) -> Iterator[Section]:
    if content.agenda:
        yield _section(AGENDA, _items(content, language), language)
    if content.speeches:
        said = [
            f"{moment(one.given_at, language)} – {named(one.name, language)}, "
            f"{KINDS[one.kind].on(language)}"
            for one in content.speeches
        ]
        yield _section(SPEECHES, said, language)
    if content.votes:
        yield _section(VOTES, [_vote(one, language) for one in content.votes], language)


def _items(content: MinutesContent, language: Language) -> Iterator[str]:
    for one in planned(content.agenda, content.starts_at):
        number = f"{one.number}. " if one.number else "– "
        speaker = f" ({named(one.item.speaker, language)})" if one.item.speaker else ""
        state = STATES[one.item.state].on(language)
        yield f"{number}{named(one.item.title, language)}{speaker}: {state}"


def _vote(one: VoteHeld, language: Language) -> str:
    tally = one.tally
    counts = COUNTS.filled(
        votes_for=tally.votes_for,
        against=tally.against,
        abstained=tally.abstained,
        needed=one.needed,
    )
    annulled = one.stage is VoteStage.ANNULLED
    outcome = (ANNULLED if annulled else phrases.OUTCOMES[one.outcome]).on(language)
    return f"{named(one.title, language)}: {outcome} ({counts.on(language)})"


def _section(heading: Text, lines: Iterable[str], language: Language) -> Section:
    return {"heading": heading.on(language), "lines": [printed(line) for line in lines]}
