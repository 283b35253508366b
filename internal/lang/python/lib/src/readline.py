"""Lines that are edited: there is no terminal, so that only the history and the settings are kept."""

_history = []
_most = -1
_completer = None
_delims = " \t\n`~!@#$%^&*()-=+[{]}\\|;:'\",<>/?"


def parse_and_bind(string):
    """A line of a configuration, which is for a terminal."""


def read_init_file(filename=None):
    """A configuration, which is for a terminal."""


def get_line_buffer():
    return ""


def insert_text(string):
    """There is no line."""


def redisplay():
    """There is no line."""


def add_history(line):
    """Put a line at the history's end."""
    _history.append(line)
    if 0 <= _most < len(_history):
        del _history[0]


def clear_history():
    _history.clear()


def get_current_history_length():
    return len(_history)


def get_history_item(index):
    """A line of the history, from 1, or None."""
    return _history[index - 1] if 0 < index <= len(_history) else None


def remove_history_item(pos):
    if not 0 <= pos < len(_history):
        raise ValueError("History index cannot be negative" if pos < 0 else f"No history item at position {pos}")
    del _history[pos]


def replace_history_item(pos, line):
    if not 0 <= pos < len(_history):
        raise ValueError("History index cannot be negative" if pos < 0 else f"No history item at position {pos}")
    _history[pos] = line


def set_auto_history(enabled):
    """Lines that are read are not put into it."""


def get_history_length():
    return _most


def set_history_length(length):
    global _most
    _most = length


def read_history_file(filename="~/.history"):
    """Have the history be that of a file."""
    with open(_place(filename)) as file:
        _history.extend(line.rstrip("\n") for line in file)


def write_history_file(filename="~/.history"):
    """Write the history, the last lines of it that are to be kept."""
    with open(_place(filename), "w") as file:
        file.writelines(line + "\n" for line in _kept())


def append_history_file(nelements, filename="~/.history"):
    """Write the last lines of the history behind those of a file."""
    with open(_place(filename), "a") as file:
        file.writelines(line + "\n" for line in _history[len(_history) - nelements:])


def _kept():
    return _history if _most < 0 else _history[max(len(_history) - _most, 0):]


def _place(filename):
    import os
    return os.path.expanduser(filename)


def set_completer(function=None):
    global _completer
    _completer = function


def get_completer():
    return _completer


def get_completion_type():
    return 0


def get_begidx():
    return 0


get_endidx = get_begidx


def set_completer_delims(string):
    global _delims
    _delims = string


def get_completer_delims():
    return _delims


def set_completion_display_matches_hook(function=None):
    """There is no line."""


def set_startup_hook(function=None):
    """There is no line."""


def set_pre_input_hook(function=None):
    """There is no line."""
