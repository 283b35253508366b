"""One parse of a command line, for module argparse."""

from _argparse_actions import ArgumentError, _get_action_name
from _argparse_help import SUPPRESS


class Run:
    """The state of a parse."""

    def __init__(self, parser, arg_strings, namespace):
        self.parser = parser
        self.arg_strings = arg_strings
        self.namespace = namespace
        self.positionals = parser._get_positional_actions()
        self.seen = set()
        self.seen_non_default = set()
        self.extras = []
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            members = group._group_actions
            for i, action in enumerate(members):
                self.conflicts.setdefault(action, []).extend(members[:i] + members[i + 1:])
        self.options = {}  # where options are, and what they are
        kinds = []
        rest = iter(arg_strings)
        for i, arg in enumerate(rest):
            if arg == "--":
                kinds.append("-")
                kinds.extend("A" for _ in rest)
                break
            option = parser._parse_optional(arg)
            if option is None:
                kinds.append("A")
            else:
                self.options[i] = option
                kinds.append("O")
        self.pattern = "".join(kinds)

    def all(self):
        """Parse it all: the namespace, and what nothing takes."""
        at = 0
        last = max(self.options) if self.options else -1
        while at <= last:
            following = min(i for i in self.options if i >= at)
            if at != following:
                end = self.take_positionals(at)
                if end > at:
                    at = end
                    continue
            if at not in self.options:
                self.extras.extend(self.arg_strings[at:following])
                at = following
            at = self.take_option(at)
        end = self.take_positionals(at)
        self.extras.extend(self.arg_strings[end:])
        self.check_required()
        return self.namespace, self.extras

    def act(self, action, arg_strings, option_string=None):
        """Do what an action does with its arguments."""
        self.seen.add(action)
        values = self.parser._get_values(action, arg_strings)
        if values is not action.default:
            self.seen_non_default.add(action)
            for other in self.conflicts.get(action, []):
                if other in self.seen_non_default:
                    raise ArgumentError(action, "not allowed with argument %s" % _get_action_name(other))
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option_string)

    def take_option(self, start):
        """Take the option at a place, and its arguments: where the next is."""
        action, option, explicit = self.options[start]
        parser = self.parser
        todo = []
        while True:
            if action is None:
                self.extras.append(self.arg_strings[start])
                return start + 1
            if explicit is None:
                count = parser._match_argument(action, self.pattern[start + 1:])
                stop = start + 1 + count
                todo.append((action, self.arg_strings[start + 1:stop], option))
                break
            count = parser._match_argument(action, "A")
            if count == 0 and option[1] not in parser.prefix_chars and explicit != "":
                todo.append((action, [], option))  # the rest may be further options of one letter
                option = option[0] + explicit[0]
                rest = explicit[1:] or None
                if option not in parser._option_string_actions:
                    raise ArgumentError(action, "ignored explicit argument %r" % explicit)
                action, explicit = parser._option_string_actions[option], rest
            elif count == 1:
                stop = start + 1
                todo.append((action, [explicit], option))
                break
            else:
                raise ArgumentError(action, "ignored explicit argument %r" % explicit)
        for action, args, option in todo:
            self.act(action, args, option)
        return stop

    def take_positionals(self, start):
        """Take as many positional arguments as fit: where the next is."""
        counts = self.parser._match_arguments_partial(self.positionals, self.pattern[start:])
        for action, count in zip(self.positionals, counts):
            args = self.arg_strings[start:start + count]
            start += count
            self.act(action, args)
        self.positionals[:] = self.positionals[len(counts):]
        return start

    def check_required(self):
        """See to what wasn't given: defaults, and errors."""
        parser, namespace = self.parser, self.namespace
        missing = []
        for action in parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_get_action_name(action))
            elif (isinstance(action.default, str) and hasattr(namespace, action.dest)
                  and action.default is getattr(namespace, action.dest)):
                setattr(namespace, action.dest, parser._get_value(action, action.default))
        if missing:
            parser.error("the following arguments are required: %s" % ", ".join([str(name) for name in missing]))
        for group in parser._mutually_exclusive_groups:
            if group.required and not any(action in self.seen_non_default for action in group._group_actions):
                names = [_get_action_name(action) for action in group._group_actions if action.help is not SUPPRESS]
                parser.error("one of the arguments %s is required" % " ".join(names))
