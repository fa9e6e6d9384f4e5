"""In which language is a text?"""

import pytest

from dateline.intake.language import language_of, tag

FRENCH = (
    "Le ministre des affaires étrangères a déclaré mardi que son pays ne participerait pas aux pourparlers de la semaine "
    "prochaine. Selon lui, les conditions d'un dialogue utile ne sont pas encore réunies, mais une rencontre reste possible."
)
ENGLISH = (
    "The foreign minister said on Tuesday that his country would not take part in the talks of next week. In his view "
    "the conditions of a useful dialogue have not been met, but a meeting remains possible before the summer."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        ("Министр иностранных дел заявил во вторник, что переговоры начнутся на следующей неделе в Женеве.", "ru"),
        ("Paris refuse.", None),
        ("Ministers meet", None),
        ("", None),
        ("12 345 678 " * 100, None),
    ],
)
def test_language_of(text: str, language: str | None) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("given", "wanted"), [("en", "en"), ("en-GB", "en"), ("EN_us", "en"), ("English", "en"), ("fr", "fr")])
def test_tag(given: str, wanted: str) -> None:
    assert tag(given) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Los ministros de Exteriores se reunirán el martes en Ginebra para hablar de la crisis, dijo un portavoz."),
        ("fr", "Les ministres se rencontreront mardi à Genève pour discuter de la crise, a annoncé le porte-parole."),
        ("ru", "Переговоры отложены"),
        ("zh", "外交部发言人表示，会谈推迟。"),
        ("ar", "أعلن المتحدث أن وزراء الخارجية سيجتمعون يوم الثلاثاء."),
        (None, "Lavrov, Blinken, Macron, Scholz, Sunak: Geneva, Vienna, Astana summits 2022-2023"),
        (None, "Paris dément"),
    ],
)
def test_short_texts_of_other_languages_are_told_where_english_is_ruled_out(language: str | None, text: str) -> None:
    assert language_of(text) == language
