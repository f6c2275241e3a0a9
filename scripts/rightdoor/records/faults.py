"""What each code of finding and reading files means: the text of its page below `docs/checks/`.

The checks explain themselves in their docstrings; these problems are found before any check can look at a record.
"""

from collections.abc import Mapping

FAULTS: Mapping[str, str] = {
    "boundary-not-readable": """The boundary of an area is not a shape that can be drawn.

It is GeoJSON (RFC 7946): a Polygon or a MultiPolygon, alone or as a feature, at most 1 MB and 20,000 positions. Each
position is a longitude and a latitude in degrees (WGS84), and each ring ends where it begins.

Why this matters: a map with a wrong shape shows people in the wrong place, or nothing at all. Boundaries are often
saved in the grid of the Ordnance Survey, whose numbers are metres.

What to do: export it again as GeoJSON in WGS84 (EPSG:4326), as small as there is: the Office for National Statistics
calls it ultra-generalised.

    {"type": "Polygon", "coordinates": [[[1.70, 55.33], [1.94, 55.17], [2.12, 55.26], [1.70, 55.33]]]}
""",
    "case-only-difference": """Two files differ only in capital letters.

Why this matters: on Windows and macOS they are one file, so one of the two entries disappears there.

What to do: keep one of them, named in small letters.
""",
    "duplicate-field": """A field is written twice in one group.

Why this matters: many programs quietly keep the second and lose the first, so a reader would be shown only half of
what somebody wrote.

What to do: keep one, or put both values together. The message says on which line the first one is.

    # wrong
    phone: "01632 960 110"
    phone: "01632 960 111"
""",
    "duplicate-id": """Two records of one kind have the same file name.

Why this matters: the file name is the id, and every id has one page and one meaning. A service that serves two areas
is one file; where its rules differ, write `by_area`.

What to do: rename the newer of the two. An id that was ever published is not used again.
""",
    "empty-file": """A file holds nothing but blanks or comments.

Why this matters: nobody can tell whether the record was lost or never written.

What to do: write the record, or delete the file.
""",
    "field-name": """The name of a field is missing, or is a number or a list.

Why this matters: it is mostly text with a colon in it, or a bracket at its start, that was not put in quotes.

What to do: put the whole value in quotes.

    note: "[new] see the leaflet"
""",
    "file-kind": """Something in the directory is not an ordinary file, or cannot be opened.

Why this matters: a link or a device could make a build read files of the computer it runs on and publish them.

What to do: put the file itself in its place.
""",
    "file-limits": """A file is larger, deeper or fuller than any record needs: 64 KB, 20 levels, 10,000 values.

Why this matters: files made to use up a computer's memory look like this, and so do files with a stray bracket.

What to do: look for a `[` or `{` that is never closed; else split the record.
""",
    "file-mode": """A record is marked as a program that could be started.

Why this matters: it does no harm by itself, but records are data, and the mark is mostly left over from copying. In a
pull request it is an error: nothing that strangers send may be started.

What to do: `chmod 644` and the name of the file, or on GitHub upload it again.
""",
    "file-name": """The name of a file or folder is not an id.

Why this matters: the name is the id, other records name it, and it becomes the address of a page.

What to do: use small letters, digits and single hyphens, at most 60 characters, and the ending `.yaml`.

    directory/services/northvale/northvale-crisis-team.yaml
""",
    "style-not-safe": """A file cannot be put into the one order and style without losing something.

Why this matters: an order is worth nothing if a comment or a fact is lost for it. So the file stays as it is, and only
`rightdoor fmt` says this; the check does not.

What to do: write each field on a line of its own, with the comments above what they are about, and try again.
""",
    "hidden-character": """A file holds a tab, a no-break space, or a character that cannot be seen.

Why this matters: two names that look the same would differ, a text could read otherwise than it is stored
(CVE-2021-42574, 2021), and tabs are as wide as each editor likes. Text pasted from web pages brings them along.

What to do: delete the line and type it again; use ordinary spaces instead of tabs and no-break spaces.
""",
    "not-fields": """A file holds a list or a single text, not fields with values.

Why this matters: nobody can tell what the text is about.

What to do: begin with a field.

    name: Northvale Talking Therapies
""",
    "not-utf-8": """A file is not plain UTF-8 text.

Why this matters: accents, dashes and pound signs would come out wrong, and some programs would see another text.

What to do: in the editor, save it with the encoding UTF-8, without BOM.
""",
    "number-too-long": """A number has so many digits that it cannot be kept exactly.

Why this matters: browsers keep 15 digits. It is probably not an amount but a telephone or reference number.

What to do: put it in quotes.
""",
    "stray-file": """A file or folder lies where no records are kept.

Why this matters: it would be left out without anybody noticing.

What to do: services go in `services/<area>/` or `services/national/`; the others in `organizations/`, `areas/` and
`vignettes/`. A `README.md` may stand anywhere, and names that begin with a dot are passed over.
""",
    "yaml-feature": """A file uses a part of YAML that is not read here.

These are labels (`&`), references (`*`), instructions (`!`, `%`), merge signs (`<<`) and a second document (`---`).

Why this matters: they make a small file mean a large one, hide what a record says, and mostly got there because a text
begins with such a sign.

What to do: if it is text, put it in quotes; otherwise write everything out, one record in each file.
""",
    "yaml-syntax": """A line cannot be read as a field and its value.

Why this matters: everything after it would be guessed.

What to do: the message says what is probably meant. The usual slips are a quotation mark that is never closed, a colon
with a space inside a value without quotes, no space after a colon, and lines that do not line up.

    name: "Open: every day"
""",
}
