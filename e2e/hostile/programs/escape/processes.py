# attack: processes and signals to others, in every way that os has
# expect: exited
# output: none
import os, signal
found = []
for name, args in [("system", ("id",)), ("popen", ("id",)), ("fork", ()), ("execv", ("/bin/id", ["id"])), ("execve", ("/bin/id", ["id"], {})),
        ("execvp", ("id", ["id"])), ("spawnv", (0, "/bin/id", ["id"])), ("posix_spawn", ("/bin/id", ["id"], {})), ("kill", (1, 9)),
        ("kill", (-1, 9)), ("killpg", (1, 9)), ("setuid", (0,)), ("chroot", ("/",)), ("forkpty", ()), ("ptrace", ())]:
    try:
        getattr(os, name)(*args)
        found.append(name)
    except (OSError, AttributeError, NotImplementedError):
        pass
print(found or "none")
