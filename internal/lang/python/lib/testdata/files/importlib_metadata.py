# Packages whose .dist-info is in a folder of sys.path, those that a finder knows, and those that aren't there.
import os
import sys
import warnings

warnings.simplefilter("ignore")
import importlib.metadata as m

FILES = {
    "demo_pkg-1.2.dist-info/METADATA": "Metadata-Version: 2.1\nName: Demo-Pkg\nVersion: 1.2\nKeywords: a b\nClassifier: X\nClassifier: Y\n"
                                       "Requires-Dist: six (>=1)\nRequires-Dist: x; extra == \"y\"\nLicense: one\n        two\n\nThe text\nof it.\n",
    "demo_pkg-1.2.dist-info/entry_points.txt": "[console_scripts]\ndemo = demo_pkg:main\n# c\nb=demo_pkg.sub : f.g [e1,e2]\n\n[other]\nzz = json:dumps\n",
    "demo_pkg-1.2.dist-info/RECORD": "demo_pkg/__init__.py,sha256=abc,12\ndemo_mod.py,,\n\"demo_pkg/a,b.txt\",sha256=x,1\n",
    "demo_pkg/__init__.py": "x = 1\n",
    "Other.Thing-0.1.dist-info/METADATA": "Name: Other.Thing\nVersion: 0.1\n",
    "Other.Thing-0.1.dist-info/top_level.txt": "othing\n",
}
for name, text in FILES.items():
    os.makedirs(os.path.join("site", os.path.dirname(name)), exist_ok=True)
    with open(os.path.join("site", name), "w") as file:
        file.write(text)
sys.path[:] = [folder for folder in sys.path if "site-packages" not in folder] + ["site", "nowhere"]


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except Exception as e:
        print(type(e).__name__, e, e.args, getattr(e, "name", None))


for name in "demo-pkg", "Demo.Pkg", "OTHER-THING", "nope", "", None:
    for f in m.version, m.requires, m.files, lambda name: m.metadata(name).items(), lambda name: m.distribution(name).entry_points:
        show(f, name)
print(m.metadata("demo-pkg").json, m.metadata("demo-pkg").get_all("Classifier"), m.metadata("demo-pkg")["nope"])
print(sorted(m.packages_distributions().items()))
print(sorted(d.name for d in m.distributions()), [d.name for d in m.distributions(name="demo_pkg")], list(m.distributions(path=["nowhere"])))
print(m.entry_points())
print(m.entry_points(group="other"), m.entry_points(group="nope"), m.entry_points(name="zz")["zz"].load()([1]), m.entry_points()["other"])
print(sorted(m.entry_points().names), sorted(m.entry_points().groups), m.entry_points(group="other")[0], next(iter(m.entry_points(name="b"))).extras)
show(lambda: m.entry_points(nope=1))
show(lambda: m.entry_points(group="other")["b"])
file = m.files("demo-pkg")[0]
print(file, file.hash, file.size, file.hash.mode, file.hash.value, file.locate(), repr(file.read_text()), file.read_binary(), file.dist.version)
print(type(file), m.files("demo-pkg")[1].hash, m.files("demo-pkg")[1].size)
print(m.distribution("demo_pkg").read_text("nope"), m.distribution("demo_pkg").locate_file("x"), m.Distribution.at("site/demo_pkg-1.2.dist-info").version)

point = m.EntryPoint("a", "json:dumps [x,y]", "g")
print(point, point.module, point.attr, point.extras, point.dist, point.matches(name="a"), point.matches(name="b"), list(point))
print(point < m.EntryPoint("b", "c", "d"), point == m.EntryPoint("a", "json:dumps [x,y]", "g"), m.EntryPoint("a", "json", "g").load().__name__)
show(setattr, point, "name", "x")
show(m.EntryPoint("a", "json:nope", "g").load)


class Finder(m.DistributionFinder):
    def find_distributions(self, context):
        if context.name in (None, "made"):
            yield Made()


class Made(m.Distribution):
    def read_text(self, name):
        return "Name: made\nVersion: 9\n" if name == "METADATA" else None

    def locate_file(self, path):
        return path


sys.meta_path.append(Finder())
print(m.version("made"), m.files("made"), m.requires("made"), sorted(d.name for d in m.distributions()))
print(m.__all__, m.PackageNotFoundError.__mro__)
