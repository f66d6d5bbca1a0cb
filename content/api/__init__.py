"""The staff half of the API: the actions of :mod:`content.actions` over HTTP."""
