"""Follows a program: its lines as they run, how often they do, and which functions are called."""

import linecache
import os
import sys
import threading
import time

__all__ = ["Trace", "CoverageResults"]


def _module_of(path):
    """A module's name by its file's."""
    return os.path.splitext(os.path.basename(path))[0]


def _full_module_of(path):
    """A module's name with its package's, by its file's."""
    longest = ""
    for folder in sys.path:
        folder = os.path.normcase(folder)
        if path.startswith(folder) and path[len(folder):len(folder) + 1] == os.sep and len(folder) > len(longest):
            longest = folder
    name = os.path.splitext(path[len(longest) + 1 if longest else 0:])[0]
    return name.replace(os.sep, ".").lstrip(".")


class _Ignore:
    def __init__(self, modules=None, dirs=None):
        self._modules = set(modules or ())
        self._dirs = list(map(os.path.normpath, dirs or ()))
        self._known = {"<string>": 1}

    def names(self, filename, modulename):
        """Whether a file is to be left out."""
        if modulename not in self._known:
            self._known[modulename] = int(self._ignored(filename, modulename))
        return self._known[modulename]

    def _ignored(self, filename, modulename):
        if any(modulename == m or modulename.startswith(m + ".") for m in self._modules):
            return True
        return filename is None or any(filename.startswith(d + os.sep) for d in self._dirs)


class CoverageResults:
    """How often lines have run, and which functions were called."""

    def __init__(self, counts=None, calledfuncs=None, infile=None, callers=None, outfile=None):
        self.counts = dict(counts or {})
        self.counter = self.counts.copy()
        self.calledfuncs = dict(calledfuncs or {})
        self.callers = dict(callers or {})
        self.infile, self.outfile = infile, outfile
        if infile:
            import pickle
            try:
                with open(infile, "rb") as f:
                    self.update(type(self)(*pickle.load(f)))
            except (OSError, EOFError, ValueError) as err:
                print(f"Skipping counts file {infile!r}: {err}", file=sys.stderr)

    def is_ignored_filename(self, filename):
        """Whether a name is of no file."""
        return filename.startswith("<") and filename.endswith(">")

    def update(self, other):
        """Count in other results."""
        for key, n in other.counts.items():
            self.counts[key] = self.counts.get(key, 0) + n
        self.calledfuncs.update(dict.fromkeys(other.calledfuncs, 1))
        self.callers.update(dict.fromkeys(other.callers, 1))

    def write_results(self, show_missing=True, summary=False, coverdir=None):
        """Print what was called, and write a listing of each file with counts beside it."""
        if self.calledfuncs:
            print("\nfunctions called:")
            for filename, modulename, funcname in sorted(self.calledfuncs):
                print(f"filename: {filename}, modulename: {modulename}, funcname: {funcname}")
        if self.callers:
            self._print_callers()
        by_file = {}
        for (filename, line), n in self.counts.items():
            by_file.setdefault(filename, {})[line] = n
        sums = {}
        for filename, counts in by_file.items():
            if self.is_ignored_filename(filename):
                continue
            if filename.endswith(".pyc"):
                filename = filename[:-1]
            folder, name = coverdir, _full_module_of(filename)
            if folder is None:
                folder, name = os.path.dirname(os.path.abspath(filename)), _module_of(filename)
            else:
                os.makedirs(folder, exist_ok=True)
            source = linecache.getlines(filename)
            missing = _lines_of_code("".join(source), filename) if show_missing else {}
            covered, lines = self.write_results_file(os.path.join(folder, name + ".cover"), source, missing, counts)
            if summary and lines:
                sums[name] = lines, int(100 * covered / lines), name, filename
        if summary and sums:
            print("lines   cov%   module   (path)")
            for name in sorted(sums):
                print("%5d   %3d%%   %s   (%s)" % sums[name])
        if self.outfile:
            self._save()

    def _print_callers(self):
        print("\ncalling relationships:")
        last = last_called = ""
        for (file, module, func), (called_file, called_module, called) in sorted(self.callers):
            if file != last:
                print("\n***", file, "***")
                last, last_called = file, ""
            if called_file != file and last_called != called_file:
                print("  -->", called_file)
                last_called = called_file
            print(f"    {module}.{func} -> {called_module}.{called}")

    def write_results_file(self, path, lines, lnotab, lines_hit, encoding=None):
        """Write a listing; the result is how many lines have run, of how many."""
        try:
            out = open(path, "w", encoding=encoding)
        except OSError as err:
            print(f"trace: Could not open {path!r} for writing: {err} - skipping", file=sys.stderr)
            return 0, 0
        total = hits = 0
        with out:
            for number, line in enumerate(lines, 1):
                mark = "       "
                if number in lines_hit:
                    mark = "%5d: " % lines_hit[number]
                    total, hits = total + 1, hits + 1
                elif number in lnotab and "#pragma NO COVER" not in line:
                    mark = ">>>>>> "
                    total += 1
                out.write(mark + line.expandtabs(8))
        return hits, total

    def _save(self):
        import pickle
        try:
            with open(self.outfile, "wb") as f:
                pickle.dump((self.counts, self.calledfuncs, self.callers), f, 1)
        except OSError as err:
            print(f"Can't save counts files because {err}", file=sys.stderr)


def _lines_of_code(source, filename):
    """The lines that have code."""
    try:
        code = compile(source, filename, "exec")
    except SyntaxError:
        return {}
    lines, todo = {}, [code]
    while todo:
        code = todo.pop()
        lines.update((line, 1) for _, _, line in code.co_lines() if line)
        todo += [c for c in code.co_consts if isinstance(c, type(code))]
    return lines


class Trace:
    """Follows statements and functions that it runs."""

    def __init__(self, count=1, trace=1, countfuncs=0, countcallers=0, ignoremods=(), ignoredirs=(),
                 infile=None, outfile=None, timing=False):
        self.infile, self.outfile = infile, outfile
        self.ignore = _Ignore(ignoremods, ignoredirs)
        self.counts, self._calledfuncs, self._callers = {}, {}, {}
        self.donothing = 0
        self.trace = trace
        self.count = count
        self.start_time = time.monotonic() if timing else None
        if countcallers:
            self.globaltrace = self._trace_callers
        elif countfuncs:
            self.globaltrace = self._trace_funcs
        elif trace or count:
            self.globaltrace, self.localtrace = self._trace_calls, self._trace_lines
        else:
            self.donothing = 1

    def run(self, cmd):
        """Run a statement in __main__."""
        import __main__
        self.runctx(cmd, __main__.__dict__, __main__.__dict__)

    def runctx(self, cmd, globals=None, locals=None):
        """Run a statement in a namespace."""
        globals, locals = {} if globals is None else globals, {} if locals is None else locals
        if not self.donothing:
            threading.settrace(self.globaltrace)
            sys.settrace(self.globaltrace)
        try:
            exec(cmd, globals, locals)
        finally:
            if not self.donothing:
                sys.settrace(None)
                threading.settrace(None)

    def runfunc(self, func, /, *args, **kw):
        """Call a function."""
        if not self.donothing:
            sys.settrace(self.globaltrace)
        try:
            return func(*args, **kw)
        finally:
            if not self.donothing:
                sys.settrace(None)

    def _name(self, frame):
        code = frame.f_code
        module = _module_of(code.co_filename) if code.co_filename else None
        name = code.co_name
        owner = frame.f_locals.get("self") if "self" in code.co_varnames[:1] else None
        if owner is not None and getattr(type(owner), name, None) is not None:
            name = f"{type(owner).__name__}.{name}"
        return code.co_filename, module, name

    def _trace_callers(self, frame, why, arg):
        if why == "call":
            self._callers[self._name(frame.f_back), self._name(frame)] = 1

    def _trace_funcs(self, frame, why, arg):
        if why == "call":
            self._calledfuncs[self._name(frame)] = 1

    def _trace_calls(self, frame, why, arg):
        if why != "call":
            return None
        filename = frame.f_globals.get("__file__", None) or frame.f_code.co_filename
        if not filename:
            return None
        name = _module_of(filename)
        if self.ignore.names(filename, name):
            return None
        if self.trace:
            print(f" --- modulename: {name}, funcname: {frame.f_code.co_name}")
        return self.localtrace

    def _trace_lines(self, frame, why, arg):
        if why == "line":
            filename, line = frame.f_code.co_filename, frame.f_lineno
            if self.count:
                self.counts[filename, line] = self.counts.get((filename, line), 0) + 1
            if self.trace:
                if self.start_time:
                    print("%.2f" % (time.monotonic() - self.start_time), end=" ")
                print(f"{os.path.basename(filename)}({line}): {linecache.getline(filename, line)}", end="")
        return self.localtrace

    def results(self):
        """What was counted."""
        return CoverageResults(self.counts, infile=self.infile, outfile=self.outfile, calledfuncs=self._calledfuncs, callers=self._callers)
