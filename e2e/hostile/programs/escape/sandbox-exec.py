# attack: modules through which other Pythons reach the machine
# expect: exited
# output: none
import ftplib, http.server, os, pickle, pkgutil, runpy, smtplib, socket, ssl, subprocess, urllib.request
found = []
for name in """ctypes multiprocessing _posixsubprocess mmap fcntl pty _socket _ctypes cffi pdb webbrowser""".split():
    try:
        __import__(name)
        found.append(name)
    except ImportError:
        pass
for use in (lambda: pickle.loads(b"cos\nsystem\n(S'id'\ntR."), lambda: pickle.loads(b"csubprocess\nPopen\n((S'id'\nltR."), lambda: os.system("id"),
            lambda: subprocess.run(["id"]), lambda: socket.socket(), lambda: ftplib.FTP("127.0.0.1"), lambda: smtplib.SMTP("127.0.0.1"),
            lambda: http.server.HTTPServer(("127.0.0.1", 0), None), lambda: socket.create_connection(("127.0.0.1", 1)), lambda: ssl.create_default_context(),
            lambda: urllib.request.urlopen("http://127.0.0.1/"), lambda: runpy.run_path("/etc/passwd"), lambda: pkgutil.get_data("os", "/etc/passwd")):
    try:
        if use() is not None:
            found.append(use)
    except OSError:
        pass
print(found or "none")
