"""The modules of packages in folders and archives that a program has made."""
import importlib
import importlib.util
import os
import pkgutil
import sys
import zipfile

FILES = {
    "pk/__init__.py": "", "pk/b.py": "X = 'b'", "pk/a.py": "X = 'a'", "pk/Z.py": "", "pk/not-one.py": "", "pk/text.txt": "",
    "pk/.hidden.py": "", "pk/two.parts.py": "", "pk/sub/__init__.py": "X = 'sub'", "pk/sub/deep.py": "", "pk/sub/most/__init__.py": "",
    "pk/ns/c.py": "", "pk/dotted.d/__init__.py": "", "pk/both.py": "", "pk/both/__init__.py": "", "pk/_own.py": "",
    "pk/__main__.py": "", "pk/empty/keep.txt": "", "pk/folder.py/__init__.py": "",
}


def write(root):
    for name, text in FILES.items():
        place = os.path.join(root, name)
        os.makedirs(os.path.dirname(place), exist_ok=True)
        with open(place, "w") as f:
            f.write(text)


def show(infos):
    for info in infos:
        print(type(info.module_finder).__name__, info.name, info.ispkg)


write("top")
sys.path.insert(0, "top")
import pk
show(pkgutil.iter_modules(pk.__path__))
print([i.name for i in pkgutil.iter_modules(pk.__path__, "pk.")])
print([i.name for i in pkgutil.iter_modules(["top", "nowhere", "top/pk/text.txt"])])
print([i.name for i in pkgutil.iter_modules(["top/pk/ns/"])], list(pkgutil.iter_modules([])))
print([i.name for i in pkgutil.iter_modules(["top/pk/sub", "top/pk/sub", "top/pk/ns"])])
print([i.name for i in pkgutil.walk_packages(["top/pk/sub"], "pk.sub.")])
for info in pkgutil.iter_modules(pk.__path__):
    if info.name in ("a", "sub"):
        spec = info.module_finder.find_spec(info.name)
        print(spec.name, os.path.relpath(spec.origin), spec.loader.path == spec.origin)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        print(module.X, importlib.import_module("pk." + info.name).X)

with zipfile.ZipFile("ar.zip", "w") as archive:
    for name, text in FILES.items():
        archive.writestr("in/" + name, text)
    archive.writestr("zb.py", "")
    archive.writestr("za/__init__.py", "")
    archive.writestr("za/inner.py", "")
    archive.writestr("zn/x.py", "")
show(pkgutil.iter_modules(["ar.zip"]))
show(pkgutil.iter_modules(["ar.zip/in/pk"], "p."))
sys.path.append("ar.zip")
import za
print([(i.name, i.ispkg) for i in pkgutil.iter_modules(za.__path__)])
