# Sources of modules from files: their encodings, ends of lines and mistakes; packages that are imported lazily.
import importlib.util, sys
from importlib.machinery import SourceFileLoader

import email
place = list(email.__path__)
spec = importlib.util.find_spec("email"); spec.loader = importlib.util.LazyLoader(spec.loader)
m = importlib.util.module_from_spec(spec); sys.modules["email"] = m; spec.loader.exec_module(m)
print(list(m.__path__) == place, m.__name__, m.__package__)
import email.message
print(email.message.Message.__name__)

for name, source in {
    "lat": b"# -*- coding: latin-1 -*-\nx = '\xe9'\n", "plain": b"x = '\xe9'\n", "crlf": b"x = '''a\r\nb'''\r\n", "bom": b"\xef\xbb\xbfx = 'bom'\n",
    "second": b"\n# coding: cp1252\nx = '\x80'\n",
}.items():
    with open(name + ".py", "wb") as file: file.write(source)
    spec = importlib.util.spec_from_file_location(name, name + ".py"); m = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(m)
        print(name, ascii(m.x), ascii(spec.loader.get_source(name)))
    except SyntaxError as e: print(name, "SyntaxError")
    except UnicodeDecodeError as e: print(name, "UnicodeDecodeError")
