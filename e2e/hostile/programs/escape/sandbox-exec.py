# attack: modules through which other Pythons reach the machine
# expect: exited
# output: none
found = []
for name in """ctypes subprocess socket multiprocessing _posixsubprocess mmap fcntl pty select _thread _socket ssl _ctypes
cffi code pdb runpy imp zipimport pkgutil marshal pickle shelve dbm sqlite3 webbrowser http.server urllib.request ftplib smtplib""".split():
    try:
        __import__(name)
        found.append(name)
    except ImportError:
        pass
print(found or "none")
