import shutil
import subprocess
from pathlib import Path

import PySide6
import pytest

from assistant.paths import resources_folder
from ui import translations
from ui.transcript.words import Counts


@pytest.fixture
def english(tmp_path):
    source = shutil.copy(resources_folder() / "translations" / "thimble_en.ts", tmp_path)
    release = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run([release, source], check=True, capture_output=True)
    return tmp_path


@pytest.mark.parametrize("language", ["en", "fi"])
def test_one_word_is_not_one_words(qapp, english, language):
    translations.install(qapp, language, folder=english)
    counted = [Counts().words(number) for number in (0, 1, 2)]
    for translator in qapp.findChildren(translations.QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    assert counted == ["0 words", "1 word", "2 words"]
