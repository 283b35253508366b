"""Sending mail: importable, and refused on use, since a program in a sandbox has no network."""

from socket import _refused

SMTP_PORT, SMTP_SSL_PORT = 25, 465


class SMTPException(OSError):
    """What servers answer."""


class SMTPResponseException(SMTPException):
    """An answer that says no."""

    def __init__(self, code, msg):
        self.smtp_code, self.smtp_error, self.args = code, msg, (code, msg)


class SMTPSenderRefused(SMTPResponseException):
    """The sender is refused."""

    def __init__(self, code, msg, sender):
        self.smtp_code, self.smtp_error, self.sender, self.args = code, msg, sender, (code, msg, sender)


class SMTPRecipientsRefused(SMTPException):
    """All who were to get it are refused."""

    def __init__(self, recipients):
        self.recipients, self.args = recipients, (recipients,)


SMTPServerDisconnected = type("SMTPServerDisconnected", (SMTPException,), {"__module__": "smtplib"})
SMTPNotSupportedError = type("SMTPNotSupportedError", (SMTPException,), {"__module__": "smtplib"})
SMTPDataError = type("SMTPDataError", (SMTPResponseException,), {"__module__": "smtplib"})
SMTPConnectError = type("SMTPConnectError", (SMTPResponseException,), {"__module__": "smtplib"})
SMTPHeloError = type("SMTPHeloError", (SMTPResponseException,), {"__module__": "smtplib"})
SMTPAuthenticationError = type("SMTPAuthenticationError", (SMTPResponseException,), {"__module__": "smtplib"})


class SMTP:
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("SMTP", "smtplib")()


class SMTP_SSL(SMTP):
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("SMTP_SSL", "smtplib")()


class LMTP(SMTP):
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refused("LMTP", "smtplib")()
