"""An article from the terminal: spoken on the loudspeaker, or written to a file.

Only stored clips of what is public are played, in the order and with the pauses of the page.
"""
