"""What can go wrong with a download: one sentence each, and whether trying again may help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.errors import QT_TRANSLATE_NOOP, TransferError

if TYPE_CHECKING:
    from email.message import Message

GONE = (404, 410)
FORBIDDEN = (401, 402, 403, 407, 451)
PASSING = (408, 425, 429, 500, 502, 503, 504)
"""Answers that may be another one in a moment."""


class PassingError(Exception):
    """A failure that may pass: wait and try again.

    Attributes:
        reason: What to tell the user when it does not pass.
        seconds: How long the server asks to wait; None when it does not say.
    """

    def __init__(self, reason: TransferError, seconds: float | None = None) -> None:
        """Keep both."""
        super().__init__(reason)
        self.reason = reason
        self.seconds = seconds


def of_connection(error: Exception, host: str, *, proxy: str) -> TransferError | PassingError:
    """Return what a failed connection means.

    Args:
        error: What the network library raised.
        host: The host that was asked.
        proxy: The proxy's host; empty without one.
    """
    import http.client
    import socket
    import ssl

    details = f"{type(error).__name__}: {error}"
    if isinstance(error, http.client.InvalidURL | ValueError) and not isinstance(error, OSError):
        return unsafe_address(host, details)
    if isinstance(error, ssl.SSLCertVerificationError):
        return TransferError(
            QT_TRANSLATE_NOOP(
                "errors",
                "Whether {host} is really {host} could not be checked, so nothing was fetched from there. Check this "
                "computer's date and time, or try another network.",
            ),
            host=host,
            details=details,
        )
    if isinstance(error, ssl.SSLError) and not isinstance(error, ssl.SSLEOFError | ssl.SSLZeroReturnError):
        return TransferError(
            QT_TRANSLATE_NOOP(
                "errors", "A safe connection to {host} could not be made. Try another network, or try again later."
            ),
            host=host,
            details=details,
        )
    if isinstance(error, socket.gaierror):
        return PassingError(
            TransferError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{host} could not be found. Check that this computer is connected to the Internet and try again.",
                ),
                host=proxy or host,
                details=details,
            )
        )
    if isinstance(error, TimeoutError):
        return PassingError(
            TransferError(
                QT_TRANSLATE_NOOP(
                    "errors", "{host} does not answer any more. What has come so far is kept: try again later."
                ),
                host=host,
                details=details,
            )
        )
    if proxy and type(error) is OSError:
        # What http.client raises when a proxy refuses to pass a connection on.
        return TransferError(
            QT_TRANSLATE_NOOP("errors", "The proxy {proxy} does not let Thimble through to {host}."),
            proxy=proxy,
            host=host,
            details=details,
        )
    if isinstance(error, http.client.HTTPException | ConnectionResetError | ConnectionAbortedError | BrokenPipeError):
        return PassingError(broken(host, details))
    if isinstance(error, OSError):
        return PassingError(
            TransferError(
                QT_TRANSLATE_NOOP(
                    "errors",
                    "{host} can't be reached. Check that this computer is connected to the Internet and try again.",
                ),
                host=proxy or host,
                details=details,
            )
        )
    raise error


def unsafe_address(host: str, details: str) -> TransferError:
    """Return the error about a host that refers to an address which must not or can't be asked."""
    return TransferError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{host} refers to an address that is not safe to use, so nothing was fetched from there. Try again later, "
            "or on another network.",
        ),
        host=host,
        details=details,
    )


def broken(host: str, details: str) -> TransferError:
    """Return the error about a connection that ended early."""
    return TransferError(
        QT_TRANSLATE_NOOP("errors", "The connection to {host} broke. What has come so far is kept: try again."),
        host=host,
        details=details,
    )


def of_status(status: int, headers: Message, host: str) -> TransferError | PassingError:
    """Return what an answer without the file means."""
    if status in GONE:
        return TransferError(
            QT_TRANSLATE_NOOP(
                "errors", "{host} does not have this file any more. A newer version of Thimble may know where it is."
            ),
            host=host,
            details=f"HTTP {status}",
        )
    if status in FORBIDDEN:
        return TransferError(
            QT_TRANSLATE_NOOP(
                "errors",
                "{host} does not give this file to everyone. Fetch it with your browser and import it here.",
            ),
            host=host,
            details=f"HTTP {status}",
        )
    if status in PASSING:
        reason = TransferError(
            QT_TRANSLATE_NOOP(
                "errors", "{host} is busy at the moment (answer {status}). Try again later; what has come is kept."
            ),
            host=host,
            status=status,
        )
        return PassingError(reason, seconds_to_wait(headers.get("Retry-After", "")))
    return TransferError(
        QT_TRANSLATE_NOOP("errors", "{host} gave an answer that Thimble does not understand ({status}). Try later."),
        host=host,
        status=status,
    )


def seconds_to_wait(retry_after: str) -> float | None:
    """Return the seconds of a `Retry-After` header (RFC 9110, 10.2.3: a number or a date); None without one."""
    import email.utils
    import time

    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = email.utils.parsedate_to_datetime(text)
        return max(0.0, moment.timestamp() - time.time())
    except (ValueError, OverflowError, OSError):
        return None


def web_page(host: str) -> TransferError:
    """Return the error about a page where a file should be."""
    return TransferError(
        QT_TRANSLATE_NOOP(
            "errors",
            "{host} sent a web page instead of the file. If this network asks for a sign-in, do that in your browser "
            "first; then try again.",
        ),
        host=host,
    )


def wrong_size(host: str, details: str) -> TransferError:
    """Return the error about a file of another size than the catalogue says."""
    return TransferError(
        QT_TRANSLATE_NOOP(
            "errors", "{host} has another file than the one Thimble knows (its size differs), so it was not fetched."
        ),
        host=host,
        details=details,
    )


def wrong_content(host: str, details: str) -> TransferError:
    """Return the error about a file whose content is not the one the catalogue knows."""
    return TransferError(
        QT_TRANSLATE_NOOP(
            "errors",
            "What came from {host} is not the file that Thimble knows, so it was thrown away. Try again later, or on "
            "another network.",
        ),
        host=host,
        details=details,
    )


def lost(host: str) -> TransferError:
    """Return the error about addresses that refer to each other without end."""
    return TransferError(
        QT_TRANSLATE_NOOP("errors", "{host} sends Thimble from one address to the next without end. Try again later."),
        host=host,
    )
