"""Columns with the headings that the vocabulary gives them, and words that stand in many tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rightdoor.matching.phrases import fill
from rightdoor.model.directory import Directory
from rightdoor.model.grammar import Grammar
from rightdoor.model.table import Column, For, Kind, Table, Value


@dataclass(frozen=True, slots=True)
class Words:
    """The words of tables, from the grammar of a directory."""

    directory: Directory

    @property
    def grammar(self) -> Grammar:
        """The directory's grammar."""
        return self.directory.grammar

    def table(self, name: str, columns: Iterable[Column], rows: Iterable[Mapping[str, Value]]) -> Table:
        """A table from rows by column key; what a row leaves out is not known."""
        columns = tuple(columns)
        term = self.grammar["coverage_files"][name]
        made = tuple(tuple(row.get(column.key) for column in columns) for row in rows)
        return Table(name, term.label, columns, made, term.description)

    def column(self, key: str, width: int = 20, kind: Kind = Kind.TEXT, readers: For = For.ALL) -> Column:
        """A column with its heading."""
        title = self.grammar["coverage_columns"].label(key.replace("_", "-"))
        return Column(key, title, kind, width, readers)

    def of_ages(self, key: str, code: str, ages: str, readers: For) -> Column:
        """A column about a band of ages."""
        return Column(key, fill(self.grammar["coverage_columns"].label(code), ages=ages), Kind.TEXT, 15, readers)

    def code(self, key: str) -> Column:
        """A column that repeats for programs, as a code or a number, what another says in words."""
        return self.column(key, readers=For.PROGRAMS)

    def value(self, code: str) -> str:
        """What a code of `coverage_values` says."""
        return self.grammar["coverage_values"].label(code)

    def labels(self, vocabulary: str, codes: Iterable[str]) -> tuple[str, ...]:
        """What codes of a vocabulary say."""
        return tuple(self.grammar[vocabulary].label(code) for code in codes)

    def names(self, services: Iterable[str]) -> tuple[str, ...]:
        """The names of services; the id of one that is not there."""
        known = self.directory.services
        return tuple(known[each].name if each in known else each for each in services)

    def organizations(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The names of organizations; the id of one that is not there."""
        known = self.directory.organizations
        return tuple(known[each].name if each in known else each for each in ids)

    def said(self, code: str, **gaps: str) -> tuple[str, str]:
        """The heading and the words of a term of `coverage_files`, with the gaps filled."""
        term = self.grammar["coverage_files"][code]
        return fill(term.label, **gaps), fill(term.description, **gaps)
