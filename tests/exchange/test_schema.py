"""The description of the export format says what the program does."""

import json
import re

import msgspec

from assistant.exchange import thimble_json
from assistant.paths import resources_folder
from assistant.store import Kind, MessageState, Role
from tests.exchange.conftest import talk

FOLDER = resources_folder() / "formats"


def schema():
    return json.loads((FOLDER / "thimble-conversations.schema.json").read_text(encoding="utf-8"))


def described(name):
    found = schema()["$defs"][name]
    return set(found["properties"]), set(found["required"])


def in_the_program(record):
    fields = msgspec.structs.fields(record)
    return {field.name for field in fields}, {field.name for field in fields if field.required}


def test_the_schema_names_the_members_that_are_read():
    assert described("folder") == in_the_program(thimble_json.FolderRecord)
    assert described("message") == in_the_program(thimble_json.MessageRecord)
    assert described("stats") == in_the_program(thimble_json.StatsRecord)
    members, required = in_the_program(thimble_json.ConversationRecord)
    assert described("conversation") == (members | {"messages", "context_start"}, required | {"messages"})


def test_the_schema_names_the_values_there_are():
    found = schema()["$defs"]
    assert found["conversation"]["properties"]["kind"]["enum"] == list(Kind)
    assert found["message"]["properties"]["role"]["enum"] == list(Role)
    assert set(found["message"]["properties"]["state"]["enum"]) == set(MessageState)
    assert schema()["properties"]["format"]["const"] == thimble_json.FORMAT
    assert schema()["properties"]["version"]["const"] == thimble_json.VERSION


def test_an_export_has_the_members_the_schema_requires(store, export):
    talk(store, "Lighthouses", "How tall?", "100 m")
    file = json.loads(export().read_bytes())
    assert set(schema()["required"]) <= set(file) <= set(schema()["properties"])
    (conversation,) = file["conversations"]
    members, required = described("conversation")
    assert required <= set(conversation) <= members
    members, required = described("message")
    assert all(required <= set(message) <= members for message in conversation["messages"])


def test_the_example_in_the_description_can_be_imported(take, tmp_path):
    text = (FOLDER / "README.md").read_text(encoding="utf-8")
    (tmp_path / "example.json").write_text(re.search("```json\n(.*?)```", text, re.DOTALL).group(1), encoding="utf-8")
    result = take(tmp_path / "example.json")
    assert (result.new, result.messages, result.unreadable) == (1, 3, 0)
