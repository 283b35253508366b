"""XML: trees, documents, events."""

__all__ = ["dom", "parsers", "sax", "etree"]
