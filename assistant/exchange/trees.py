"""From another program's messages, in whatever shape, to a conversation's tree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.store import IncomingMessage, MessageState, Role

_STEP_SECONDS = 0.001
"""Between messages whose times are not known: they keep their order, and the same ones each time."""


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said, before its place in the conversation is known.

    Attributes:
        created_at: Unix time in seconds; `None` when unknown.
    """

    role: Role
    text: str
    created_at: float | None = None
    state: MessageState = MessageState.COMPLETE
    model: str = ""
    stop_reason: str = ""
    error: str = ""


@dataclass(slots=True)
class Node:
    """A place in another program's tree.

    Attributes:
        parent: Name of the node it follows; empty for none.
        said: What is shown there; `None` for a node that is only passed through.
        children: Names of the nodes that follow it, as far as it says so itself, in their order.
    """

    parent: str
    said: Said | None
    children: Sequence[str] = field(default=())


def in_a_row(saids: Iterable[Said], started: float) -> list[IncomingMessage]:
    """Return the messages of a conversation without branches."""
    nodes: dict[str, Node] = {}
    before = ""
    for place, said in enumerate(saids):
        nodes[str(place)] = Node(before, said)
        before = str(place)
    return arranged(nodes, before, started)


def arranged(nodes: Mapping[str, Node], shown: str, started: float) -> list[IncomingMessage]:
    """Return the messages of a conversation, each after the one it follows.

    Parents that don't exist and circles are mended: nothing is lost by them. An answer that goes on after a hidden step
    (a tool that was called) becomes one message.

    Args:
        nodes: The tree; nodes are named as they are referred to.
        shown: The node at the end of the branch shown; any other name when unknown.
        started: When the conversation began, for messages without a time.
    """
    nodes = _named(nodes)
    parents = _parents(nodes)
    children = _children(nodes, parents)
    order = _from_the_roots(children)
    visible = _visible_parents(order, nodes, parents)
    followers: dict[str, int] = {}
    for name in order:
        if nodes[name].said is not None:
            followers[visible[name]] = followers.get(visible[name], 0) + 1
    on_path = _path(shown, parents)
    messages: list[IncomingMessage] = []
    places: dict[str, int] = {}
    depths: list[int] = []
    for name in order:
        said = nodes[name].said
        if said is None:
            continue
        above = visible[name]
        parent = places[above] if above else None
        goes_on = said.role is Role.ASSISTANT and followers.get(above) == 1
        if parent is not None and goes_on and messages[parent].role is Role.ASSISTANT:
            messages[parent] = _joined(messages[parent], said)
            places[name] = parent
            continue
        places[name] = len(messages)
        depths.append(depths[parent] + 1 if parent is not None else 0)
        messages.append(
            IncomingMessage(
                parent=parent,
                role=said.role,
                text=said.text,
                created_at=said.created_at if said.created_at is not None else started + _STEP_SECONDS * depths[-1],
                chosen=name in on_path,
                state=said.state,
                model=said.model,
                stop_reason=said.stop_reason,
                error=said.error,
            )
        )
    return _with_one_choice(messages)


def _named(nodes: Mapping[str, Node]) -> Mapping[str, Node]:
    """Give a node without a name one: an empty name stands for no parent."""
    if "" not in nodes:
        return nodes
    name = "_"
    while name in nodes:
        name += "_"
    return {one or name: node for one, node in nodes.items()}


def _parents(nodes: Mapping[str, Node]) -> dict[str, str]:
    parents = {name: node.parent if node.parent in nodes else "" for name, node in nodes.items()}
    done: set[str] = set()
    for name in nodes:
        walk: list[str] = []
        on_walk: set[str] = set()
        at = name
        while at and at not in done:
            if at in on_walk:
                parents[walk[-1]] = ""
                break
            walk.append(at)
            on_walk.add(at)
            at = parents[at]
        done.update(walk)
    return parents


def _children(nodes: Mapping[str, Node], parents: Mapping[str, str]) -> dict[str, list[str]]:
    children: dict[str, list[str]] = {"": []}
    for name in nodes:
        children[name] = []
    taken: set[str] = set()
    for name, node in nodes.items():
        for child in node.children:
            if child not in taken and parents.get(child) == name:
                children[name].append(child)
                taken.add(child)
    for name, parent in parents.items():
        if name not in taken:
            children[parent].append(name)
    return children


def _from_the_roots(children: Mapping[str, Sequence[str]]) -> list[str]:
    order: list[str] = []
    waiting = list(reversed(children[""]))
    while waiting:
        name = waiting.pop()
        order.append(name)
        waiting.extend(reversed(children[name]))
    return order


def _visible_parents(order: Sequence[str], nodes: Mapping[str, Node], parents: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in order:
        parent = parents[name]
        found[name] = parent if not parent or nodes[parent].said is not None else found[parent]
    return found


def _path(shown: str, parents: Mapping[str, str]) -> set[str]:
    path: set[str] = set()
    while shown in parents and shown not in path:
        path.add(shown)
        shown = parents[shown]
    return path


def _joined(message: IncomingMessage, said: Said) -> IncomingMessage:
    return replace(
        message,
        text="\n\n".join(text for text in (message.text, said.text) if text),
        state=said.state,
        stop_reason=said.stop_reason,
        error=said.error,
    )


def _with_one_choice(messages: list[IncomingMessage]) -> list[IncomingMessage]:
    """Mark exactly one message of each group with the same parent: that of the branch shown, else the last one."""
    chosen: dict[int | None, int] = {}
    marked: set[int | None] = set()
    for place, message in enumerate(messages):
        if message.chosen or message.parent not in marked:
            chosen[message.parent] = place
        if message.chosen:
            marked.add(message.parent)
    return [replace(message, chosen=chosen[message.parent] == place) for place, message in enumerate(messages)]
