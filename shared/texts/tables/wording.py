"""The words of the table that no bill changes."""

from shared.kernel.text import Text
from shared.texts.comparison import Kind

TABLE = Text(kk="Салыстырма кесте", ru="Сравнительная таблица", en="Comparison table")
NUMBER = Text(kk="№", ru="№", en="No.")
ELEMENT = Text(kk="Құрылымдық элемент", ru="Структурный элемент", en="Structural element")
REASONS = Text(kk="Негіздеме", ru="Обоснование", en="Reasons")
IN_FORCE = Text(kk="Қолданыстағы редакция", ru="Действующая редакция", en="Wording in force")
PROPOSED = Text(kk="Ұсынылатын редакция", ru="Предлагаемая редакция", en="Proposed wording")
VERSION = Text(kk="{number}-нұсқа", ru="Версия {number}", en="Version {number}")
EDITION = Text(kk="{day} жағдай бойынша редакция", ru="Редакция на {day}", en="Edition of {day}")
KAZAKH = Text(kk="қазақша", ru="на казахском языке", en="in Kazakh")
RUSSIAN = Text(kk="орысша", ru="на русском языке", en="in Russian")
ABSENT = Text(kk="Жоқ.", ru="Отсутствует.", en="Absent.")
NO_ROWS = Text(kk="Мәтіндер бірдей.", ru="Тексты не различаются.", en="The texts are the same.")
LEGEND = Text(
    kk="Сызылып тасталған сөздер алынады, асты сызылған сөздер енгізіледі.",
    ru="Зачёркнутые слова исключаются, подчёркнутые — вносятся.",
    en="Words struck through go, words underlined come.",
)
KINDS = {
    Kind.UNCHANGED: Text(kk="өзгеріссіз", ru="без изменений", en="unchanged"),
    Kind.CHANGED: Text(kk="өзгертілді", ru="изменено", en="changed"),
    Kind.ADDED: Text(kk="толықтырылды", ru="дополнено", en="added"),
    Kind.REMOVED: Text(kk="алып тасталды", ru="исключено", en="removed"),
    Kind.MOVED: Text(
        kk="орны ауыстырылды; бұрын: {origin}",
        ru="перенесено; было: {origin}",
        en="moved; before: {origin}",
    ),
    Kind.RENUMBERED: Text(
        kk="нөмірі өзгертілді; бұрын: {origin}",
        ru="изменена нумерация; было: {origin}",
        en="renumbered; before: {origin}",
    ),
    Kind.MOVED_AND_CHANGED: Text(
        kk="орны ауыстырылды және өзгертілді; бұрын: {origin}",
        ru="перенесено и изменено; было: {origin}",
        en="moved and changed; before: {origin}",
    ),
    Kind.RENUMBERED_AND_CHANGED: Text(
        kk="нөмірі және мәтіні өзгертілді; бұрын: {origin}",
        ru="изменены нумерация и текст; было: {origin}",
        en="renumbered and changed; before: {origin}",
    ),
}
