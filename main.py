"""Thimble's one entry: the window by default, terminal commands, and processes for models and documents."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for and return the exit code."""
    if arguments[:1] == ["--engine"]:
        from assistant.engine.process import main as engine_main

        return engine_main()
    if arguments[:1] == ["--tuner"]:
        from assistant.engine.tuner import main as tuner_main

        return tuner_main()
    if arguments[:1] == ["--reader"]:
        from assistant.documents.process import main as reader_main

        return reader_main()
    from assistant import cli

    options = cli.parse(arguments)
    if options.command is not None:
        return cli.run(options, write_pdf=_write_pdf)
    from ui.start import run

    return run(options.data_dir, options.documents)


def _write_pdf(*arguments: Any) -> Iterator[None]:
    from ui.exchange.terminal_pdf import write_pdf

    yield from write_pdf(*arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
