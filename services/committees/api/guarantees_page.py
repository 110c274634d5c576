"""The guarantees to the opposition as a page: without scripts, whole in itself."""

from collections.abc import Sequence
from datetime import datetime
from xml.etree import ElementTree as ET

from services.committees.api.guarantees_shown import GuaranteeShown
from shared.kernel.occasion import ALMATY
from shared.kernel.text import Language, Text

HTML = "text/html; charset=utf-8"
DASH = "—"
STYLE = (
    "body{font-family:sans-serif;margin:2em auto;max-width:60em;line-height:1.4}"
    "table{border-collapse:collapse;width:100%}caption{text-align:left}"
    "th,td{border:1px solid #767676;padding:.5em;vertical-align:top;text-align:left}"
    "th{background:#eef1f4}.broken{background:#fde8e6;font-weight:bold}"
    "small{color:#444;font-weight:normal}"
)
TITLE = Text(
    kk="Парламенттік оппозицияға берілген кепілдіктер",
    ru="Гарантии парламентской оппозиции",
    en="What the parliamentary opposition is guaranteed",
)
AS_OF = Text(
    kk="{at} жағдай бойынша (Астана).",
    ru="По состоянию на {at} (Астана).",
    en="As of {at} (Astana).",
)
HEADINGS = (
    Text(kk="Кепілдік", ru="Гарантия", en="Guarantee"),
    Text(kk="Қажет", ru="Нужно", en="Needed"),
    Text(kk="Бар / пайдаланылды", ru="Есть / использовано", en="Held / used"),
    Text(kk="Қалды", ru="Осталось", en="Left"),
    Text(kk="Жай-күйі", ru="Состояние", en="State"),
)
KEPT = Text(kk="сақталған", ru="соблюдена", en="kept")
BROKEN = Text(
    kk="бұзылған, {since} бастап; {by}",
    ru="нарушена с {since}; {by}",
    en="broken since {since}; {by}",
)
BY = Text(kk="{day} дейін түзетілуі тиіс", ru="устранить до {day}", en="to be cured by {day}")
NO_TERM = Text(
    kk="түзету мерзімін қағидалар белгілемеген",
    ru="срок устранения правилами не установлен",
    en="the rules set no term to cure it",
)
FORMING = Text(kk="әлі сақталмаған", ru="ещё не соблюдена", en="not kept yet")
NOT_OWED = Text(kk="оппозиция жоқ", ru="оппозиции нет", en="there is no opposition")
OPEN = Text(
    kk="осы сессияда пайдалануға болады",
    ru="можно использовать в этой сессии",
    en="may be used in this session",
)
NO_SESSION = Text(kk="сессия жүріп жатқан жоқ", ru="сессия не идёт", en="no session is on")
RIGHT = Text(kk="үнемі қолданылады", ru="действует всегда", en="holds at all times")


def as_html(given: Sequence[GuaranteeShown], at: datetime, language: Language) -> bytes:
    """One page; the state of each guarantee is said in words, not by its colour alone."""
    page = ET.Element("html", lang=language.value)
    head = ET.SubElement(page, "head")
    ET.SubElement(head, "meta", charset="utf-8")
    ET.SubElement(head, "meta", name="viewport", content="width=device-width")
    ET.SubElement(head, "title").text = TITLE.on(language)
    ET.SubElement(head, "style").text = STYLE
    body = ET.SubElement(ET.SubElement(page, "body"), "main")
    ET.SubElement(body, "h1").text = TITLE.on(language)
    _table(body, given, at, language)
    written: bytes = ET.tostring(page, encoding="utf-8", method="html")
    return b"<!DOCTYPE html>\n" + written


def _table(
    body: ET.Element, given: Sequence[GuaranteeShown], at: datetime, language: Language
) -> None:
    table = ET.SubElement(body, "table")
    there = at.astimezone(ALMATY).strftime("%d.%m.%Y %H:%M")
    ET.SubElement(table, "caption").text = AS_OF.filled(at=there).on(language)
    headings = ET.SubElement(ET.SubElement(table, "thead"), "tr")
    for heading in HEADINGS:
        ET.SubElement(headings, "th", scope="col").text = heading.on(language)
    rows = ET.SubElement(table, "tbody")
    for one in given:
        _row(rows, one, language)


def _row(rows: ET.Element, one: GuaranteeShown, language: Language) -> None:
    row = ET.SubElement(rows, "tr", {"class": "broken"} if one.breach else {})
    name = ET.SubElement(row, "th", scope="row")
    name.text = one.sentence
    ET.SubElement(name, "br")
    ET.SubElement(name, "small").text = one.provision
    for number in (one.needed, one.held, one.left):
        ET.SubElement(row, "td").text = DASH if number is None else str(number)
    ET.SubElement(row, "td").text = _state(one).on(language)


def _state(one: GuaranteeShown) -> Text:
    if one.breach is not None:
        by = BY.filled(day=one.breach.cure_by) if one.breach.cure_by else NO_TERM
        since = one.breach.opened_at.astimezone(ALMATY).strftime("%d.%m.%Y")
        return BROKEN.filled(since=since, by=by)
    if one.kind == "right":
        return RIGHT
    if not one.is_owed:
        return NOT_OWED
    if one.is_kept:
        return KEPT
    if one.kind == "composition":
        return FORMING
    return OPEN if one.session_id else NO_SESSION
