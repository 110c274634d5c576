"""Bills are found by words of their titles, numbers and texts, in both languages."""

import pytest

from services.bills.store.blocks import BLOCK
from shared.contracts.words import Bilingual
from tests.bills.builders import DEPUTY, a_bill
from tests.bills.test_store import put_on_file

WATER = {
    "title": {"kk": "Су ресурстарын қорғау туралы", "ru": "Об охране водных ресурсов"},
    "texts": {
        "kk": "1-бап. Өзендер мен көлдер мемлекеттің қорғауында. Министрліктің құзыреті кең.",
        "ru": "Статья 1. Реки и озёра охраняются государством. Полномочия министерства широки.",
    },
}
DATA = {
    "title": {"kk": "Ашық деректер туралы", "ru": "Об открытых данных"},
    "texts": {
        "kk": "1-бап. Деректер порталында әркім су деңгейін көре алады.",
        "ru": "Статья 1. На портале данных каждый видит уровень воды; «закон» — здесь.",
    },
}
BUDGET = {
    "title": {"kk": "Республикалық бюджет туралы", "ru": "О республиканском бюджете"},
    "texts": {"kk": "1-бап. Қалаларға трансферттер.", "ru": "Статья 1. Трансферты городам."},
}


@pytest.fixture
async def filed(http, signed):
    """Three drafts, the oldest first: water, data, budget."""
    answers = [
        await http.post("/bills", json={"kind": "law"} | draft, headers=signed(DEPUTY))
        for draft in (WATER, DATA, BUDGET)
    ]
    return [answer.json()["id"] for answer in answers]


@pytest.fixture
def search(http):
    async def asked(q, **more):
        answer = await http.get("/bills", params={"q": q} | more)
        assert answer.status_code == 200, answer.text
        return answer.json()

    return asked


@pytest.fixture
def names(search, filed):
    """The bills found, by the names they have here, in their order."""

    async def asked(q, **more):
        found = [bill["id"] for bill in await search(q, **more)]
        return [("water", "data", "budget")[filed.index(bill_id)] for bill_id in found]

    return asked


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("охраной", ["water"]),  # охране
        ("охрана", ["water"]),
        ("охраны", ["water"]),
        ("озера", ["water"]),  # озёра
        ("ОТКРЫТЫЕ ДАННЫЕ", ["data"]),
        ("бюджетом", ["budget"]),
        ("ресурс", ["water"]),
        ("деректердің", ["data"]),  # деректер
        ("министрлік", ["water"]),  # министрліктің
        ("қала", ["budget"]),  # қалаларға
        ("кала", ["budget"]),  # typed without қ
        ("озендер", ["water"]),  # typed without ө
        ("бюджеттің", ["budget"]),
        ("көлден", ["water"]),  # көлдер
    ],
)
async def test_a_word_is_found_in_any_of_its_forms(names, q, found):
    assert await names(q) == found


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("туралы -бюджет", ["data", "water"]),
        ("открытых or бюджете", ["budget", "data"]),
        ('"охране водных"', ["water"]),
        ('"охрана водных"', ["water"]),
        ('"водных охране"', []),
        ("«закон»", ["data"]),
        ("данных воды", ["data"]),  # one in the title, one in the text
        ("су", ["water", "data"]),  # the title before the text, though it is older
    ],
)
async def test_quotes_a_minus_and_or_mean_what_they_mean_elsewhere(names, q, found):
    assert await names(q) == found


async def test_one_language_alone_may_be_looked_in(names):
    assert await names("бюджет", language="ru") == ["budget"]
    assert await names("қорғау", language="ru") == []
    assert await names("қорғау", language="kk") == ["water"]


@pytest.mark.parametrize(
    "q", ['"', "-", "--", "-вода", "& | ! ( ) : * <->", "' OR х=х --", "\\", "%_", "🜁", "a" * 300]
)
@pytest.mark.usefixtures("filed")
async def test_nothing_typed_is_ever_an_error(search, q):
    assert await search(q) == []


@pytest.mark.parametrize("q", ["\0", "вода\0", "а" * 301])
async def test_what_cannot_be_looked_for_is_refused_by_its_name(http, q):
    answer = await http.get("/bills", params={"q": q})
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/q")


@pytest.mark.parametrize("q", ["дерктер", "дерек туралые", "откртых", "откр"])
async def test_words_that_are_nowhere_find_those_that_look_like_them(search, filed, q):
    [found] = await search(q)
    assert (found["id"], found["similar"]) == (filed[1], True)
    assert all(not bill["similar"] for bill in await search("деректер"))


@pytest.mark.usefixtures("filed")
async def test_what_was_looked_for_is_marked_where_it_stands(search):
    [found] = await search("озёра")
    [excerpt] = found["excerpts"]
    assert (excerpt["language"], excerpt["where"]) == ("ru", "text")
    assert [piece["text"] for piece in excerpt["pieces"] if piece["hit"]] == ["озёра"]
    assert "".join(piece["text"] for piece in excerpt["pieces"]) in WATER["texts"]["ru"]

    [found] = await search("деректерді")
    [kazakh] = found["excerpts"]
    assert (kazakh["language"], kazakh["where"]) == ("kk", "title")
    assert kazakh["pieces"][1] == {"text": "деректер", "hit": True}


async def test_a_place_in_a_long_text_is_shown_with_a_little_around_it(http, signed, search):
    around = "Общие слова о порядке. " * 400
    texts = {"kk": "1-бап.", "ru": f"{around}Здесь говорится о метрологии особо. {around}"}
    body = {"kind": "law", "title": {"kk": "Өлшем", "ru": "Об измерениях"}, "texts": texts}
    await http.post("/bills", json=body, headers=signed(DEPUTY))

    [found] = await search("метрология")
    [excerpt] = found["excerpts"]
    shown = "".join(piece["text"] for piece in excerpt["pieces"])
    assert shown in texts["ru"]
    assert "говорится о метрологии особо" in shown
    assert len(shown) < 220


async def test_a_bill_is_found_by_its_newest_words_and_no_longer_by_the_old(
    http, signed, names, filed
):
    headers = signed(DEPUTY) | {"If-Match": '"1"'}
    changed = {"title": BUDGET["title"], "texts": {"kk": "Жер.", "ru": "Земля."}}
    answer = await http.put(f"/bills/{filed[0]}/draft", json=changed, headers=headers)
    assert answer.status_code == 200, answer.text
    assert await names("охрана") == await names("озера") == []
    assert await names("земля") == ["water"]


async def test_a_search_may_be_narrowed_and_put_in_another_order(names):
    assert await names("туралы", sort="oldest") == ["water", "data", "budget"]
    assert await names("туралы", sort="newest") == ["budget", "data", "water"]
    assert await names("туралы", sort="changed") == ["budget", "data", "water"]
    assert await names("туралы", stage="registered") == []
    assert sorted(await names("туралы", stage=["registered", "draft"])) == [
        "budget",
        "data",
        "water",
    ]


async def test_pages_of_what_was_found_hold_every_bill_once(http, filed):
    answer = await http.get("/bills", params={"q": "су or туралы", "limit": 1})
    seen = []
    while True:
        seen += [bill["id"] for bill in answer.json()]
        if "next" not in answer.links:
            break
        answer = await http.get(answer.links["next"]["url"])
    assert sorted(seen) == sorted(filed)


@pytest.mark.usefixtures("filed")
async def test_a_cursor_of_another_list_is_refused(http):
    first = await http.get("/bills", params={"limit": 1})
    cursor = dict(
        part.split("=", 1) for part in first.links["next"]["url"].split("?")[1].split("&")
    )
    answer = await http.get("/bills", params={"q": "су", "cursor": cursor["cursor"]})
    assert answer.status_code == 400
    assert answer.json()["code"] == "bad-cursor"


async def test_more_than_a_block_that_match_are_all_found_once(desk, http):
    number = BLOCK + 30
    titles = [Bilingual(kk="Жер туралы", ru=f"О земле {n}") for n in range(number)]
    await put_on_file(desk, *(a_bill(title=title, number=None) for title in titles))

    seen, answer = [], await http.get("/bills", params={"q": "земля", "limit": 200})
    while True:
        seen += [bill["id"] for bill in answer.json()]
        if "next" not in answer.links:
            break
        answer = await http.get(answer.links["next"]["url"])
    assert (len(seen), len(set(seen))) == (number, number)
