"""Of two processes, one waits for the other; a killed one holds nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from checkfirst.exclusive import exclusive

#: Adds to a number in a file.
ADDING = """
import sys
from pathlib import Path
from checkfirst.exclusive import exclusive
file = Path(sys.argv[1])
for _ in range(200):
    with exclusive(file.parent):
        number = int(file.read_text())
        file.write_text(str(number + 1))
"""
HOLDING = """
import sys
from checkfirst.exclusive import exclusive
with exclusive(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_no_change_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "number"
    file.write_text("0")
    running = [subprocess.Popen([sys.executable, "-c", ADDING, str(file)]) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert file.read_text() == "600"


def test_a_killed_process_holds_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stdout.readline() == b"held\n"
        process.kill()
        process.wait()
        with exclusive(tmp_path):
            pass


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"), exclusive(tmp_path / "nowhere"):
        pass
