"""A whole site from a directory and a rendered theme: every page made or taken over, every link checked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path

from rightdoor.model.directory import Directory
from rightdoor.pages import extras, left_out_page, verify
from rightdoor.pages.corrections import contact_at_home, corrections_of_prose
from rightdoor.pages.folder import Folder, digest_of
from rightdoor.pages.history import UNKNOWN, History
from rightdoor.pages.inputs import fingerprint_of_all
from rightdoor.pages.making import Job, Workshop, make_all, put
from rightdoor.pages.memory import Fingerprints, Made, Memory, recall
from rightdoor.pages.page import Kind
from rightdoor.pages.shell import Shell, policy_of, slot
from rightdoor.pages.theme import Theme
from rightdoor.pages.view import Settings, View
from rightdoor.pages.wording import date_words
from rightdoor.records.links import Asked
from rightdoor.resources import theme_folder

Strip = Callable[[View, str | None, str], str]


class SiteFaulty(Exception):
    """The finished site has faults and is not published; the message lists them."""


@dataclass
class Order:
    """What to build: the records and their digests by file, the day, the theme, which pages, files left out.

    `asked` is what came of asking the links of the records.
    """

    directory: Directory
    digests: dict[str, str]
    today: date
    theme: Theme
    kinds: Sequence[Kind]
    strip: Strip
    left_out: tuple[str, ...] = ()
    processes: int = 1
    history: History = UNKNOWN
    asked: Asked | None = None


@dataclass
class Built:
    """The files of a site so far, by place; pages that searchers may list; links, each with a page that has it.

    `written` counts pages that are new, and so never more than `pages`; data files are in neither.
    """

    files: set[str] = field(default_factory=set)
    listed: set[str] = field(default_factory=set)
    links: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    written: int = 0
    pages: int = 0


class SiteBuild:
    """One build of one site into the folder of the next site."""

    def __init__(self, order: Order, following: Folder, live: Folder, memory: Path) -> None:
        self.order, self.following, self.live, self.memory = order, following, live, memory
        site = order.theme.site
        theme = order.theme
        settings = Settings(
            site.name,
            site.url,
            site.repository,
            site.edit_folder,
            site.email,
            theme.home_area,
            components=theme.components,
        )
        self.view = View(order.directory, order.today, settings, theme_folder(), order.history, order.asked)
        self.kinds = {kind.name: kind for kind in order.kinds}
        self.assets = extras.assets(components=theme.components)
        self.version = extras.version_of(self.assets | order.theme.styles_and_scripts())
        self.policies = {depth: policy_of(html) for depth, html in order.theme.shells().items()}
        self.built = Built()

    def run(self) -> Built:
        """Makes everything and checks it; SiteFaulty if anything is wrong."""
        common = fingerprint_of_all(self.view, self.order.digests, self._in_common())
        memory = recall(self.memory, common)
        memory.made = self._make_pages(memory.made)
        self._put_prose()
        self._put_all(self.assets | extras.fixed_files())
        site = self.order.theme.site
        self._put_all(extras.sitemaps(site.url, self.built.listed, self._edited()))
        facts = extras.build_facts(self.order.directory, self.order.today, self.order.left_out, self.built.pages)
        self._put_all({"data/build.json": facts})
        memory.links |= self.built.links
        self._check(memory)
        self.following.finish(self.built.files)
        memory.write(self.memory, common)
        return self.built

    def _make_pages(self, known: Mapping[str, Made]) -> dict[str, Made]:
        """Makes each page that is not there already as it would be made; gives what there is of each job."""
        fingerprints = Fingerprints(self.view, self.order.digests)
        jobs = [Job(kind.name, key) for kind in self.order.kinds for key in kind.keys(self.view)]
        made, to_make = {}, []
        for job in jobs:
            old = known.get(job.name)
            if old and old.fingerprint == fingerprints.of(old.reads) and self._still_there(old):
                made[job.name] = old
            else:
                to_make.append(job)
        for result in make_all(self._workshop(), to_make, self.order.processes):
            self.following.files[result.file] = result.entry
            self.built.written += result.file.endswith(".html")
            made[result.job.name] = Made(
                result.file, result.entry.digest, result.listed, fingerprints.of(result.reads), result.reads
            )
            self._note_page(result.file, result.links, result.faults)
        self._note_made(jobs, made)
        return made

    def _note_made(self, jobs: Iterable[Job], made: dict[str, Made]) -> None:
        for job in jobs:
            page = made[job.name]
            if page.file in self.built.files:
                self.built.faults.append(f"Two pages want to be {page.file}; one of them is {job.name}")
            self.built.files.add(page.file)
            self.built.pages += page.file.endswith(".html")
            if page.listed:
                self.built.listed.add(page.file)

    def _note_page(self, file: str, links: Iterable[str], faults: Iterable[str]) -> None:
        self.built.links |= dict.fromkeys(links, file)
        self.built.faults += [f"{file} {fault}" for fault in faults]

    def _still_there(self, made: Made) -> bool:
        """Whether a page that need not be made again stands in the next site, or can be taken from the live one."""
        if self.following.holds(made.file, made.digest):
            return True
        if not self.live.holds(made.file, made.digest):
            return False
        self.following.take(made.file, self.live)
        return True

    def _workshop(self) -> Workshop:
        return Workshop(
            self.view,
            self.kinds,
            self._shells(),
            self.order.theme.site,
            self._strip,
            self.following,
            self.live,
            self.version,
        )

    def _shells(self) -> dict[int, Shell]:
        return {
            depth: Shell.of(html).with_filled(self._around("../" * depth) | {"policy": self.policies[depth]})
            for depth, html in self.order.theme.shells().items()
        }

    def _around(self, root: str) -> dict[str, str]:
        """What is the same on all pages from which `root` leads to the root of the site."""
        return {
            "version": self.version,
            "built-iso": self.order.today.isoformat(),
            "built": date_words(self.order.today),
            "left-out": left_out_page.note(len(self.order.left_out), root),
        }

    def _in_common(self) -> list[object]:
        """What every page has around it."""
        theme = self.order.theme
        return [theme.shells(), asdict(theme.site), self._around("")]

    def _strip(self, area: str | None, root: str) -> str:
        return str(self.view.once(("strip", area or "", root), lambda: self.order.strip(self.view, area, root)))

    def _edited(self) -> dict[str, date]:
        """The pages of services by file, with the day on which their entry last changed, as far as git knows."""
        return {f"services/{id}/index.html": past.edited for id, past in self.order.history.pasts.items()}

    def _put_prose(self) -> None:
        """The hand-written pages with their slots filled, and the files that lie beside them."""
        for name in self.order.theme.files():
            content = (self.order.theme.folder / name).read_bytes()
            self._put_all({name: self._filled_prose(name, content.decode()) if name.endswith(".html") else content})

    def _filled_prose(self, name: str, html: str) -> bytes:
        missing = name == "404.html"
        root = self.order.theme.base if missing else "../" * name.count("/")
        policy = policy_of(html) if missing else self.policies.get(name.count("/"), policy_of(""))
        shell = Shell.of(html)
        as_written = {each: slot(each) for each in shell.slots}
        own = {"policy": policy, "crisis": self._strip(None, root), "edit": self._corrections(name)}
        html = shell.fill(as_written | self._around(root) | own)
        facts = verify.facts_of(name, html, self.order.theme.base)
        self._note_page(name, facts.links, facts.faults)
        self.built.pages += 1
        if not missing:
            self.built.listed.add(name)
        content = html.encode()
        self.built.written += not self.live.holds(name, digest_of(content))
        return content

    def _corrections(self, name: str) -> str:
        contact = contact_at_home(self.view.whole, self.order.theme.home_area)
        return str(corrections_of_prose(name.removesuffix("index.html"), self.order.theme.site, contact))

    def _put_all(self, files: dict[str, bytes]) -> None:
        for name, content in files.items():
            if name in self.built.files:
                self.built.faults.append(f"Two pages want to be {name}")
            self.following.files[name] = put(name, content, self.following, self.live)
            self.built.files.add(name)

    def _check(self, memory: Memory) -> None:
        """Checks every link; those of pages that were not made again are remembered, or read again if one is broken."""
        faults = self.built.faults + verify.alike(sorted(self.built.files))
        files, folder = self.built.files, self.following.path
        if verify.broken_links(memory.links, files, folder):
            memory.links = verify.links_of(files, folder, self.order.theme.base)
            faults += verify.broken_links(memory.links, files, folder)
        if faults:
            shown = "\n".join(f"  {fault}" for fault in faults[:20])
            more = f"\n  and {len(faults) - 20} more" if len(faults) > 20 else ""
            raise SiteFaulty(f"The site is not published, since it has faults:\n{shown}{more}")
