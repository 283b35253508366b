"""What there is to say about the machine: little, since a program is to run anywhere."""

import collections
import sys

uname_result = collections.namedtuple("uname_result", "system node release version machine processor")


def uname():
    return uname_result("Linux", "localhost", "", "", "x86_64", "")


def system():
    return "Linux"


def node():
    return "localhost"


def release():
    return ""


def version():
    return ""


def machine():
    return "x86_64"


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return ("64bit", "ELF")


def platform(aliased=False, terse=False):
    return "Linux-x86_64"


def python_version():
    return "%d.%d.%d" % sys.version_info[:3]


def python_version_tuple():
    return tuple(str(n) for n in sys.version_info[:3])


def python_implementation():
    return "CPython"


def python_compiler():
    return ""


def python_build():
    return ("", "")


def python_branch():
    return ""


python_revision = python_branch


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return ("", "")


def freedesktop_os_release():
    raise OSError("Unable to read files /etc/os-release, /usr/lib/os-release")
