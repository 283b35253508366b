"""Loggers and handlers as a dictionary says."""

import logging
import logging.handlers
import sys


def _resolve(path):
    """The object with a dotted name."""
    parts = path.split(".")
    name = parts.pop(0)
    try:
        found = __import__(name)
        for part in parts:
            name += "." + part
            try:
                found = getattr(found, part)
            except AttributeError:
                __import__(name)
                found = getattr(found, part)
        return found
    except ImportError as e:
        raise ValueError("Cannot resolve %r: %s" % (path, e)) from e


class DictConfigurator:
    """Sets up what a dictionary says."""

    def __init__(self, config):
        self.config = config

    def convert(self, value):
        """A value in which ext:// and cfg:// stand for something else."""
        if isinstance(value, str):
            if value.startswith("ext://"):
                return _resolve(value[6:])
            if value.startswith("cfg://"):
                found = self.config
                for part in value[6:].replace("[", ".").replace("]", "").split("."):
                    found = found[int(part)] if isinstance(found, (list, tuple)) else found[part]
                return self.convert(found)
            return value
        if isinstance(value, dict):
            return {k: self.convert(v) for k, v in value.items()}
        if isinstance(value, list):
            return [self.convert(v) for v in value]
        if type(value) is tuple:
            return tuple(self.convert(v) for v in value)
        return value

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
        for name, config in self.config.get(section, {}).items():
            try:
                made[name] = make(config)
            except Exception as e:
                raise ValueError("Unable to configure %s %r" % (what, name)) from e
        return made

    def _make_handlers(self):
        waiting = dict(sorted(self.config.get("handlers", {}).items()))
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
        for name, config in configured.items():
            try:
                self.configure_logger(name, config)
            except Exception as e:
                raise ValueError("Unable to configure logger %r" % name) from e
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

    def _change(self):
        for name, config in self.config.get("handlers", {}).items():
            handler = logging._handlers.get(name)
            if handler is None:
                raise ValueError("No handler found with name %r" % name)
            if config.get("level"):
                handler.setLevel(logging._checkLevel(config["level"]))
        for name, config in self.config.get("loggers", {}).items():
            self.common_logger_config(logging.getLogger(name), config, True)
        if self.config.get("root"):
            self.common_logger_config(logging.getLogger(), self.config["root"], True)

    def _custom(self, config):
        config = self.convert(dict(config))
        factory = config.pop("()")
        if not callable(factory):
            factory = _resolve(factory)
        props = config.pop(".", None)
        made = factory(**{k: v for k, v in config.items() if k.isidentifier()})
        for name, value in (props or {}).items():
            setattr(made, name, value)
        return made

    def configure_formatter(self, config):
        """Make a formatter."""
        if "()" in config:
            try:
                return self._custom(config)
            except TypeError as e:
                if "'format'" not in str(e):
                    raise
                return self._custom({"fmt" if key == "format" else key: value for key, value in config.items()})
        config = self.convert(dict(config))
        cls = _resolve(config["class"]) if config.get("class") else logging.Formatter
        options = {} if "validate" not in config else {"validate": config["validate"]}
        if "defaults" in config:
            options["defaults"] = config["defaults"]
        return cls(config.get("format"), config.get("datefmt"), config.get("style", "%"), **options)

    def configure_filter(self, config):
        """Make a filter."""
        return self._custom(config) if "()" in config else logging.Filter(config.get("name", ""))

    def add_filters(self, filterer, filters):
        """Add filters by name."""
        for f in filters:
            try:
                filterer.addFilter(f if callable(f) or hasattr(f, "filter") else self.filters[f])
            except Exception as e:
                raise ValueError("Unable to add filter %r" % f) from e

    def configure_handler(self, config):
        """Make a handler."""
        config = dict(config)
        formatter = config.pop("formatter", None)
        if formatter:
            try:
                formatter = self.formatters[formatter]
            except Exception as e:
                raise ValueError("Unable to set formatter %r" % formatter) from e
        level, filters = config.pop("level", None), config.pop("filters", None)
        props = config.pop(".", None)
        if "()" in config:
            handler = self._custom(config)
        else:
            name = config.pop("class")
            cls = _resolve(name) if isinstance(name, str) else name
            config = self.convert(config)
            if issubclass(cls, logging.handlers.MemoryHandler) and isinstance(config.get("target"), str):
                config["target"] = self.handlers[config["target"]]
                if isinstance(config.get("flushLevel"), str):
                    config["flushLevel"] = logging._checkLevel(config["flushLevel"])
            handler = cls(**{k: v for k, v in config.items() if k.isidentifier()})
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
