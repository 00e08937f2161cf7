"""The language of the interface."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from assistant.paths import resources_folder

_ENGLISH_PLURALS = "thimble_en"
SOURCE_LANGUAGE = QLocale.Language.English


def install(app: QApplication, language: str, *, folder: Path | None = None) -> QLocale:
    """Set the language, the number formats and the reading direction of the interface.

    Without a translation for it the interface stays English, and reads from left to right.

    Args:
        app: Takes the translations in.
        language: As in the settings ("de"); empty for the system's.
        folder: Where the `thimble_*.qm` lie.

    Returns:
        The locale in force.
    """
    locale = QLocale(language) if language else QLocale.system()
    found = False
    own = QTranslator(app)
    translations = str(folder or resources_folder() / "translations")
    if own.load(locale, "thimble", "_", translations):
        found = True
    else:
        own.load(_ENGLISH_PLURALS, translations)
    app.installTranslator(own)
    if found or locale.language() == SOURCE_LANGUAGE or language:
        qt = QTranslator(app)
        if qt.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            app.installTranslator(qt)
        if language:
            QLocale.setDefault(locale)
        app.setLayoutDirection(locale.textDirection())
    return locale
