"""What the kiosk app keeps in the database: nothing of visits, only of installed screens."""

from kiosk.devices.models import Calibration, Selfcheck, StaffPin

__all__ = ["Calibration", "Selfcheck", "StaffPin"]
