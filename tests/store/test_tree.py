"""The message tree against a plain model of it, with random operations and restarts."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, multiple, rule

from assistant.store import MessageState, Role, Store

TEXTS = st.text(st.characters(exclude_categories=()), max_size=30)
"""Any code points, lone surrogates among them."""


def as_kept(text: str) -> str:
    return "".join(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))


@dataclass
class Node:
    id: int
    parent: Node | None
    role: Role
    text: str
    state: MessageState
    children: list[Node] = field(default_factory=list)
    chosen: Node | None = None


class MessageTree(RuleBasedStateMachine):
    nodes = Bundle("nodes")

    @initialize()
    def begin(self):
        self.folder = tempfile.TemporaryDirectory(prefix="thimble-test-", ignore_cleanup_errors=True)
        self.file = Path(self.folder.name) / "conversations.db"
        self.store = Store.open(self.file)
        self.roots = []
        for _ in range(2):
            made = self.store.create_conversation()
            self.roots.append(Node(made.id, None, Role.USER, "", MessageState.COMPLETE))

    def teardown(self):
        if hasattr(self, "store"):
            self.store.close()
            self.folder.cleanup()

    def add(self, conversation, parent, role, text, state):
        message = self.store.add_message(
            self.roots[conversation].id,
            parent_id=None if parent is None else parent.id,
            role=role,
            text=text,
            state=state,
        )
        above = parent or self.roots[conversation]
        node = Node(message.id, above, role, as_kept(text), state)
        above.children.append(node)
        above.chosen = node
        return node

    @rule(
        target=nodes, conversation=st.integers(0, 1), role=st.sampled_from(Role), text=TEXTS,
        state=st.sampled_from(MessageState),
    )  # fmt: skip
    def add_first(self, conversation, role, text, state):
        return self.add(conversation, None, role, text, state)

    @rule(target=nodes, parent=nodes, role=st.sampled_from(Role), text=TEXTS, state=st.sampled_from(MessageState))
    def add_below(self, parent, role, text, state):
        top = parent
        while top.parent is not None:
            top = top.parent
        return self.add(self.roots.index(top), parent, role, text, state)

    @rule(node=nodes)
    def choose(self, node):
        self.store.choose_alternative(node.id)
        node.parent.chosen = node

    @rule(node=nodes)
    def choose_all_above(self, node):
        self.store.choose_path_to(node.id)
        while node.parent is not None:
            node.parent.chosen = node
            node = node.parent

    @rule(node=nodes, text=TEXTS)
    def finish(self, node, text):
        self.store.finish_message(node.id, text=text, state=MessageState.COMPLETE)
        node.text, node.state = as_kept(text), MessageState.COMPLETE

    @rule(node=nodes, text=TEXTS)
    def go_on(self, node, text):
        self.store.reopen_streaming(node.id)
        self.store.update_streaming(node.id, text)
        node.text, node.state = as_kept(text), MessageState.STREAMING

    @rule(target=nodes)
    def restart(self):
        self.store.close()
        self.store = Store.open(self.file)
        streaming = [node for root in self.roots for node in self.below(root) if node.state == MessageState.STREAMING]
        assert self.store.close_interrupted() == len(streaming)
        for node in streaming:
            node.state = MessageState.INTERRUPTED
        return multiple()

    def below(self, node):
        for child in node.children:
            yield child
            yield from self.below(child)

    @invariant()
    def every_shown_path_is_the_models(self):
        for root in getattr(self, "roots", []):
            expected = []
            node = root.chosen
            while node is not None:
                place = node.parent.children.index(node) + 1
                expected.append((node.id, node.role, node.state, len(node.text), place, len(node.parent.children)))
                node = node.chosen
            heads = self.store.path(root.id)
            assert [
                (head.id, head.role, head.state, head.length, head.alternative, head.alternatives) for head in heads
            ] == expected
            assert [head.parent_id for head in heads] == [None, *(head.id for head in heads)][: len(heads)]

    @invariant()
    def every_message_is_the_models(self):
        for root in getattr(self, "roots", []):
            nodes = list(self.below(root))
            found = self.store.messages([node.id for node in nodes])
            assert [(one.text, one.state, one.role) for one in found] == [(n.text, n.state, n.role) for n in nodes]
            for node in nodes[-3:]:
                assert self.store.siblings(node.id) == [child.id for child in node.parent.children]


TestMessageTree = MessageTree.TestCase
TestMessageTree.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
