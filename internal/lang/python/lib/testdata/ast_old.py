"""Classes of constants by their kind, as programs for older Pythons have them."""

import ast
import warnings

warnings.simplefilter("ignore")

tree = ast.parse("x = [1, 'a', b'b', None, True, ..., 2.5]")
for node in ast.walk(tree):
    if isinstance(node, ast.Constant):
        print(ast.dump(node), [c.__name__ for c in (ast.Num, ast.Str, ast.Bytes, ast.NameConstant, ast.Ellipsis) if isinstance(node, c)], node.n == node.s)


class Old(ast.NodeVisitor):
    def visit_Num(self, node):
        print("number", node.n)

    def visit_Str(self, node):
        print("text", node.s)

    def visit_NameConstant(self, node):
        print("name", node.value)


Old().visit(tree)


class Double(ast.NodeTransformer):
    def visit_Num(self, node):
        return ast.copy_location(ast.Num(node.n * 2), node)


print(ast.unparse(Double().visit(ast.parse("f(1) + 2.5 + x[3]"))))
print(ast.dump(ast.Str("s")), ast.dump(ast.Num(n=3)) if False else "", ast.dump(ast.Index(ast.Name("a"))), type(ast.Num(3)).__name__)
print(isinstance(ast.Constant("a"), ast.Num), isinstance(ast.Name("a"), ast.Num), issubclass(ast.Num, ast.Constant))
for source in [1], 3:
    try:
        ast.parse(source)
    except TypeError as e:
        print(e)
