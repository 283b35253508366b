import os, sys, zipfile
os.makedirs("respk/sub", exist_ok=True)
open("respk/__init__.py", "w").close(); open("respk/sub/__init__.py", "w").close()
open("respk/data.txt", "w", encoding="utf-8").write("héllo\n"); open("respk/sub/b.bin", "wb").write(b"\0\1")
with zipfile.ZipFile("resar.zip", "w") as z:
    z.writestr("zpk/__init__.py", ""); z.writestr("zpk/z.txt", "in zip")
sys.path.append("resar.zip")
sys.path.append(".")
import warnings; warnings.simplefilter("ignore")
import importlib.resources as r, pkgutil
import importlib
importlib.invalidate_caches()
f = r.files("respk")
print(f.name, (f / "data.txt").read_text("utf-8"), sorted(p.name for p in f.iterdir() if not p.name.startswith("__p")))
print(r.read_text("respk", "data.txt"), r.read_binary("respk.sub", "b.bin"), r.is_resource("respk", "sub"), r.is_resource("respk", "data.txt"), sorted(n for n in r.contents("respk") if n != "__pycache__"))
with r.path("respk", "data.txt") as p: print(p.name, p.exists())
with r.open_text("respk", "data.txt") as p: print(p.readline())
print(r.files("zpk").joinpath("z.txt").read_text(), r.read_text("zpk", "z.txt"))
with r.as_file(r.files("zpk") / "z.txt") as p: print(p.read_text())
for bad in (lambda: r.read_text("respk", "a/b"), lambda: r.read_text("respk", "nope"), lambda: r.files("os")):
    try: print(bad())
    except Exception as e: print(type(e).__name__)
print(pkgutil.get_data("respk", "data.txt"), pkgutil.get_data("respk", "sub/b.bin"), pkgutil.get_data("zpk", "z.txt"))
