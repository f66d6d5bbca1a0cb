"""Template tags of the kiosk."""
