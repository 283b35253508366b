for act in (
    lambda: "%d" % "x",
    lambda: "%s %s" % ("a",),
    lambda: "%s" % ("a", "b"),
    lambda: "{} {}".format(1),
    lambda: "{a}".format(b=1),
    lambda: "{0} {}".format(1, 2),
    lambda: "{".format(),
    lambda: "}".format(),
    lambda: format(1, "s"),
    lambda: format("a", "d"),
    lambda: f"{1.5:d}",
    lambda: "%(a)s" % 5,
    lambda: "%q" % 1,
    lambda: "{!x}".format(1),
):
    try:
        print(act())
    except Exception as e:
        print(type(e).__name__, e)
f"{[]:>10}"
