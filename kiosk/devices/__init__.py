"""The pages of an installed screen: calibration, keypads and selfcheck, behind a staff PIN.

Who installs a kiosk stands before it without an account of the desk. What they enter is kept in the
screen's own browser, and a dated record of it here.
"""
