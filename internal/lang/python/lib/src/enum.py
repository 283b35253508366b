"""Enumerations."""

import sys
from types import DynamicClassAttribute, MappingProxyType

__all__ = [
    "EnumType", "EnumMeta", "Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum", "auto", "unique", "property", "verify",
    "member", "nonmember", "FlagBoundary", "STRICT", "CONFORM", "EJECT", "KEEP", "global_flag_repr", "global_enum_repr",
    "global_str", "global_enum", "EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE",
]

_builtin_property = property


class nonmember:
    """Keeps a value in an enumeration's body from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a value in an enumeration's body a member."""

    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    """A property of members that doesn't hide a member of the same name."""

    member = None

    def __get__(self, instance, owner=None):
        if instance is None:
            if self.member is not None:
                return self.member
            try:
                return owner._member_map_[self.name]
            except KeyError:
                raise AttributeError(f"{owner!r} has no attribute {self.name!r}") from None
        if self.fget is not None:
            return self.fget(instance)
        if self.member is not None:
            return self.member
        try:
            return owner._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{owner!r} has no attribute {self.name!r}") from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__


_auto_null = object()


class auto:
    """Stands for a value that the enumeration chooses."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f"auto({self.value!r})"


def _is_descriptor(value):
    return hasattr(value, "__get__") or hasattr(value, "__set__") or hasattr(value, "__delete__")


def _is_dunder(name):
    return len(name) > 4 and name[:2] == name[-2:] == "__" and name[2] != "_" and name[-3] != "_"


def _is_sunder(name):
    return len(name) > 2 and name[0] == name[-1] == "_" and name[1] != "_" and name[-2] != "_"


def _is_private(cls_name, name):
    prefix = "_%s__" % (cls_name,)
    return len(name) > len(prefix) and name.startswith(prefix) and (name[-1] != "_" or name[-2] != "_")


def _is_single_bit(number):
    return number > 0 and number & (number - 1) == 0


def _bits(number):
    if number < 0:
        raise ValueError("%r is not a positive integer" % number)
    while number:
        bit = number & (~number + 1)
        yield bit
        number ^= bit


class FlagBoundary:
    """What flags do with bits that no member has."""


class _Namespace(dict):
    """The names of an enumeration's body, which tells members from others."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self.last_values = []
        self.ignored = []
        self.cls_name = cls_name
        self.auto_called = False
        self.generate = None

    def __setitem__(self, key, value):
        if _is_private(self.cls_name, key):
            pass
        elif _is_sunder(key):
            if key not in ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
                           "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_"):
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self.auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self.generate = value.__func__ if isinstance(value, staticmethod) else value
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self.ignored = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif _is_dunder(key):
            if key == "__order__":
                key = "_order_"
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self.ignored:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif _is_descriptor(value) and not isinstance(value, member):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            value = self._resolve(key, value)
            self._member_names[key] = None
            self.last_values.append(value)
        super().__setitem__(key, value)

    def update(self, *others, **names):
        """Set each name on its own, so that members are noted."""
        for key, value in dict(*others).items():
            self[key] = value
        for key, value in names.items():
            self[key] = value

    def _resolve(self, key, value):
        if isinstance(value, auto):
            return self._next(key, value)
        if isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
            values = []
            for v in value:
                if isinstance(v, auto):
                    v = self._next(key, v)
                    self.last_values.append(v)
                values.append(v)
            try:
                return type(value)(values)
            except TypeError:
                return type(value)(*values)
        return value

    def _next(self, key, value):
        if value.value is _auto_null:
            value.value = self.generate(key, 1, len(self._member_names), self.last_values[:])
            self.auto_called = True
        return value.value


class EnumType(type):
    """The metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        names = _Namespace(cls)
        if "Enum" in globals() and bases:
            metacls._check_for_existing_members_(cls, bases)
            _, first = metacls._get_mixins_(cls, bases)
            names.generate = getattr(first, "_generate_next_value_", None)
        return names

    def __new__(metacls, cls, bases, namespace, *, boundary=None, _simple=False, **kwds):
        if "Enum" not in globals():
            body = dict(namespace, _member_type_=object, _member_names_=[], _member_map_={}, _new_member_=object.__new__)
            return super().__new__(metacls, cls, bases, body, **kwds)
        names = namespace._member_names
        for name in namespace.ignored:
            namespace.pop(name, None)
        namespace.pop("_ignore_", None)
        if "mro" in names:
            raise ValueError("invalid enum member name(s) 'mro'")
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        values = {name: namespace[name] for name in names}
        order = namespace.get("_order_")
        body = {key: value for key, value in namespace.items() if key not in names and key != "_order_"}
        if "_generate_next_value_" in body and not isinstance(body["_generate_next_value_"], staticmethod):
            body["_generate_next_value_"] = staticmethod(body["_generate_next_value_"])
        new, new_saved, use_args = metacls._find_new_(body, member_type, first_enum)
        body["_new_member_"] = new
        body["_use_args_"] = use_args
        body["_member_names_"] = []
        body["_member_map_"] = {}
        body["_value2member_map_"] = {}
        body["_unhashable_values_"] = []
        body["_member_type_"] = member_type
        body["_boundary_"] = boundary or getattr(first_enum, "_boundary_", None)
        body["_flag_mask_"] = 0
        body["_all_bits_"] = 0
        body["_singles_mask_"] = 0
        body["_inverted_"] = None
        body["_value_repr_"] = metacls._find_data_repr_(cls, bases)
        made = super().__new__(metacls, cls, bases, body, **kwds)
        made._add_builtin_methods(body, member_type, first_enum)
        for name, value in values.items():
            made._add_member(name, value)
        if Flag is not None and issubclass(made, Flag):
            made._finish_flag()
        if new_saved:
            made.__new_member__ = new
        if first_enum is not None and first_enum is not object:
            type.__setattr__(made, "__new__", Enum.__new__)
        made._check_order(order)
        return made

    def __init__(cls, *args, **kwds):
        pass

    def _add_builtin_methods(cls, body, member_type, first_enum):
        # What a mixed-in data type has is not to hide what the enumeration has.
        if first_enum is None:
            return
        if ReprEnum is not None and ReprEnum in cls.__bases__:
            show = member_type.__str__
            if show is object.__str__:
                show = member_type.__repr__
            body.setdefault("__str__", show)
            body.setdefault("__format__", member_type.__format__)
            type.__setattr__(cls, "__str__", body["__str__"])
            type.__setattr__(cls, "__format__", body["__format__"])
        for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
            if name not in body and getattr(cls, name) in (getattr(member_type, name), getattr(object, name)):
                type.__setattr__(cls, name, getattr(first_enum, name))
        if Flag is not None and issubclass(cls, Flag):
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in body:
                    type.__setattr__(cls, name, getattr(Flag, name))

    def _add_member(cls, name, value):
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        if not cls._use_args_:
            made = cls._new_member_(cls)
        else:
            made = cls._new_member_(cls, *args)
        if not hasattr(made, "_value_"):
            if cls._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as error:
                    problem = TypeError("_value_ not set in __new__, unable to create it")
                    problem.__cause__ = error
                    raise problem
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        known = cls._find_by_value(value)
        flags = Flag is not None and issubclass(cls, Flag)
        if flags:
            mask = cls._flag_mask_
            mask |= value  # an error names this operator
            type.__setattr__(cls, "_flag_mask_", mask)
        if known is not None:
            made = known
        elif not flags or _is_single_bit(value):
            cls._member_names_.append(name)
        cls._place_member(name, made)
        cls._member_map_[name] = made
        if known is None:
            try:
                cls._value2member_map_.setdefault(value, made)
            except TypeError:
                cls._unhashable_values_.append((value, made))
        if flags:
            if _is_single_bit(value):
                type.__setattr__(cls, "_singles_mask_", cls._singles_mask_ | value)
            type.__setattr__(cls, "_all_bits_", 2 ** cls._flag_mask_.bit_length() - 1)

    def _place_member(cls, name, made):
        for base in cls.__mro__[1:]:
            attribute = base.__dict__.get(name)
            if isinstance(attribute, property):
                redirect = property(attribute.fget, attribute.fset, attribute.fdel)
                redirect.member = made
                redirect.__set_name__(cls, name)
                type.__setattr__(cls, name, redirect)
                return
        type.__setattr__(cls, name, made)

    def _find_by_value(cls, value):
        try:
            return cls._value2member_map_.get(value)
        except TypeError:
            for known, made in cls._unhashable_values_:
                if known == value:
                    return made
        return None

    def _finish_flag(cls):
        cls._member_names_[:] = [
            name for name, made in cls._member_map_.items() if made.name == name and _is_single_bit(made._value_)]
        values = [m._value_ for m in cls]
        if values != sorted(values):
            cls._iter_member_ = cls._iter_member_by_def_

    def _check_order(cls, order):
        if order is None:
            return
        if isinstance(order, str):
            order = order.replace(",", " ").split()
        names = [n for n in cls._member_names_]
        order = [o for o in order if o not in cls._member_map_ or cls._member_map_[o].name == o]
        if order != names:
            raise TypeError(f"member order does not match _order_:\n  {names!r}\n  {order!r}")

    @classmethod
    def _check_for_existing_members_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and getattr(base, "_member_names_", None):
                    raise TypeError(f"<enum {class_name!r}> cannot extend {base!r}")

    @classmethod
    def _get_mixins_(metacls, class_name, bases):
        if not bases:
            return object, Enum if "Enum" in globals() else None
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError("new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`")
        return metacls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(metacls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if getattr(base, "_member_type_", object) is not object:
                        if base._member_type_ not in found:
                            found.append(base._member_type_)
                        break
                elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                    candidate = candidate or base
                    if candidate not in found:
                        found.append(candidate)
                    break
                else:
                    candidate = candidate or base
        if len(found) > 1:
            raise TypeError(f"too many data types for {class_name!r}: {set(found)!r}")
        return found[0] if found else None

    @classmethod
    def _find_data_repr_(metacls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base.__dict__.get("_value_repr_") or repr
                if "__repr__" in base.__dict__:
                    return base.__dict__["__repr__"]
        return None

    @classmethod
    def _find_new_(metacls, body, member_type, first_enum):
        new = body.get("__new__")
        saved = first_enum is not None and new is not None
        if isinstance(new, staticmethod):
            new = new.__func__
        if new is None:
            for name in ("__new_member__", "__new__"):
                for source in (member_type, first_enum):
                    candidate = getattr(source, name, None)
                    if candidate is not None and candidate not in (None, object.__new__, getattr(Enum, "__new__", None)):
                        new = candidate
                        break
                if new is not None:
                    break
            else:
                new = object.__new__
        use_args = first_enum is not None and new not in (Enum.__new__, object.__new__)
        return new, saved, use_args

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module, qualname=qualname, type=type, start=start, boundary=boundary)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError(
                "unsupported operand type(s) for 'in': '%s' and '%s'" % (value.__class__.__qualname__, cls.__class__.__qualname__))
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__", "__module__",
                 "__name__", "__qualname__"}
        names.update(cls._member_names_)
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        """All members by name, aliases among them."""
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return "<flag %r>" % cls.__name__
        return "<enum %r>" % cls.__name__

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError("cannot reassign member %r" % (name,))
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            originals, names, last = names, [], []
            for count, name in enumerate(originals):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        for item in names:
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            module = sys._getframe(2).f_globals.get("__name__") if hasattr(sys._getframe(0), "f_globals") else None
        if module is not None:
            namespace["__module__"] = module
        namespace["__qualname__"] = qualname or class_name
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)


EnumMeta = EnumType
Flag = None
ReprEnum = None


def _warn_of_auto():
    import warnings

    warnings.warn("In 3.13 the default `auto()`/`_generate_next_value_` will require all values to be sortable and support adding +1\n"
                  "and the value returned will be the largest value in the enum incremented by 1",
                  DeprecationWarning, stacklevel=6)  # the class's own line


class Enum(metaclass=EnumType):
    """The base of enumerations."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        known = cls._find_by_value(value)
        if known is not None:
            return known
        if not cls._member_map_:
            raise TypeError("%r has no members defined" % cls)
        error = None
        try:
            result = cls._missing_(value)
        except Exception as problem:
            error, result = problem, None
        try:
            if isinstance(result, cls):
                return result
            if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int):
                return result
            wrong = ValueError("%r is not a valid %s" % (value, cls.__qualname__))
            if result is None and error is None:
                raise wrong
            if error is None:
                error = TypeError("error in %s._missing_: returned %r instead of None or a valid member" % (cls.__name__, result))
            if not isinstance(error, ValueError):
                error.__context__ = wrong
            raise error
        finally:
            error = None

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        last = last_values[-1]
        try:
            last_values.sort()
            if last_values[-1] == last:
                return last + 1
        except TypeError:
            pass
        _warn_of_auto()
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        value_repr = self.__class__._value_repr_ or repr
        return "<%s.%s: %s>" % (self.__class__.__name__, self._name_, value_repr(self._value_))

    def __str__(self):
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __dir__(self):
        names = {"__class__", "__doc__", "__eq__", "__hash__", "__module__"}
        if self._member_type_ is not object:
            names.update(object.__dir__(self))
        names.update(name for name in getattr(self, "__dict__", ()) if name[0] != "_")
        for cls in type(self).__mro__:
            for name, value in cls.__dict__.items():
                if name[0] == "_":
                    continue
                if isinstance(value, property) and value.fget is None and name in self._member_map_:
                    names.discard(name)
                elif name not in self._member_map_:
                    names.add(name)
        return sorted(names)

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The member's name."""
        return self._name_

    @property
    def value(self):
        """The member's value."""
        return self._value_


class ReprEnum(Enum):
    """An enumeration whose members are shown by str as their values are."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strs."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError("too many arguments for str(): %r" % (values,))
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError("%r is not a string" % (values[0],))
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError("encoding must be a string, not %r" % (values[1],))
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError("errors must be a string, not %r" % (values[2]))
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


class FlagBoundary(StrEnum):
    """What flags do with bits that no member has."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    """An enumeration of bits, which combine."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError("invalid flag value %r" % last) from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        """The members of a value's bits, None for a bit that none is."""
        for bit in _bits(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        """The same in the order in which they were defined."""
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError("%r is not a valid %s" % (value, cls.__qualname__))
        mask, singles, all_bits = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        negative = None
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError("%r invalid value %r\n    given %s\n  allowed %s" % (
                    cls, value, bin_text(value, width), bin_text(mask, width)))
            if cls._boundary_ is CONFORM:
                value = value & mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(all_bits + 1, 2 ** value.bit_length()) + value
        if value < 0:
            negative = value
            value = all_bits + 1 + value
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError("%s(%r) -->  unknown values %r [%s]" % (cls.__name__, value, unknown, bin_text(unknown)))
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, "_value_"):
            made._value_ = value
        made._name_ = cls._name_of_parts(value)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _name_of_parts(cls, value):
        # Of the members of one bit that a value has, then of aliases that have the rest of it.
        parts = list(cls._iter_member_(value & cls._singles_mask_))
        if value & ~cls._singles_mask_:
            for m in cls._member_map_.values():
                if m not in parts and m._value_ and m._value_ & value == m._value_:
                    parts.append(m)
        combined = 0
        for m in parts:
            combined |= m._value_
        if not combined:
            return None
        name, unknown = "|".join([m._name_ for m in parts]), value ^ combined
        if unknown and cls._boundary_ is STRICT:
            raise ValueError("%r: no members with value %r" % (cls, unknown))
        return name + "|%s" % cls._numeric_repr_(unknown) if unknown else name

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(
                "unsupported operand type(s) for 'in': %r and %r" % (other.__class__.__qualname__, self.__class__.__qualname__))
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = self.__class__
        value_repr = cls._value_repr_ or repr
        if self._name_ is None:
            return "<%s: %s>" % (cls.__name__, value_repr(self._value_))
        return "<%s.%s: %s>" % (cls.__name__, self._name_, value_repr(self._value_))

    def __str__(self):
        if self._name_ is None:
            return "%s(%r)" % (self.__class__.__name__, self._value_)
        return "%s.%s" % (self.__class__.__name__, self._name_)

    def __bool__(self):
        return bool(self._value_)

    def _other_value(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._other_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other_value(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints."""


def bin_text(number, width=None):
    """A number's bits, as messages show them: 0b0 0101."""
    bits, sign = number.bit_length(), "1" if number < 0 else "0"
    digits = format(number & (1 << bits) - 1, "b").rjust(bits, "0") if bits else ""
    return "0b%s %s" % (sign, digits.rjust(width or 0, sign))


bin = bin_text


def unique(enumeration):
    """Refuse an enumeration that has aliases."""
    duplicates = [(name, made.name) for name, made in enumeration.__members__.items() if name != made.name]
    if duplicates:
        details = ", ".join("%s -> %s" % pair for pair in duplicates)
        raise ValueError("duplicate values found in %r: %s" % (enumeration, details))
    return enumeration


class EnumCheck(StrEnum):
    """What verify can check."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Check an enumeration."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        for check in self.checks:
            if check is UNIQUE:
                aliases = [(name, made.name) for name, made in enumeration.__members__.items() if name != made.name]
                if aliases:
                    raise ValueError("aliases found in %r: %s" % (enumeration, ", ".join("%s -> %s" % pair for pair in aliases)))
            elif check is CONTINUOUS:
                self._continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._named(enumeration)
        return enumeration

    def _continuous(self, enumeration):
        values = {made.value for made in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        if issubclass(enumeration, Flag):
            missing = [2 ** i for i in range(low.bit_length(), high.bit_length()) if 2 ** i not in values]
        else:
            missing = [i for i in range(low + 1, high) if i not in values]
        if missing:
            raise ValueError("invalid %s %r: missing values %s" % (
                "flag" if issubclass(enumeration, Flag) else "enum", enumeration.__name__, ", ".join(map(str, missing))))

    def _named(self, enumeration):
        known = [made._value_ for made in enumeration]
        names, missed = [], set()
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            bits = [bit for bit in _bits(alias.value) if bit not in known]
            if bits:
                names.append(name)
                missed.update(bits)
        if not names:
            return
        who = "alias %s is" % names[0] if len(names) == 1 else "aliases %s and %s are" % (", ".join(names[:-1]), names[-1])
        what = "value" if len(missed) == 1 else "combined values of"
        raise ValueError("invalid Flag %r: %s missing %s 0x%x [use enum.show_flag_values(value) for details]" % (
            enumeration.__name__, who, what, sum(missed)))


def show_flag_values(value):
    """The bits of a value, as numbers."""
    return list(_bits(value))


def global_enum_repr(self):
    """A member as its module and name."""
    return "%s.%s" % (self.__class__.__module__.split(".")[-1], self._name_)


def global_flag_repr(self):
    """Flags as their module and names."""
    module = self.__class__.__module__.split(".")[-1]
    if self._name_ is None:
        return "%s.%s(%r)" % (module, self.__class__.__name__, self._value_)
    return "|".join(name if name[:1].isdigit() else "%s.%s" % (module, name) for name in self._name_.split("|"))


def global_str(self):
    """A member as its name."""
    return self._name_ if self._name_ is not None else "%s(%r)" % (self.__class__.__name__, self._value_)


def global_enum(cls, update_str=False):
    """Put the members into their module's names."""
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
