"""Approved content -> a folder of files that any web server can serve, and nothing else is served.

Putting up happens after the commit, taking away before it, so that a crash can only leave too
little; :func:`reconcile` puts that right. Every change of the folder is made inside a database
transaction and then under the folder's lock, in that order, so that nobody puts back what somebody
else is withdrawing.
"""

from kiosk.publication.copying import NotOurs, copy_to
from kiosk.publication.folder import folder
from kiosk.publication.publish import (
    publish_all,
    publish_article,
    reconcile,
    refresh,
    speak,
    take_away,
)

__all__ = [
    "NotOurs",
    "copy_to",
    "folder",
    "publish_all",
    "publish_article",
    "reconcile",
    "refresh",
    "speak",
    "take_away",
]
