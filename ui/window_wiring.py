"""What connects the parts of the window: which command does what, and who hears of what."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.app import App
    from ui.chat.controller import ChatController
    from ui.main_window import MainWindow


def actions_of(window: MainWindow) -> dict[str, Callable[[], object]]:
    """Return what each command of the window does."""
    return {
        "chat": window.focus_page,
        "summarise": window.switch.show_summary,
        "new": window.new_chat,
        "summary_new": window.switch.new_summary,
        "save": window.switch.save,
        "find": lambda: None if window.switch.find(0) else window.finder.open_here(),
        "find_next": lambda: None if window.switch.find(1) else window.finder.step(1),
        "find_previous": lambda: None if window.switch.find(-1) else window.finder.step(-1),
        "search_all": window.search_all,
        "search": window.search,
        "palette": window.open_palette,
        "stop": window.stop_or_close,
        "copy": window.copy_last_answer,
        "previous": lambda: window.switch.step(-1),
        "next": lambda: window.switch.step(1),
        "model": window.choose_model,
        "models": window.others.open_models,
        "export": window.export_open,
        "import": window.exchange.open_import,
        "settings": window.open_settings,
        "offline": window.sidebar.show_offline,
        "folder": window.add_folder,
        "bin": window.organiser.open_bin,
        "statistics": window.organiser.open_statistics,
        "shortcuts": window.others.open_shortcuts,
        "quit": window.close,
    }


def connect(window: MainWindow, app: App, controller: ChatController) -> None:
    """Connect the parts of the window."""
    side = window.sidebar
    side.chat_requested.connect(window.focus_page)
    side.new_requested.connect(window.new_chat)
    side.settings_requested.connect(window.open_settings)
    side.search.left.connect(window.stop_or_close)
    side.search_requested.connect(window.search_all)
    side.list.refreshed.connect(window.finder.wake)
    window.finder.failed.connect(window.notices.add)
    window.finder.left.connect(window.switch.focus_page)
    window.finder.conversation_wanted.connect(window.open_conversation)
    side.list.opened.connect(window.open_conversation)
    side.list.removed.connect(app.forget)
    side.list.removing.connect(window.stop_answers)
    side.list.renamed.connect(controller.reload)
    side.list.failed.connect(window.notices.add)
    side.list.refreshed.connect(window.retitle)
    side.export_requested.connect(window.exchange.export)
    window.page.rename_requested.connect(window.rename)
    window.page.delete_requested.connect(side.list.delete_by_id)
    window.page.header.export_chosen.connect(window.export_open)
    window.page.header.import_chosen.connect(window.exchange.open_import)
    window.exchange.changed.connect(window.conversations_came)
    window.exchange.said.connect(window.notices.add)
    controller.conversations_changed.connect(side.list.refresh)
    window.switch.opened.connect(window.opened)
    window.switch.turning.connect(window.drawer.close_drawer)
    window.switch.turning.connect(window.finder.leave)
    window.switch.said.connect(window.notices.add)
    window.summaries.model_wanted.connect(window.others.open_models)
    window.summaries.rename_requested.connect(window.rename)
    controller.notice.connect(window.notices.add)
    window.picker.failed.connect(window.notices.add)
    window.picker.chosen.connect(controller.set_model)
    controller.model_changed.connect(window.picker.refresh)
    controller.model_changed.connect(window.others.model_changed)
    controller.model_wanted.connect(window.others.open_models)
    window.picker.models_wanted.connect(window.others.open_models)
    window.picker.file_wanted.connect(window.others.choose_model_file)
    window.drops.dropped.connect(window.others.add_model_files)
    window.document_drops.dropped.connect(window.switch.open_documents)
    window.others.setting_changed.connect(window.setting_changed)
    window.others.task_wanted.connect(window.close_for)
    window.others.model_chosen.connect(controller.set_model)
    window.others.models_changed.connect(window.picker.refresh)
    window.others.said.connect(window.notices.add)
    window.organiser.opened.connect(window.open_conversation)
    window.organiser.said.connect(window.notices.add)
