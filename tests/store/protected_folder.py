"""A data folder as a long life leaves it, full of texts that nobody may read."""

from __future__ import annotations

from pathlib import Path

from assistant.paths import Paths
from assistant.store import Role, Store
from assistant.store.protection import Protection

PASSPHRASE = "correct horse battery"
SECRETS = ("wintergreen-letter", "Geheimer Brückenkopf", "灯塔的秘密", "draft-of-a-will", "title-of-a-plan")


def fill(data: Path) -> Protection:
    """Fill a folder with a store, its log, backups, damaged files, leftovers of kills, states and a search index."""
    paths = Paths(data, "option")
    store = Store.open(paths.conversations)
    add(store, SECRETS[0], SECRETS[1])
    store.back_up()
    add(store, SECRETS[2], SECRETS[0] * 3_000)
    store.back_up()
    conversation = store.create_conversation(title=SECRETS[4])
    store.set_draft(conversation.id, SECRETS[3])
    store.set_state("new-chat-draft", SECRETS[3])
    # As a kill leaves it: the newest messages lie in the log alone.
    content = {suffix: Path(f"{paths.conversations}{suffix}").read_bytes() for suffix in ("", "-wal")}
    store.close()
    for suffix, found in content.items():
        Path(f"{paths.conversations}{suffix}").write_bytes(found)
    secret = "\n".join(SECRETS).encode()
    (data / "conversations.damaged-2026-01-01.db").write_bytes(content[""][:9_000] + secret)
    (data / "conversations.damaged-2026-01-01.db-wal").write_bytes(content["-wal"])
    (data / "conversations.damaged-2026-01-02.db").write_bytes(content[""][:50] + secret * 30_000)
    (data / "conversations.db.0011aabb.new").write_bytes(content[""])
    (data / "backups" / "conversations-2026-01-01-000000.000000Z.db").write_bytes(content[""][:5_000])
    (data / "backups" / "conversations-2026-01-02-000000.000000Z.db.partial").write_bytes(content[""])
    paths.states.mkdir()
    (paths.states / f"{'a' * 16}-{'b' * 16}.state").write_bytes(secret)
    (data / "search.db").write_bytes(secret)
    (data / "search.db-wal").write_bytes(secret)
    return Protection.of(paths)


def add(store: Store, *texts: str) -> None:
    """Add a conversation of these texts."""
    conversation = store.create_conversation(title=texts[0])
    parent = None
    for text in texts:
        parent = store.add_message(conversation.id, parent_id=parent, role=Role.USER, text=text).id


def texts(path: Path, key: bytes | None) -> list[str]:
    """Return all texts of a store."""
    with Store.open(path, key=key) as store:
        assert store.notices == []
        return [message.text for one in store.conversations() for message in store.path_messages(one.id)]


def readable(data: Path) -> list[tuple[str, str]]:
    """Return the name of each file in which one of the secrets can be read, and the secret."""
    needles = [
        (secret, secret.encode(encoding)) for secret in SECRETS for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    ]
    found = []
    for file in sorted(data.rglob("*")):
        if file.is_file():
            content = file.read_bytes()
            found += [(str(file.relative_to(data)), secret) for secret, needle in needles if needle in content]
    return found
