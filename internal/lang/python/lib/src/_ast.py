"""The nodes of module ast."""

import ast

globals().update({name: x for name, x in vars(ast).items() if isinstance(x, type) and issubclass(x, ast.AST) or name.startswith("PyCF_")})
