"""What is wrong with a request: where, and in a sentence; never what was sent."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from shared.kernel.text import Language, Text
from shared.web.words import Words

NOT_JSON = Words(
    "not-json",
    Text(kk="JSON күтілді", ru="Ожидался JSON", en="JSON expected"),
    Text(
        kk="Денені Content-Type: application/json арқылы жіберіңіз.",
        ru="Пришлите тело с Content-Type: application/json.",
        en="Send the body with Content-Type: application/json.",
    ),
)
NOT_VALID = Text(kk="Мән жарамсыз.", ru="Неверное значение.", en="The value is not valid.")
SENTENCES = {
    "missing": Text(kk="Міндетті.", ru="Обязательно.", en="This is required."),
    "extra_forbidden": Text(
        kk="Мұндай өріс жоқ.", ru="Такого поля нет.", en="There is no such field."
    ),
    "string_type": Text(kk="Мәтін керек.", ru="Нужен текст.", en="A text is needed."),
    "string_too_short": Text(
        kk="Кемінде {min_length} таңба.",
        ru="Не короче {min_length} символов.",
        en="At least {min_length} characters.",
    ),
    "string_too_long": Text(
        kk="Ең көбі {max_length} таңба.",
        ru="Не длиннее {max_length} символов.",
        en="At most {max_length} characters.",
    ),
    "too_short": Text(
        kk="Кемінде {min_length}.", ru="Не меньше {min_length}.", en="At least {min_length}."
    ),
    "too_long": Text(
        kk="Ең көбі {max_length}.", ru="Не больше {max_length}.", en="At most {max_length}."
    ),
    "greater_than_equal": Text(
        kk="{ge} немесе одан көп.", ru="Не меньше {ge}.", en="{ge} or more."
    ),
    "less_than_equal": Text(kk="{le} немесе одан аз.", ru="Не больше {le}.", en="{le} or less."),
    "greater_than": Text(kk="{gt}-ден көп.", ru="Больше {gt}.", en="More than {gt}."),
    "less_than": Text(kk="{lt}-ден аз.", ru="Меньше {lt}.", en="Less than {lt}."),
    "enum": Text(
        kk="Мына мәндердің бірі: {expected}.",
        ru="Одно из значений: {expected}.",
        en="One of: {expected}.",
    ),
    "unwritable": Text(
        kk="Мәтінде сақтауға болмайтын таңба бар.",
        ru="В тексте есть символ, который нельзя сохранить.",
        en="The text has a character that cannot be stored.",
    ),
    "int": Text(kk="Бүтін сан керек.", ru="Нужно целое число.", en="A whole number is needed."),
    "bool": Text(kk="true не false керек.", ru="Нужно true или false.", en="true or false."),
    "uuid": Text(kk="UUID керек.", ru="Нужен UUID.", en="A UUID is needed."),
    "date": Text(
        kk="Күн керек: ЖЖЖЖ-АА-КК.", ru="Нужна дата: ГГГГ-ММ-ДД.", en="A date: YYYY-MM-DD."
    ),
    "datetime": Text(
        kk="Уақыт белдеуі бар ISO 8601 уақыты керек.",
        ru="Нужно время ISO 8601 с часовым поясом.",
        en="An ISO 8601 time with its zone is needed.",
    ),
    "list": Text(kk="Тізім керек.", ru="Нужен список.", en="A list is needed."),
    "model": Text(kk="Объект керек.", ru="Нужен объект.", en="An object is needed."),
}
SAME_AS = {
    "literal_error": "enum",
    "string_unicode": "unwritable",
    "timezone_aware": "datetime",
    "dict_type": "model",
}
FAMILY = re.compile(r"(int|bool|uuid|datetime|date|list|model)_")
PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,63}")


def complaints(errors: Sequence[Any], language: Language) -> list[dict[str, str]]:
    """Each mistake with its place: `in` the body, query, path or header, and a JSON Pointer."""
    return [
        {
            "in": str(error["loc"][0]),
            "pointer": _pointer(error),
            "detail": _sentence(error).on(language),
        }
        for error in errors
    ]


def wants_json(headers: Mapping[str, str], errors: Sequence[Any]) -> bool:
    """Whether the body was at least said to be JSON; if not, that is the one mistake to tell."""
    whole_body = any(e["loc"] == ("body",) and e["type"] != "missing" for e in errors)
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    return not whole_body or kind.endswith(("/json", "+json"))


def _pointer(error: Any) -> str:
    place = list(error["loc"][1:])
    # The name of an unknown field is the caller's own words; it is repeated only if harmless.
    if error["type"] == "extra_forbidden" and not PLAIN_NAME.fullmatch(str(place[-1])):
        place.pop()
    place += (error.get("ctx") or {}).get("place", ())
    return "".join(f"/{_escaped(part)}" for part in place)


def _escaped(part: object) -> str:
    words = str(part).replace("~", "~0").replace("/", "~1")
    return words if words.isprintable() else "?"


def _sentence(error: Any) -> Text:
    kind = SAME_AS.get(error["type"], error["type"])
    family = FAMILY.match(kind)
    sentence = SENTENCES.get(kind) or (SENTENCES[family[1]] if family else NOT_VALID)
    return sentence.filled(**(error.get("ctx") or {}))
