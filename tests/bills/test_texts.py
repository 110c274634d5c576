"""What proves that a text is unchanged."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.bills.domain.texts import Texts, digest_of


def test_the_digest_is_the_sha_256_of_the_text_in_utf_8():
    assert digest_of("Заң") == hashlib.sha256("Заң".encode()).hexdigest()
    assert digest_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("other", ["Заң ", "\nЗаң", "заң", "Зан\u0321"])
def test_no_change_is_too_small_to_show(other):
    assert digest_of("Заң") != digest_of(other)


def test_texts_that_only_look_alike_have_different_digests():
    composed = "Ресей й"
    decomposed = unicodedata.normalize("NFD", composed)
    assert composed != decomposed
    assert digest_of(composed) != digest_of(decomposed)


@given(kk=st.text(), ru=st.text())
def test_each_language_has_its_own_digest(kk, ru):
    digests = Texts(kk, ru).digests
    assert (digests.kk, digests.ru) == (digest_of(kk), digest_of(ru))


@pytest.mark.parametrize(
    ("kk", "ru", "both"),
    [("Мәтін", "Текст", True), ("Мәтін", "", False), ("", "Текст", False), (" \n\t", "Т", False)],
)
def test_blank_is_no_text(kk, ru, both):
    assert Texts(kk, ru).in_both_languages is both
