"""What is told to people about a text: its safety, its readability, its structure."""
