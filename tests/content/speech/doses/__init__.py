"""Generated dose expressions, and a parser that reads their numbers back from what is said.

Nothing here shares code or data with :mod:`content.speech`: what both had wrong, both would agree
on. A language is one table, :class:`tests.content.speech.doses.languages.Language`.
"""
