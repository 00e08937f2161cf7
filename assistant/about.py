"""What this program is."""

from __future__ import annotations

from assistant.paths import program_folder, resources_folder


def version() -> str:
    """Return Thimble's version, which stands in `pyproject.toml` alone."""
    import tomllib  # here: most starts don't ask

    for folder in (program_folder(), resources_folder()):
        try:
            project = tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))["project"]
        except OSError:
            continue
        return str(project["version"])
    return "unknown"


def versions_of(packages: tuple[str, ...]) -> dict[str, str]:
    """Return the installed version of each package, "missing" where there is none."""
    # Here: it loads modules for e-mail and sockets.
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as package_version

    found = {}
    for package in packages:
        try:
            found[package] = package_version(package)
        except PackageNotFoundError:
            found[package] = "missing"
    return found
