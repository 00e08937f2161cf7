import pytest

from assistant.models.advice import Advice, Computer, Verdict, advise
from assistant.models.catalogue import Role, catalogue
from assistant.models.speeds import Speed
from ui.models_dialog.words import ModelWords, context_in_words

GB = 1_000_000_000


@pytest.fixture
def words(qapp):
    return ModelWords()


@pytest.fixture
def entry():
    return next(entry for entry in catalogue() if entry.licence_terms)


def test_a_context_is_said_in_words_and_round():
    assert context_in_words(8192) == 5800
    assert context_in_words(131_072) == 93_000
    assert context_in_words(100) == 71


def test_speed_is_said_in_words_a_second(words):
    assert words.speed_words(Speed(100, 28)) == "Writes 20 words a second here."
    assert words.speed_words(Speed(100, 2.1)) == "Writes 1.5 words a second here."
    assert words.speed_words(Speed(100, 28, measured=False)) == "Would write about 20 words a second here."


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(20, "less than a minute left"), (60, "about 1 min left"), (600, "about 10 min left"), (5400, "about 1.5 h left")],
)
def test_time_is_said_roughly(words, seconds, said):
    assert words.time_left(seconds) == said


def test_time_is_left_out_while_the_speed_is_unknown(words):
    assert words.transfer_words(50_000_000, 100_000_000, 0) == "50 MB of 100 MB"
    assert words.transfer_words(50_000_000, 100_000_000, 500_000) == "50 MB of 100 MB, about 2 min left"


def test_many_languages_are_counted(words):
    assert words.language_names(["en", "de"]) == "English, Deutsch"
    assert words.language_names(["en", "de", "fr", "es", "pt", "it", "nl", "pl", "cs"]).endswith(" and 3 more")


def test_abilities_are_words(words):
    assert words.role_names([Role.CHAT, Role.SUMMARIZE]) == "conversation, summaries"


@pytest.mark.parametrize(
    ("speed", "badge", "role"),
    [(Speed(0, 50, measured=False), "Runs well", "accent"), (Speed(0, 2, measured=False), "Slow here", "warning")],
)
def test_what_would_run_has_its_speed_and_its_need(words, entry, speed, badge, role):
    text = words.offer_text(entry, advise(GB, speed, Computer(8 * GB, 4 * GB)), installed=False)
    assert (text.badge, text.badge_role) == (badge, role)
    assert text.lines[-1].startswith("Would write about ")
    assert text.lines[-1].endswith("Needs 1.0 GB of memory.")


def test_what_would_not_fit_says_both_figures(words, entry):
    text = words.offer_text(entry, advise(9 * GB, None, Computer(8 * GB, 4 * GB)), installed=False)
    assert (text.badge, text.badge_role) == ("Won't fit here", "danger")
    assert "9.0 GB" in text.lines[-1]
    assert "8.0 GB" in text.lines[-1]


def test_what_nobody_knows_is_no_verdict(words, entry):
    advice = advise(GB, None, Computer(8 * GB, 4 * GB))
    assert advice.verdict is Verdict.UNKNOWN
    assert words.offer_text(entry, advice, installed=False).badge == ""


def test_a_model_that_is_here_is_not_judged(words, entry):
    text = words.offer_text(entry, advise(9 * GB, None, Computer(8 * GB, 4 * GB)), installed=True)
    assert text.badge == "On this computer"
    assert not any("GB of memory" in line for line in text.lines)


def test_the_terms_name_host_size_licence_and_what_it_forbids(words, entry):
    text = words.terms_text(entry, free_bytes=12 * GB)
    for part in (entry.host, entry.licence, entry.licence_terms, "149 MB", "12.0 GB"):
        assert part in text


def test_advice_is_never_in_tokens(words):
    speed = Speed(0, 50)
    advice = Advice(Verdict.WELL, advise(GB, speed, Computer(8 * GB, 4 * GB)).reason, GB, speed)
    assert "token" not in words.advice_words(advice)
