# Orders of graphs, and colours.
import colorsys
import graphlib

print(list(graphlib.TopologicalSorter({"D": ["B", "C"], "C": ["A"], "B": ["A"]}).static_order()))
s = graphlib.TopologicalSorter()
s.add("a", "b", "c")
s.add("b", "c")
s.prepare()
while s.is_active():
    ready = s.get_ready()
    print(ready)
    s.done(*ready)
print(bool(s))
for call in (lambda: s.add("x"), lambda: s.prepare(), lambda: s.done("a"), lambda: s.done("zz"), lambda: graphlib.TopologicalSorter().get_ready(),
             lambda: graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare(), lambda: list(graphlib.TopologicalSorter({1: [1]}).static_order())):
    try:
        print(call())
    except ValueError as e:
        print(type(e).__name__, e.args)
for rgb in ((0.2, 0.4, 0.4), (1, 0, 0), (0, 1, 0.5), (0.3, 0.3, 0.3), (0, 0, 0), (0.1, 0.2, 0.9)):
    print(colorsys.rgb_to_hsv(*rgb), colorsys.rgb_to_hls(*rgb), colorsys.rgb_to_yiq(*rgb))
    print(colorsys.hsv_to_rgb(*colorsys.rgb_to_hsv(*rgb)), colorsys.hls_to_rgb(*colorsys.rgb_to_hls(*rgb)), colorsys.yiq_to_rgb(*colorsys.rgb_to_yiq(*rgb)))
