# filecmp: files and directories compared.
import filecmp
import os

for d in ("left", "right", "left/both", "right/both", "left/mine", "left/.git"):
    os.makedirs(d)
for name, text in {"left/same": "1", "right/same": "1", "left/other": "1", "right/other": "22", "left/only": "", "right/own": "", "left/both/x": "x",
                   "right/both/x": "yy", "left/longer": "123", "right/longer": "1234", "right/mine": "a file"}.items():
    with open(name, "w") as f:
        f.write(text)
print(filecmp.cmp("left/same", "right/same", shallow=False), filecmp.cmp("left/other", "right/other", shallow=False), filecmp.cmp("left/longer", "right/longer"))
print(filecmp.cmp("left", "right"), filecmp.cmpfiles("left", "right", ["same", "other", "none", "longer"], shallow=False))
d = filecmp.dircmp("left", "right")
d.report()
d.report_full_closure()
print(d.left_list, d.right_list, d.common, d.left_only, d.right_only, d.common_dirs, sorted(d.common_files), d.common_funny, list(d.subdirs))
try:
    d.none
except AttributeError as e:
    print(e)
try:
    filecmp.cmp("left/same", "gone")
except FileNotFoundError as e:
    print(e)
filecmp.clear_cache()
