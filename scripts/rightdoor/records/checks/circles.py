"""Circles in what leads to what, such as services that refer to one another."""

from collections.abc import Collection, Iterator, Mapping


def circles(leads: Mapping[str, Collection[str]]) -> Iterator[tuple[str, ...]]:
    """The groups of names from which each leads back to itself, every group in order and once.

    Tarjan's algorithm (1972) without recursion, so a long chain cannot exhaust the stack.
    """
    walk = _Walk(leads)
    for start in leads:
        if start not in walk.low:
            yield from walk.groups_from(start)


class _Walk:
    def __init__(self, leads: Mapping[str, Collection[str]]) -> None:
        self.leads = leads
        self.index: dict[str, int] = {}
        self.low: dict[str, int] = {}
        self.path: dict[str, None] = {}

    def groups_from(self, start: str) -> Iterator[tuple[str, ...]]:
        work = [(start, self._enter(start))]
        while work:
            name, following = work[-1]
            if unseen := self._next_unseen(name, following):
                work.append((unseen, self._enter(unseen)))
                continue
            work.pop()
            if work:
                before = work[-1][0]
                self.low[before] = min(self.low[before], self.low[name])
            if self.low[name] == self.index[name]:
                group = self._leave(name)
                if len(group) > 1 or name in self.leads[name]:
                    yield tuple(sorted(group))

    def _enter(self, name: str) -> Iterator[str]:
        self.index[name] = self.low[name] = len(self.index)
        self.path[name] = None
        return iter(self.leads[name])

    def _next_unseen(self, name: str, following: Iterator[str]) -> str | None:
        for each in following:
            if each in self.path:
                self.low[name] = min(self.low[name], self.index[each])
            elif each in self.leads and each not in self.index:
                return each
        return None

    def _leave(self, name: str) -> list[str]:
        group = []
        while name in self.path:
            group.append(self.path.popitem()[0])
        return group


def way_round(group: Collection[str], leads: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """The shortest way from the first name of a circle back to itself."""
    start = min(group)
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for each in leads[way[-1]]:
            if each == start:
                return (*way, start)
            if each in group and each not in seen:
                seen.add(each)
                ways.append((*way, each))
    return (start,)
