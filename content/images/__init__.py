"""Pictures: how they come in, where they are kept, and how a text names them.

This module stays empty of imports: a limited process reads pictures with no more than it needs.
"""
