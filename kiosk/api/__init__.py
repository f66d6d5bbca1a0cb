"""The public half of the API: what is published, for whoever shows it elsewhere."""
