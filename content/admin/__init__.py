"""The desk: where staff write, review and withdraw. Every change of state goes through an action."""

from content.admin import articles, audit, lexicon, revisions, site, staff, suspension, topics

__all__ = ["articles", "audit", "lexicon", "revisions", "site", "staff", "suspension", "topics"]
