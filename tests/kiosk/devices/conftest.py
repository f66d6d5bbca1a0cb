"""A PIN, and a browser that it let in."""

from __future__ import annotations

import pytest
from django.test import Client

from kiosk.devices.models import StaffPin


@pytest.fixture
def pin(db: None) -> str:
    return StaffPin.renew()


@pytest.fixture
def staff(client: Client, pin: str) -> Client:
    assert client.post("/device/pin/", {"pin": pin}).status_code == 302
    return client
