# Packages as older tools leave them, those within zips, and folders that change.
import os
import sys
import warnings
import zipfile

import importlib.metadata as m

FILES = {
    "site/old_one-1.0.egg-info/PKG-INFO": "Name: old-one\nVersion: 1.0\n",
    "site/old_one-1.0.egg-info/requires.txt": "six>=1\n\n# not asked\nx @ http://y/z\n[dev]\npytest\n[:sys_platform == 'x']\nwin\n"
                                              "[dev:python_version < '3']\nmock\nu @ http://v\n[]\nlast\n",
    "site/old_one-1.0.egg-info/SOURCES.txt": "old_one/__init__.py\nold_one/a,b.py\n",
    "site/old_one-1.0.egg-info/entry_points.txt": "zz = before:any\n[console_scripts]\nold = old_one:main\n",
    "site/flat.egg-info": "Name: flat\nVersion: 2.5\nRequires-Dist: y\nclassifier: A\nCLASSIFIER: B\nkeywords: a  b\n",
    "site/Flat-2.6.dist-info/METADATA": "Name: Flat\nVersion: 2.6\n",
    "site/bare.dist-info/RECORD": "",
    "site/bare.dist-info/requires.txt": "",
    "site/bare.dist-info/SOURCES.txt": "",
    "made_by-3.1-py3.egg/EGG-INFO/PKG-INFO": "Name: made.by\nVersion: 3.1\n",
    "no.zip": "this is no zip",
}


def write(name, text):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "w") as file:
        file.write(text)


def show(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


for name, text in FILES.items():
    write(name, text)
with zipfile.ZipFile("some.zip", "w") as file:
    file.writestr("zipped-4.0.dist-info/METADATA", "Name: zipped\nVersion: 4.0\nRequires-Dist: q\n")
    file.writestr("zipped-4.0.dist-info/RECORD", "zipped.py,,3\n")
    file.writestr("zipped-4.0.dist-info/entry_points.txt", "[g]\nz = zipped:f\n")
    file.writestr("zipped.py", "x=1")
with zipfile.ZipFile("within-5.0.egg", "w") as file:
    file.writestr("EGG-INFO/PKG-INFO", "Name: within\nVersion: 5.0\n")
sys.path[:] = [folder for folder in sys.path if "site-packages" not in folder] + ["site", "made_by-3.1-py3.egg", "some.zip", "within-5.0.egg",
                                                                                 "no.zip"]
for name in "old.one", "flat", "bare", "made_by", "made-by", "made.by", "zipped", "within", "no":
    print(name)
    for f in m.version, m.requires, m.files, lambda name: m.metadata(name).json, lambda name: list(m.distribution(name).entry_points):
        show(f, name)
print(m.files("zipped")[0].locate(), m.files("zipped")[0].read_text(), m.distribution("zipped")._normalized_name)
print(sorted(str(d.name) for d in m.distributions()), sorted(m.entry_points().names))
print(type(m.metadata("flat")) is type(m.metadata("within")))

# What is kept of a folder is for as long as it doesn't change.
show(m.version, "late")
write("site/late-1.dist-info/METADATA", "Name: late\nVersion: 1\n")
show(m.version, "late")
write("site/late-1.dist-info/METADATA", "Name: late\nVersion: 2\n")
show(m.version, "late")
for i in range(500):
    write(f"many/p{i}-{i}.0.dist-info/METADATA", f"Name: p{i}\nVersion: {i}.0\n")
sys.path.append("many")
print(sum(float(m.version(f"p{i}")) for i in range(0, 500, 7)), len(list(m.distributions(path=["many"]))))
for i in range(200):
    os.makedirs(f"f{i}/x-{i}.dist-info")
print(sum(len(list(m.distributions(path=[f"f{i}"]))) for i in range(200)), len(list(m.distributions(name="x", path=[f"f{i}" for i in range(200)]))))

point = m.EntryPoint("b", "json:dumps", "g")
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(point[0], point[-1], point[:2])
    show(lambda: point[3])
print([(w.category.__name__, str(w.message), w.lineno) for w in caught])
print({"FileHash", "PackagePath", "EntryPoint", "version"} - set(dir(m)))
