# SPDX-License-Identifier: Apache-2.0
"""The house stands as it is described: sizes, names, floors, words that are not used, and pins."""

from __future__ import annotations

import ast
import re
import shutil
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(path for path in (ROOT / "kiosk").rglob("*.py"))
QML = sorted((ROOT / "resources" / "qml").rglob("*.qml"))
TEXT = {".json", ".md", ".py", ".qml", ".sh", ".spec", ".svg", ".toml", ".txt", ".yml", ""}

PLAIN_VALUES = {
    "content/blocks.py",
    "content/finding.py",
    "content/keys.py",
    "content/limits.py",
    "content/pack.py",
    "content/probe.py",
    "content/rules.py",
    "layout/model.py",
    "show/hearing.py",
    "show/model.py",
    "ui/snapshot.py",
}
BEFORE_STRUCTS = {
    "app/asked.py",
    "app/clock.py",
    "app/display.py",
    "app/posters.py",
    "content/probe.py",
    "render/pixels.py",
    "ui/window.py",
}
"""Modules of values alone: nothing of them can fail by itself."""

FORBIDDEN = {
    "setContextProperty": "bridges are required properties",
    "QThread": "plain threads only: Qt's deadlock with Python",
    "QThreadPool": "plain threads only: Qt's deadlock with Python",
    "QRunnable": "plain threads only: Qt's deadlock with Python",
    "QQuickPaintedItem": "no Python on the render thread",
    "QTextDocument": "pack text never reaches Qt's Markdown or HTML",
    "QtWidgets": "the product has no widgets",
}
FORBIDDEN_QML = (
    "XMLHttpRequest",
    "createQmlObject",
    "MarkdownText",
    "RichText",
    "StyledText",
    "property var",
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT / "kiosk").as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def public(parent: ast.Module | ast.ClassDef) -> Iterator[ast.ClassDef | ast.FunctionDef]:
    """Yield the classes, methods and functions that other modules may use."""
    for node in parent.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node)


def tracked() -> list[Path]:
    """Return the files of the checkout, or of the folder where there is no git."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return [path for path in paths if path.is_file() and path.suffix in TEXT]


def test_there_is_something_to_look_at() -> None:
    assert len(MODULES) > 60
    assert len(QML) > 5
    assert len(tracked()) > 150


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_has_its_test(path: Path) -> None:
    name = name_of(path)
    if path.name in {"__init__.py", "__main__.py"} or name in PLAIN_VALUES:
        return
    wanted = (Path("tests") / name).with_name(f"test_{path.name}")
    assert (ROOT / wanted).is_file(), f"{wanted} is missing"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_values_are_structs_but_where_nothing_else_is_loaded(path: Path) -> None:
    """docs/adr/0010: a dataclass compiles its methods at every import, and a tuple equals any other."""
    text = path.read_text(encoding="utf-8")
    assert "@dataclass" not in text
    assert ("(NamedTuple)" in text) == (name_of(path) in BEFORE_STRUCTS)


def test_the_list_of_plain_values_is_true() -> None:
    for name in PLAIN_VALUES:
        calls = [node for node in functions(ROOT / "kiosk" / name) if len(node.body) > 3]
        assert not calls, f"{name} does more than hold values: {[node.name for node in calls]}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_and_functions_are_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    long = [node.name for node in functions(path) if (node.end_lineno or 0) - node.lineno + 1 > 40]
    assert not long


def test_most_modules_are_shorter_still() -> None:
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES]
    assert statistics.median(lengths) <= 120


@pytest.mark.parametrize("path", QML, ids=lambda path: path.name)
def test_scenes_are_short_and_keep_to_what_is_safe(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 250
    assert not [word for word in FORBIDDEN_QML if word in text]
    assert not re.findall(r"asynchronous(?!: false)", text), (
        "what loads in the background asks Python on a thread of Qt's"
    )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_every_module_class_and_public_function_says_what_it_is(path: Path) -> None:
    module = tree(path)
    assert ast.get_docstring(module)
    assert not [node.name for node in public(module) if not ast.get_docstring(node)]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_crashes_or_waits_is_not_used(path: Path) -> None:
    used = {
        getattr(node, "id", None) or getattr(node, "attr", None) or getattr(node, "name", None)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Name | ast.Attribute | ast.alias)
    }
    used |= {part for name in used if isinstance(name, str) for part in name.split(".")}
    assert {word: why for word, why in FORBIDDEN.items() if word in used} == {}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_waits_on_a_duration(path: Path) -> None:
    sleeps = [
        node
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == "sleep"
    ]
    to_let_others_run = [node for node in sleeps if ast.unparse(node.args[0]) == "0"]
    assert sleeps == to_let_others_run


def test_every_file_of_ours_names_its_licence() -> None:
    code = [path for path in tracked() if path.suffix in {".py", ".qml", ".spec"}]
    code += [path for path in tracked() if path.parent.name == ".ci" or path.name == "Makefile"]
    silent = [
        path.relative_to(ROOT)
        for path in code
        if "SPDX-License-Identifier: Apache-2.0" not in path.read_text(encoding="utf-8")[:200]
    ]
    assert not silent


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    machine = re.compile(r"(?<![\w.<])/(?:work|root|home/[a-z]+)/|[A-Z]:\\Users\\")
    told = {
        path.relative_to(ROOT): found[0]
        for path in tracked()
        if (found := machine.search(path.read_text(encoding="utf-8", errors="replace")))
        and path.resolve() != Path(__file__).resolve()
    }
    assert not told


def test_the_commands_of_the_readme_exist() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    named = set(
        re.findall(r"\bmake ([a-z]+)\b", "\n".join(re.findall(r"```sh\n(.*?)```", readme, re.DOTALL)))
    )
    assert {"run", "test"} <= named <= targets
    for target in targets - {"$"}:
        assert re.search(rf"^{target}:.*## \w", makefile, re.MULTILINE), f"{target} has no line of help"


def test_the_links_of_the_readme_lead_somewhere() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link.split("#")[0] for link in re.findall(r"\]\(([^)]+)\)", readme) if "://" not in link]
    assert links
    assert not [link for link in links if link and not (ROOT / link).exists()]


def test_all_languages_have_the_same_words_and_blanks() -> None:
    files = sorted((ROOT / "resources" / "i18n").glob("*.toml"))
    assert {file.stem for file in files} == {"ar", "en", "es", "fr", "zh"}
    words = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}
    blanks = {
        language: {key: sorted(re.findall(r"\{(\w+)\}", text)) for key, text in texts.items()}
        for language, texts in words.items()
    }
    for language, keys in blanks.items():
        assert keys == blanks["en"], language


SAME_AS_ENGLISH: dict[str, set[str]] = {
    "es": set(),
    "ar": set(),
    "zh": set(),
    "fr": {"sources", "sources_line", "sources_title", "page_count", "pages_count"},
}
FORM = {"decimal_mark", "direction", "signed_by_a_speaker", "date", "first_day"}


@pytest.mark.parametrize("language", SAME_AS_ENGLISH)
def test_no_word_of_the_program_is_empty_or_left_in_english(language: str) -> None:
    folder = ROOT / "resources" / "i18n"
    english, words = (
        tomllib.loads((folder / f"{code}.toml").read_text(encoding="utf-8")) for code in ("en", language)
    )
    assert not [key for key, text in words.items() if not text.strip()]
    same = {key for key, text in words.items() if text == english[key] and key not in FORM}
    assert same == SAME_AS_ENGLISH[language]


@pytest.mark.parametrize("language", SAME_AS_ENGLISH)
def test_words_that_no_speaker_has_signed_say_so(language: str) -> None:
    file = ROOT / "resources" / "i18n" / f"{language}.toml"
    assert tomllib.loads(file.read_text(encoding="utf-8"))["signed_by_a_speaker"] == "no"
    assert file.read_text(encoding="utf-8").startswith("# ")


def test_qt_is_pinned_where_it_does_not_crash() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "PySide6-Essentials~=6.11.3" in project["dependencies"]
    everything = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert not [name for name in everything if "://" in name or "@" in name]


EMIT = """
import sys
from PySide6.QtCore import QObject, Signal, Slot

class Bell(QObject):
    rung = Signal(bool, object)
    @Slot(bool, object)
    def hear(self, yes, what):
        global heard
        heard += 1

heard = 0
bell = Bell()
bell.rung.connect(bell.hear)
for _ in range(100_000):
    bell.rung.emit(True, None)
    bell.setObjectName("")
assert heard == 100_000, heard
print("heard")
"""


def test_a_hundred_thousand_signals_leave_none_and_true_alive() -> None:
    done = subprocess.run(
        [sys.executable, "-c", EMIT], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (0, "heard\n"), done.stderr


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=60)


def test_the_floors_hold() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    "module, line",
    [
        ("content/finding.py", "from kiosk.show import model"),
        ("layout/model.py", "import PySide6.QtCore"),
        ("station/values.py", "from kiosk.show import model"),
    ],
)
def test_a_step_upstairs_is_seen(tmp_path: Path, module: str, line: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "kiosk", tmp_path / "kiosk", ignore=shutil.ignore_patterns("__pycache__"))
    with (tmp_path / "kiosk" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    assert lint_imports(tmp_path).returncode == 1
