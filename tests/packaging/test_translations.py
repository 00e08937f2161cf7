from __future__ import annotations

import os
import re
import shutil
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import translations
from failure import SetupError
from PySide6.QtCore import QTranslator

VENV = Path(sys.prefix)
SOURCE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context><name>errors</name>
<message><source>The disk is full.</source><translation>Der Datenträger ist voll.</translation></message>
</context>
</TS>
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "thimble_de.ts").write_text(SOURCE, encoding="utf-8")
    return tmp_path


def test_a_translation_is_compiled_and_can_be_looked_up(folder):
    translations.compile_outdated(VENV, folder)
    translator = QTranslator()
    assert translator.load(str(folder / "thimble_de.qm"))
    assert translator.translate("errors", "The disk is full.") == "Der Datenträger ist voll."


def test_only_what_changed_is_compiled_again(folder):
    translations.compile_outdated(VENV, folder)
    assert translations.outdated(folder) == []
    later = (folder / "thimble_de.qm").stat().st_mtime + 5
    os.utime(folder / "thimble_de.ts", (later, later))
    assert translations.outdated(folder) == [folder / "thimble_de.ts"]


def test_no_translations_at_all_is_fine(tmp_path):
    translations.compile_outdated(VENV, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_broken_translation_is_one_sentence_and_leaves_nothing_behind(folder):
    (folder / "thimble_de.ts").write_text("<TS><context>")
    with pytest.raises(SetupError, match=r"thimble_de\.ts cannot be compiled"):
        translations.compile_outdated(VENV, folder)
    assert [file.name for file in folder.iterdir()] == ["thimble_de.ts"]


@pytest.fixture
def program(tmp_path):
    (tmp_path / "assistant").mkdir()
    (tmp_path / "ui").mkdir()
    (tmp_path / "main.py").touch()
    return tmp_path


def test_sentences_of_the_core_are_found_with_their_context(program):
    (program / "assistant" / "a.py").write_text(
        'raise E(\n    QT_TRANSLATE_NOOP(\n        "errors",\n        "One sentence, "\n        "in two parts.",\n'
        "    )\n)\n"
    )
    translations.collect(VENV, program / "ts", root=program)
    text = (program / "ts" / "thimble_fr.ts").read_text()
    assert "<name>errors</name>" in text
    assert "<source>One sentence, in two parts.</source>" in text


def test_strings_of_the_window_are_found_in_every_language(program):
    (program / "ui" / "page.py").write_text('class Page:\n    def f(self):\n        self.tr("New chat")\n')
    translations.collect(VENV, program / "ts", root=program)
    for language in translations.LANGUAGES:
        text = (program / "ts" / f"thimble_{language}.ts").read_text()
        assert "<name>Page</name>" in text
        assert "<source>New chat</source>" in text


def test_existing_translations_are_kept(program):
    (program / "ts").mkdir()
    (program / "ts" / "thimble_de.ts").write_text(SOURCE, encoding="utf-8")
    (program / "assistant" / "a.py").write_text('QT_TRANSLATE_NOOP("errors", "The disk is full.")\n')
    translations.collect(VENV, program / "ts", root=program)
    assert "Der Datenträger ist voll." in (program / "ts" / "thimble_de.ts").read_text(encoding="utf-8")


def test_a_string_nobody_could_look_up_is_named(program):
    (program / "ui" / "page.py").write_text('tr("Lost")\n')
    assert "Without a context: Lost" in translations.collect(VENV, program / "ts", root=program)


def test_every_string_of_the_interface_is_translated(tmp_path):
    kept = sorted(translations.FOLDER.glob("*.ts"))
    for source in kept:
        shutil.copy(source, tmp_path)
    said = translations.collect(VENV, tmp_path)
    assert "Without a context" not in said
    for source in kept:
        messages = list(ElementTree.parse(tmp_path / source.name).iter("message"))
        missing = [m.findtext("source") for m in messages if m.find("translation").get("type") == "unfinished"]
        assert messages
        assert missing == []


FIELDS = re.compile(r"\{\w*\}|%n")


@pytest.mark.parametrize("language", translations.LANGUAGES)
def test_every_translation_keeps_its_fields(language):
    for message in ElementTree.parse(translations.FOLDER / f"thimble_{language}.ts").iter("message"):
        wanted = sorted(FIELDS.findall(message.findtext("source")))
        translation = message.find("translation")
        for text in [form.text for form in translation.iter("numerusform")] or [translation.text]:
            assert sorted(FIELDS.findall(text)) == wanted, message.findtext("source")
