"""What the protocols say in place of codes, numbers and instants."""

import re
from datetime import datetime

from services.voting.api.protocols import wording
from services.voting.api.protocols.protocol import DeputyOnRoll, MajorityAsked, VoteProtocol
from services.voting.domain.calling import Calling
from services.voting.domain.stages import CallingOrder, Source, Standing
from shared.contracts.words import Bilingual, Matter
from shared.kernel.occasion import ALMATY
from shared.kernel.rules import Base, Outcome
from shared.kernel.text import Language, Text

MATTERS = {
    Matter.BILL_READING: Text(kk="Заң жобасы", ru="Законопроект", en="Bill"),
    Matter.AMENDMENTS: Text(
        kk="Заң жобасына түзетулер", ru="Поправки к законопроекту", en="Amendments to a bill"
    ),
    Matter.COMMITTEE_CHAIR: Text(
        kk="Комитет төрағасын сайлау",
        ru="Избрание председателя комитета",
        en="Election of a committee's chair",
    ),
    Matter.OFFICER: Text(
        kk="Құрылтайдың лауазымды адамын сайлау",
        ru="Избрание должностного лица Курултая",
        en="Election of an officer of the Kurultai",
    ),
    Matter.RECALL: Text(
        kk="Лауазымнан кері шақыру немесе отставка",
        ru="Отзыв с должности или отставка",
        en="Recall from an office, or resignation",
    ),
    Matter.BILL_QUESTION: Text(
        kk="Заң жобасы бойынша мәселе", ru="Вопрос по законопроекту", en="Question on a bill"
    ),
    Matter.REFERENDUM_INITIATIVE: Text(
        kk="Референдум өткізу бастамасы", ru="Инициатива референдума", en="Referendum initiative"
    ),
    Matter.GOVERNMENT_HOUR: Text(
        kk="Үкімет мүшесінің есебі", ru="Отчёт члена Правительства", en="Report of the Government"
    ),
    Matter.RESOLUTION: Text(
        kk="Құрылтай қаулысы", ru="Постановление Курултая", en="Resolution of the Kurultai"
    ),
}
STATES = {
    Standing.FOR: Text(kk="Жақтады", ru="За", en="For"),
    Standing.AGAINST: Text(kk="Қарсы", ru="Против", en="Against"),
    Standing.ABSTAINED: Text(kk="Қалыс қалды", ru="Воздержался", en="Abstained"),
    Standing.VOTED: Text(kk="Дауыс берді", ru="Голосовал", en="Voted"),
    Standing.PRESENT_NOT_VOTED: Text(kk="Дауыс бермеді", ru="Не голосовал", en="Did not vote"),
    Standing.ABSENT: Text(kk="Қатыспады", ru="Отсутствовал", en="Absent"),
    Standing.ABSENT_EXCUSED: Text(
        kk="Дәлелді себеппен қатыспады",
        ru="Отсутствовал по уважительной причине",
        en="Absent, excused",
    ),
    Standing.RECUSED: Text(kk="Өздігінен бас тартты", ru="Самоотвод", en="Recused"),
    Standing.DEVICE_FAULT: Text(kk="Құрылғы ақауы", ru="Сбой устройства", en="Device fault"),
}
OUTCOMES = {
    Outcome.ADOPTED: Text(kk="Қабылданды", ru="Принято", en="Adopted"),
    Outcome.REJECTED: Text(kk="Қабылдамай тасталды", ru="Отклонено", en="Rejected"),
    Outcome.DIVIDED: Text(
        kk="Тармақтары бойынша әртүрлі шешілді", ru="Решено по пунктам", en="Decided by items"
    ),
    Outcome.NO_DECISION: Text(kk="Шешім қабылданбады", ru="Решение не принято", en="No decision"),
}
ORDERS = {
    CallingOrder.ALPHABETICAL: Text(
        kk="қазақ әліпбиі бойынша", ru="по казахскому алфавиту", en="by the Kazakh alphabet"
    ),
    CallingOrder.BY_NUMBER: Text(kk="нөмірлер бойынша", ru="по номерам", en="by number"),
    CallingOrder.GIVEN: Text(
        kk="төрағалық етуші белгілеген тәртіппен",
        ru="в порядке, данном председательствующим",
        en="as who presided gave it",
    ),
}
SOURCES = {
    Source.ELECTRONIC: Text(kk="электрондық", ru="электронный", en="electronic"),
    Source.PAPER: Text(kk="қағаз", ru="бумажный", en="paper"),
}
BASES = {
    Base.STATUTORY_SEATS: Text(
        kk="депутаттардың жалпы санының",
        ru="от общего числа депутатов",
        en="of the total number of deputies",
    ),
    Base.SEATS_FILLED: Text(
        kk="қолданыстағы мандаттар санының",
        ru="от числа действующих мандатов",
        en="of the mandates in force",
    ),
    Base.REGISTERED: Text(
        kk="тіркелген депутаттар санының",
        ru="от числа зарегистрированных депутатов",
        en="of the deputies registered",
    ),
    Base.PRESENT: Text(
        kk="қатысып отырған депутаттар санының",
        ru="от числа присутствующих депутатов",
        en="of the deputies present",
    ),
    Base.BALLOTS_CAST: Text(
        kk="берілген дауыстар санының",
        ru="от числа поданных голосов",
        en="of the ballots cast",
    ),
    Base.FOR_PLUS_AGAINST: Text(
        kk="«жақтады» және «қарсы» деген дауыстар санының",
        ru="от числа голосов «за» и «против»",
        en="of the votes for and against",
    ),
}
CONSTITUTION = re.compile(r"Constitution 2026, arts?\.? (?P<articles>[\d()., ]+)")
OF_THE_CONSTITUTION = Text(
    kk="Қазақстан Республикасының Конституциясы (2026), {articles}-бап",
    ru="Конституция Республики Казахстан (2026), ст. {articles}",
    en="Constitution of the Republic of Kazakhstan (2026), art. {articles}",
)


def named(words: Bilingual, language: Language) -> str:
    """The parliament's own words in one of its two languages."""
    return words.kk if language is Language.KK else words.ru


def faction(deputy: DeputyOnRoll, language: Language) -> str:
    """The deputy's faction; one that this service has not heard the name of, by its id."""
    if deputy.faction is None:
        return str(deputy.faction_id or "")
    return named(deputy.faction, language)


def moment(at: datetime | None, language: Language) -> str:
    """An instant to the second, by the clock of the capital, with its distance from UTC."""
    if at is None:
        return wording.NOT_YET.on(language)
    return at.astimezone(ALMATY).strftime("%d.%m.%Y %H:%M:%S (UTC%:z)")


def majority(asked: MajorityAsked) -> Text:
    """The rule as a sentence: at least two thirds of the total number of deputies."""
    sentence = wording.MORE_THAN if asked.strict else wording.AT_LEAST
    return sentence.filled(base=BASES[asked.base], part=asked.part, parts=asked.parts)


def needed(asked: MajorityAsked) -> Text:
    """How many votes for would have adopted, and of how many."""
    return wording.OF.filled(needed=asked.needed, whole=asked.whole)


def provision(source: str) -> Text:
    """The provision; what the profile cites of other acts stands as the profile has it."""
    found = CONSTITUTION.fullmatch(source)
    return OF_THE_CONSTITUTION.filled(**found.groupdict()) if found else Text(*[source] * 3)


def calling(protocol: VoteProtocol, language: Language) -> list[tuple[Text, str]]:
    """How the roll was called, as a line; of a vote that is not by roll call there is none."""
    if protocol.calling is None:
        return []
    order = ORDERS[protocol.calling.order]
    if start := _start(protocol, protocol.calling, language):
        order = wording.STARTING.filled(order=order, start=start)
    return [(wording.CALLING, order.on(language))]


def _start(protocol: VoteProtocol, called: Calling, language: Language) -> str | None:
    first = [one for one in protocol.roll if one.person_id == called.first]
    return named(first[0].name, language) if first else called.letter


def decision(protocol: VoteProtocol) -> Text:
    """What came of the vote: of one that is annulled, nothing."""
    return wording.IS_ANNULLED if protocol.annulled else OUTCOMES[protocol.outcome]


def matter(protocol: VoteProtocol, language: Language) -> str:
    """What is decided on, and in which reading if it is read."""
    question = protocol.question
    what = MATTERS[question.matter].on(language)
    if question.reading is None:
        return what
    return f"{what}, {wording.READING.filled(number=question.reading).on(language)}"
