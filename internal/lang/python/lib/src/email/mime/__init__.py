"""Messages of kinds of contents."""
