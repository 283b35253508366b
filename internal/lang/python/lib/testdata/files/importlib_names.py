# Relative names of modules, sources of the library's modules, and asyncio.subprocess.
import os, sys
os.makedirs("fsp/in_", exist_ok=True); open("fsp/__init__.py","w").close(); open("fsp/sub.py","w").write("x = 1\n")
sys.path.append(".")
import importlib.util, asyncio, asyncio.subprocess, asyncio as a
s = importlib.util.find_spec(".sub", package="fsp"); print(s.name, os.path.basename(s.origin), s.parent)
try: importlib.util.find_spec(".sub")
except ImportError as e: print(e)
m = importlib.util.module_from_spec(s); s.loader.exec_module(m); print(m.x)
print(importlib.util.find_spec(".nope", "fsp"))
spec = importlib.util.spec_from_file_location("sc", importlib.util.find_spec("shlex").origin)
m = importlib.util.module_from_spec(spec); spec.loader.exec_module(m); print(m.split("a 'b c'"), "def split" in spec.loader.get_source("sc"))
print(asyncio.subprocess.PIPE)
