"""Production settings assume nothing: what is missing is named, what is unsafe is refused."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings as django_settings
from django.test import Client

from kiosk import checks

ROOT = Path(__file__).resolve().parent.parent.parent

Manage = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def manage(tmp_path: Path) -> Manage:
    """Run manage.py with production settings and nothing but what is given."""

    def manage(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        plain = {key: value for key, value in os.environ.items() if "PLAINVOICE" not in key}
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env={
                **plain,
                "DJANGO_SETTINGS_MODULE": "kiosk.settings.production",
                "PLAINVOICE_DATA": str(tmp_path / "data"),
                **environment,
            },
            text=True,
            capture_output=True,
            timeout=120,
            check=False,
        )

    return manage


HOSTS = {"PLAINVOICE_HOSTS": "kiosk.example.org"}


def test_missing_hosts_are_named_with_the_remedy(manage: Manage) -> None:
    done = manage("check")
    assert done.returncode != 0
    assert "PLAINVOICE_HOSTS is not set" in done.stderr
    assert "PLAINVOICE_HOSTS=kiosk.example.org" in done.stderr


def test_voices_come_from_the_environment_and_wrong_ones_stop_the_start(manage: Manage) -> None:
    done = manage("check", **HOSTS, PLAINVOICE_VOICES='{"en": {"rate": 110}}')
    assert done.returncode == 0, done.stderr
    done = manage("check", **HOSTS, PLAINVOICE_VOICES='{"en": {"rate": 79}}')
    assert done.returncode != 0
    assert "rate 79 is not between 80 and 450" in done.stderr
    for broken, why in (("en=slow", "is no JSON"), ("[]", "is no JSON object")):
        done = manage("check", **HOSTS, PLAINVOICE_VOICES=broken)
        assert done.returncode != 0
        assert why in done.stderr


@pytest.mark.parametrize("hosts", ["*", "https://kiosk.example.org", "kiosk.example.org:8000"])
def test_hosts_that_are_no_names_are_refused(manage: Manage, hosts: str) -> None:
    done = manage("check", PLAINVOICE_HOSTS=hosts)
    assert done.returncode != 0
    assert "which is no host name" in done.stderr


def test_a_short_secret_key_is_refused(manage: Manage) -> None:
    done = manage("check", **HOSTS, PLAINVOICE_SECRET_KEY="secret")
    assert done.returncode != 0
    assert "PLAINVOICE_SECRET_KEY is too short" in done.stderr


def test_a_switch_that_is_neither_yes_nor_no_is_refused(manage: Manage) -> None:
    done = manage("check", **HOSTS, PLAINVOICE_BEHIND_PROXY="maybe")
    assert done.returncode != 0
    assert "PLAINVOICE_BEHIND_PROXY is 'maybe'" in done.stderr


@pytest.mark.parametrize(
    "environment",
    [
        HOSTS,
        {
            "PLAINVOICE_HOSTS": "kiosk.example.org, .example.net",
            "PLAINVOICE_SECRET_KEY": secrets.token_urlsafe(64),
            "PLAINVOICE_BEHIND_PROXY": "1",
        },
    ],
)
def test_the_deployment_checks_find_nothing(manage: Manage, environment: dict[str, str]) -> None:
    done = manage("check", "--deploy", "--fail-level", "WARNING", **environment)
    assert done.returncode == 0, done.stderr


def test_a_kept_secret_key_is_for_its_owner_alone(manage: Manage, tmp_path: Path) -> None:
    assert manage("check", **HOSTS).returncode == 0
    key = tmp_path / "data" / "secret-key"
    assert key.stat().st_mode & 0o777 == 0o600


def test_production_is_never_a_demonstration(manage: Manage) -> None:
    program = (
        "from django.conf import settings as s;"
        "print(s.PLAINVOICE_DEMONSTRATION, s.DEBUG, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,"
        "s.SECURE_SSL_REDIRECT, s.SECURE_HSTS_SECONDS, s.SECURE_PROXY_SSL_HEADER)"
    )
    alone = manage("shell", "--no-imports", "-c", program, **HOSTS, PLAINVOICE_DEMONSTRATION="1")
    assert alone.stdout.strip() == "False False True True True 31536000 None", alone.stderr
    proxied = manage("shell", "--no-imports", "-c", program, **HOSTS, PLAINVOICE_BEHIND_PROXY="1")
    assert "('HTTP_X_FORWARDED_PROTO', 'https')" in proxied.stdout


@pytest.mark.django_db
def test_a_staff_page_allows_nothing_inline_and_nothing_from_elsewhere(client: Client) -> None:
    policy = client.get("/admin/login/")["Content-Security-Policy"]
    sources = {
        source
        for directive in policy.split(";")
        for source in directive.split()[1:]
        if directive.strip()
    }
    assert sources == {"'none'", "'self'", "data:"}
    assert "default-src 'none'" in policy


def test_a_policy_with_inline_scripts_is_an_error(settings) -> None:
    assert checks.the_content_security_policy_is_strict() == []
    strict = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
    settings.CONTENT_SECURITY_POLICY = {
        "DIRECTIVES": {**strict, "script-src": ["'self'", "'unsafe-inline'"]}
    }
    (found,) = checks.the_content_security_policy_is_strict()
    assert found.id == "kiosk.E002"
    assert "script-src 'unsafe-inline'" in found.msg
    settings.CONTENT_SECURITY_POLICY = None
    (found,) = checks.the_content_security_policy_is_strict()
    assert found.id == "kiosk.E002"


def test_debugging_outside_a_demonstration_is_an_error(settings) -> None:
    settings.DEBUG = True
    settings.PLAINVOICE_DEMONSTRATION = True
    assert checks.no_debugging_in_production() == []
    settings.PLAINVOICE_DEMONSTRATION = False
    assert [found.id for found in checks.no_debugging_in_production()] == ["kiosk.E001"]


def test_a_data_folder_that_cannot_be_written_is_an_error(settings, tmp_path: Path) -> None:
    assert checks.the_data_folder_is_writable() == []
    (tmp_path / "file").write_text("in the way")
    settings.DATA = tmp_path / "file" / "data"
    assert [found.id for found in checks.the_data_folder_is_writable()] == ["kiosk.E003"]
    assert django_settings.DATA == settings.DATA
