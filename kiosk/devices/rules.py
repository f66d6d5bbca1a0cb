"""What the database itself keeps of the records: appended, never changed."""

from __future__ import annotations

from content.triggers.rules import kept

TRIGGERS = [
    *kept("kiosk_calibration", "the record of a calibration"),
    *kept("kiosk_selfcheck", "the record of a selfcheck"),
]
