"""Signatures of callables, for module inspect."""

__name__ = "inspect"  # whose the classes are

import sys
import types
from collections import namedtuple
from enum import IntEnum
from keyword import iskeyword


_void = object()  # for what replace is not given


class _empty:
    """Stands for a default or an annotation that isn't there."""


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self._name_

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")[self]


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None):
    """An annotation as it is written."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


def formatannotationrelativeto(object):
    """formatannotation for an object's own module."""
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


class Parameter:
    """A parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            if self._kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError(f"implicit arguments must be passed as positional or keyword arguments, not {self._kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        if iskeyword(name) and self._kind is not _POSITIONAL_ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """The parameter with some of it replaced."""
        return type(self)(self._name if name is _void else name, self._kind if kind is _void else kind,
                          default=self._default if default is _void else default,
                          annotation=self._annotation if annotation is _void else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += ": " + formatannotation(self._annotation)
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return self._key() == other._key()


class BoundArguments:
    """The arguments of a call by the parameters that take them."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        """Whose parameters they are."""
        return self._signature

    @property
    def args(self):
        """The positional arguments."""
        found = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind == _VAR_POSITIONAL:
                found.extend(self.arguments[name])
            else:
                found.append(self.arguments[name])
        return tuple(found)

    @property
    def kwargs(self):
        """The keyword arguments."""
        found = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            if not by_name:
                if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    by_name = True
                elif name not in self.arguments:
                    by_name = True
                    continue
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind == _VAR_KEYWORD:
                found.update(self.arguments[name])
            else:
                found[name] = self.arguments[name]
        return found

    def apply_defaults(self):
        """Give parameters that have no argument their defaults."""
        complete = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                complete[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        return "<{} ({})>".format(type(self).__name__, ", ".join(f"{name}={value!r}" for name, value in self.arguments.items()))


class Signature:
    """The parameters of a callable, and the annotation of what it returns."""

    __slots__ = ("_return_annotation", "_parameters")

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        by_name = {}
        if parameters is not None and __validate_parameters__:
            kind, optional = _POSITIONAL_ONLY, False
            for parameter in parameters:
                if parameter.kind < kind:
                    raise ValueError(f"wrong parameter order: {kind.description} parameter before {parameter.kind.description} parameter")
                if parameter.kind > kind:
                    kind = parameter.kind
                if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if parameter.default is not _empty:
                        optional = True
                    elif optional:
                        raise ValueError("non-default argument follows default argument")
                if parameter.name in by_name:
                    raise ValueError(f"duplicate parameter name: {parameter.name!r}")
                by_name[parameter.name] = parameter
        elif parameters is not None:
            by_name = {parameter.name: parameter for parameter in parameters}
        self._parameters = types.MappingProxyType(by_name)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """The signature of a callable."""
        return _signature(obj, cls, follow_wrapped, globals, locals, eval_str)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        """The signature with other parameters, or another annotation."""
        return type(self)(self.parameters.values() if parameters is _void else parameters,
                          return_annotation=self._return_annotation if return_annotation is _void else return_annotation)

    def _key(self):
        named = {name: p for name, p in self._parameters.items() if p.kind == _KEYWORD_ONLY}
        others = tuple(p for p in self._parameters.values() if p.kind != _KEYWORD_ONLY)
        return others, named, self._return_annotation

    def __hash__(self):
        others, named, annotation = self._key()
        return hash((others, frozenset(named.values()), annotation))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._key() == other._key()

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def bind(self, /, *args, **kwargs):
        """Which parameters take which arguments; TypeError where they don't fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """bind, but that arguments may be missing."""
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        kwargs = dict(kwargs)
        given = list(args)
        keep = None
        for name, parameter in self._parameters.items():
            kind = parameter.kind
            if kind == _VAR_POSITIONAL:
                if given:
                    arguments[name] = tuple(given)
                    given = []
                continue
            if kind == _VAR_KEYWORD:
                keep = name
                continue
            if kind != _KEYWORD_ONLY and given:
                if name in kwargs and kind != _POSITIONAL_ONLY:
                    raise TypeError("multiple values for argument {arg!r}".format(arg=name))
                arguments[name] = given.pop(0)
                continue
            if given and kind == _KEYWORD_ONLY:
                raise TypeError("too many positional arguments")
            if name in kwargs:
                if kind == _POSITIONAL_ONLY:
                    if parameter.default is _empty and not self._takes_any():
                        raise TypeError("{arg!r} parameter is positional only, but was passed as a keyword".format(arg=name))
                else:
                    arguments[name] = kwargs.pop(name)
                    continue
            if parameter.default is _empty and not partial:
                raise TypeError("missing a required argument: {arg!r}".format(arg=name))
        if given:
            raise TypeError("too many positional arguments")
        if kwargs:
            if keep is None:
                raise TypeError("got an unexpected keyword argument {arg!r}".format(arg=next(iter(kwargs))))
            arguments[keep] = kwargs
        return BoundArguments(self, arguments)

    def _takes_any(self):
        return any(p.kind == _VAR_KEYWORD for p in self._parameters.values())

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        parts = []
        only = False  # positional-only ones, whose end isn't shown yet
        star = True  # keyword-only ones need a star before them
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind == _POSITIONAL_ONLY:
                only = True
            elif only:
                parts.append("/")
                only = False
            if kind == _VAR_POSITIONAL:
                star = False
            elif kind == _KEYWORD_ONLY and star:
                parts.append("*")
                star = False
            parts.append(str(parameter))
        if only:
            parts.append("/")
        text = "({})".format(", ".join(parts))
        if self._return_annotation is not _empty:
            text += " -> {}".format(formatannotation(self._return_annotation))
        return text


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a class, module or function; text ones evaluated when eval_str is true."""
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__")
        own_globals = getattr(sys.modules.get(obj.__module__), "__dict__", None)
        own_locals = dict(vars(obj))
    elif isinstance(obj, types.ModuleType):
        found = getattr(obj, "__annotations__", None)
        own_globals, own_locals = obj.__dict__, None
    elif callable(obj):
        found = getattr(obj, "__annotations__", None)
        inner = obj
        while hasattr(inner, "__wrapped__"):
            inner = inner.__wrapped__
        own_globals, own_locals = getattr(inner, "__globals__", None), None
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if found is None:
        return {}
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not eval_str:
        return dict(found)
    globals = own_globals if globals is None else globals
    locals = own_locals if locals is None else locals
    return {name: eval(value, globals, locals) if isinstance(value, str) else value for name, value in found.items()}


def _is_like_function(obj):
    """Whether an object has what functions have."""
    if isinstance(obj, type) or not isinstance(getattr(obj, "__name__", None), str):
        return False
    parts = (("__code__", types.CodeType), ("__defaults__", (tuple, type(None))), ("__kwdefaults__", (dict, type(None))),
             ("__annotations__", (dict, type(None))))
    return all(isinstance(getattr(obj, name, _void), kind) for name, kind in parts)


def _of_function(function, cls, globals=None, locals=None, eval_str=False):
    text = getattr(function, "__text_signature__", None)
    if text:
        return _of_text(text, cls, False)
    code = function.__code__
    names = code.co_varnames
    count = code.co_argcount
    annotations = get_annotations(function, globals=globals, locals=locals, eval_str=eval_str)
    defaults = function.__defaults__ or ()
    named = function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    # Where there are more defaults than parameters, those that they begin with count, and by how many there are more is from where.
    required = len(range(count)[:count - len(defaults)])
    for i, name in enumerate(names[:count]):
        kind = _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        add(name, kind, defaults[i - required] if i >= required else _empty)
    end = count + code.co_kwonlyargcount
    if code.co_flags & 4:
        add(names[end], _VAR_POSITIONAL)
    for name in names[count:end]:
        add(name, _KEYWORD_ONLY, named.get(name, _empty))
    if code.co_flags & 8:
        add(names[end + (1 if code.co_flags & 4 else 0)], _VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _split(text):
    """Split a parameter list at its commas."""
    parts, depth, start, quote = [], 0, 0, ""
    for i, c in enumerate(text):
        if quote:
            if c == quote and text[i - 1] != "\\":
                quote = ""
        elif c in "\"'":
            quote = c
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        elif c == "," and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def _default_of(text):
    if not text:
        return _empty
    try:
        return eval(text, {"__builtins__": __builtins__})
    except Exception:
        return _empty


def _of_text(text, cls, bound):
    """The signature that a built-in function's text says."""
    parts = _split(text.strip()[1:-1])
    parameters = []
    kind = _POSITIONAL_OR_KEYWORD
    first = True
    for part in parts:
        if part == "/":
            parameters = [p.replace(kind=_POSITIONAL_ONLY) for p in parameters]
        elif part == "*":
            kind = _KEYWORD_ONLY
        elif part.startswith("**"):
            parameters.append(Parameter(part[2:], _VAR_KEYWORD))
        elif part.startswith("*"):
            parameters.append(Parameter(part[1:], _VAR_POSITIONAL))
            kind = _KEYWORD_ONLY
        else:
            name, has_default, default = part.partition("=")
            skip = first and (name == "$module" or bound and name in ("$self", "self", "$type", "cls"))
            first = False
            if skip:
                continue
            value = _default_of(default.strip()) if has_default else _empty
            if has_default and value is _empty:
                value = None
            parameters.append(Parameter(name.strip().lstrip("$"), kind, default=value))
        first = False
    return cls(parameters, __validate_parameters__=False)


def _text_of(obj):
    import _builtin_signatures
    known = _builtin_signatures.text(obj)
    return getattr(obj, "__text_signature__", None) if known is None else known


def _of_builtin(obj, cls):
    text = _text_of(obj)
    if not text:
        raise ValueError("no signature found for builtin {!r}".format(obj))
    owner = getattr(obj, "__self__", None)
    return _of_text(text, cls, owner is not None and not isinstance(owner, types.ModuleType))


def _without_first(signature):
    parameters = list(signature.parameters.values())
    if not parameters or parameters[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not _VAR_POSITIONAL:
        parameters = parameters[1:]
    return signature.replace(parameters=parameters)


def _of_partial(obj, cls, options):
    inner = _signature(obj.func, cls, *options)
    try:
        bound = inner.bind_partial(*obj.args, **obj.keywords)
    except TypeError as error:
        raise ValueError(f"partial object {obj!r} has incorrect arguments") from error
    parameters = []
    by_name = False
    for name, parameter in inner.parameters.items():
        kind = parameter.kind
        if name in bound.arguments and kind not in (_VAR_POSITIONAL, _VAR_KEYWORD):
            if kind is _POSITIONAL_ONLY:
                continue
            if name in obj.keywords:
                by_name = True
                parameter = parameter.replace(default=bound.arguments[name], kind=_KEYWORD_ONLY)
            elif kind is _POSITIONAL_OR_KEYWORD:
                continue
        elif by_name and kind is _POSITIONAL_OR_KEYWORD:
            parameter = parameter.replace(kind=_KEYWORD_ONLY)
        elif by_name and kind is _VAR_POSITIONAL:
            continue
        parameters.append(parameter)
    return inner.replace(parameters=parameters)


def _defined(cls, name):
    """A class's method that some class in Python defines, or None."""
    value = getattr(cls, name, None)
    return value if isinstance(value, (types.FunctionType, types.MethodType)) or hasattr(value, "__wrapped__") else None


def _of_class(obj, cls, options):
    call = _defined(type(obj), "__call__")
    if call is not None and type(obj) is not type:
        return _without_first(_signature(call, cls, *options))
    for base in obj.__mro__:
        if "__new__" in base.__dict__ and _defined(base, "__new__") is not None:
            return _without_first(_signature(base.__new__, cls, *options))
        if "__init__" in base.__dict__ and _defined(base, "__init__") is not None:
            return _without_first(_signature(base.__init__, cls, *options))
    for base in obj.__mro__[:-1]:
        text = _text_of(base) if base.__module__ != "__main__" else None
        if text:
            return _of_text(text, cls, True)
    if type not in obj.__mro__:
        if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls()
        raise ValueError("no signature found for builtin type {!r}".format(obj))
    raise ValueError("no signature found for builtin {!r}".format(obj))


def _signature(obj, cls=Signature, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    options = (follow_wrapped, globals, locals, eval_str)
    if not callable(obj):
        raise TypeError("{!r} is not a callable object".format(obj))
    if isinstance(obj, types.MethodType):
        return _without_first(_signature(obj.__func__, cls, *options))
    if follow_wrapped:
        seen = {id(obj)}
        while hasattr(obj, "__wrapped__") and not (hasattr(obj, "__signature__") or isinstance(obj, types.MethodType)):
            obj = obj.__wrapped__
            if id(obj) in seen:
                raise ValueError("wrapper loop when unwrapping {!r}".format(obj))
            seen.add(id(obj))
        if isinstance(obj, types.MethodType):
            return _signature(obj, cls, *options)
    own = getattr(obj, "__signature__", None)
    if own is not None:
        if not isinstance(own, Signature):
            raise TypeError("unexpected object {!r} in __signature__ attribute".format(own))
        return own
    if isinstance(obj, types.FunctionType) or _is_like_function(obj):
        return _of_function(obj, cls, globals, locals, eval_str)
    if isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType, types.MethodWrapperType,
                        types.ClassMethodDescriptorType)):
        return _of_builtin(obj, cls)
    functools = sys.modules.get("functools")
    if functools is not None and isinstance(obj, functools.partial):
        return _of_partial(obj, cls, options)
    if isinstance(obj, type):
        return _of_class(obj, cls, options)
    call = getattr(type(obj), "__call__", None)
    if call is not None and isinstance(call, types.FunctionType):
        return _without_first(_signature(call, cls, *options))
    if call is not None and hasattr(call, "__wrapped__"):
        return _without_first(_signature(call, cls, *options))
    raise ValueError("callable {!r} is not supported by signature".format(obj))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


FullArgSpec = namedtuple("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")


def getfullargspec(func):
    """The parameters of a callable in the form that came before signatures."""
    try:
        if isinstance(func, types.MethodType):
            found = _signature(func.__func__, follow_wrapped=False)
        else:
            found = _signature(func, follow_wrapped=False)
    except Exception as error:
        raise TypeError("unsupported callable") from error
    args, varargs, varkw, defaults, named, named_defaults, annotations = [], None, None, (), [], {}, {}
    if found.return_annotation is not found.empty:
        annotations["return"] = found.return_annotation
    for name, parameter in found.parameters.items():
        kind = parameter.kind
        if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(name)
            if parameter.default is not _empty:
                defaults += (parameter.default,)
        elif kind is _VAR_POSITIONAL:
            varargs = name
        elif kind is _KEYWORD_ONLY:
            named.append(name)
            if parameter.default is not _empty:
                named_defaults[name] = parameter.default
        else:
            varkw = name
        if parameter.annotation is not _empty:
            annotations[name] = parameter.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, named, named_defaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """What each parameter of a function would be in a call."""
    spec = getfullargspec(func)
    name = func.__name__
    if isinstance(func, types.MethodType):
        positional = (func.__self__,) + positional
    values = dict(zip(spec.args, positional))
    extra = positional[len(spec.args):]
    if spec.varargs:
        values[spec.varargs] = tuple(extra)
    more = {}
    if spec.varkw:
        values[spec.varkw] = more
    for key, value in named.items():
        if key not in spec.args and key not in spec.kwonlyargs:
            if not spec.varkw:
                raise TypeError("%s() got an unexpected keyword argument %r" % (name, key))
            more[key] = value
            continue
        if key in values:
            raise TypeError("%s() got multiple values for argument %r" % (name, key))
        values[key] = value
    if extra and not spec.varargs:
        most, least = len(spec.args), len(spec.args) - len(spec.defaults or ())
        takes = str(most) if most == least else "from %d to %d" % (least, most)
        raise TypeError("%s() takes %s positional argument%s but %d %s given" % (
            name, takes, "" if takes == "1" else "s", len(positional), "was" if len(positional) == 1 else "were"))
    for key, value in zip(reversed(spec.args), reversed(spec.defaults or ())):
        values.setdefault(key, value)
    missing = [key for key in spec.args if key not in values]
    if missing:
        _missing(name, missing, True)
    for key in spec.kwonlyargs:
        if key not in values and spec.kwonlydefaults and key in spec.kwonlydefaults:
            values[key] = spec.kwonlydefaults[key]
    missing = [key for key in spec.kwonlyargs if key not in values]
    if missing:
        _missing(name, missing, False)
    return values


def _missing(function, names, positional):
    shown = [repr(name) for name in names]
    if len(shown) > 2:
        text = ", ".join(shown[:-1]) + ", and " + shown[-1]
    else:
        text = " and ".join(shown)
    raise TypeError("%s() missing %i required %s argument%s: %s" % (
        function, len(names), "positional" if positional else "keyword-only", "" if len(names) == 1 else "s", text))
