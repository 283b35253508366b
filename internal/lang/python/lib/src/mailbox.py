"""Mailboxes: directories of messages, and files of many."""

import email
import email.generator
import email.message
import io
import os
import time

__all__ = ["Mailbox", "Maildir", "mbox", "Message", "MaildirMessage", "mboxMessage", "Error", "NoSuchMailboxError", "NotEmptyError",
           "ExternalClashError", "FormatError"]


class Error(Exception):
    """What mailboxes can go wrong with."""


class NoSuchMailboxError(Error):
    """A mailbox that isn't there."""


class NotEmptyError(Error):
    """A mailbox that has messages."""


class ExternalClashError(Error):
    """Somebody else changes a mailbox."""


class FormatError(Error):
    """A mailbox that can't be read."""


class Message(email.message.Message):
    """A message of a mailbox."""

    def __init__(self, message=None):
        if isinstance(message, email.message.Message):
            self.__dict__.update(message.__dict__)
            if isinstance(message, Message):
                message._explain_to(self)
        elif isinstance(message, bytes):
            self.__dict__.update(email.message_from_bytes(message).__dict__)
        elif isinstance(message, str):
            self.__dict__.update(email.message_from_string(message).__dict__)
        elif hasattr(message, "read"):
            data = message.read()
            self.__init__(data)
        elif message is None:
            email.message.Message.__init__(self)
        else:
            raise TypeError("Invalid message type: %s" % type(message))

    def _explain_to(self, message):
        """Tell another kind of message what is known of this one."""


class MaildirMessage(Message):
    """A message of a Maildir: it is in new or cur, and has flags."""

    def __init__(self, message=None):
        self._subdir, self._info, self._date = "new", "", time.time()
        Message.__init__(self, message)

    def get_subdir(self):
        return self._subdir

    def set_subdir(self, subdir):
        if subdir not in ("new", "cur"):
            raise ValueError("subdir must be 'new' or 'cur': %s" % subdir)
        self._subdir = subdir

    def get_flags(self):
        """The flags, each a letter."""
        return self._info[2:] if self._info.startswith("2,") else ""

    def set_flags(self, flags):
        self._info = "2," + "".join(sorted(flags))

    def add_flag(self, flag):
        self.set_flags("".join(set(self.get_flags()) | set(flag)))

    def remove_flag(self, flag):
        if self.get_flags():
            self.set_flags("".join(set(self.get_flags()) - set(flag)))

    def get_date(self):
        return self._date

    def set_date(self, date):
        self._date = float(date)

    def get_info(self):
        return self._info

    def set_info(self, info):
        if not isinstance(info, str):
            raise TypeError("info must be a string: %s" % type(info))
        self._info = info


class mboxMessage(Message):
    """A message of a file of many: it has a line before it, and flags."""

    def __init__(self, message=None):
        self.set_from("MAILER-DAEMON", True)
        if isinstance(message, email.message.Message):
            line = message.get_unixfrom()
            if line is not None and line.startswith("From "):
                self.set_from(line[5:])
        Message.__init__(self, message)

    def get_from(self):
        """The line before the message, without its first word."""
        return self._from

    def set_from(self, from_, time_=None):
        if time_ is not None:
            from_ += " " + time.asctime(time.gmtime() if time_ is True else time_)
        self._from = from_

    def get_flags(self):
        return self.get("Status", "") + self.get("X-Status", "")

    def set_flags(self, flags):
        flags = set(flags)
        status, other = "".join(f for f in "RO" if f in flags), "".join(f for f in "DFA" if f in flags)
        other += "".join(sorted(flags - set("RODFA")))
        for name, value in (("Status", status), ("X-Status", other)):
            if name in self:
                self.replace_header(name, value)
            elif value or name == "Status" or other:
                self.add_header(name, value)

    def add_flag(self, flag):
        self.set_flags("".join(set(self.get_flags()) | set(flag)))

    def remove_flag(self, flag):
        if "Status" in self or "X-Status" in self:
            self.set_flags("".join(set(self.get_flags()) - set(flag)))


class Mailbox:
    """Messages by their keys."""

    def __init__(self, path, factory=None, create=True):
        self._path, self._factory = os.path.abspath(os.path.expanduser(path)), factory

    def _bytes(self, message):
        if isinstance(message, email.message.Message):
            buffer = io.BytesIO()
            email.generator.BytesGenerator(buffer, self._mangle, 0).flatten(message)
            return buffer.getvalue()
        if isinstance(message, str):
            return message.encode("ascii")
        if isinstance(message, bytes):
            return message
        if hasattr(message, "read"):
            data = message.read()
            return data.encode("ascii") if isinstance(data, str) else data
        raise TypeError("Invalid message type: %s" % type(message))

    _mangle = False

    def __getitem__(self, key):
        return self._factory(io.BytesIO(self.get_bytes(key))) if self._factory else self.get_message(key)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def get_string(self, key):
        """The message's text."""
        return email.message_from_bytes(self.get_bytes(key)).as_string()

    def get_file(self, key):
        """The message as a file."""
        return io.BytesIO(self.get_bytes(key))

    def __delitem__(self, key):
        self.remove(key)

    def discard(self, key):
        """Remove a message, if it is there."""
        try:
            self.remove(key)
        except KeyError:
            pass

    def keys(self):
        return list(self.iterkeys())

    def itervalues(self):
        for key in self.keys():
            value = self.get(key)
            if value is not None:
                yield value

    __iter__ = itervalues

    def values(self):
        return list(self.itervalues())

    def iteritems(self):
        for key in self.keys():
            value = self.get(key)
            if value is not None:
                yield key, value

    def items(self):
        return list(self.iteritems())

    def clear(self):
        """Remove all messages."""
        for key in self.keys():
            self.discard(key)

    def pop(self, key, default=None):
        value = self.get(key, default)
        self.discard(key)
        return value

    def popitem(self):
        for key in self.iterkeys():
            return key, self.pop(key)
        raise KeyError("No messages in mailbox")

    def update(self, arg=None):
        """Set messages by their keys."""
        for key, value in arg.items() if hasattr(arg, "items") else arg:
            self[key] = value

    def lock(self):
        """Without effect: no other program has the files."""

    def unlock(self):
        """Without effect."""

    def flush(self):
        """Write what has changed."""

    def close(self):
        self.flush()


class Maildir(Mailbox):
    """A directory with a file for each message."""

    colon = ":"

    def __init__(self, dirname, factory=None, create=True):
        Mailbox.__init__(self, dirname, factory, create)
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            os.mkdir(self._path)
            for name in ("tmp", "new", "cur"):
                os.mkdir(os.path.join(self._path, name))
        self._count = 0

    def _places(self):
        out = {}
        for subdir in ("new", "cur"):
            for entry in os.listdir(os.path.join(self._path, subdir)):
                if not entry.startswith(".") and os.path.isfile(os.path.join(self._path, subdir, entry)):
                    out[entry.split(self.colon)[0]] = subdir, entry
        return out

    def _place(self, key):
        try:
            return self._places()[key]
        except KeyError:
            raise KeyError("No message with key: %s" % key) from None

    def _write(self, key, message, subdir, info):
        path = os.path.join(self._path, subdir, key + (self.colon + info if info else ""))
        with open(path, "wb") as f:
            f.write(self._bytes(message))

    def add(self, message):
        """Add a message; the result is its key."""
        self._count += 1
        now = time.time()
        key = "%d.M%dP%dQ%d.localhost" % (int(now), int(now % 1 * 1e6), os.getpid(), self._count)
        info = message.get_info() if isinstance(message, MaildirMessage) else ""
        self._write(key, message, message.get_subdir() if isinstance(message, MaildirMessage) else "new", info)
        return key

    def remove(self, key):
        os.remove(os.path.join(self._path, *self._place(key)))

    def __setitem__(self, key, message):
        subdir, entry = self._place(key)
        _, _, info = entry.partition(self.colon)
        if isinstance(message, MaildirMessage):
            subdir, info = message.get_subdir(), message.get_info()
        self.remove(key)
        self._write(key, message, subdir, info)

    def get_bytes(self, key):
        """The message's bytes."""
        with open(os.path.join(self._path, *self._place(key)), "rb") as f:
            return f.read()

    def get_message(self, key):
        """The message."""
        subdir, entry = self._place(key)
        message = MaildirMessage(self.get_bytes(key))
        message.set_subdir(subdir)
        _, colon, info = entry.partition(self.colon)
        if colon:
            message.set_info(info)
        message.set_date(os.path.getmtime(os.path.join(self._path, subdir, entry)))
        return message

    def iterkeys(self):
        return iter(self._places())

    def __contains__(self, key):
        return key in self._places()

    def __len__(self):
        return len(self._places())

    def list_folders(self):
        """The names of the mailboxes in this one."""
        return [e[1:] for e in os.listdir(self._path) if len(e) > 1 and e[0] == "." and os.path.isdir(os.path.join(self._path, e))]

    def get_folder(self, folder):
        return Maildir(os.path.join(self._path, "." + folder), factory=self._factory, create=False)

    def add_folder(self, folder):
        """Make a mailbox in this one."""
        path = os.path.join(self._path, "." + folder)
        result = Maildir(path, factory=self._factory)
        open(os.path.join(path, "maildirfolder"), "w").close()
        return result

    def remove_folder(self, folder):
        """Remove a mailbox that has no messages."""
        import shutil
        path = os.path.join(self._path, "." + folder)
        if len(Maildir(path, create=False)):
            raise NotEmptyError("Folder contains message(s): %s" % folder)
        shutil.rmtree(path)

    def clean(self):
        """Remove what is old in tmp."""
        for entry in os.listdir(os.path.join(self._path, "tmp")):
            path = os.path.join(self._path, "tmp", entry)
            if time.time() - os.path.getmtime(path) > 129600:
                os.remove(path)


class mbox(Mailbox):
    """A file of messages, each after a line that begins with From."""

    _mangle = True

    def __init__(self, path, factory=None, create=True):
        Mailbox.__init__(self, path, factory, create)
        if not os.path.exists(self._path):
            if not create:
                raise NoSuchMailboxError(self._path)
            open(self._path, "wb").close()
        self._messages, self._next, self._changed = None, 0, False

    def _all(self):
        if self._messages is None:
            self._messages, lines = {}, None
            with open(self._path, "rb") as f:
                for line in f:
                    if line.startswith(b"From ") and (lines is None or not lines[-1:] or lines[-1] in (b"\n", b"\r\n")):
                        if lines is not None:
                            self._keep(lines)
                        lines = [line]
                    elif lines is not None:
                        lines.append(line)
            if lines is not None:
                self._keep(lines)
        return self._messages

    def _keep(self, lines):
        if len(lines) > 1 and lines[-1] in (b"\n", b"\r\n"):
            lines = lines[:-1]
        self._messages[self._next] = lines[0].rstrip(b"\r\n").decode("ascii", "replace"), b"".join(lines[1:])
        self._next += 1

    def _lookup(self, key):
        try:
            return self._all()[key]
        except KeyError:
            raise KeyError("No message with key: %s" % key) from None

    def _entry(self, message):
        line = None
        if isinstance(message, mboxMessage):
            line = "From " + message.get_from()
        elif isinstance(message, email.message.Message):
            line = message.get_unixfrom()
        data = self._bytes(message)
        if data.startswith(b"From ") and line is None:
            first, _, data = data.partition(b"\n")
            line = first.decode("ascii")
        if line is None:
            line = "From MAILER-DAEMON %s" % time.asctime(time.gmtime())
        return line, data

    def add(self, message):
        """Add a message; the result is its key."""
        messages = self._all()
        messages[self._next] = self._entry(message)
        self._next += 1
        self._changed = True
        return self._next - 1

    def remove(self, key):
        self._lookup(key)
        del self._messages[key]
        self._changed = True

    def __setitem__(self, key, message):
        self._lookup(key)
        self._messages[key] = self._entry(message)
        self._changed = True

    def get_bytes(self, key, from_=False):
        """The message's bytes."""
        line, data = self._lookup(key)
        return line.encode("ascii", "replace") + b"\n" + data if from_ else data

    def get_message(self, key):
        """The message."""
        line, data = self._lookup(key)
        message = mboxMessage(data)
        message.set_from(line[5:])
        return message

    def iterkeys(self):
        yield from list(self._all())

    def __contains__(self, key):
        return key in self._all()

    def __len__(self):
        return len(self._all())

    def flush(self):
        if self._changed:
            with open(self._path, "wb") as f:
                for line, data in self._messages.values():
                    f.write(line.encode("ascii", "replace") + b"\n" + data + (b"" if data.endswith(b"\n") else b"\n") + b"\n")
            self._changed = False
