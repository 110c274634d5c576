"""The words of the table of amendments, in the languages of the parliament."""

from services.bills.domain.amendments.amendment import Amendment, Proposed
from services.bills.domain.amendments.citing import cited
from services.bills.domain.amendments.names import AMENDMENT_STAGE_NAMES
from shared.contracts.words import Bilingual
from shared.kernel.text import Language, Text
from shared.texts.changes import Change, ChangeKind
from shared.texts.fragments import written_fragment

TITLE = Text(kk="Түзетулер кестесі", ru="Таблица поправок", en="Table of amendments")
KURULTAI = Text(
    kk="Қазақстан Республикасының Құрылтайы",
    ru="Курултай Республики Казахстан",
    en="Kurultai of the Republic of Kazakhstan",
)
COLUMNS = (
    Text(kk="№", ru="№", en="No."),
    Text(kk="Құрылымдық элемент", ru="Структурный элемент", en="Element"),
    Text(kk="Заң жобасының редакциясы", ru="Редакция законопроекта", en="Wording of the bill"),
    Text(kk="Ұсынылатын түзету", ru="Предлагаемая поправка", en="Amendment"),
    Text(kk="Автор", ru="Автор", en="Author"),
    Text(kk="Негіздеме", ru="Обоснование", en="Reasons"),
    Text(
        kk="Комитеттің шешімі және негіздері",
        ru="Решение комитета и основания",
        en="Decision of the committee and its grounds",
    ),
)
BILL = Text(kk="Заң жобасы", ru="Законопроект", en="Bill")
PAGE = Text(kk="{page}-бет, барлығы {pages}", ru="с. {page} из {pages}", en="{page} of {pages}")
UNKNOWN = Text(kk="аты белгісіз", ru="имя неизвестно", en="name unknown")
FROM_A_MINISTRY = Text(
    kk="ұсынған: {ministry} ({document})",
    ru="предложено: {ministry} ({document})",
    en="proposed by {ministry} ({document})",
)
OWN_WORDING = Text(kk="Комитеттің редакциясы", ru="Редакция комитета", en="Committee's wording")

SAID = {
    ChangeKind.REPLACE_WORDS: Text(
        kk="«{words}» деген сөздер «{instead}» деген сөздермен ауыстырылсын",
        ru="слова «{words}» заменить словами «{instead}»",
        en="replace “{words}” by “{instead}”",
    ),
    ChangeKind.NEW_WORDING: Text(
        kk="мынадай редакцияда жазылсын:\n«{text}»",
        ru="изложить в следующей редакции:\n«{text}»",
        en="word as follows:\n“{text}”",
    ),
    ChangeKind.INSERT_BEFORE: Text(
        kk="алдынан мынадай мазмұнмен толықтырылсын:\n«{text}»",
        ru="дополнить перед этим элементом следующим:\n«{text}»",
        en="insert before it:\n“{text}”",
    ),
    ChangeKind.INSERT_AFTER: Text(
        kk="кейін мынадай мазмұнмен толықтырылсын:\n«{text}»",
        ru="дополнить после этого элемента следующим:\n«{text}»",
        en="insert after it:\n“{text}”",
    ),
    ChangeKind.INSERT_UNDER: Text(
        kk="мынадай мазмұнмен толықтырылсын:\n«{text}»",
        ru="дополнить следующим:\n«{text}»",
        en="add:\n“{text}”",
    ),
    ChangeKind.REMOVE: Text(kk="алып тасталсын", ru="исключить", en="take out"),
}
STRUCK_OUT = Text(
    kk="«{words}» деген сөздер алып тасталсын",
    ru="слова «{words}» исключить",
    en="strike “{words}”",
)


def both(words: Bilingual, language: Language) -> str:
    """The parliament's words in one of its languages."""
    return words.ru if language is Language.RU else words.kk


def change_said(change: Change, language: Language) -> str:
    """A change as a sentence of the table."""
    striking = change.kind is ChangeKind.REPLACE_WORDS and not change.instead
    text = written_fragment(change.elements, language) if change.elements else ""
    said = STRUCK_OUT if striking else SAID[change.kind]
    return said.filled(words=change.words, instead=change.instead, text=text).on(language)


def side(proposed: Proposed, language: Language) -> Change:
    """One language's side of a change."""
    return proposed.ru if language is Language.RU else proposed.kk


def decision_said(amendment: Amendment, language: Language) -> str:
    """What became of the amendment, in the committee and after, with the grounds."""
    lines = [AMENDMENT_STAGE_NAMES[amendment.stage].on(language)]
    decision = amendment.decision
    if decision and decision.wording:
        place = both(cited(decision.wording.address), language)
        said = change_said(side(decision.wording, language), language)
        lines.append(f"{OWN_WORDING.on(language)}: {place}: {said}")
    if decision:
        lines.append(both(decision.grounds, language))
    return "\n".join(lines)
