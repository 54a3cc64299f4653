"""Connected components of a graph whose edges come one after another."""

from collections import defaultdict
from dataclasses import dataclass, field


@dataclass(slots=True)
class Components:
    """The connected components of numbered documents (union-find with path halving)."""

    parents: list[int]
    weakest: dict[int, float] = field(default_factory=dict)
    """By root: the least similarity of the pairs that connect its component."""
    closest: dict[int, tuple[int, int]] = field(default_factory=dict)
    """By root: the pair that was joined first."""

    def root(self, number: int) -> int:
        while self.parents[number] != number:
            self.parents[number] = self.parents[self.parents[number]]
            number = self.parents[number]
        return number

    def join(self, a: int, b: int, similarity: float) -> None:
        """Connect the components of the two documents."""
        first, second = sorted((self.root(a), self.root(b)))
        known = (self.weakest.get(first, 1.0), self.weakest.pop(second, 1.0), similarity)
        pairs = [self.closest.get(first), self.closest.pop(second, None), (a, b)]
        self.parents[second] = first
        self.weakest[first] = min(known)
        self.closest[first] = next(pair for pair in pairs if pair)

    def members(self) -> dict[int, list[int]]:
        """The numbers of the documents of each component with more than one, by root."""
        found: dict[int, list[int]] = defaultdict(list)
        for number in range(len(self.parents)):
            found[self.root(number)].append(number)
        return {root: numbers for root, numbers in found.items() if len(numbers) > 1}
