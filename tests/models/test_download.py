from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import threading
from collections import namedtuple

import pytest

from assistant.errors import CancelledError, TransferError
from assistant.events import Connecting, Installed, Transfer, Transferred, Waiting
from assistant.jobs import CancelToken
from assistant.models.download import Patience, Wanted, download, part_of
from tests.models.conftest import CONTENT
from tests.models.file_server import (
    FileServer,
    answering,
    dropping_after,
    endless,
    hanging_up,
    raw,
    redirecting,
    saying_length,
    silent,
    stalling_after,
)

QUICK = Patience(seconds=0.3, tries=3, first_wait=0.01, longest_wait=0.02, progress_bytes=1_000)
PATIENT = Patience(seconds=3_600.0)
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "models"


@pytest.fixture
def wanted(server):
    return Wanted(server.url, "model.gguf", len(CONTENT), SHA256)


def fetch(wanted, folder, *, patience=QUICK, cancel=None):
    return list(download(wanted, folder, cancel or CancelToken(), patience=patience))


def begin(wanted, folder, content):
    """Leave the beginning of a download behind, as a program that was killed would."""
    folder.mkdir(parents=True, exist_ok=True)
    part = part_of(wanted, folder)
    with part:
        part.restart('"v1"')
        part.write(content)


def left_in(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != ".download.lock")


def test_a_file_comes_whole_and_under_its_name(wanted, folder, server):
    events = fetch(wanted, folder)
    assert events[0] == Connecting(server.host)
    assert events[-1] == Installed(str(folder / "model.gguf"))
    assert Transferred(Transfer.DOWNLOADING, len(CONTENT), len(CONTENT)) in [
        Transferred(event.transfer, event.done_bytes, event.total_bytes)
        for event in events
        if isinstance(event, Transferred)
    ]
    assert (folder / "model.gguf").read_bytes() == CONTENT
    assert left_in(folder) == ["model.gguf"]


def test_the_host_is_said_before_it_is_asked(wanted, folder, server):
    steps = download(wanted, folder, CancelToken(), patience=QUICK)
    assert next(steps) == Connecting(server.host)
    assert server.asked == []
    steps.close()
    assert server.asked == []


def test_a_connection_that_breaks_is_resumed_where_it_broke(wanted, folder, server):
    server.plan = [dropping_after(5_000), dropping_after(20_000)]
    events = fetch(wanted, folder)
    assert server.ranges_asked == [None, "bytes=5000-", "bytes=25000-"]
    assert server.asked[1].headers["If-Range"] == '"v1"'
    assert [type(event) for event in events].count(Waiting) == 2
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_a_server_that_stalls_is_asked_again(wanted, folder, server):
    server.plan = [stalling_after(7_000)]
    events = fetch(wanted, folder)
    assert any(isinstance(event, Waiting) and "does not answer" in event.reason.sentence for event in events)
    assert server.ranges_asked == [None, "bytes=7000-"]
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_it_is_given_up_when_nothing_more_comes_and_kept_for_later(wanted, folder, server):
    server.plan = [dropping_after(5_000), hanging_up, hanging_up, hanging_up]
    with pytest.raises(TransferError, match=r"connection to .* broke"):
        fetch(wanted, folder)
    assert part_of(wanted, folder).size == 5_000
    server.plan = []
    fetch(wanted, folder)
    assert server.ranges_asked[-1] == "bytes=5000-"
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_a_server_without_ranges_sends_it_all_again(wanted, folder, server):
    begin(wanted, folder, CONTENT[:9_000])
    server.ranges = False
    fetch(wanted, folder)
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_another_version_on_the_server_is_fetched_from_its_beginning(wanted, folder, server):
    begin(wanted, folder, b"GGUF of before" * 100)
    server.etag = '"v2"'
    fetch(wanted, folder)
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_a_beginning_that_is_of_another_file_is_replaced(wanted, folder, server):
    begin(wanted, folder, b"GGUF, but damaged on this disk" * 100)
    fetch(wanted, folder)
    assert server.ranges_asked == ["bytes=3000-", None]
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_a_part_without_its_note_is_not_trusted(wanted, folder, server):
    begin(wanted, folder, CONTENT[:9_000])
    (folder / "model.gguf.part.json").write_text("{")
    fetch(wanted, folder)
    assert server.ranges_asked == [None]


def test_a_complete_part_needs_no_connection(wanted, folder, server):
    begin(wanted, folder, CONTENT)
    fetch(wanted, folder)
    assert server.asked == []
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_a_range_that_the_server_refuses_begins_anew(wanted, folder, server):
    begin(wanted, folder, CONTENT[:9_000])
    server.plan = [answering(416)]
    fetch(wanted, folder)
    assert server.ranges_asked == ["bytes=9000-", None]
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_a_range_other_than_asked_for_is_not_appended(wanted, folder, server):
    begin(wanted, folder, CONTENT[:9_000])
    server.plan = [answering(206, CONTENT[8_000:], Content_Range=f"bytes 8000-{len(CONTENT) - 1}/{len(CONTENT)}")]
    fetch(wanted, folder)
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_other_bytes_are_thrown_away(wanted, folder, server):
    server.content = CONTENT[:-1] + b"!"
    with pytest.raises(TransferError, match="not the file that Thimble knows"):
        fetch(wanted, folder)
    assert left_in(folder) == []


def test_other_bytes_are_noticed_at_the_first_ones(wanted, folder, server):
    server.content = b"PK\x03\x04" + CONTENT[4:]
    with pytest.raises(TransferError, match="not the file that Thimble knows"):
        fetch(wanted, folder)
    assert part_of(wanted, folder).size == 0


@pytest.mark.parametrize("length", [10, len(CONTENT) + 1])
def test_a_file_of_another_size_is_not_fetched(wanted, folder, server, length):
    server.plan = [saying_length(length)]
    with pytest.raises(TransferError, match="size differs"):
        fetch(wanted, folder)
    assert len(server.asked) == 1


def test_a_body_without_end_is_cut_off(wanted, folder, server):
    server.plan = [endless]
    with pytest.raises(TransferError, match="size differs"):
        fetch(wanted, folder)
    assert left_in(folder) == []


def test_a_web_page_is_not_taken_for_the_file(wanted, folder, server):
    server.plan = [answering(200, b"<html>", Content_Type="text/html; charset=utf-8")]
    with pytest.raises(TransferError, match=r"web page instead of the file.*sign-in"):
        fetch(wanted, folder)


@pytest.mark.parametrize(
    ("status", "sentence"),
    [(404, "not have this file any more"), (403, "not give this file to everyone"), (418, "does not understand")],
)
def test_a_refusal_is_a_sentence_at_once(wanted, folder, server, status, sentence):
    server.plan = [answering(status)]
    with pytest.raises(TransferError, match=sentence):
        fetch(wanted, folder)
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_when_it_says_so(wanted, folder, server, status):
    server.plan = [answering(status, Retry_After="1")]
    events = fetch(wanted, folder)
    assert [event.seconds for event in events if isinstance(event, Waiting)] == [1.0]
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_a_busy_server_that_says_no_time_is_asked_a_few_times(wanted, folder, server):
    server.plan = [answering(503)] * 5
    with pytest.raises(TransferError, match=r"busy at the moment \(answer 503\)"):
        fetch(wanted, folder)
    assert len(server.asked) == QUICK.tries


def test_a_server_that_asks_for_too_long_a_wait_is_given_up(wanted, folder, server):
    server.plan = [answering(429, Retry_After="86400")]
    with pytest.raises(TransferError, match="busy"):
        fetch(wanted, folder)


def test_redirects_are_followed_and_each_host_is_said(wanted, folder, server):
    other = FileServer(CONTENT)
    other.start()
    try:
        server.plan = [redirecting(f"{other.url}?token=1")]
        events = fetch(wanted, folder)
    finally:
        other.stop()
    assert [event.host for event in events if isinstance(event, Connecting)] == [server.host, other.host]
    assert other.asked[0].path == "/model.gguf?token=1"
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_redirects_without_end_are_given_up(wanted, folder, server):
    server.plan = [redirecting("/again")] * 20
    with pytest.raises(TransferError, match="without end"):
        fetch(wanted, folder)
    assert len(server.asked) == 6


@pytest.mark.parametrize("location", ["", "file:///etc/passwd", "ftp://127.0.0.1/model.gguf", "http://:0/"])
def test_a_redirect_to_no_web_address_is_refused(wanted, folder, server, location):
    server.plan = [redirecting(location)] * 7
    with pytest.raises(TransferError):
        fetch(wanted, folder)
    assert left_in(folder) != ["model.gguf"]


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        b"\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 999 What\r\n\r\n",
        b"HTTP/1.1 204 No Content\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://a..b/\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://\xe4/\xe4 \x01\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[::1/\r\n\r\n",
        b"HTTP/1.1 206 Partial\r\nContent-Range: bytes 0-9/9999999999999999999999\r\n\r\nGGUF",
        b"HTTP/1.1 503 Busy\r\nRetry-After: \xff\r\n\r\n",
        OK + b"Content-Length: -1\r\n\r\nGGUF",
        OK + b"Content-Length: many\r\n\r\nGGUF",
        OK + b"Transfer-Encoding: chunked\r\n\r\nGGUF\r\n",
        OK + b"Content-Type: text/html;;;=\r\n\r\nGGUF",
        OK + b"X: " + b"x" * 70_000 + b"\r\n\r\nGGUF",
        OK + b"X: x\r\n" * 200 + b"\r\nGGUF",
    ],
)
def test_nonsense_from_a_server_is_a_sentence(wanted, folder, server, answer):
    server.plan = [raw(answer)] * 9
    with pytest.raises(TransferError):
        fetch(wanted, folder)
    assert not (folder / "model.gguf").exists()


def test_a_name_of_the_content_that_would_spoil_a_request_is_not_used(wanted, folder, server):
    length = f"Content-Length: {len(CONTENT)}\r\n".encode()
    server.plan = [raw(OK + b'ETag: "a\r\n b"\r\n' + length + b"\r\n" + CONTENT[:5_000])]
    fetch(wanted, folder)
    assert "If-Range" not in server.asked[1].headers
    assert (folder / "model.gguf").read_bytes() == CONTENT


def test_nobody_there_is_a_sentence_at_once(folder, server, wanted):
    server.stop()
    server.stop = lambda: None
    with pytest.raises(TransferError, match="can't be reached"):
        fetch(wanted, folder, patience=PATIENT)


def test_an_unknown_name_is_a_sentence_about_the_connection(folder, wanted):
    nowhere = Wanted("http://nowhere.invalid/model.gguf", wanted.file, wanted.bytes, wanted.sha256)
    with pytest.raises(TransferError, match=r"nowhere\.invalid could not be found.*connected to the Internet"):
        fetch(nowhere, folder, patience=PATIENT)


def test_a_pause_in_mid_file_keeps_what_came(wanted, folder, server):
    server.plan = [stalling_after(6_000)]
    cancel = CancelToken()
    steps = download(wanted, folder, cancel, patience=PATIENT)
    for event in steps:
        if isinstance(event, Transferred) and event.done_bytes == 6_000:
            break
        if isinstance(event, Transferred):
            threading.Timer(0.2, cancel.cancel).start()
    with pytest.raises(CancelledError):
        list(steps)
    assert part_of(wanted, folder).size == 6_000
    fetch(wanted, folder)
    assert server.ranges_asked[-1] == "bytes=6000-"


@pytest.mark.parametrize("step", [silent, answering(503, Retry_After="200")])
def test_a_cancel_is_obeyed_while_a_server_lets_us_wait(wanted, folder, server, step):
    server.plan = [step]
    cancel = CancelToken()
    threading.Timer(0.2, cancel.cancel).start()
    with pytest.raises(CancelledError):
        fetch(wanted, folder, patience=PATIENT, cancel=cancel)


def test_what_came_can_be_thrown_away(wanted, folder):
    begin(wanted, folder, CONTENT[:100])
    part_of(wanted, folder).discard()
    assert left_in(folder) == []


def test_a_second_download_waits_its_turn_with_a_sentence(wanted, folder):
    steps = download(wanted, folder, CancelToken(), patience=QUICK)
    next(steps)
    with pytest.raises(TransferError, match="Another model is being fetched"):
        fetch(wanted, folder)
    steps.close()
    assert isinstance(fetch(wanted, folder)[-1], Installed)


def test_a_file_that_is_there_already_is_not_touched(wanted, folder, server):
    folder.mkdir()
    (folder / "model.gguf").write_bytes(b"mine")
    with pytest.raises(TransferError, match="already"):
        fetch(wanted, folder)
    assert (folder / "model.gguf").read_bytes() == b"mine"
    assert server.asked == []


def test_too_little_room_is_said_with_both_figures_before_a_connection(wanted, folder, server, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(10**9, 10**9 - 50_000_000, 50_000_000))
    with pytest.raises(TransferError, match=r"201 MB is needed, 50 MB is free"):
        fetch(wanted, folder)
    assert server.asked == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="/dev/full is Linux's")
def test_a_full_disk_is_a_sentence(wanted, folder):
    folder.mkdir()
    part = part_of(wanted, folder)
    part.path.symlink_to("/dev/full")
    with part, pytest.raises(TransferError, match=r"disk with .* is full"):
        part.write(CONTENT)


def test_a_folder_that_cannot_be_made_is_a_sentence(wanted, tmp_path):
    (tmp_path / "models").write_bytes(b"a file in the way")
    with pytest.raises(TransferError, match="can't be written"):
        fetch(wanted, tmp_path / "models")


def test_the_note_says_nothing_but_what_is_needed(wanted, folder):
    begin(wanted, folder, CONTENT[:100])
    assert json.loads((folder / "model.gguf.part.json").read_text()) == {
        "sha256": SHA256,
        "bytes": len(CONTENT),
        "etag": '"v1"',
    }


def test_nothing_of_the_network_is_loaded_before_the_first_step():
    script = (
        "import sys; from assistant.models import manager, download\n"
        "from assistant.models.download import Wanted\n"
        "from pathlib import Path; from assistant.jobs import CancelToken\n"
        "steps = download.download(Wanted('https://a.example/x', 'x', 1, ''), Path('x'), CancelToken())\n"
        "print([name for name in ('ssl', 'socket', 'http.client', 'urllib.request') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "[]"
