# attack: files of the machine by every way to open one
# expect: exited
# output: none
import io, os, pathlib, shutil, glob
found = []
def attempt(name, f):
    try:
        found.append((name, f()))
    except (OSError, AttributeError, TypeError):
        pass
for path in ["/etc/passwd", "../etc/passwd", "/proc/self/environ", "/proc/self/fd/0", b"/etc/passwd", 3, 4, 5, pathlib.Path("/etc/passwd"), "/dev/mem"]:
    attempt("open", lambda: open(path, "rb").read(1) or None)
    attempt("io.open", lambda: io.open(path, "rb").read(1))
    attempt("os.open", lambda: os.open(path, os.O_RDONLY))
    attempt("stat", lambda: os.stat(path))
for path in ["/", "/proc/self/fd", "/etc", "."]:
    attempt("listdir", lambda: os.listdir(path))
    attempt("scandir", lambda: list(os.scandir(path)))
attempt("readlink", lambda: os.readlink("/proc/self/exe"))
attempt("copy", lambda: shutil.copy("/etc/passwd", "/tmp/x"))
attempt("mkdir", lambda: os.mkdir("/tmp/x"))
attempt("symlink", lambda: os.symlink("/etc", "x"))
found = [f for f in found if f[1] is not None and not (f[0] in ("open", "io.open") and f[1] == b"")]
print(found or "none")
