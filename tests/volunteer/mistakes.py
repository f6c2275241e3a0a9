"""Twelve mistakes that people who do not program make in an entry, each as the words it is typed in place of."""

from dataclasses import dataclass

FOLDER = "directory/services/northvale"


@dataclass(frozen=True, slots=True)
class Mistake:
    """A file with one mistake: its name without ending, what was right in the entry, and what somebody typed."""

    file: str
    right: str
    typed: str

    @property
    def path(self) -> str:
        """Where the file lies in the project."""
        return f"{FOLDER}/{self.file}.yaml"

    def made_in(self, entry: str) -> str:
        """The entry with the mistake in it, under a name and numbers of its own."""
        assert self.right in entry, self.right
        number = 480 + int(self.file[:2])
        own = entry.replace(self.right, self.typed, 1).replace("960 480", f"960 {number}")
        return own.replace("Riverside", f"Riverside {self.file[:2]}").replace(
            "example.org/riverside", f"example.org/{number}"
        )


MISTAKES = (
    Mistake("01-british-spelling", "organization: lantern", "organisation: lantern"),
    Mistake("02-word-of-ones-own", "type: counselling-service", "type: counselling"),
    Mistake("03-age-as-a-number", "from: 18y,", "from: 18,"),
    Mistake("04-ages-the-wrong-way-round", "{from: 18y,", "{from: 65y, under: 18y,"),
    Mistake("05-misspelt-need", "needs: [depression,", "needs: [depresion,"),
    Mistake("06-number-without-a-digit", 'contact: {phone: "01632 960 480"', 'contact: {phone: "01632 960 48"'),
    Mistake("07-address-as-people-say-it", '"https://example.org/riverside"}', '"www.example.org/riverside"}'),
    Mistake("08-a-name-in-the-email", "hello@riverside.example.org", "jane.smith@nhs.net"),
    Mistake("09-day-as-people-write-it", "on: 2026-11-09,", "on: 9/11/2026,"),
    Mistake("10-colon-in-a-sentence", "summary: Low-cost counselling for", "summary: Counselling: low-cost, for"),
    Mistake("11-indented-with-a-tab", "  severity:", "\tseverity:"),
    Mistake(
        "12-service-that-is-not-here", "refer_to: [northvale-cmht]}\nreferral", "refer_to: [northvale-cmhts]}\nreferral"
    ),
)
