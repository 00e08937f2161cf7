from __future__ import annotations

import pytest

from assistant.errors import ModelError, SettingsError
from assistant.events import AnswerStats, Cancelled, Connecting, Failed, Installed, Transferred
from assistant.jobs import run_job
from assistant.models.advice import Verdict
from assistant.models.catalogue import catalogue
from assistant.models.manager import ModelManager
from assistant.settings import SettingsFile
from tests.engine.tiny_models import write_llama
from tests.models.file_server import stalling_after


@pytest.fixture
def settings(tmp_path):
    return SettingsFile(tmp_path / "settings.json")


@pytest.fixture
def models(tmp_path, settings):
    return ModelManager(tmp_path / "models", settings)


@pytest.fixture
def outside(tmp_path):
    (tmp_path / "outside").mkdir()
    return write_llama(tmp_path / "outside" / "Tiny.gguf")


def done(job):
    """Run a job and return its events."""
    events = []
    run_job(job, lambda _, event: events.append(event))
    return events


def bring(models, path, **options):
    return models.finish_import(done(models.import_job(path, **options))[-1])


def own(models):
    return [one.model for one in models.installed() if not one.model.built_in]


def test_an_imported_model_is_in_the_library(models, outside):
    model = bring(models, outside)
    assert own(models) == [model]
    assert not model.in_place


def test_a_model_used_in_place_is_in_the_settings(models, outside, settings):
    model = bring(models, outside, in_place=True)
    assert own(models) == [model]
    assert model.in_place
    assert settings.current.model_files == (str(outside),)
    bring(models, outside, in_place=True)
    assert settings.current.model_files == (str(outside),)


def test_a_removed_model_comes_back(models, outside):
    model = bring(models, outside)
    removed = models.remove(model)
    assert own(models) == []
    assert models.restore(removed) == model
    assert own(models) == [model]


def test_a_removed_model_is_gone_once_the_trash_is_emptied(models, outside):
    removed = models.remove(bring(models, outside))
    models.empty_trash(removed)
    assert not removed.folder.exists()
    with pytest.raises(ModelError, match="no longer in the trash"):
        models.restore(removed)


def test_a_model_used_in_place_is_only_forgotten(models, outside, settings):
    model = bring(models, outside, in_place=True)
    removed = models.remove(model)
    models.empty_trash(removed)
    assert outside.exists()
    assert settings.current.model_files == ()
    assert models.restore(removed) == model


def test_a_broken_file_can_be_removed(models, tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "broken.gguf").write_bytes(b"GGUF")
    (broken,) = own(models)
    models.remove(broken)
    assert own(models) == []


@pytest.mark.model
def test_the_built_in_model_cannot_be_removed(models):
    with pytest.raises(ModelError, match="belongs to Thimble"):
        models.remove(models.library.find(""))


def test_a_model_used_in_place_is_there_although_the_settings_cannot_be_saved(models, outside, tmp_path):
    (tmp_path / "settings.json").mkdir()
    event = done(models.import_job(outside, in_place=True))[-1]
    with pytest.raises(SettingsError):
        models.finish_import(event)
    assert [model.path for model in own(models)] == [outside]


def test_what_is_no_model_fails_the_job_with_a_sentence(models, tmp_path):
    (final,) = done(models.import_job(tmp_path))
    assert isinstance(final, Failed)
    assert isinstance(final.error, ModelError)


def test_a_downloaded_model_is_in_the_library_and_known(models, fetched):
    server, entry = fetched
    assert models.installed_entry(entry) is None
    events = done(models.download_job(entry))
    assert events[0] == Connecting(server.host)
    assert isinstance(events[-1], Installed)
    model = models.finish_import(events[-1])
    assert models.installed_entry(entry) == model
    moved = model.path.rename(model.path.with_name("renamed.gguf"))
    assert [one.path for one in own(models)] == [moved]


def test_a_paused_download_goes_on_or_is_thrown_away(models, fetched):
    server, entry = fetched
    server.plan = [stalling_after(5_000)]
    job = models.download_job(entry)
    events = []

    def deliver(_, event):
        events.append(event)
        if isinstance(event, Transferred):
            job.cancel.cancel()

    run_job(job, deliver)
    assert events[-1] == Cancelled()
    job = models.download_job(entry)
    done(job)
    assert models.downloaded_bytes(entry) == 0
    assert models.installed_entry(entry) is not None


def test_what_came_of_a_download_is_counted_and_can_be_thrown_away(models, fetched):
    _, entry = fetched
    part = models._part(entry)
    with part:
        part.write(b"GGUF")
    assert models.downloaded_bytes(entry) == 4
    models.discard_download(entry)
    assert models.downloaded_bytes(entry) == 0


def stats(rate):
    return AnswerStats(200, 100, 10 * rate, rate, 0.1)


def test_a_model_that_answered_here_is_judged_by_its_own_speed(models, outside):
    model = bring(models, outside)
    models.record(model, stats(50.0))
    (found,) = (one for one in models.installed() if not one.model.built_in)
    assert found.speed.answer == 50.0
    advice = models.advice(found)
    assert (advice.verdict, advice.speed.measured) == (Verdict.WELL, True)


def test_a_model_that_is_not_here_is_judged_by_one_that_is(models, outside):
    model = bring(models, outside)
    entry = catalogue().find("lfm2.5-230m-qad-q4_0")
    assert models.advice(entry).verdict in (Verdict.UNKNOWN, Verdict.WONT_FIT)
    models.record(model, stats(100.0))
    speed = models.advice(entry).speed
    assert not speed.measured
    assert speed.answer == pytest.approx(100.0 * model.size / entry.bytes)


def test_the_memory_ceiling_of_the_settings_counts(models, settings):
    settings.update(memory_limit_mb=100)
    advice = models.advice(catalogue().find("lfm2.5-230m-qad-q4_0"))
    assert advice.verdict is Verdict.WONT_FIT
    assert "the settings allow 100 MB" in advice.reason.sentence
