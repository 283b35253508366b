"""Reading mail: importable, and refused on use, since a program in a sandbox has no network."""

from socket import _refused

IMAP4_PORT, IMAP4_SSL_PORT = 143, 993


class IMAP4:
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("IMAP4", "imaplib")()


class IMAP4_SSL(IMAP4):
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("IMAP4_SSL", "imaplib")()
