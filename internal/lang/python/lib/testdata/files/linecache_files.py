"""linecache reads files, tokenize.open opens them, and py_compile and compileall check them."""
import compileall
import linecache
import os
import py_compile
import shutil
import pathlib
import tabnanny
import tokenize

with open("a.py", "w") as f:
    f.write("one = 1\n\ntwo = 2")
print(linecache.getline("a.py", 1), linecache.getline("a.py", 2), linecache.getline("a.py", 3), linecache.getline("a.py", 4), sep="|")
with open("a.py", "w") as f:
    f.write("changed = True\n")
print(repr(linecache.getline("a.py", 1)))
linecache.checkcache("a.py")
print(repr(linecache.getline("a.py", 1)))
os.remove("a.py")
linecache.checkcache()
print(repr(linecache.getline("a.py", 1)), linecache.getlines("none.py"), linecache.getlines("<string>"))

with open("b.py", "wb") as f:
    f.write("# -*- coding: latin-1 -*-\nx = '\xe9'\n".encode("latin-1"))
with tokenize.open("b.py") as f:
    print(f.mode, f.encoding, f.read().encode())
print(linecache.getline("b.py", 2).encode())
with open("c.py", "w") as f:
    f.write("x = (\n")
with open("d.py", "w") as f:
    f.write("if 1:\n        x = 1\n\ty = 2\n")
try:
    py_compile.compile("c.py", doraise=True)
except py_compile.PyCompileError as e:
    print(e, e.exc_type_name, e.file)
print(py_compile.compile("b.py"))
print(compileall.compile_file("b.py", quiet=1), compileall.compile_file("none.txt"), compileall.compile_file("c.py", quiet=2))
os.mkdir("sub")
with open("sub/e.py", "w") as f:
    f.write("ok = 1\n")
print(compileall.compile_dir("sub"))
tabnanny.check("d.py")
tabnanny.check("b.py")
os.mkdir("pack")
print(os.path.basename(shutil.make_archive(pathlib.Path("pack") / "x", "gztar", pathlib.Path("sub"))))
