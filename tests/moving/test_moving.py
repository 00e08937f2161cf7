from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from assistant.errors import StoreError, ThimbleError
from assistant.moving import arrival, failures
from assistant.moving import bundle as bundle_module
from assistant.moving.arrival import UNPACKING, move_in, settle
from assistant.moving.bundle import move_out, read_manifest
from assistant.moving.contents import MovingError, allowed
from assistant.moving.portable import set_up_portable
from assistant.paths import PORTABLE_FOLDER, Paths
from assistant.settings import SettingsFile
from assistant.store import Role, Store, keys
from assistant.store.keys import LockedError
from assistant.store.protection import Protection
from tests.engine.tiny_models import write_llama

PASSPHRASE = "correct horse battery"
ROOT = Path(__file__).resolve().parents[2]
MANIFEST = "thimble-move.json"


@pytest.fixture(autouse=True)
def _quick_passphrases(monkeypatch):
    monkeypatch.setattr(keys, "_COST", 1 << 8)


@pytest.fixture
def here(tmp_path):
    paths = Paths(tmp_path / "here", "option")
    with Store.open(paths.conversations) as store:
        conversation = store.create_conversation(title="Lighthouses")
        question = store.add_message(conversation.id, parent_id=None, role=Role.USER, text="How tall?")
        store.add_message(conversation.id, parent_id=question.id, role=Role.ASSISTANT, text="Very tall.")
        store.delete_conversation(store.create_conversation(title="In the bin").id)
    SettingsFile(paths.settings).update(temperature=0.75)
    paths.models.mkdir()
    write_llama(paths.models / "Tiny.gguf")
    (paths.models / "speeds.json").write_text("{}")
    (paths.models / "Half.gguf.part").write_bytes(b"half")
    return paths


@pytest.fixture
def there(tmp_path):
    return Paths(tmp_path / "there", "option")


@pytest.fixture
def file(tmp_path):
    return tmp_path / "everything.thimble.zip"


def snapshot(folder):
    return {
        str(one.relative_to(folder)): hashlib.sha256(one.read_bytes()).hexdigest()
        for one in folder.rglob("*")
        if one.is_file() and not one.name.endswith((".lock", "-shm", "-wal"))
    }


def texts(paths, key=None):
    with Store.open(paths.conversations, key=key) as store:
        assert store.notices == []
        return [message.text for one in store.conversations() for message in store.path_messages(one.id)]


def test_everything_comes_over(here, there, file):
    manifest = move_out(here, file, key=None, models=True)
    assert (manifest.conversations, manifest.models, manifest.protected) == (1, 1, False)
    assert move_in(file, there) == manifest
    assert texts(there) == ["How tall?", "Very tall."]
    assert SettingsFile(there.settings).current.temperature == 0.75
    assert (there.models / "Tiny.gguf").read_bytes() == (here.models / "Tiny.gguf").read_bytes()
    assert sorted(one.name for one in there.models.iterdir()) == ["Tiny.gguf"]
    assert not there.arrived.exists()
    assert not (there.data / UNPACKING).exists()


def test_moving_out_changes_nothing_here_and_leaves_nothing(here, file):
    before = snapshot(here.data)
    move_out(here, file, key=None, models=True)
    assert snapshot(here.data) == before
    assert [one.name for one in file.parent.iterdir() if one != here.data] == [file.name]


def test_models_stay_here_unless_they_are_wanted(here, file):
    move_out(here, file, key=None, models=False)
    assert zipfile.ZipFile(file).namelist() == ["conversations.db", "settings.json", MANIFEST]


def test_any_program_that_unpacks_can_take_the_files_out_and_check_them(here, file):
    move_out(here, file, key=None, models=True)
    with zipfile.ZipFile(file) as archive:
        manifest = json.loads(archive.read(MANIFEST))
        assert manifest["format"] == "thimble move 1"
        for entry in manifest["files"]:
            content = archive.read(entry["name"])
            assert (len(content), hashlib.sha256(content).hexdigest()) == (entry["size"], entry["sha256"])


def test_what_is_written_meanwhile_does_not_spoil_the_copy(here, there, file):
    with Store.open(here.conversations) as store:
        move_out(here, file, key=None, models=False, report=lambda share: store.create_conversation(title="Later"))
    move_in(file, there)
    assert texts(there) == ["How tall?", "Very tall."]


def test_protected_conversations_stay_encrypted_on_the_way(here, there, file):
    key = Protection.of(here).turn_on(PASSPHRASE)
    manifest = move_out(here, file, key=key, models=False)
    assert manifest.protected
    for text in (b"How tall?", b"Lighthouses", b"Very tall."):
        assert text not in file.read_bytes()
    move_in(file, there)
    unlocked = Protection.of(there).unlock(PASSPHRASE)
    assert not unlocked.waiting
    assert texts(there, unlocked.key) == ["How tall?", "Very tall."]


def test_protected_conversations_are_not_taken_out_without_the_key(here, file):
    Protection.of(here).turn_on(PASSPHRASE)
    with pytest.raises(LockedError):
        move_out(here, file, key=None, models=False)
    assert not file.exists()


def test_a_file_that_exists_is_not_overwritten(here, file):
    file.write_bytes(b"precious")
    with pytest.raises(MovingError, match="already"):
        move_out(here, file, key=None, models=False)
    assert file.read_bytes() == b"precious"


def test_a_folder_without_conversations_gives_settings_and_models(here, there, file):
    here.conversations.unlink()
    assert move_out(here, file, key=None, models=True).conversations == 0
    move_in(file, there)
    assert SettingsFile(there.settings).current.temperature == 0.75
    assert not there.conversations.exists()


def test_conversations_that_are_here_are_never_overwritten(here, there, file):
    move_out(here, file, key=None, models=True)
    with Store.open(there.conversations) as store:
        store.create_conversation(title="Mine")
    before = snapshot(there.data)
    with pytest.raises(MovingError, match="never overwritten"):
        move_in(file, there)
    assert snapshot(there.data) == before


def test_conversations_in_the_bin_count_too(here, there, file):
    move_out(here, file, key=None, models=False)
    with Store.open(there.conversations) as store:
        store.delete_conversation(store.create_conversation(title="Mine").id)
    with pytest.raises(MovingError, match="never overwritten"):
        move_in(file, there)


def test_protected_conversations_that_are_here_are_never_overwritten(here, there, file):
    move_out(here, file, key=None, models=False)
    Store.open(there.conversations).close()
    Protection.of(there).turn_on(PASSPHRASE)
    before = snapshot(there.data)
    with pytest.raises(MovingError, match="never overwritten"):
        move_in(file, there)
    assert snapshot(there.data) == before


def test_an_empty_store_and_the_settings_that_are_here_are_kept_beside(here, there, file):
    move_out(here, file, key=None, models=False)
    Store.open(there.conversations).close()
    SettingsFile(there.settings).update(temperature=0.25)
    move_in(file, there)
    names = {one.name.split("-before-")[0] for one in there.data.iterdir()}
    assert any(name.startswith("conversations.before-move-") for name in names)
    (kept,) = there.data.glob("settings.before-move-*.json")
    assert SettingsFile(kept).current.temperature == 0.25
    assert texts(there) == ["How tall?", "Very tall."]


def test_a_store_open_in_a_window_is_not_replaced(here, there, file):
    move_out(here, file, key=None, models=False)
    with Store.open(there.conversations), pytest.raises(MovingError, match="Close its window"):
        move_in(file, there)
    assert not there.arrived.exists()


def test_a_model_that_is_here_already_is_not_doubled_and_another_of_that_name_stays(here, there, file):
    (here.models / "Other.gguf").write_bytes(b"theirs")
    move_out(here, file, key=None, models=True)
    there.models.mkdir(parents=True)
    write_llama(there.models / "Tiny.gguf")
    (there.models / "Other.gguf").write_bytes(b"mine")
    move_in(file, there)
    assert {one.name: one.read_bytes()[:6] for one in there.models.iterdir() if "Other" in one.name} == {
        "Other.gguf": b"mine",
        "Other-2.gguf": b"theirs",
    }
    assert len(list(there.models.glob("Tiny*"))) == 1


def test_what_models_and_the_search_knew_of_other_conversations_goes(here, there, file):
    move_out(here, file, key=None, models=False)
    there.states.mkdir(parents=True)
    (there.states / "old.state").write_bytes(b"old")
    (there.data / "search.db").write_bytes(b"old")
    move_in(file, there)
    assert not (there.data / "search.db").exists()
    assert list(there.states.iterdir()) == []


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.8, 0.95, 0.999])
def test_a_changed_file_is_refused_and_changes_nothing(here, there, file, share):
    move_out(here, file, key=None, models=True)
    content = bytearray(file.read_bytes())
    content[int(len(content) * share)] ^= 1
    file.write_bytes(content)
    with pytest.raises(MovingError):
        move_in(file, there)
    assert not [one for one in there.data.rglob("*") if one.is_file() and one.suffix != ".lock"]


def test_every_changed_byte_of_a_small_file_is_noticed(there, file):
    there.data.mkdir()
    SettingsFile(there.settings).update(temperature=0.5)
    move_out(there, file, key=None, models=False)
    whole = file.read_bytes()
    target = Paths(file.parent / "target", "option")
    unnoticed = []
    for place in range(0, len(whole), 3):
        file.write_bytes(whole[:place] + bytes([whole[place] ^ 0x40]) + whole[place + 1 :])
        try:
            move_in(file, target)
        except ThimbleError:
            assert not target.settings.exists()
        else:
            # What may differ without harm: times and rights of members, comments, the program's version.
            assert target.settings.read_bytes() == there.settings.read_bytes(), place
            target.settings.unlink()
            unnoticed.append(place)
    assert len(unnoticed) < len(whole) / 3 / 3


@pytest.mark.parametrize("length", [0, 1, 21, 22, 1_000, -1, -23])
def test_a_file_that_was_cut_off_is_refused(here, there, file, length):
    move_out(here, file, key=None, models=False)
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(MovingError):
        move_in(file, there)


def test_another_zip_file_is_refused(there, file):
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("letter.txt", "Dear John")
    with pytest.raises(MovingError, match="not a file that Thimble made"):
        move_in(file, there)


def rewritten(file, change, *, compression=zipfile.ZIP_STORED):
    """Write the archive anew with changed members, its manifest fitting them unless that is changed as well."""
    with zipfile.ZipFile(file) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    manifest = json.loads(members.pop(MANIFEST))
    change(members, manifest)
    if manifest.pop("fit", True):
        manifest["files"] = [
            {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in members.items()
        ]
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
        archive.writestr(MANIFEST, json.dumps(manifest))


@pytest.mark.parametrize(
    "name",
    [
        "../outside.gguf",
        "/etc/passwd",
        "models/../../outside.gguf",
        "models/sub/inner.gguf",
        "models\\outside.gguf",
        "models/C:evil.gguf",
        "models/.hidden.gguf",
        "models/evil.exe",
        "models/NUL.gguf",
        "models/",
        "backups/conversations.db",
        "thimble.log",
        "conversations.db-wal",
    ],
)
def test_names_that_lead_elsewhere_are_refused(here, there, file, name):
    assert not allowed(name)
    move_out(here, file, key=None, models=False)
    rewritten(file, lambda members, manifest: members.update({name: b"evil"}))
    with pytest.raises(MovingError):
        move_in(file, there)
    assert not [one for one in file.parent.rglob("*") if one.is_file() and one.read_bytes() == b"evil"]
    assert not there.conversations.exists()


def test_a_disk_that_becomes_full_while_unpacking_is_told_as_that(here, there, file, monkeypatch):
    move_out(here, file, key=None, models=False)
    monkeypatch.setattr(arrival.os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(MovingError, match="became full"):
        move_in(file, there)
    assert not there.conversations.exists()


def test_a_compressed_archive_which_could_be_a_bomb_is_refused(here, there, file):
    move_out(here, file, key=None, models=False)
    rewritten(
        file,
        lambda members, manifest: members.update({"models/zeros.gguf": bytes(50_000_000)}),
        compression=zipfile.ZIP_DEFLATED,
    )
    assert file.stat().st_size < 1_000_000
    with pytest.raises(MovingError):
        move_in(file, there)


def test_a_member_that_claims_more_than_the_file_has_is_refused(here, there, file):
    move_out(here, file, key=None, models=False)

    def lie(members, manifest):
        manifest["fit"] = False
        manifest["files"][0]["size"] = 10**15

    rewritten(file, lie)
    with pytest.raises(MovingError):
        move_in(file, there)


@pytest.mark.parametrize("extra", [0, 1])
def test_names_that_differ_by_case_alone_are_refused(here, there, file, extra):
    move_out(here, file, key=None, models=False)
    names = {"models/a.gguf": b"one", **({"models/A.gguf": b"two"} if extra else {})}
    rewritten(file, lambda members, manifest: members.update(names))
    if extra:
        with pytest.raises(MovingError):
            move_in(file, there)
    else:
        assert move_in(file, there).models == 1


def test_a_huge_directory_is_not_read(there, file):
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(40_000):
            archive.writestr(f"models/{number:0100}.gguf", b"")
    with pytest.raises(MovingError):
        move_in(file, there)


def test_the_directory_of_a_file_beyond_4_gb_is_measured_too():
    end_64 = b"PK\x06\x06" + struct.pack("<Q", 44) + bytes(28) + struct.pack("<QQ", 1_234, 0)
    end = b"PK\x05\x06" + bytes(8) + struct.pack("<IIH", 0xFFFFFFFF, 0xFFFFFFFF, 0)
    assert bundle_module._directory_bytes(io.BytesIO(bytes(1_000) + end_64 + end)) == 1_234


def test_a_file_of_a_newer_version_says_so(here, there, file):
    move_out(here, file, key=None, models=False)
    rewritten(file, lambda members, manifest: manifest.update(format="thimble move 2"))
    with pytest.raises(MovingError, match="newer Thimble"):
        move_in(file, there)


@pytest.mark.parametrize(
    "change",
    [
        lambda members, manifest: members.update({"conversations.db": b"no database"}),
        lambda members, manifest: members.update({"conversations.db": members["conversations.db"][:9_000]}),
        lambda members, manifest: manifest.update(protected=True),
        lambda members, manifest: members.update({"conversations.key": b"{}"}),
        lambda members, manifest: members.pop("conversations.db"),
    ],
)
def test_conversations_that_could_not_be_opened_are_refused(here, there, file, change):
    move_out(here, file, key=None, models=False)
    rewritten(file, change)
    with pytest.raises(MovingError, match="damaged"):
        move_in(file, there)
    assert not there.conversations.exists()


def test_conversations_of_a_newer_version_are_refused(here, there, file):
    with Store.open(here.conversations) as store, store._database.transaction() as database:
        database.write("INSERT INTO migration VALUES ('9999-from-the-future', 0)")
    move_out(here, file, key=None, models=False)
    with pytest.raises(StoreError, match="newer"):
        move_in(file, there)


def test_a_full_disk_is_a_sentence_and_leaves_nothing(here, file, monkeypatch):
    monkeypatch.setattr(failures.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1_000})())
    with pytest.raises(MovingError, match="not enough room"):
        move_out(here, file, key=None, models=False)
    assert not [one for one in file.parent.iterdir() if one != here.data]


def test_a_disk_that_reads_back_something_else_is_noticed(here, file, monkeypatch):
    def broken(partial, manifest, *, report):
        content = bytearray(partial.read_bytes())
        content[500] ^= 1
        partial.write_bytes(content)
        check(partial, manifest, report=report)

    check = bundle_module.check
    monkeypatch.setattr(bundle_module, "check", broken)
    with pytest.raises(MovingError, match="did not read back"):
        move_out(here, file, key=None, models=False)
    assert not file.exists()


def test_stopping_leaves_nothing(here, there, file):
    class StopError(Exception):
        pass

    def stop(share):
        if share > 0.5:
            raise StopError

    with pytest.raises(StopError):
        move_out(here, file, key=None, models=True, report=stop)
    assert not [one for one in file.parent.iterdir() if one != here.data]
    move_out(here, file, key=None, models=True)
    with pytest.raises(StopError):
        move_in(file, there, report=stop)
    assert not [one for one in there.data.rglob("*") if one.is_file() and one.suffix != ".lock"]


CHILD = """
import os, signal, sys
from pathlib import Path
from assistant.moving.arrival import move_in
from assistant.paths import Paths
last, steps = int(sys.argv[3]), 0
def count(event, _):
    global steps
    if event in ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link"):
        steps += 1
        if steps == last:
            os.kill(os.getpid(), signal.SIGKILL)
paths = Paths(Path(sys.argv[2]), "option")
sys.addaudithook(count)
move_in(Path(sys.argv[1]), paths)
print(steps)
"""


def killed_arrivals(file, there, chosen):
    def run(last):
        return subprocess.run(
            [sys.executable, "-c", CHILD, str(file), str(there.data), str(last)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        ).stdout

    total = int(run(1 << 30))
    for step in chosen(total):
        shutil.rmtree(there.data)
        Store.open(there.conversations).close()
        assert run(step) == ""
        settle(there)
        if Protection.of(there).is_on:
            # The empty store that was here is encrypted at the first start.
            key = Protection.of(there).finish(Protection.of(there).unlock(PASSPHRASE))
            assert texts(there, key) == ["How tall?", "Very tall."]
        else:
            # Killed before all was here: it can be done again.
            assert texts(there) == []
            move_in(file, there)
            assert Protection.of(there).is_on
        assert not there.arrived.exists()
        assert not (there.data / UNPACKING).exists()


@pytest.mark.skipif(os.name != "posix", reason="kills as POSIX does")
@pytest.mark.parametrize("count", [8, pytest.param(400, marks=pytest.mark.soak)])
def test_a_kill_while_moving_in_leaves_nothing_half_done(here, there, file, count):
    key = Protection.of(here).turn_on(PASSPHRASE)
    move_out(here, file, key=key, models=True)
    Store.open(there.conversations).close()
    killed_arrivals(file, there, lambda total: range(total, 0, -max(1, total // count)))


@pytest.mark.parametrize("protected", [True, False])
def test_all_data_is_copied_beside_the_program(here, tmp_path, protected):
    program = tmp_path / "stick"
    program.mkdir()
    key = Protection.of(here).turn_on(PASSPHRASE) if protected else None
    before = snapshot(here.data)
    folder = set_up_portable(here, key=key, models=True, program=program)
    assert folder == program / PORTABLE_FOLDER
    portable = Paths(folder, "portable")
    assert texts(portable, key) == ["How tall?", "Very tall."]
    assert (portable.models / "Tiny.gguf").exists()
    assert SettingsFile(portable.settings).current.temperature == 0.75
    assert snapshot(here.data) == before
    assert [one.name for one in program.iterdir()] == [PORTABLE_FOLDER]
    if protected:
        assert not Protection.of(portable).unlock(PASSPHRASE).waiting


def test_a_portable_folder_that_is_there_is_left_alone(here, tmp_path):
    (tmp_path / PORTABLE_FOLDER).mkdir()
    with pytest.raises(MovingError, match="already"):
        set_up_portable(here, key=None, models=False, program=tmp_path)
    with pytest.raises(MovingError, match="already"):
        set_up_portable(Paths(tmp_path / PORTABLE_FOLDER, "portable"), key=None, models=False, program=tmp_path)


def test_a_program_folder_that_can_not_be_written_to_is_a_sentence(here, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(MovingError, match="can't be written to"):
        set_up_portable(here, key=None, models=False, program=tmp_path / "file")


def test_the_manifest_can_be_looked_at_first(here, file):
    assert move_out(here, file, key=None, models=True) == read_manifest(file)
