"""Which files git ignores, by the ``.gitignore`` files of the tree."""

from pathlib import Path

from pathspec import GitIgnoreSpec

#: The patterns of each folder that has some, from the outermost folder inward.
Rules = tuple[tuple[Path, GitIgnoreSpec], ...]


def rules_above(root: Path) -> Rules:
    """The ignore rules of the folders from the top of the work tree down to ``root``, both included."""
    chain = [root, *root.parents]
    top = next((i for i, folder in enumerate(chain) if (folder / ".git").exists()), 0)
    rules: Rules = ()
    for folder in reversed(chain[: top + 1]):
        rules = with_folder(rules, folder)
    return rules


def with_folder(rules: Rules, folder: Path) -> Rules:
    """The rules with those of one more folder, which take precedence over those of the folders above it."""
    try:
        lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
    except (OSError, ValueError):
        # A name that no file can have is a ValueError.
        return rules
    return (*rules, (folder, GitIgnoreSpec.from_lines(lines)))


def is_ignored(rules: Rules, path: Path, *, folder: bool) -> bool:
    """Whether the innermost rule that matches ``path`` ignores it."""
    for base, spec in reversed(rules):
        name = path.relative_to(base).as_posix() + ("/" if folder else "")
        ignored = spec.check_file(name).include
        if ignored is not None:
            return ignored
    return False


def ignores_all(folder: Path) -> bool:
    """Whether a folder's own ``.gitignore`` ignores everything in it, as caches and environments have one."""
    rules = with_folder((), folder)
    return is_ignored(rules, folder / "any", folder=False)
