import optparse
import sys
from optparse import OptionParser, OptionGroup, make_option

p = OptionParser(usage="usage: %prog [options] FILE...", version="%prog 1.0", description="Does something that takes a long text to describe, "
                 "so long that it is wrapped over more than one line.", epilog="That is all about %prog.", prog="tool")
p.add_option("-f", "--file", dest="filename", help="write report to FILE", metavar="FILE")
p.add_option("-q", "--quiet", action="store_false", dest="verbose", default=True, help="don't print status messages to stdout")
p.add_option("-n", type="int", default=3, help="how many [default: %default]")
p.add_option("--ratio", type="float", help="a ratio")
p.add_option("-m", "--mode", type="choice", choices=["fast", "slow"], default="fast", help="the mode, of which there are some that are described here at length")
p.add_option("-I", action="append", dest="paths")
p.add_option("-v", action="count", dest="level", default=0)
p.add_option("--point", type="int", nargs=2)
p.add_option("--const", action="store_const", const=42)
p.add_option("--hidden", help=optparse.SUPPRESS_HELP)
g = OptionGroup(p, "Dangerous options", "Caution: use these at your own risk.")
g.add_option("-g", action="store_true", help="Group option.")
g.add_option("--a-very-long-option-name", help="with its help on the next line")
p.add_option_group(g)
print(p.format_help())
for args in (["-f", "x", "a", "b"], ["-qn5", "--ratio=2.5", "rest"], ["-I", "a", "-Ib", "-vvv"], ["--point", "1", "2", "--", "-x"], ["--mode", "slow", "--cons"],
             ["-n", "0x10"], ["a", "-g"], []):
    values, rest = p.parse_args(args)
    print(sorted(vars(values).items(), key=lambda kv: kv[0]), rest)
print(values.verbose, values.filename, p.defaults["n"], p.has_option("-f"), p.get_option("--file"), p.get_option_group("-g").title)
sys.stderr = sys.stdout
for args in (["-x"], ["--none"], ["-n", "x"], ["-f"], ["--mode", "mid"], ["--point", "1"], ["--quiet=1"], ["--h"], ["--version"], ["-h"], ["--ratio", "r"]):
    try:
        p.parse_args(args)
    except SystemExit as e:
        print("exit", e.code)


def seen(option, opt, value, parser, more=None):
    print("callback", option, opt, value, more, parser.rargs)
    parser.values.seen = value


q = OptionParser(option_list=[make_option("-c", action="callback", callback=seen, type="string", callback_kwargs={"more": 1})], add_help_option=False, prog="q")
print(q.parse_args(["-c", "v", "w"])[0].seen, q.get_usage())
q.disable_interspersed_args()
print(q.parse_args(["pos", "-c", "x"])[1])
for what in (lambda: q.add_option("-c"), lambda: q.add_option("x"), lambda: q.add_option("-z", action="none"), lambda: q.add_option("-z", type="none"),
             lambda: q.add_option("-z", what=1), lambda: q.add_option("-z", action="store_true", type="int"), lambda: q.add_option("-z", type="choice"), lambda: q.add_option(1)):
    try:
        what()
    except (optparse.OptionError, TypeError) as e:
        print(type(e).__name__, e)
r = OptionParser(formatter=optparse.TitledHelpFormatter(), conflict_handler="resolve", prog="r")
r.add_option("-h", "--height", type="int", help="its height")
r.set_defaults(height=7)
print(r.format_help(), r.parse_args([])[0])
