# attack: importing files by names with .., NUL and line ends
# expect: exited
# output: refused
found = []
for name in ["../../etc/passwd", "/etc/passwd", "..", "a.\u0000", "os\u0000.path", "a\nb", "etc.passwd", "\udcff", "." * 100000]:
    try:
        found.append(__import__(name))
    except (ImportError, ValueError, RecursionError):
        pass
print(found or "refused")
