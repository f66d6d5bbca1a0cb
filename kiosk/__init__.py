"""How it is shown, heard and operated. Imports content; never the other way round."""
