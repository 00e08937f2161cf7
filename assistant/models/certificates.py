"""Which servers to trust: the system's certificates, wherever this system keeps them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ssl

_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian, Ubuntu, Arch, Gentoo
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora, RHEL
    "/etc/ssl/ca-bundle.pem",  # openSUSE
    "/etc/ssl/cert.pem",  # macOS, Alpine
)


def tls_context() -> ssl.SSLContext:
    """Return a context that checks certificates and host names.

    The OpenSSL of a frozen program looks where the system it was built on keeps its certificates; where that place
    is empty, the usual ones are tried.
    """
    import ssl

    context = ssl.create_default_context()
    if sys.platform != "win32" and not context.cert_store_stats()["x509_ca"]:
        paths = ssl.get_default_verify_paths()
        folder = Path(paths.capath) if paths.capath else None
        if folder is None or not any(folder.iterdir()):
            bundle = next((file for file in _BUNDLES if Path(file).is_file()), None)
            if bundle is not None:
                context.load_verify_locations(bundle)
    return context
