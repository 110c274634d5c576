"""What structural elements are called in the languages of the parliament."""

import pytest

from shared.kernel.text import Language
from shared.texts.naming import named

KK, RU, EN = Language.KK, Language.RU, Language.EN


@pytest.mark.parametrize(
    ("address", "kk", "ru", "en"),
    [
        ("art_5", "5-бап", "статья 5", "article 5"),
        (
            "art_33-1__pt_2__sp_1",
            "33-1-баптың 2-тармағының 1) тармақшасы",
            "подпункт 1) пункта 2 статьи 33-1",
            "article 33-1, point 2, sub-point 1)",
        ),
        (
            "sec_1__chp_2__par_3",
            "1-бөлімнің 2-тарауының 3-параграфы",
            "параграф 3 главы 2 раздела 1",
            "section 1, chapter 2, paragraph 3",
        ),
        (
            "art_1__part_2__ind_4",
            "1-баптың 2-бөлігінің 4-абзацы",
            "абзац 4 части 2 статьи 1",
            "article 1, part 2, indent 4",
        ),
        (
            "art_4__part_note-2",
            "4-баптың 2-ескертпесі",
            "примечание 2 статьи 4",
            "article 4, note 2",
        ),
        ("title", "тақырып", "заголовок", "title"),
        ("preamble_2", "кіріспе, 2-абзац", "преамбула, абзац 2", "preamble"),
    ],
)
def test_an_element_is_called_by_all_that_it_stands_in(address, kk, ru, en):
    assert (named(address, KK), named(address, RU), named(address, EN)) == (kk, ru, en)


def test_there_is_no_name_for_what_is_no_address():
    with pytest.raises(KeyError):
        named("law_5", Language.KK)
