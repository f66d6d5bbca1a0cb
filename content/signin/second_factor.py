"""A person's device: its codes, its secret as a picture and as text, and the recovery codes."""

from __future__ import annotations

from base64 import b32encode
from io import BytesIO
from typing import TYPE_CHECKING

import segno
from django.db import transaction
from django.utils import timezone
from django_otp.plugins.otp_totp.models import TOTPDevice

from content.models import RecoveryCode
from content.signin import lockout

if TYPE_CHECKING:
    from django.contrib.auth.models import User
    from django.http import HttpRequest


def device_of(user: User) -> TOTPDevice | None:
    """Return the device that a person has confirmed, None where there is none."""
    found: TOTPDevice | None = TOTPDevice.objects.filter(user=user.pk, confirmed=True).first()
    return found


def new_device(user: User) -> TOTPDevice:
    """Return the device that a person is about to confirm, the same until they do."""
    found: TOTPDevice = TOTPDevice.objects.filter(
        user=user, confirmed=False
    ).first() or TOTPDevice.objects.create(user=user, name="authenticator", confirmed=False)
    return found


def why_wrong(request: HttpRequest, user: User, code: str, *, recovery: bool = False) -> str:
    """Return why a code is not accepted, as a sentence; empty where it is, and is used up by that.

    A wrong one counts towards the lockout of the password's own, and makes the device wait.
    """
    device = device_of(user)
    if device is None:
        return "There is no second factor to be asked for."
    return _why_wrong(request, device, code, recovery)


def why_not_confirmed(request: HttpRequest, device: TOTPDevice, code: str) -> str:
    """Return why a new device's first code is not accepted; empty where it is."""
    return _why_wrong(request, device, code, recovery=False)


def _why_wrong(request: HttpRequest, device: TOTPDevice, code: str, recovery: bool) -> str:
    digits = "".join(code.split())
    name = device.user.get_username()
    if lockout.stops(request, name):
        return "There were too many wrong attempts."
    with transaction.atomic():
        # Two at once with the same code: the second finds it used.
        device = TOTPDevice.objects.select_for_update().get(pk=device.pk)
        allowed, why = device.verify_is_allowed()
        if not allowed:
            wait = int((why["locked_until"] - timezone.now()).total_seconds()) + 1
            return f"After a wrong code this waits a little. Try again in {wait} s."
        if recovery:
            right = RecoveryCode.use(device.user, code)
            device.throttle_reset() if right else device.throttle_increment()
        else:
            # Plain digits only: verify_token would take what int() takes, as "1_2" and other scripts.
            plain = digits if digits.isascii() and digits.isdigit() and len(digits) == 6 else ""
            right = device.verify_token(plain)
    if right:
        return ""
    lockout.count(request, name)
    if recovery:
        return "This is not one of your recovery codes, or it has been used already."
    return (
        "This code is not right, or has been used already. Wait for the next one; if none is, set "
        "the clock of your device by its network."
    )


def picture(device: TOTPDevice) -> str:
    """Return the device's address as a QR code: SVG without styles, black on white."""
    drawn = BytesIO()
    segno.make(device.config_url, error="m").save(
        drawn, kind="svg", scale=6, border=4, xmldecl=False, svgns=True, light="#fff", nl=False,
        svgclass="signin-qr", lineclass=None, omitsize=False,
    )  # fmt: skip
    return drawn.getvalue().decode()


def secret(device: TOTPDevice) -> str:
    """Return the device's secret as people type it: groups of four letters and digits."""
    text = b32encode(device.bin_key).decode().rstrip("=")
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))
