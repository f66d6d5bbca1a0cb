"""The mail server and the desk's address, from the environment. What is wrong stops the start."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.core.exceptions import ImproperlyConfigured

PORTS = {"starttls": 587, "tls": 465, "none": 25}
ADDRESS = re.compile(r"[^\s@<>,;]+@[A-Za-z0-9.\-\[\]:]+")


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where mail is handed over, and in whose name."""

    host: str
    port: int
    user: str
    password: str
    starttls: bool
    tls: bool
    sender: str


def mail_server(environment: Mapping[str, str]) -> MailServer | None:
    """Return the mail server, or None where none is named.

    Raises :class:`ImproperlyConfigured`, which names the variable and the remedy.
    """

    def value(name: str) -> str:
        return environment.get(f"PLAINVOICE_MAIL_{name}", "").strip()

    host = value("HOST")
    if not host:
        if named := [name for name in ("PORT", "USER", "PASSWORD", "TLS") if value(name)]:
            raise ImproperlyConfigured(
                f"PLAINVOICE_MAIL_{named[0]} is set and PLAINVOICE_MAIL_HOST is not. Name the mail "
                "server as well, or leave both out: reminders are then written to files."
            )
        return None
    if not re.fullmatch(r"[A-Za-z0-9.\-]+|\[?[0-9A-Fa-f:]+\]?", host):
        raise ImproperlyConfigured(
            f"PLAINVOICE_MAIL_HOST is {host!r}, which is no host name: give the name alone."
        )
    security = value("TLS") or "starttls"
    if security not in PORTS:
        raise ImproperlyConfigured(
            f"PLAINVOICE_MAIL_TLS is {security!r}. Set it to starttls, tls or none."
        )
    port = value("PORT") or str(PORTS[security])
    if not port.isascii() or not port.isdigit() or not 0 < int(port) < 65536:
        raise ImproperlyConfigured(f"PLAINVOICE_MAIL_PORT is {port!r}, which is no port.")
    user, password = value("USER"), environment.get("PLAINVOICE_MAIL_PASSWORD", "")
    if bool(user) != bool(password):
        raise ImproperlyConfigured(
            "Set both PLAINVOICE_MAIL_USER and PLAINVOICE_MAIL_PASSWORD, or neither."
        )
    if password and security == "none":
        raise ImproperlyConfigured(
            "PLAINVOICE_MAIL_TLS is none: the password would be sent in the open. Use starttls or tls."
        )
    sender = value("FROM")
    if not ADDRESS.fullmatch(sender):
        raise ImproperlyConfigured(
            f"PLAINVOICE_MAIL_FROM is {sender!r}. Set it to the address that reminders come from: "
            "PLAINVOICE_MAIL_FROM=plainvoice@hospital.example"
        )
    return MailServer(
        host, int(port), user, password, security == "starttls", security == "tls", sender
    )


def base_url(environment: Mapping[str, str]) -> str:
    """Return the desk's address without a slash at its end, empty where none is told."""
    url = environment.get("PLAINVOICE_DESK_URL", "").strip().rstrip("/")
    if url and not re.fullmatch(r"https?://[A-Za-z0-9.\-\[\]:]+", url):
        raise ImproperlyConfigured(
            f"PLAINVOICE_DESK_URL is {url!r}. Give scheme and host, without a path: "
            "PLAINVOICE_DESK_URL=https://desk.hospital.example"
        )
    return url
