"""Loggers and handlers as a dictionary says."""

import logging
import logging.handlers
import re
import sys


def _resolve(path, importer=__import__):
    """The object with a dotted name."""
    parts = path.split(".")
    name = parts.pop(0)
    found = importer(name)
    for part in parts:
        name += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            importer(name)
            found = getattr(found, part)
    return found


def _leave(existing, configured, disable):
    """Reset the loggers below those that were set up, and disable the others that there were."""
    for name in existing:
        if name in configured:
            continue
        logger = logging.root.manager.loggerDict[name]
        if not isinstance(logger, logging.Logger):
            continue
        if any(name.startswith(other + ".") for other in configured):
            logger.setLevel(logging.NOTSET)
            logger.handlers = []
            logger.propagate = True
        else:
            logger.disabled = disable


def _keywords(config):
    for name in config:
        if not re.match("[a-zA-Z_][a-zA-Z0-9_]*$", name):
            raise ValueError("Not a valid Python identifier: %r" % name)
    return {name: config[name] for name in config}


class _Converting:
    """A container whose values are converted when they are asked for."""

    def _converted(self, key, value):
        made = self.configurator.convert(value)
        if made is not value and not isinstance(self, tuple):
            super().__setitem__(key, made)
        return made

    def __getitem__(self, key):
        return self._converted(key, super().__getitem__(key))


class ConvertingDict(_Converting, dict):
    """A dictionary whose values are converted when they are asked for."""

    def get(self, key, default=None):
        return self._converted(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.configurator.convert(dict.pop(self, key, default))


class ConvertingList(_Converting, list):
    """A list whose items are converted when they are asked for."""

    def pop(self, idx=-1):
        return self.configurator.convert(list.pop(self, idx))


class ConvertingTuple(_Converting, tuple):
    """A tuple whose items are converted when they are asked for."""


class BaseConfigurator:
    """Makes of a configuration's values what they stand for."""

    value_converters = {"ext": "ext_convert", "cfg": "cfg_convert"}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = self._wrapped(ConvertingDict(config))

    def _wrapped(self, container):
        container.configurator = self
        return container

    def resolve(self, s):
        """The object with a dotted name."""
        try:
            return _resolve(s, self.importer)
        except ImportError as e:
            raise ValueError("Cannot resolve %r: %s" % (s, e)) from e

    def ext_convert(self, value):
        """What ext:// stands for: an object of a module."""
        return self.resolve(value)

    def cfg_convert(self, value):
        """What cfg:// stands for: another part of the configuration."""
        found = re.match(r"\s*(\w+)\s*", value)
        if found is None:
            raise ValueError("Unable to convert %r" % value)
        part, rest = self.config[found[1]], value[found.end():]
        while rest:
            found = re.match(r"\.\s*(\w+)\s*|\[\s*(\w+)\s*\]\s*", rest)
            if found is None:
                raise ValueError("Unable to convert %r at %r" % (value, rest))
            part, rest = self._part(part, found[1], found[2]), rest[found.end():]
        return part

    def _part(self, whole, name, index):
        if name is not None or not index.isdigit():
            return whole[index if name is None else name]
        try:
            return whole[int(index)]
        except TypeError:
            return whole[index]

    def convert(self, value):
        """A value in which ext:// and cfg:// stand for something else."""
        if isinstance(value, _Converting):
            return value
        if isinstance(value, dict):
            return self._wrapped(ConvertingDict(value))
        if isinstance(value, list):
            return self._wrapped(ConvertingList(value))
        if isinstance(value, tuple) and not hasattr(value, "_fields"):
            return self._wrapped(ConvertingTuple(value))
        found = re.match(r"([a-z]+)://(.*)$", value) if isinstance(value, str) else None
        if found is None or found[1] not in self.value_converters:
            return value
        return getattr(self, self.value_converters[found[1]])(found[2])

    def configure_custom(self, config):
        """Make what a factory makes of the rest of its configuration."""
        factory = config.pop("()")
        if not callable(factory):
            factory = self.resolve(factory)
        props = config.pop(".", None)
        made = factory(**_keywords(config))
        for name, value in (props or {}).items():
            setattr(made, name, value)
        return made

    def as_tuple(self, value):
        """A list as a tuple, anything else as it is."""
        return tuple(value) if isinstance(value, list) else value


class DictConfigurator(BaseConfigurator):
    """Sets up what a dictionary says."""

    def configure(self):
        """Set everything up."""
        config = self.config
        if "version" not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config["version"] != 1:
            raise ValueError("Unsupported version: %s" % config["version"])
        if config.get("incremental", False):
            self._change()
            return
        disable = config.get("disable_existing_loggers", True)
        logging._handlers.clear()
        del logging._handlerList[:]
        self.formatters = self._made("formatters", "formatter", self.configure_formatter)
        self.filters = self._made("filters", "filter", self.configure_filter)
        self.handlers = {}
        self._make_handlers()
        self._set_loggers(disable)
        if config.get("root"):
            try:
                self.configure_root(config["root"])
            except Exception as e:
                raise ValueError("Unable to configure root logger") from e

    def _made(self, section, what, make):
        made = {}
        configs = self.config.get(section, {})
        for name in configs:
            try:
                made[name] = make(configs[name])
            except Exception as e:
                raise ValueError("Unable to configure %s %r" % (what, name)) from e
        return made

    def _make_handlers(self):
        configs = self.config.get("handlers", {})
        waiting = {name: configs[name] for name in sorted(configs)}
        while waiting:
            later = {}
            for name, config in waiting.items():
                target = config.get("target")
                if isinstance(target, str) and target in waiting and target not in self.handlers and target != name:
                    later[name] = config
                    continue
                try:
                    handler = self.configure_handler(config)
                    handler.name = name
                    self.handlers[name] = handler
                except Exception as e:
                    raise ValueError("Unable to configure handler %r" % name) from e
            if len(later) == len(waiting):
                raise ValueError("Unable to configure handler %r" % next(iter(later)))
            waiting = later

    def _set_loggers(self, disable):
        existing = [name for name, logger in logging.root.manager.loggerDict.items()]
        configured = self.config.get("loggers", {})
        for name in configured:
            try:
                self.configure_logger(name, configured[name])
            except Exception as e:
                raise ValueError("Unable to configure logger %r" % name) from e
        _leave(existing, configured, disable)

    def _change(self):
        handlers, loggers = self.config.get("handlers", {}), self.config.get("loggers", {})
        for name in handlers:
            config, handler = handlers[name], logging._handlers.get(name)
            if handler is None:
                raise ValueError("No handler found with name %r" % name)
            if config.get("level"):
                handler.setLevel(logging._checkLevel(config["level"]))
        for name in loggers:
            self.common_logger_config(logging.getLogger(name), loggers[name], True)
        if self.config.get("root"):
            self.common_logger_config(logging.getLogger(), self.config["root"], True)

    def _own(self, config):
        """A part of the configuration, to take things out of."""
        return self._wrapped(ConvertingDict(config))

    def configure_formatter(self, config):
        """Make a formatter."""
        if "()" in config:
            try:
                return self.configure_custom(self._own(config))
            except TypeError as e:
                if "'format'" not in str(e):
                    raise
                return self.configure_custom(self._own({"fmt" if key == "format" else key: value for key, value in config.items()}))
        config = self._own(config)
        cls = self.resolve(config["class"]) if config.get("class") else logging.Formatter
        options = {} if "validate" not in config else {"validate": config["validate"]}
        if "defaults" in config:
            options["defaults"] = config["defaults"]
        return cls(config.get("format"), config.get("datefmt"), config.get("style", "%"), **options)

    def configure_filter(self, config):
        """Make a filter."""
        return self.configure_custom(self._own(config)) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        """Add filters by name."""
        for f in filters:
            try:
                filterer.addFilter(f if callable(f) or hasattr(f, "filter") else self.filters[f])
            except Exception as e:
                raise ValueError("Unable to add filter %r" % f) from e

    def configure_handler(self, config):
        """Make a handler."""
        config = self._own(config)
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as e:
                raise ValueError("Unable to set formatter %r" % formatter) from e
        level, filters = config.pop("level", None), config.pop("filters", None)
        props = config.pop(".", None)
        if "()" in config:
            handler = self.configure_custom(self._own(config))
        else:
            name = config.pop("class")
            cls = self.resolve(name) if isinstance(name, str) else name
            if issubclass(cls, logging.handlers.MemoryHandler) and isinstance(config.get("target"), str):
                config["target"] = self.handlers[config["target"]]
                if isinstance(config.get("flushLevel"), str):
                    config["flushLevel"] = logging._checkLevel(config["flushLevel"])
            handler = cls(**_keywords(config))
        if formatter:
            handler.setFormatter(formatter)
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(handler, filters)
        for name, value in (props or {}).items():
            setattr(handler, name, value)
        return handler

    def add_handlers(self, logger, handlers):
        """Add handlers by name."""
        for h in handlers:
            try:
                logger.addHandler(self.handlers[h])
            except Exception as e:
                raise ValueError("Unable to add handler %r" % h) from e

    def common_logger_config(self, logger, config, incremental=False):
        """Set what loggers and the root logger have."""
        level = config.get("level")
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for h in logger.handlers[:]:
                logger.removeHandler(h)
            if config.get("handlers"):
                self.add_handlers(logger, config["handlers"])
            if config.get("filters"):
                self.add_filters(logger, config["filters"])

    def configure_logger(self, name, config, incremental=False):
        """Set up a logger."""
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        if config.get("propagate") is not None:
            logger.propagate = config["propagate"]

    def configure_root(self, config, incremental=False):
        """Set up the root logger."""
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    """Set up loggers, handlers and formatters as a dictionary says."""
    dictConfigClass(config).configure()


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Set up loggers, handlers and formatters as a file of sections says."""
    import configparser
    parser = fname
    if not isinstance(fname, configparser.RawConfigParser):
        parser = configparser.ConfigParser(defaults)
        if hasattr(fname, "readline"):
            parser.read_file(fname)
        else:
            parser.read(fname, encoding=encoding)
    formatters = {name: _formatter_of(parser, "formatter_" + name) for name in _names(parser["formatters"]["keys"])}
    logging._handlers.clear()
    del logging._handlerList[:]
    handlers = _handlers_of(parser, formatters)
    _set_loggers_of(parser, handlers, disable_existing_loggers)


def _names(text):
    return [name.strip() for name in text.split(",")] if text else []


def _formatter_of(parser, section):
    text, dates = (parser.get(section, key, raw=True, fallback=None) for key in ("format", "datefmt"))
    style = parser.get(section, "style", raw=True, fallback="%")
    name = parser[section].get("class")
    return (_resolve(name) if name else logging.Formatter)(text, dates, style)


def _handlers_of(parser, formatters):
    handlers, targets = {}, []
    for name in _names(parser["handlers"]["keys"]):
        section = parser["handler_" + name]
        handlers[name] = handler = _handler_of(section, name)
        if section.get("formatter", ""):
            handler.setFormatter(formatters[section["formatter"]])
        if isinstance(handler, logging.handlers.MemoryHandler) and section.get("target", ""):
            targets.append((handler, section["target"]))
    for handler, target in targets:
        handler.setTarget(handlers[target])
    return handlers


def _handler_of(section, name):
    cls = section["class"]
    try:
        cls = eval(cls, vars(logging))
    except (AttributeError, NameError):
        cls = _resolve(cls)
    args, kwargs = (eval(section.get(key, empty), vars(logging)) for key, empty in (("args", "()"), ("kwargs", "{}")))
    handler = cls(*args, **kwargs)
    handler.name = name
    if "level" in section:
        handler.setLevel(section["level"])
    return handler


def _set_loggers_of(parser, handlers, disable):
    names = _names(parser["loggers"]["keys"])
    names.remove("root")
    _set_logger_of(logging.root, parser["logger_root"], handlers)
    existing, configured = sorted(logging.root.manager.loggerDict), []
    for name in names:
        section = parser["logger_" + name]
        logger = logging.getLogger(section["qualname"])
        _set_logger_of(logger, section, handlers)
        logger.propagate = section.getint("propagate", fallback=1)
        logger.disabled = False
        configured.append(section["qualname"])
    _leave(existing, configured, disable)


def _set_logger_of(logger, section, handlers):
    if "level" in section:
        logger.setLevel(section["level"])
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _names(section["handlers"]):
        logger.addHandler(handlers[name])
