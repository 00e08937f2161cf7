import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from assistant.errors import Bytes, ModelError
from ui.sentences import file_size, sentence


class German(QTranslator):
    """Translates one sentence of the core, as a real catalogue would."""

    def __init__(self, text):
        super().__init__()
        self._text = text

    def isEmpty(self):  # noqa: N802 - Qt's name
        return False

    def translate(self, context, source, _disambiguation=None, _number=-1):
        return self._text if (context, source) == ("errors", "The file {file} is gone.") else ""


@pytest.fixture
def german(qapp):
    installed = []

    def install(text):
        installed.append(German(text))
        QCoreApplication.installTranslator(installed[-1])

    yield install
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


def test_large_numbers_are_written_in_groups(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    try:
        error = ModelError("About {words} words, {number} at once.", words=1_400_000, number=6100)
        assert sentence(error) == "About 1,400,000 words, 6100 at once."
    finally:
        QLocale.setDefault(before)


def test_an_error_is_said_with_its_fields_filled_in(qapp):
    assert sentence(ModelError("The file {file} is gone.", file="a{b}.gguf")) == "The file a{b}.gguf is gone."


def test_an_error_is_said_in_the_users_language(german):
    german("Die Datei {file} ist weg.")
    assert sentence(ModelError("The file {file} is gone.", file="x")) == "Die Datei x ist weg."


def test_a_translation_with_wrong_fields_is_not_shown(german):
    german("Die Datei {datei} ist weg.")
    assert sentence(ModelError("The file {file} is gone.", file="x")) == "The file x is gone."


@pytest.mark.parametrize(("size", "text"), [(0, "0 MB"), (1, "1 MB"), (97_800_000, "98 MB"), (1_440_000_000, "1.4 GB")])
def test_sizes_are_said_in_megabytes_and_gigabytes(qapp, size, text):
    assert file_size(size) == text


def test_a_size_in_a_sentence_is_written_as_the_users_language_does(qapp):
    before = QLocale()
    error = ModelError("Needs {need}, {free} is free.", need=Bytes(1_440_000_000), free=Bytes(900_000_000))
    QLocale.setDefault(QLocale("de_DE"))
    try:
        assert sentence(error) == "Needs 1,4 GB, 900 MB is free."
    finally:
        QLocale.setDefault(before)
    assert error.sentence == "Needs 1.4 GB, 900 MB is free."
