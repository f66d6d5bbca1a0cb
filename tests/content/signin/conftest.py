"""People with a device, and what they send to sign in."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from pytest_django.fixtures import Settings

from tests.factories import PASSWORD

LOGIN = "/admin/login/"
CODE = "/admin/login/code/"
ENROL = "/admin/login/second-factor/"


@pytest.fixture(autouse=True)
def a_database(db: None) -> None:
    """Each test has one."""


@pytest.fixture
def required(settings: Settings) -> None:
    settings.PLAINVOICE_SECOND_FACTOR = "required"


def device_of(user: User) -> TOTPDevice:
    return TOTPDevice.objects.create(user=user, name="phone", confirmed=True)


def code_of(device: TOTPDevice) -> str:
    """The code that the device shows now, as if none had been used and none been wrong before."""
    TOTPDevice.objects.filter(pk=device.pk).update(
        last_t=-1, throttling_failure_count=0, throttling_failure_timestamp=None
    )
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
    totp.time = time.time()
    return f"{totp.token():06d}"


def wrong_code_of(device: TOTPDevice) -> str:
    """A code that is right at no time near now."""
    right = set()
    for step in (-2, -1, 0, 1, 2):
        totp = TOTP(device.bin_key, device.step, device.t0, device.digits)
        totp.time = time.time() + 30 * step
        right.add(totp.token())
    return next(f"{number:06d}" for number in range(10) if number not in right)


@pytest.fixture
def password_given() -> Callable[..., Client]:
    """A client that has sent user name and password, and nothing more."""

    def given(user: User, client: Client | None = None, **extra: str) -> Client:
        client = client or Client()
        client.post(LOGIN, {"username": user.username, "password": PASSWORD}, **extra)
        return client

    return given


@pytest.fixture
def signed_in(password_given: Callable[..., Client]) -> Callable[[User, TOTPDevice], Client]:
    """A client that has given a password and a code."""

    def sign_in(user: User, device: TOTPDevice) -> Client:
        client = password_given(user)
        assert client.post(CODE, {"code": code_of(device)}).status_code == 302
        return client

    return sign_in


def is_in(client: Client) -> bool:
    """Whether the desk is open."""
    return client.get(reverse("admin:index")).status_code == 200
