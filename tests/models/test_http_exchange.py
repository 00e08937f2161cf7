from __future__ import annotations

import hashlib
import ssl
from pathlib import Path

import pytest

from assistant.errors import TransferError
from assistant.events import Connecting, Installed
from assistant.jobs import CancelToken
from assistant.models.certificates import tls_context
from assistant.models.download import Patience, Wanted, download
from assistant.models.http_exchange import proxy_for, redirect_target
from tests.models.conftest import CONTENT
from tests.models.file_server import FileServer, answering, redirecting

# A key that protects nothing: it is only for these tests, and its certificate is for 127.0.0.1.
CERTIFICATE = Path(__file__).parent / "tls" / "this-computer.pem"
QUICK = Patience(seconds=20.0, tries=2, first_wait=0.01)


@pytest.fixture
def secure():
    server = FileServer(CONTENT)
    server.encrypt(CERTIFICATE)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def trusting():
    return ssl.create_default_context(cafile=str(CERTIFICATE))


def fetch(url, folder, tls=None):
    wanted = Wanted(url, "model.gguf", len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
    return list(download(wanted, folder, CancelToken(), patience=QUICK, tls=tls))


def test_a_file_comes_through_an_encrypted_connection(secure, tmp_path, trusting):
    assert isinstance(fetch(secure.url, tmp_path, trusting)[-1], Installed)


def test_a_server_that_cannot_prove_its_name_gets_nothing_asked(secure, tmp_path):
    with pytest.raises(TransferError, match=r"could not be checked.*date and time"):
        fetch(secure.url, tmp_path)
    assert secure.asked == []


def test_a_server_that_speaks_no_tls_is_a_sentence(server, tmp_path):
    with pytest.raises(TransferError, match="safe connection to"):
        fetch(server.url.replace("http:", "https:"), tmp_path)


def test_a_redirect_to_an_unencrypted_address_is_refused(secure, server, tmp_path, trusting):
    secure.plan = [redirecting(server.url)]
    with pytest.raises(TransferError, match="not safe"):
        fetch(secure.url, tmp_path, trusting)
    assert server.asked == []


def test_a_relative_redirect_stays_on_the_host():
    assert redirect_target("https://a.example/x/y?z", "../w") == "https://a.example/w"


def test_spaces_in_an_address_are_quoted_and_what_is_quoted_stays():
    assert redirect_target("https://a.example/", "/b c?d=%20&e=f~g") == "https://a.example/b%20c?d=%20&e=f~g"


def test_the_proxy_of_the_environment_is_used_and_named(server, tmp_path, monkeypatch):
    monkeypatch.setenv("http_proxy", f"http://me:secret@{server.host}")
    events = fetch("http://nowhere.invalid/model.gguf", tmp_path)
    assert events[0] == Connecting("nowhere.invalid", "127.0.0.1")
    assert server.asked[0].path == "http://nowhere.invalid/model.gguf"
    assert server.asked[0].headers["Proxy-Authorization"] == "Basic bWU6c2VjcmV0"


def test_an_encrypted_connection_goes_through_the_proxy_as_a_tunnel(server, secure, tmp_path, trusting, monkeypatch):
    monkeypatch.setenv("https_proxy", f"http://{server.host}")
    server.tunnel_to = ("127.0.0.1", secure.http.server_port)
    assert isinstance(fetch(secure.url, tmp_path, trusting)[-1], Installed)
    assert [one.path for one in server.asked] == [secure.host]


def test_a_proxy_that_refuses_is_a_sentence(server, secure, tmp_path, trusting, monkeypatch):
    monkeypatch.setenv("https_proxy", f"http://{server.host}")
    server.plan = [answering(407)]
    with pytest.raises(TransferError, match=r"proxy 127\.0\.0\.1 does not let Thimble through"):
        fetch(secure.url, tmp_path, trusting)


def test_hosts_that_the_environment_excepts_are_asked_directly(monkeypatch):
    monkeypatch.setenv("https_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "inside.example")
    assert proxy_for("https://inside.example/x") is None
    assert proxy_for("https://outside.example/x").host == "proxy.example"


@pytest.mark.parametrize(
    "address", ["socks5://127.0.0.1:1080", "https://127.0.0.1", "http://:80", "http://a:99999", "http://[::1"]
)
def test_a_proxy_of_another_kind_is_a_sentence(address, monkeypatch):
    monkeypatch.setenv("https_proxy", address)
    with pytest.raises(TransferError, match="Only HTTP proxies work"):
        proxy_for("https://a.example/x")


def test_the_system_s_certificates_are_checked_against():
    context = tls_context()
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname
