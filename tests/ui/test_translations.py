import shutil
import subprocess
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt

from assistant.paths import resources_folder
from ui import translations
from ui.transcript.words import Counts

CATALOGUE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="{language}">
<context><name>commands</name>
<message><source>New chat</source><translation>{text}</translation></message>
</context>
</TS>
"""


@pytest.fixture
def catalogues(tmp_path):
    release = Path(PySide6.__file__).parent / "lrelease"
    for language, text in {"de": "Neuer Chat", "ar": "محادثة جديدة"}.items():
        source = tmp_path / f"thimble_{language}.ts"
        source.write_text(CATALOGUE.format(language=language, text=text), encoding="utf-8")
        subprocess.run([release, source, "-qm", source.with_suffix(".qm")], check=True, capture_output=True)
    return tmp_path


@pytest.fixture(autouse=True)
def as_before(qapp):
    before = QLocale()
    yield
    for translator in qapp.findChildren(translations.QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_language_of_the_settings_is_used(qapp, catalogues):
    translations.install(qapp, "de", folder=catalogues)
    assert QCoreApplication.translate("commands", "New chat") == "Neuer Chat"


def test_numbers_are_written_as_in_that_language(qapp, catalogues):
    translations.install(qapp, "de", folder=catalogues)
    assert QLocale().toString(1.5, "f", 1) == "1,5"


def test_a_right_to_left_language_mirrors_the_window(qapp, catalogues):
    translations.install(qapp, "ar", folder=catalogues)
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_language_without_translation_leaves_english(qapp, catalogues):
    translations.install(qapp, "fi", folder=catalogues)
    assert QCoreApplication.translate("commands", "New chat") == "New chat"


def test_a_broken_catalogue_leaves_english(qapp, tmp_path):
    (tmp_path / "thimble_de.qm").write_bytes(b"\x00" * 100)
    translations.install(qapp, "de", folder=tmp_path)
    assert QCoreApplication.translate("commands", "New chat") == "New chat"


@pytest.mark.parametrize("language", ["en", "fi"])
def test_one_word_is_not_one_words(qapp, tmp_path, language):
    source = shutil.copy(resources_folder() / "translations" / "thimble_en.ts", tmp_path)
    release = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([release, source], check=True, capture_output=True)
    translations.install(qapp, language, folder=tmp_path)
    assert [Counts().words(number) for number in (0, 1, 2)] == ["0 words", "1 word", "2 words"]
