"""What an accessible kiosk must do, how far the tests prove it, and the reports of both.

``requirements/`` holds the rules, a row a rule; the tests carry the rules' IDs in their names; a run
of the tests leaves results; ``manage.py conformance`` writes the reports from the three. A row
without a passing test is not claimed.
"""
