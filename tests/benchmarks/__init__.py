"""What must be fast, measured: run by ``script/bench``, never by the tests."""
