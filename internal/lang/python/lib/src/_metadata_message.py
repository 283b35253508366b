"""Messages with the fields of a METADATA file, for module importlib.metadata."""

__name__ = "importlib.metadata._adapters"  # whose the class is

import email
import email.message
import re
import textwrap

_MANY = {"classifier", "obsoletes-dist", "platform", "project-url", "provides-dist", "provides-extra", "requires-dist", "requires-external",
         "supported-platform", "dynamic"}  # what may be there more than once


class Message(email.message.Message):
    @property
    def json(self):
        """The fields as JSON has them: in small letters, and lists of those that may be there more than once."""
        found = {}
        for key in self:
            low = key.lower()
            value = self.get_all(key) if low in _MANY else self[key]
            if low == "keywords":
                value = re.split(r"\s+", value)
            found[low.replace("-", "_")] = value
        return found


def read(text):
    """A message of a text. Its payload is a field, too."""
    message = email.message_from_string(text, _class=Message)
    headers = [(key, textwrap.dedent(" " * 8 + value) if "\n" in value else value) for key, value in message.items()]
    if message.get_payload():
        headers.append(("Description", message.get_payload()))
    for key in set(message.keys()):
        del message[key]
    for key, value in headers:
        message[key] = value
    return message
