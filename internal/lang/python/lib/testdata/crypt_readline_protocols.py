import warnings; warnings.simplefilter("ignore")
import crypt
for w, s in [("secret", "$6$saltstring$"), ("Hello world!", "$5$saltstring"), ("Hello world!", "$6$rounds=10000$saltstringsaltstring"), ("", "$5$rounds=1400$anotherlongsaltstring"), ("x"*100, "$6$a")]:
    print(crypt.crypt(w, s))
h = crypt.crypt("pw"); print(crypt.crypt("pw", h) == h, len(h), crypt.METHOD_SHA512, crypt.mksalt(crypt.METHOD_SHA256)[:3])
import readline
readline.add_history("a"); readline.add_history("b"); print(readline.get_current_history_length(), readline.get_history_item(1), readline.get_history_item(9))
readline.set_completer_delims(" "); print(repr(readline.get_completer_delims()), readline.get_completer())
import functools
@functools.total_ordering
class A:
    def __gt__(self, o): return True
    def __eq__(self, o): return True
print(A.__lt__.__qualname__, A.__ge__.__name__, A.__le__.__qualname__)
import asyncio
class P(asyncio.Protocol):
    def data_received(self, data): print(data)
P().data_received(b"x"); P().connection_made(None)
print(asyncio.Transport().get_extra_info("x", 3))
try: asyncio.Transport().write(b"")
except NotImplementedError as e: print("NotImplementedError")
import selectors
loop = asyncio.SelectorEventLoop(selectors.SelectSelector()); loop.close()
