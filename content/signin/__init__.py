"""Signing in to the desk: password, second factor, lockout, and sessions that end.

A session counts only while its sign-in is whole: :mod:`content.signin.middleware` makes everybody
else nobody, at every address alike. Every change of state is an action of :mod:`content.actions`.
"""
