import threading

import pytest

from assistant.documents.blocks import Block, BlockKind, Document, Note, NoteKind
from assistant.documents.errors import SCANNED, BadDocumentError
from assistant.errors import EngineError
from assistant.jobs import CancelToken
from assistant.store import MessageState, Role
from assistant.store.records import Kind
from assistant.summaries.summary import Length, Origin, Style
from tests.ui.summaries.conftest import RepeatingEngine, long_text
from ui.chat.failures import Remedy
from ui.summaries.controller import State
from ui.summaries.kept import Options


class StuckReader:
    """Reads until it is cancelled or told to go on."""

    def __init__(self):
        self.go_on = threading.Event()

    def read(self, source, *, on_progress=None, cancel=None):
        cancel = cancel or CancelToken()
        with cancel.listening(self.go_on.set):
            self.go_on.wait()
        cancel.raise_if_cancelled()
        return Document("Read", "txt", (Block(BlockKind.PARAGRAPH, long_text()),))


class FailingReader:
    def read(self, source, *, on_progress=None, cancel=None):
        raise BadDocumentError(SCANNED).told("scan.pdf")


def test_key_sentences_are_there_before_the_model_has_written_a_word(make_desk):
    engine = RepeatingEngine()
    engine.wait_at = 0
    desk = make_desk(engine)
    desk.controller.take(long_text())
    desk.wait(lambda: desk.sheet is not None and desk.sheet.keys is not None)
    assert desk.sheet.running
    assert len(desk.sheet.keys.points) >= 3
    assert {point.origin for point in desk.sheet.keys.points} == {Origin.EXTRACTED}
    assert desk.sheet.summary is None


def test_a_pasted_text_is_summarised_whole_and_listed_as_a_summary(desk):
    sheet = desk.summarised()
    assert sheet.summary.finished
    assert sheet.summary.parts_covered == sheet.summary.parts_total > 3
    (conversation,) = desk.store.conversations()
    assert conversation.kind is Kind.SUMMARY
    assert desk.opened[-1] == conversation.id


def test_the_conversation_holds_the_request_and_the_summary(desk):
    sheet = desk.summarised()
    request, answer = desk.messages()
    assert (request.role, request.text) == (Role.USER, "Summarise “The town of Halford”")
    assert (answer.role, answer.state) == (Role.ASSISTANT, MessageState.COMPLETE)
    assert sheet.summary.points[0].text in answer.text
    assert "Covers" in answer.text


def test_a_blank_clipboard_is_a_sentence_in_place(desk):
    desk.controller.take("  \n ")
    assert desk.errors == ["There is no text in the clipboard. Copy some first."]
    assert desk.controller.state is State.EMPTY


def test_stop_keeps_what_was_covered_and_go_on_asks_only_for_the_rest(make_desk):
    engine = RepeatingEngine()
    engine.wait_at = 2
    desk = make_desk(engine)
    desk.controller.take(long_text())
    desk.wait(engine.gate.reached.is_set)
    desk.controller.stop()
    desk.wait_idle()
    stopped = desk.sheet.summary
    assert not stopped.finished
    assert stopped.parts_covered == 2 < stopped.parts_total
    assert desk.messages()[-1].state is MessageState.CANCELLED
    assert "Stopped: covers 2 of" in desk.messages()[-1].text
    engine.wait_at = None
    desk.controller.summarise()
    desk.wait_idle()
    assert desk.sheet.summary.complete
    assert len(engine.requests) == desk.sheet.summary.parts_total
    assert [message.state for message in desk.messages()] == [MessageState.COMPLETE] * 2


def test_after_a_restart_a_half_done_summary_is_there_and_goes_on(make_desk):
    engine = RepeatingEngine()
    engine.wait_at = 3
    first = make_desk(engine)
    first.controller.take(long_text())
    first.wait(lambda: engine.gate.reached.is_set() and first.sheet.summary is not None)
    number, total = first.sheet.id, first.sheet.summary.parts_total
    make_desk.end(first)

    again = RepeatingEngine()
    second = make_desk(again)
    assert second.store.path_messages(number)[-1].state is MessageState.INTERRUPTED
    second.controller.open(number)
    assert second.controller.conversation_id == number
    second.wait_open()
    assert second.sheet.resumable
    assert second.sheet.summary.parts_covered == 3
    assert not again.requests
    second.controller.summarise()
    second.wait_idle()
    assert second.sheet.summary.complete
    assert len(again.requests) == total - 3


@pytest.mark.parametrize(
    "options", [Options(Style.OUTLINE), Options(length=Length.SHORT), Options(Style.PARAGRAPH, Length.LONG)]
)
def test_another_style_or_length_asks_the_model_nothing_again(desk, options):
    desk.summarised()
    asked = len(desk.engine.requests)
    desk.controller.set_options(options)
    desk.wait_idle()
    assert len(desk.engine.requests) == asked
    assert (desk.sheet.summary.style, desk.sheet.summary.length) == (options.style, options.length)
    assert desk.sheet.summary.complete


def test_another_style_while_the_model_works_goes_on_in_that_style_in_the_same_message(make_desk):
    engine = RepeatingEngine()
    engine.wait_at = 2
    desk = make_desk(engine)
    desk.controller.take(long_text())
    desk.wait(engine.gate.reached.is_set)
    engine.wait_at = None
    desk.controller.set_options(Options(Style.OUTLINE))
    desk.wait_idle()
    assert desk.sheet.summary.style is Style.OUTLINE
    assert desk.sheet.summary.complete
    assert len(desk.messages()) == 2
    assert desk.store.path(desk.sheet.id)[-1].alternatives == 1


def test_a_newer_summary_stands_beside_the_one_before(desk):
    sheet = desk.summarised()
    desk.controller.set_options(Options(Style.OUTLINE))
    desk.wait_idle()
    head = desk.store.path(sheet.id)[-1]
    assert (head.alternative, head.alternatives) == (2, 2)


def test_a_newer_summary_comes_behind_the_questions_asked_meanwhile(desk):
    desk.summarised()
    desk.controller.ask("How many windows has the harbour?")
    desk.wait_idle()
    desk.controller.set_options(Options(Style.OUTLINE))
    desk.wait_idle()
    assert [message.role for message in desk.messages()] == [Role.USER, Role.ASSISTANT] * 3


def test_the_style_chosen_last_is_the_next_document_s(make_desk):
    first = make_desk()
    first.controller.set_options(Options(Style.OUTLINE, Length.SHORT))
    make_desk.end(first)
    second = make_desk()
    assert second.controller.options == Options(Style.OUTLINE, Length.SHORT)
    assert second.summarised().summary.style is Style.OUTLINE


def test_the_language_chosen_for_one_document_is_not_the_next_one_s(desk):
    desk.summarised()
    desk.controller.set_options(Options(language="de"))
    desk.wait(lambda: desk.sheet.failure is not None)
    assert desk.sheet.failure.remedies == (Remedy.CHOOSE_MODEL,)
    assert "can't write German" in desk.sheet.failure.sentence
    desk.controller.open(None)
    assert desk.controller.options == Options()


def test_the_same_document_again_opens_what_is_there(desk):
    number = desk.summarised().id
    asked = len(desk.engine.requests)
    desk.controller.open(None)
    desk.controller.take(long_text())
    desk.wait_idle()
    assert desk.sheet.id == number
    assert len(desk.store.conversations()) == 1
    assert len(desk.engine.requests) == asked


def test_a_second_document_waits_for_the_first_and_says_so(make_desk):
    engine = RepeatingEngine()
    engine.wait_at = 1
    desk = make_desk(engine)
    desk.controller.take(long_text())
    desk.wait(engine.gate.reached.is_set)
    first = desk.sheet
    desk.controller.take(long_text(sections=5).replace("Halford", "Whitby"))
    desk.wait(lambda: desk.controller.state is State.OPEN and desk.sheet is not first)
    assert desk.sheet.status == "Waiting for “The town of Halford”…"
    engine.wait_at = None
    engine.gate.open()
    desk.wait_idle()
    assert desk.sheet.summary.complete
    assert first.summary.complete
    assert desk.store.path_messages(first.id)[-1].state is MessageState.COMPLETE


def busy_with_another(desk):
    """A desk that summarises one document while a second one waits; returns the sheets."""
    desk.engine.wait_at = 1
    desk.controller.take(long_text())
    desk.wait(desk.engine.gate.reached.is_set)
    first = desk.sheet
    desk.controller.take(long_text(sections=5).replace("Halford", "Whitby"))
    desk.wait(lambda: desk.controller.state is State.OPEN and desk.sheet is not first)
    return first, desk.sheet


def test_one_that_waits_is_stopped_at_once(desk):
    first, second = busy_with_another(desk)
    desk.controller.stop()
    assert not second.running
    assert second.status == ""
    assert first.running
    assert desk.messages()[-1].state is MessageState.CANCELLED


def test_one_that_waits_takes_another_style_and_waits_on(desk):
    first, second = busy_with_another(desk)
    desk.controller.set_options(Options(Style.OUTLINE))
    assert second.status == "Waiting for “The town of Halford”…"
    desk.engine.wait_at = None
    desk.engine.gate.open()
    desk.wait_idle()
    assert second.summary.style is Style.OUTLINE
    assert first.summary.style is Style.KEY_POINTS
    assert len(desk.messages()) == 2


def test_a_question_that_waits_is_stopped_at_once(desk):
    busy_with_another(desk)
    desk.controller.ask("Which year was the harbour painted in?")
    desk.controller.stop_asking()
    assert not desk.sheet.asking
    assert desk.sheet.running


def test_a_document_left_while_it_is_summarised_is_found_as_it_is(make_desk):
    engine = RepeatingEngine()
    engine.wait_at = 2
    desk = make_desk(engine)
    desk.controller.take(long_text())
    desk.wait(engine.gate.reached.is_set)
    sheet = desk.sheet
    desk.controller.open(None)
    assert desk.controller.state is State.EMPTY
    desk.controller.open(sheet.id)
    assert desk.sheet is sheet


def test_reading_can_be_stopped_and_what_was_there_is_back(make_desk, tmp_path):
    reader = StuckReader()
    desk = make_desk(reader=reader)
    sheet = desk.summarised()
    desk.controller.read([tmp_path])
    assert desk.controller.state is State.READING
    desk.controller.stop()
    desk.wait_open()
    assert desk.sheet is sheet
    assert desk.errors == []


def test_a_document_that_can_t_be_read_is_one_sentence_and_what_was_there_stays(make_desk, tmp_path):
    desk = make_desk(reader=FailingReader())
    sheet = desk.summarised()
    desk.controller.read([tmp_path / "scan.pdf"])
    desk.wait(lambda: bool(desk.errors))
    assert desk.errors[0].startswith("scan.pdf holds only pictures")
    assert desk.sheet is sheet
    assert desk.controller.state is State.OPEN


def test_a_model_that_fails_is_a_sentence_with_a_button_and_the_key_sentences_stay(make_desk):
    engine = RepeatingEngine()
    engine.load_steps = [EngineError("The engine is gone. Try again.")]
    desk = make_desk(engine)
    desk.controller.take(long_text())
    desk.wait(lambda: desk.sheet is not None and desk.sheet.failure is not None)
    assert desk.sheet.failure.sentence == "The engine is gone. Try again."
    assert desk.sheet.failure.remedies == (Remedy.TRY_AGAIN,)
    assert desk.sheet.keys.points
    assert desk.messages()[-1].state is MessageState.FAILED
    engine.load_steps = []
    desk.controller.help_with(0)
    desk.wait_idle()
    assert desk.sheet.failure is None
    assert desk.sheet.summary.complete


GERMAN = "\n\n".join(
    f"Der Leuchtturm von Halford hat {number} Fenster und wurde im Jahr {1700 + number} von den Leuten der Stadt "
    "gestrichen, weil die Farbe nicht mehr gut war und der Wind sie mit der Zeit von den Steinen genommen hatte."
    for number in range(3, 40)
)


def test_a_language_the_model_can_t_write_leaves_the_key_sentences_and_says_so(desk):
    sheet = desk.summarised(GERMAN)
    assert sheet.summary.declined
    assert {point.origin for point in sheet.summary.points} == {Origin.EXTRACTED}
    assert desk.engine.requests == []


def test_only_languages_the_model_knows_are_offered(desk):
    assert desk.controller.languages() == ["en"]


def test_a_question_is_answered_with_its_places_and_kept(make_desk):
    desk = make_desk()
    number = desk.summarised().id
    assert desk.controller.ask("Which year was the harbour painted in?")
    desk.wait_idle()
    (question,) = desk.sheet.questions
    assert question.answer
    assert question.sources
    assert question.error == ""
    assert desk.messages()[-1].text.startswith(question.answer)
    make_desk.end(desk)
    second = make_desk()
    second.controller.open(number)
    second.wait_open()
    (kept,) = second.sheet.questions
    assert (kept.text, kept.answer, kept.sources) == (question.text, question.answer, question.sources)


def test_the_passages_of_a_question_are_shown_while_the_model_is_busy(make_desk):
    engine = RepeatingEngine()
    engine.wait_at = 1
    desk = make_desk(engine)
    desk.controller.take(long_text())
    desk.wait(engine.gate.reached.is_set)
    assert desk.controller.ask("Which year was the harbour painted in?")
    desk.wait(lambda: bool(desk.sheet.questions[0].sources))
    assert desk.sheet.questions[0].running
    assert desk.sheet.questions[0].answer == ""


def test_a_question_without_a_passage_is_a_sentence(desk):
    desk.summarised()
    desk.controller.ask("Xylophone zebra?")
    desk.wait_idle()
    assert desk.sheet.questions[0].error.startswith("No passage of the document has a word of this question.")
    assert desk.messages()[-1].state is MessageState.FAILED


def test_a_question_that_is_stopped_ends_without_an_answer(make_desk):
    engine = RepeatingEngine()
    desk = make_desk(engine)
    desk.summarised()
    engine.wait_at = 0
    desk.controller.ask("Which year was the harbour painted in?")
    desk.wait(engine.gate.reached.is_set)
    desk.controller.stop()
    desk.wait_idle()
    assert desk.sheet.questions[0].answer == ""
    assert desk.messages()[-1].state is MessageState.CANCELLED


def test_deleting_the_conversation_stops_it_and_closes_it(make_desk):
    engine = RepeatingEngine()
    engine.wait_at = 1
    desk = make_desk(engine)
    desk.controller.take(long_text())
    desk.wait(engine.gate.reached.is_set)
    sheet = desk.sheet
    desk.store.delete_conversation(sheet.id)
    desk.controller.close_conversation(sheet.id)
    assert desk.controller.state is State.EMPTY
    desk.wait(lambda: not sheet.running)
    desk.store.restore_conversation(sheet.id)
    desk.controller.open(sheet.id)
    desk.wait_open()
    assert desk.sheet.summary.parts_covered == 1


def test_before_the_store_becomes_another_one_everything_is_saved_and_let_go(make_desk):
    engine = RepeatingEngine()
    engine.wait_at = 2
    desk = make_desk(engine)
    desk.controller.take(long_text())
    desk.wait(lambda: engine.gate.reached.is_set() and desk.sheet.summary is not None)
    sheet = desk.sheet
    desk.controller.ask("Which year was the harbour painted in?")
    assert desk.controller.at_work
    desk.controller.let_go()
    assert not desk.controller.at_work
    assert desk.controller.state is State.EMPTY
    assert desk.controller.conversation_id is None
    assert [message.state for message in desk.messages(sheet.id)][1::2] == [MessageState.CANCELLED] * 2


def test_what_is_typed_belongs_to_its_document(desk):
    typed = ["half a question"]
    desk.controller.drafts.read = lambda: typed[0]
    drafts = []
    desk.controller.draft_opened.connect(drafts.append)
    number = desk.summarised().id
    desk.controller.drafts.touch()
    desk.controller.open(None)
    typed[0] = ""
    desk.controller.open(number)
    desk.wait_open()
    assert drafts[-1] == "half a question"


def test_renaming_shows_the_new_title(desk):
    sheet = desk.summarised()
    desk.store.rename(sheet.id, "Halford")
    desk.controller.reload()
    assert desk.sheet.conversation.title == "Halford"


def test_notes_about_what_could_not_be_read_come_back_with_the_document(make_desk, tmp_path):
    class NotingReader:
        def read(self, source, *, on_progress=None, cancel=None):
            blocks = (Block(BlockKind.PARAGRAPH, long_text()),)
            return Document("Scan", "pdf", blocks, 9, (Note(NoteKind.PAGES_WITHOUT_TEXT, 4),))

    desk = make_desk(reader=NotingReader())
    desk.controller.read([tmp_path / "scan.pdf"])
    desk.wait_idle()
    number = desk.sheet.id
    desk.controller.open(None)
    desk.controller.open(number)
    desk.wait_open()
    assert desk.sheet.digest.document.notes == (Note(NoteKind.PAGES_WITHOUT_TEXT, 4),)


def test_a_file_is_read_by_the_real_reader(desk, tmp_path):
    file = tmp_path / "town.md"
    file.write_text(long_text())
    desk.controller.read([file])
    desk.wait_idle()
    assert desk.sheet.digest.document.title == "The town of Halford"
    assert desk.reading[0] == "Reading the document…"
    assert desk.sheet.summary.complete
