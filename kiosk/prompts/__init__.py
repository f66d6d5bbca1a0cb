"""The words of the public screens: one catalogue, shown from here and said from here.

:mod:`~kiosk.prompts.shapes` says which prompts there are and how far their slots go, one module a
language holds the words, :mod:`~kiosk.prompts.catalogue` puts the two together, and
:mod:`~kiosk.prompts.voice` has them spoken.
"""
