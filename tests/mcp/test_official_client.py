"""The server as the client of the official SDK sees it, in versions with a handshake and without one."""

import asyncio
import os
import shutil
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp_types import ListRootsResult, TextContent

from tests.hostile_set import hostile_set, spoken

EXAMPLES = Path(__file__).parents[2] / "examples"
WRONG = "wrong-file/scheduling-service.txt"
#: Bytes of a token, about.
TOKEN = 4
MODES = ("legacy", "auto", "2026-07-28")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("wrong-file", "ready", "mixed"):
        shutil.copytree(EXAMPLES / name, tmp_path / name)
    return tmp_path


def session(
    project: Path,
    use: Callable[[Client], Awaitable[Any]],
    *,
    mode: str = "auto",
    folders: tuple[str, ...] = (),
    roots: tuple[str, ...] | None = None,
) -> Any:
    """What ``use`` returns in a session with a server that runs in the project."""

    async def list_roots(context: Any) -> ListRootsResult:
        return ListRootsResult.model_validate({"roots": [{"uri": Path(root).as_uri()} for root in roots or ()]})

    async def run() -> Any:
        server = StdioServerParameters(
            command=sys.executable,
            args=["-m", "checkfirst", "mcp", *folders],
            cwd=project,
            env={"XDG_CACHE_HOME": os.environ["XDG_CACHE_HOME"]},
        )
        callback = list_roots if roots is not None else None
        async with Client(stdio_client(server), mode=mode, list_roots_callback=callback) as client:
            return await use(client)

    return asyncio.run(run())


def text_of(result: Any) -> str:
    (part,) = result.content
    assert isinstance(part, TextContent)
    return part.text


@pytest.mark.parametrize("mode", MODES)
def test_a_set_is_checked_and_a_document_shown(mode: str, project: Path) -> None:
    async def use(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert [tool.name for tool in tools] == ["check_set", "show_document"]
        sizes = sum(len(tool.model_dump_json(exclude_none=True, by_alias=True)) for tool in tools)
        assert sizes / TOKEN <= 400
        found = await client.call_tool("check_set", {"path": "wrong-file"})
        assert not found.is_error
        assert "CHECK FIRST" in text_of(found)
        assert "saved news article" in text_of(found)
        assert "Nothing keeps you" in text_of(await client.call_tool("check_set", {"path": "ready"}))
        shown = await client.call_tool("show_document", {"path": WRONG})
        assert "news article" in text_of(shown)

    session(project, use, mode=mode)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "path", ["..", "/", "/etc/passwd", "ready/../../x", "link/one.md", "missing", "", "a\0b", "x" * 5_000]
)
def test_nothing_outside_is_read(mode: str, path: str, project: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    (outside / "one.md").write_text("# Secret\n")
    (project / "link").symlink_to(outside)

    async def use(client: Client) -> list[str]:
        results = [await client.call_tool(tool, {"path": path}) for tool in ("check_set", "show_document")]
        assert all(result.is_error for result in results)
        return [text_of(result) for result in results]

    assert not any("Secret" in text for text in session(project, use, mode=mode))


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.filterwarnings("ignore::mcp.shared.exceptions.MCPDeprecationWarning")
def test_roots_of_the_client_are_the_bounds(mode: str, project: Path) -> None:
    async def use(client: Client) -> tuple[str, bool, bool]:
        inside = await client.call_tool("check_set", {"path": "."})
        named = await client.call_tool("check_set", {"path": str(project / "wrong-file")})
        beside = await client.call_tool("check_set", {"path": str(project / "mixed")})
        return text_of(inside), named.is_error, beside.is_error

    roots = (str(project / "ready"), str(project / "wrong-file"))
    told, named, beside = session(project, use, mode=mode, roots=roots)
    assert "READY" in told
    assert (named, beside) == (False, True)
    # A client without any root lets nothing be read.
    assert session(project, use, mode=mode, roots=())[1:] == (True, True)
    # Folders of the call win: whoever starts the server decides.
    told, named, beside = session(project, use, mode=mode, roots=roots, folders=("mixed",))
    assert "CHECK FIRST" in told
    assert (named, beside) == (True, False)


def test_a_large_set_is_told_page_by_page(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    folder.mkdir()
    for n in range(40):
        (folder / f"part-{n}.md").write_text(f"404 Not Found\n\nPart {n} could not be found on this server.\n")

    async def use(client: Client) -> list[str]:
        pages, after = [], 0
        while True:
            pages.append(text_of(await client.call_tool("check_set", {"path": "set", "after": after})))
            _, _, told = pages[-1].rpartition("next page: after=")
            if not told.isdecimal():
                return pages
            after = int(told)

    pages = session(tmp_path, use)
    assert len(pages) > 2
    assert all(len(page.encode()) / TOKEN <= 1_000 for page in pages)
    assert all(any(f'"part-{n}.md"' in page for page in pages) for n in range(40))


def test_wrong_calls_are_answered(project: Path) -> None:
    async def use(client: Client) -> None:
        for arguments in (
            {"path": "ready", "after": -1},
            {"path": "ready", "after": True},
            {"path": 3},
            {"after": "x"},
        ):
            assert (await client.call_tool("check_set", arguments)).is_error
        assert (await client.call_tool("show_document", {"path": "ready"})).is_error
        with pytest.raises(Exception, match="Unknown tool"):
            await client.call_tool("remove_set", {})
        assert not (await client.call_tool("check_set", {"path": "ready", "after": 10_000})).is_error

    session(project, use)


def test_no_document_speaks_through_an_answer(tmp_path: Path) -> None:
    folder = hostile_set(tmp_path / "set")
    names = [path.name for path in folder.iterdir()]

    async def use(client: Client) -> list[str]:
        texts = [
            text_of(await client.call_tool("check_set", {"path": "set", "after": after})) for after in range(0, 12, 3)
        ]
        texts += [text_of(await client.call_tool("show_document", {"path": f"set/{name}"})) for name in names]
        return [*texts, text_of(await client.call_tool("show_document", {"path": "set"}))]

    for text in session(tmp_path, use):
        assert spoken(text) == []


RECIPE = """# Tomato soup

Last summer my aunt showed me how she cooks her soup, and I have made it every week since then.
I peeled a pound of tomatoes, fried two onions in butter and let everything simmer for an hour.
We ate it on the terrace with warm bread, and the children asked for more.
"""


@pytest.mark.parametrize("mode", MODES)
def test_the_purpose_that_an_answer_speaks_of_can_be_given(mode: str, project: Path) -> None:
    (project / "soup").mkdir()
    for number in range(3):
        (project / "soup" / f"soup{number}.md").write_text(RECIPE.replace("aunt", f"aunt {number}"))

    async def use(client: Client) -> None:
        told = text_of(await client.call_tool("check_set", {"path": "soup"}))
        assert '`"purpose": "retrieve"`' in told
        assert "--purpose" not in told
        told = text_of(await client.call_tool("check_set", {"path": "soup", "purpose": "retrieve"}))
        assert "purpose" not in told

    session(project, use, mode=mode)


@pytest.mark.parametrize(
    ("tool", "arguments", "told"),
    [
        (
            "check_set",
            {"path": "ready", "purposes": "build"},
            'no argument "purposes"; check_set takes path, after, purpose',
        ),
        ("check_set", {"path": "ready", "purpose": "read"}, "purpose: one of build, retrieve, train"),
        ("check_set", {"path": "ready", "purpose": ["build"]}, "purpose: one of build, retrieve, train"),
        (
            "show_document",
            {"path": WRONG, "purpose": "build"},
            'no argument "purpose"; show_document takes path, after',
        ),
    ],
)
def test_an_unknown_argument_is_refused(tool: str, arguments: dict[str, Any], told: str, project: Path) -> None:
    async def use(client: Client) -> None:
        answer = await client.call_tool(tool, arguments)
        assert answer.is_error
        assert text_of(answer) == told

    session(project, use)
