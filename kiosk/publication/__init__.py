"""Approved content as a folder of files that any server can serve."""
