"""The services of an area that somebody there could change: all that serve it but the nationwide ones."""

from datetime import date

from rightdoor.coverage.waits import FRESH
from rightdoor.model.directory import Directory
from rightdoor.model.service import Service


def local_services(directory: Directory, area: str) -> tuple[Service, ...]:
    """The services of an area and of the areas it lies within, as they stand there, by name; none that is national."""
    return tuple(each for each in directory.services_for(area) if each.folder != "national")


def day_in(directory: Directory, area: str, today: date) -> date:
    """The day to measure from in an area: the day of its story where it is made up, else today."""
    return directory.story_date((area,)) or today


def is_fresh(directory: Directory, service: Service, group: str, today: date) -> bool:
    """Whether a group of facts of a service may still be believed."""
    return directory.freshness(service, group, today).standing in FRESH
