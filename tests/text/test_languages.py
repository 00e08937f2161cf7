from __future__ import annotations

import pytest

from assistant.text.languages import language_of, stop_words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The council has decided that the old harbour will be closed to ships from next year on.", "en"),
        ("Der Rat hat beschlossen, dass der alte Hafen ab dem nächsten Jahr für Schiffe geschlossen wird.", "de"),
        ("Le conseil a décidé que le vieux port sera fermé aux navires dès l'année prochaine.", "fr"),
        ("El consejo ha decidido que el viejo puerto se cierre a los barcos a partir del próximo año.", "es"),
        ("De raad heeft besloten dat de oude haven vanaf volgend jaar voor schepen gesloten wordt.", "nl"),
        ("市议会决定从明年起关闭旧港口。", "zh"),
        ("市議会は来年から古い港を閉鎖することを決めました。", "ja"),
        ("Городской совет решил закрыть старый порт со следующего года.", "ru"),
    ],
)
def test_a_language_is_told_by_its_commonest_words_or_its_script(text, code):
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "12 345", "Ok", "Lorem ipsum dolor sit amet consectetur adipiscing elit"])
def test_what_can_not_be_told_is_not_guessed(text):
    assert language_of(text) == ""


def test_only_the_words_of_the_language_are_stop_words():
    assert "the" in stop_words("en")
    assert "der" not in stop_words("en")
    assert {"the", "der", "le"} <= stop_words("xx")
