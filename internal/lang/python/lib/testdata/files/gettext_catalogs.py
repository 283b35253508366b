# Catalogs, which this program makes itself, and the formulas of plural forms.
import gettext, io, os, struct, warnings
def catalog(messages, order="<"):
    ids, strs, data = [], [], b""
    begin = 28 + 16 * len(messages)
    for table, which in (ids, 0), (strs, 1):
        for pair in sorted(messages.items()):
            text = pair[which].encode("utf-8")
            table.append((len(text), begin + len(data))); data += text + b"\0"
    head = struct.pack(order + "7I", 0x950412de, 0, len(messages), 28, 28 + 8 * len(messages), 0, 0)
    return head + b"".join(struct.pack(order + "2I", *x) for x in ids + strs) + data
header = "Project-Id-Version: x\nContent-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\n"
ru = {"": header, "hello": "привет", "%d file\0%d files": "%d файл\0%d файла\0%d файлов", "menu\x04open": "открыть", "m\x04%d x\0%d xs": "a\0b\0c"}
for order in "<>":
    t = gettext.GNUTranslations(io.BytesIO(catalog(ru, order)))
    print(t.gettext("hello"), t.gettext("other"), [t.ngettext("%d file", "%d files", n) for n in (1, 2, 5, 11, 21, 102)], t.pgettext("menu", "open"), t.pgettext("x", "open"), t.npgettext("m", "%d x", "%d xs", 3), t.gettext("%d file"))
    print(t.charset(), t.info()["project-id-version"])
os.makedirs("loc/ru_RU/LC_MESSAGES"); os.makedirs("loc/de/LC_MESSAGES")
open("loc/ru_RU/LC_MESSAGES/app.mo", "wb").write(catalog(ru)); open("loc/de/LC_MESSAGES/app.mo", "wb").write(catalog({"": "Content-Type: text/plain; charset=latin-1\n", "other": "anderes"}))
print(gettext.find("app", "loc", ["ru_RU.UTF-8", "de"], all=True), gettext.find("app", "loc", ["de_AT"]), gettext.find("app", "loc", ["fr"]))
t = gettext.translation("app", "loc", ["ru_RU", "de"]); print(t.gettext("other"), t.gettext("hello"), t.ngettext("a", "b", 1))
print(gettext.translation("nope", "loc", fallback=True).ngettext("a", "b", 2))
try: gettext.translation("nope", "loc")
except FileNotFoundError as e: print(e)
t.install(["ngettext"]); print(_("hello"), ngettext("%d file", "%d files", 3))
print(gettext.textdomain(), gettext.textdomain("app"), gettext.bindtextdomain("app", "loc"), gettext.gettext("none"))
for plural in ("n != 1", "n>1", "0", "n==1 ? 0 : n==2 ? 1 : 2", "!n", "!!n", "n/2*3-1", "n%2 || n>3", "(n", "n)", "n +", "x", "n ?", "n & 1", "1" * 1001, "(" * 30 + "n" + ")" * 30):
    try:
        f = gettext.c2py(plural); print(plural, [f(n) for n in range(6)])
    except (ValueError, RecursionError) as e: print(plural[:20], type(e).__name__, e)
try: gettext.GNUTranslations(io.BytesIO(b"\0" * 30))
except OSError as e: print(e)
