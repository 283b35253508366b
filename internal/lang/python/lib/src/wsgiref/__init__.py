"""WSGI's tools: no server."""
