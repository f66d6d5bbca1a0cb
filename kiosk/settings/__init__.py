"""Settings: base, development (the demonstration), production, test."""
