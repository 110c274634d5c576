"""No float can come near a number of the law, and the rules ask nothing of the world outside."""

import ast
from pathlib import Path

import pytest

import shared.kernel
from shared import rules

KERNEL = Path(shared.kernel.__file__).parent
MODULES = [KERNEL / f"{n}.py" for n in ("rules", "in_force", "majority", "terms", "parameters")]
MODULES += sorted(Path(rules.__file__).parent.glob("*.py"))
WORLD = {"asyncio", "os", "time", "random", "socket", "pathlib", "io", "subprocess"}


@pytest.fixture(params=MODULES, ids=lambda path: path.stem)
def module(request):
    return ast.parse(request.param.read_text("utf-8"))


def divides(node):
    """Whether it divides numbers; joining a path with `/` to a literal name is not that."""
    if not isinstance(node, ast.BinOp | ast.AugAssign) or not isinstance(node.op, ast.Div):
        return False
    right = node.right if isinstance(node, ast.BinOp) else node.value
    words = isinstance(right, ast.JoinedStr) or (
        isinstance(right, ast.Constant) and isinstance(right.value, str)
    )
    return not words


def test_no_module_of_the_rules_divides_or_rounds(module):
    for node in ast.walk(module):
        assert not divides(node)
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float))
        assert not (isinstance(node, ast.Name) and node.id in {"float", "round"})


@pytest.mark.parametrize("path", MODULES[:5], ids=lambda path: path.stem)
def test_the_kernel_reads_no_file_no_clock_and_no_chance(path):
    tree = ast.parse(path.read_text("utf-8"))
    imported = {name.split(".")[0] for node in ast.walk(tree) for name in _imports(node)}
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    assert not imported & WORLD
    assert not asked & {"now", "today", "utcnow", "time"}


def _imports(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


@pytest.mark.parametrize("name", rules.names())
def test_no_value_on_file_is_a_float(name):
    def walk(value):
        assert not isinstance(value, float)
        for inner in value.values() if isinstance(value, dict) else ():
            walk(inner)
        for inner in value if isinstance(value, list | tuple) else ():
            walk(inner)

    walk(rules.load(name).model_dump(mode="json"))
