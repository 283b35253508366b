# attack: reads and writes of the worker's descriptors by their numbers
# expect: exited
# output: none
import os
found = []
for fd in range(3, 64):
    for name, call in [("read", lambda: os.read(fd, 1)), ("write", lambda: os.write(fd, b"x")), ("close", lambda: os.close(fd)),
            ("dup", lambda: os.dup(fd)), ("fstat", lambda: os.fstat(fd)), ("open", lambda: open(fd, "wb", buffering=0).write(b"x"))]:
        try:
            call()
            found.append((name, fd))
        except (OSError, AttributeError):
            pass
print(found or "none")
