"""Passwords are hashed with Argon2, never shipped, and those that were printed are changed."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.hashers import identify_hasher, make_password
from django.core.management import call_command
from django.test import RequestFactory

from content.models import SignIn
from kiosk.settings import base
from tests.factories import staff

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def argon2(settings):
    settings.PASSWORD_HASHERS = base.PASSWORD_HASHERS


def test_new_passwords_are_hashed_with_argon2_of_nineteen_mebibytes(argon2):
    hashed = make_password("correct horse battery")
    assert identify_hasher(hashed).algorithm == "argon2"
    assert "$argon2id$v=19$m=19456,t=3,p=1$" in hashed


def test_an_older_hash_is_made_anew_at_the_next_sign_in(argon2):
    user = staff("author", "anna")
    user.password = make_password("correct horse battery", hasher="pbkdf2_sha256")
    user.save()
    request = RequestFactory().post("/")
    assert authenticate(request, username="anna", password="correct horse battery") == user
    user.refresh_from_db()
    assert user.password.startswith("argon2$argon2id$")


@pytest.mark.parametrize("demonstration", [True, False])
def test_who_was_made_from_the_terminal_changes_the_password_except_in_a_demonstration(
    settings, capsys, demonstration
):
    settings.PLAINVOICE_DEMONSTRATION = demonstration
    staff("author")
    call_command("create_staff", "nina", "--role", "reviewer")
    assert SignIn.objects.get(user__username="nina").must_change_password is not demonstration
    assert ("another one is asked for" in capsys.readouterr().err) is not demonstration


def test_each_printed_password_is_another_and_hard_to_guess(capsys):
    staff("author")
    call_command("create_staff", "nina", "--role", "author")
    call_command("create_staff", "omar", "--role", "author")
    first, second = capsys.readouterr().out.split()
    assert first != second
    assert min(len(first), len(second)) >= 16


def test_nothing_that_is_shipped_holds_a_password():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--", "content", "kiosk", "script", "templates"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    ).stdout.split("\0")
    literal = re.compile(
        r"(password|secret_key)\w*[\"']?\s*[=:]\s*[\"'][^\"'{}<>\s]{6,}[\"']"
        r"|(set|make)_password\(\s*[\"']|create_(super)?user\([^)]*password=[\"']"
        r"|(pbkdf2_sha256|argon2|bcrypt)\$[^\"']{20,}",
        re.IGNORECASE,
    )
    files = [
        ROOT / name for name in listed if name.endswith((".py", ".json", ".md", ".html", ".js"))
    ]
    assert len(files) > 100 or not (ROOT / ".git").exists()
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files
        for match in literal.finditer(path.read_text(encoding="utf-8"))
    ]
    assert [one for one in found if "signin-password" not in one and "confirm_" not in one] == []
