"""Turns protection on or off, and kills itself before a certain step in the file system."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from assistant.paths import Paths
from assistant.store import keys
from assistant.store.protection import Protection
from tests.store.protected_folder import PASSPHRASE

STEPS = ("open", "os.rename", "os.remove", "os.mkdir", "os.truncate")


def main() -> None:
    keys._COST = 1 << 8
    protection = Protection.of(Paths(Path(sys.argv[1]), "option"))
    action, last = sys.argv[2], int(sys.argv[3])
    steps = 0
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.stdin.readline()

    def count(event: str, _: tuple[object, ...]) -> None:
        nonlocal steps
        if event in STEPS:
            steps += 1
            if steps == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    if action == "on":
        protection.turn_on(PASSPHRASE)
    elif action == "off":
        protection.turn_off(PASSPHRASE)
    elif action == "change":
        protection.change(PASSPHRASE, "another passphrase")
    else:
        protection.finish(protection.unlock(PASSPHRASE))
    print(steps)


if __name__ == "__main__":
    main()
