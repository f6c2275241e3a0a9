"""The page about the data offers exactly the files that the site has, with their day, edition and licence."""

import json
import re

from pages.street import street, view
from rightdoor.pages import data_files, data_page
from rightdoor.pages.view import View

TEAM = {"name": "Vale Team", "type": "cmht", "intake": "open"}


def seen() -> View:
    return view(street({"team": TEAM}))


def test_the_page_offers_every_file_of_the_site_and_no_other():
    made = seen()
    body = data_page.page(made, "data").body
    there = {data_files.file(made, key).address for key in data_files.keys(made)}
    assert {f"data/{each}" for each in re.findall(r'href="\.\./data/(v1/[^"]+)"', body)} == there


def test_the_page_names_the_edition_that_the_files_have():
    made = seen()
    told = json.loads(data_files.file(made, "services.json").content)
    assert told["edition"] in data_page.page(made, "data").body
    assert told["licence"]["url"] in data_page.page(made, "data").body


def test_the_files_are_made_again_when_any_record_changes():
    made = seen()
    made.reads = set()
    data_files.file(made, "services.csv")
    assert ("services", "*") in made.reads
    assert ("organizations", "*") in made.reads


def test_sizes_are_said_as_people_say_them():
    assert [data_page.size_words(each) for each in (950, 1_500, 237_498, 12_345_678)] == [
        "950\u00a0bytes",
        "1.5\u00a0kB",
        "237\u00a0kB",
        "12\u00a0MB",
    ]
