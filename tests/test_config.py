"""Configuration: found where the caller stands, refused by name where it means nothing."""

from pathlib import Path

import pytest

from checkfirst.config import KEYS, Config, from_table, is_config, load_config
from checkfirst.errors import ConfigError


def test_all_keys(tmp_path: Path) -> None:
    path = tmp_path / "checkfirst.toml"
    path.write_text('purpose = "train"\nselect = ["FIL"]\nignore = ["FIL003"]\nexclude = ["old/"]\nstrict = true\n')
    assert load_config(path) == Config(
        purpose=Config().purpose.TRAIN, select=("FIL",), ignore=("FIL003",), exclude=("old/",), strict=True
    )


def test_pyproject(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[tool.checkfirst]\nstrict = true\n")
    assert is_config(path)
    assert load_config(path).strict
    path.write_text("[tool.other]\nstrict = true\n")
    assert not is_config(path)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"purpos": "build"}, "unknown key 'purpos'; did you mean 'purpose'?"),
        ({"zzz": 1}, "unknown key 'zzz'; the keys are purpose"),
        ({"purpose": "sell"}, "purpose is 'sell'; it can be build, retrieve, train"),
        ({"strict": "yes"}, "strict is 'yes'; it can be true or false"),
        ({"select": "FIL"}, "select is 'FIL'; it is a list of texts"),
        ({"select": [1]}, "select is [1]; it is a list of texts"),
    ],
)
def test_refusals_name_the_file_and_the_key(table: dict[str, object], said: str) -> None:
    with pytest.raises(ConfigError, match=r"checkfirst\.toml: ") as raised:
        from_table(table, "checkfirst.toml")
    assert said in str(raised.value)


def test_broken_file(tmp_path: Path) -> None:
    path = tmp_path / "checkfirst.toml"
    path.write_text("purpose = \n")
    with pytest.raises(ConfigError, match="not valid TOML"):
        load_config(path)


@pytest.mark.parametrize("key", ["readings", "texts"])
def test_what_one_run_needs_is_no_key(key: str) -> None:
    assert key not in KEYS
    with pytest.raises(ConfigError, match=f"unknown key '{key}'"):
        from_table({key: False}, "checkfirst.toml")


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("pyproject.toml", "tool = 3\n", "tool is 3; it is a table"),
        ("pyproject.toml", "[tool]\ncheckfirst = 3\n", "checkfirst is 3; it is a table"),
        ("checkfirst.toml", "exclude = " + "[" * 50_000 + "\n", "not valid TOML"),
        ("checkfirst.toml", 'exclude = ["!"]\n', "exclude: not patterns"),
    ],
)
def test_nonsense_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, text: str, said: str
) -> None:
    from checkfirst.cli.app import main

    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "a.md").write_text("# Limits\n\nA limit holds.\n")
    (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    assert main(["set"]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
