"""The sentences of the edge, in the three languages."""

from dataclasses import dataclass

from shared.kernel.text import Text


@dataclass(frozen=True, slots=True)
class Words:
    """What a problem is called (for machines, for people) and what it says."""

    code: str
    title: Text
    detail: Text


FAMILIES = {
    "not-found": Text(kk="Табылмады", ru="Не найдено", en="Not found"),
    "not-entitled": Text(kk="Құқығыңыз жоқ", ru="Нет права", en="Not entitled"),
    "not-now": Text(kk="Қазір болмайды", ru="Сейчас нельзя", en="Not now"),
    "stale": Text(
        kk="Сіз көрген нұсқа ескірді",
        ru="Виденная вами версия устарела",
        en="What you saw no longer stands",
    ),
    "invalid": Text(kk="Деректер жарамсыз", ru="Данные неверны", en="Not valid"),
}

OTHER_HTTP = Words(
    "refused",
    Text(kk="Сұрау қабылданбады", ru="Запрос отклонён", en="Refused"),
    Text(
        kk="Сұрауды бұл түрде орындау мүмкін емес.",
        ru="Запрос в таком виде выполнить нельзя.",
        en="The request cannot be carried out as it is.",
    ),
)

HTTP_PROBLEMS = {
    400: Words(
        "malformed-json",
        Text(kk="JSON бұзылған", ru="Испорченный JSON", en="Malformed JSON"),
        Text(
            kk="Сұраудың денесін JSON ретінде оқу мүмкін емес.",
            ru="Тело запроса не читается как JSON.",
            en="The body of the request cannot be read as JSON.",
        ),
    ),
    404: Words(
        "no-such-route",
        Text(kk="Мұндай мекенжай жоқ", ru="Такого адреса нет", en="No such address"),
        Text(
            kk="Бұл қызметте мұндай мекенжай жоқ.",
            ru="В этой службе такого адреса нет.",
            en="This service has no such address.",
        ),
    ),
    405: Words(
        "method-not-allowed",
        Text(kk="Әдіс рұқсат етілмеген", ru="Метод не разрешён", en="Method not allowed"),
        Text(
            kk="Бұл мекенжай мұндай әдісті білмейді; рұқсат етілгендері Allow тақырыбында.",
            ru="Этот адрес не знает такого метода; разрешённые перечислены в Allow.",
            en="This address does not know that method; Allow lists those it knows.",
        ),
    ),
    413: Words(
        "too-large",
        Text(kk="Тым үлкен", ru="Слишком большой запрос", en="Too large"),
        Text(
            kk="Сұраудың денесі рұқсат етілгеннен үлкен.",
            ru="Тело запроса больше допустимого.",
            en="The body of the request is larger than allowed.",
        ),
    ),
    422: Words(
        "invalid-request",
        Text(kk="Сұрау жарамсыз", ru="Запрос неверен", en="Invalid request"),
        Text(
            kk="Сұрауда қателер бар; олардың орны errors тізімінде көрсетілген.",
            ru="В запросе есть ошибки; где именно — в списке errors.",
            en="There are mistakes in the request; errors says where.",
        ),
    ),
}

OVERTAKEN = Words(
    "overtaken",
    Text(kk="Сізден озып кетті", ru="Вас опередили", en="Overtaken"),
    Text(
        kk="Мұны басқа біреу бұрын өзгертті. Қайта оқып, қайталаңыз.",
        ru="Кто-то изменил это раньше вас. Прочитайте заново и повторите.",
        en="Someone else changed this first. Read it again and retry.",
    ),
)
ALREADY_THERE = Words(
    "already-there",
    Text(kk="Бұрыннан бар", ru="Уже есть", en="Already there"),
    Text(
        kk="Дәл осындай жазба бұрыннан бар.",
        ru="Точно такая запись уже есть.",
        en="There is such a record already.",
    ),
)
CANNOT_BE_STORED = Words(
    "cannot-be-stored",
    Text(kk="Сақтауға келмейді", ru="Нельзя сохранить", en="Cannot be stored"),
    Text(
        kk="Сұраудағы бір мәнді сақтау мүмкін емес: тыйым салынған таңба не тым үлкен сан.",
        ru="Одно из значений нельзя сохранить: запрещённый символ или слишком большое число.",
        en="A value in the request cannot be stored: a forbidden character, or too large a number.",
    ),
)
DATABASE_AWAY = Words(
    "database-away",
    Text(kk="Деректер қоры қолжетімсіз", ru="База данных недоступна", en="The database is away"),
    Text(
        kk="Деректер қоры қазір жауап бермейді. Біраздан кейін қайталаңыз.",
        ru="База данных сейчас не отвечает. Повторите немного позже.",
        en="The database does not answer at the moment. Try again shortly.",
    ),
)
INTERNAL = Words(
    "internal",
    Text(kk="Ішкі қате", ru="Внутренняя ошибка", en="Internal error"),
    Text(
        kk="Қызметтің өз қатесі. Оны request_id арқылы табуға болады.",
        ru="Ошибка самой службы. Её можно найти по request_id.",
        en="A mistake of the service itself. It can be found by its request_id.",
    ),
)
NOT_READY = Words(
    "not-ready",
    Text(kk="Дайын емес", ru="Не готово", en="Not ready"),
    Text(
        kk="Жұмысқа керек нәрсенің бірі қолжетімсіз; away тізімін қараңыз.",
        ru="Недоступно то, без чего работать нельзя; см. away.",
        en="Something the work needs is away; see away.",
    ),
)
