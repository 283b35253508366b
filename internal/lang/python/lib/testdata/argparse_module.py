import argparse, sys
sys.stderr = sys.stdout
sys.argv = ["/x/prog.py"]
def run(p, *argvs):
    for a in argvs:
        try: print(a, p.parse_args(a))
        except SystemExit as e: print("exit", e.code)
        except Exception as e: print(type(e).__name__, e)
def t1():
    p = argparse.ArgumentParser(description="A  test\nprogram that does many things, so many that the description needs more than one line to be shown.", epilog="The end. %(prog)s")
    p.add_argument("name", help="the name of the thing")
    p.add_argument("rest", nargs="*", type=int)
    p.add_argument("-v", "--verbose", action="count", default=0, help="be verbose (default: %(default)s)")
    p.add_argument("-o", "--output-file", metavar="FILE", help="where %(dest)s goes to; this is a long help text that will need to be wrapped into several lines")
    p.add_argument("--level", choices=["low", "mid", "high"], default="mid")
    p.add_argument("-n", type=float, required=True)
    p.add_argument("--flag", action=argparse.BooleanOptionalAction, default=True, help="a flag")
    p.add_argument("--version", action="version", version="%(prog)s 1.0")
    p.add_argument("--ap", action="append"); p.add_argument("--apc", action="append_const", const=5, dest="ap"); p.add_argument("--ext", action="extend", nargs="+")
    p.add_argument("--opt", nargs="?", const="C", default="D"); p.add_argument("--two", nargs=2, metavar=("A", "B")); p.add_argument("--hidden", help=argparse.SUPPRESS)
    p.print_help(); p.print_usage()
    run(p, ["x","-n","1"],["x","1","2","-n","3.5","-vvv","--flag"],["x","-n1","--no-flag","--level","low","--ap","q","--apc","--ap=z","--ext","1","2","--ext","3"],["x"],["-n","1"],["x","-n","z"],["x","-n","1","--level","zz"],["x","-n","1","--two","a"],["x","-n","1","--two","a","b"],["x","-n","1","--bogus"],["x","-n","1","--opt"],["x","-n","1","--opt","E"],["x","-n","1","--out","f"],["x","-n","1","--ver"],["x","-n","1","-v5"],["x","-n","1","--v"],["--version"],["-h"],["x","y","-n","1"],["x","-n"],["x","-n","-1"],["--","x","-n"],["x","-n","1","--","3"],["x","-n","1","--level=mid=x"],["x","-n","1","--verbose=3"],["x","-n","1","-vo","f"],["x","-n","1","-vof"],["x","-n","1","--hidden","h"])
t1()
def t2():
    p = argparse.ArgumentParser(prog="tool")
    p.add_argument("--global", dest="glob", action="store_true")
    s = p.add_subparsers(dest="cmd", required=True, help="sub help", title="cmds", description="all cmds")
    a = s.add_parser("add", help="add things", aliases=["a", "plus"], description="Adds."); a.add_argument("x", type=int); a.add_argument("-f", action="store_true"); a.set_defaults(func="ADD")
    b = s.add_parser("remove-everything-now", help="remove"); b.add_argument("y", nargs="+")
    p.print_help(); a.print_help(); print(a.prog)
    run(p, ["add","1"],["a","2","-f"],["--global","remove-everything-now","p","q"],[],["bad"],["add"],["add","z"],["add","1","--zz"],["add","-h"])
    p2 = argparse.ArgumentParser(prog="t2"); p2.add_argument("pos"); s2 = p2.add_subparsers(); s2.add_parser("c"); p2.print_help(); run(p2, ["v"], ["v","c"], ["v","d"])
t2()
def t3():
    p = argparse.ArgumentParser(prog="m")
    g = p.add_mutually_exclusive_group(); g.add_argument("-a", action="store_true"); g.add_argument("-b", metavar="B")
    h = p.add_mutually_exclusive_group(required=True); h.add_argument("--c", action="store_true"); h.add_argument("d", nargs="?")
    gr = p.add_argument_group("group title", "group desc"); gr.add_argument("--in-group", type=int, default=3, help="x")
    p.print_help(); run(p, ["-a","--c"],["-a","-b","1","--c"],[],["dd"],["dd","--c"])
t3()
def t4():
    for F in (argparse.RawDescriptionHelpFormatter, argparse.RawTextHelpFormatter, argparse.ArgumentDefaultsHelpFormatter, argparse.MetavarTypeHelpFormatter):
        p = argparse.ArgumentParser(prog="f", formatter_class=F, description="line one\n   line two", epilog="e1\n e2")
        p.add_argument("--num", type=int, default=5, help="a number\n  of things"); p.add_argument("pos", type=str, nargs="?", default="dd", help="pos help"); p.add_argument("--no-help", type=float); p.add_argument("-q", "--quiet-and-very-long-option-name", type=str, help="quiet")
        p.print_help()
t4()
def t5():
    p = argparse.ArgumentParser(prog="very-long-program-name-for-wrapping", usage=None)
    for i in range(12): p.add_argument("--option-%d" % i, metavar="VALUE%d" % i)
    for i in range(4): p.add_argument("positional%d" % i, nargs="+" if i == 3 else None)
    p.print_usage(); 
    p = argparse.ArgumentParser(prog="x"*70); p.add_argument("--foo"); p.add_argument("bar"); p.print_usage()
    p = argparse.ArgumentParser(prog="u", usage="%(prog)s [custom]", add_help=False); p.add_argument("z"); p.print_help()
    p = argparse.ArgumentParser(prog="u", prefix_chars="+-", argument_default=argparse.SUPPRESS); p.add_argument("+f"); p.add_argument("++bar"); p.print_help(); run(p, ["+f","1"],["++bar","q"],[])
    p = argparse.ArgumentParser(prog="neg"); p.add_argument("-1", dest="one", action="store_true"); p.add_argument("n", nargs="?"); run(p, ["-1"],["-2"],["-1","-5"])
    p = argparse.ArgumentParser(prog="neg"); p.add_argument("n", type=int); p.add_argument("--x", type=int); run(p, ["-1"],["-2","--x","-3"],["-2.5"],["-x"],["- 5"])
    p = argparse.ArgumentParser(prog="rem"); p.add_argument("cmd"); p.add_argument("args", nargs=argparse.REMAINDER); run(p, ["a","-b","c"],["a"]); p.print_help()
    p = argparse.ArgumentParser(prog="ab", allow_abbrev=False); p.add_argument("--foobar"); run(p, ["--foo","1"],["--foobar","1"])
    p = argparse.ArgumentParser(prog="ee", exit_on_error=False); p.add_argument("--i", type=int); run(p, ["--i","x"])
    p = argparse.ArgumentParser(prog="pk"); p.add_argument("--i", type=int); print(p.parse_known_args(["--i","1","--z","q","r"]))
    p = argparse.ArgumentParser(prog="im"); p.add_argument("--foo"); p.add_argument("cmd"); p.add_argument("rest", nargs="*", type=int); print(p.parse_intermixed_args("doit 1 --foo bar 2 3".split())); 
    par = argparse.ArgumentParser(add_help=False); par.add_argument("--par", default=1, help="ph"); par.add_argument("pp"); c = argparse.ArgumentParser(prog="ch", parents=[par]); c.add_argument("--own"); c.print_help(); run(c, ["1","--par","2"])
    p = argparse.ArgumentParser(prog="cr", conflict_handler="resolve"); p.add_argument("-f","--foo",help="old"); p.add_argument("--foo",help="new"); p.print_help()
t5()
p = argparse.ArgumentParser(prog="er")
for f in (lambda: p.add_argument("a", required=True), lambda: p.add_argument("-h"), lambda: p.add_argument("x", "--y"), lambda: p.add_argument("--q", action="bogus"), lambda: p.add_argument("--q", type="int"), lambda: p.add_argument("--q", nargs=0), lambda: p.add_argument("--q", nargs=2, metavar=("a",)), lambda: p.add_argument("--", dest=None), lambda: p.add_argument("--w", action="store_true", type=int), lambda: argparse.ArgumentParser(conflict_handler="x"), lambda: p.add_argument("pos", dest="z"), lambda: p.add_mutually_exclusive_group().add_argument("pos"), lambda: p.add_argument("--k", const=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(p, p.add_argument("--zed", type=int, default=3, choices=[1,2,3]), argparse.Namespace(a=1, **{"b-c": 2}), argparse.Namespace(a=1) == argparse.Namespace(a=1), "a" in argparse.Namespace(a=1), vars(argparse.Namespace(q=2)))
def pos(s):
    v = int(s)
    if v < 0: raise argparse.ArgumentTypeError("%d is negative" % v)
    return v
class Act(argparse.Action):
    def __call__(self, parser, ns, values, opt=None): setattr(ns, self.dest, (values, opt))
p = argparse.ArgumentParser(prog="ty"); p.add_argument("--p", type=pos); p.add_argument("--l", type=lambda s: int(s)); p.add_argument("--act", action=Act, nargs="*"); p.add_argument("--d", type=int, default="7"); p.set_defaults(extra=9); run(p, ["--p","-1"],["--p=-1"],["--p","x"],["--l","x"],["--act","1","2"],["--act"],[]); print(p.get_default("d"), p.format_usage(), p.get_default("extra"))
def t6():
    p = argparse.ArgumentParser(prog="c"); p.add_argument("e", choices=range(3), type=int); p.add_argument("f", nargs="*", choices="ab", default="a"); p.print_help(); run(p, ["1"],["5"],["1","a","b"],["1","z"])
    p = argparse.ArgumentParser(prog="w"); p.add_argument("--percent", help="100%% sure %(type)s %(choices)s", type=int, choices=[1,2]); p.print_help(); p.error("custom error")
try: t6()
except SystemExit as e: print(e.code)
