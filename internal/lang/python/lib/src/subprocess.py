"""Processes, which a program that runs in a sandbox hasn't: importable, and refused on use."""

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run", "CalledProcessError",
           "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]

PIPE, STDOUT, DEVNULL = -1, -2, -3


class SubprocessError(Exception):
    """What this module raises."""


class CalledProcessError(SubprocessError):
    """A process that ended with another code than 0."""

    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    def __str__(self):
        if self.returncode and self.returncode < 0:
            return "Command '%s' died with unknown signal %d." % (self.cmd, -self.returncode)
        return "Command '%s' returned non-zero exit status %d." % (self.cmd, self.returncode)

    @property
    def stdout(self):
        return self.output


class TimeoutExpired(SubprocessError):
    """A process that took too long."""

    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    def __str__(self):
        return "Command '%s' timed out after %s seconds" % (self.cmd, self.timeout)


class CompletedProcess:
    """A process that has ended."""

    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


def _refuse(name):
    raise PermissionError(f"subprocess.{name}: this program can't start processes: it runs in a sandbox")


class Popen:
    """Refused."""

    def __init__(self, *args, **kwargs):
        _refuse("Popen")


def run(*args, **kwargs):
    """Refused."""
    _refuse("run")


def call(*args, **kwargs):
    """Refused."""
    _refuse("call")


def check_call(*args, **kwargs):
    """Refused."""
    _refuse("check_call")


def check_output(*args, **kwargs):
    """Refused."""
    _refuse("check_output")


def getoutput(*args, **kwargs):
    """Refused."""
    _refuse("getoutput")


def getstatusoutput(*args, **kwargs):
    """Refused."""
    _refuse("getstatusoutput")
