"""MkDocs events, and nothing else: each delegates to the stage that does the work.

Pages are generated in memory (``File.generated``), so nothing generated is ever
committed. One build makes both languages: before each page is rendered, the theme's
language, the navigation and the language links are set to the page's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files

from edition import policy
from edition.checks import catalogue
from edition.content.codes import UNSAFE_PAGE
from edition.content.load import load
from edition.content.model import DEFAULT_LANGUAGE, LANGUAGES
from edition.diagnostics import ContentError, Diagnostic, EditionError, Location
from edition.exports.citations import citations
from edition.exports.data import table_json
from edition.exports.names import names_json
from edition.languages import Labels
from edition.markup import EditionExtension
from edition.markup.fragments import judged
from edition.pages import page_tree, paths
from edition.pages.page import in_language
from edition.pages.render import caption_text, foreign_runs
from edition.site import assets, clashes, finished, navigation, published, search
from edition.site.accuracy import kept_witness, with_accuracy
from edition.site.configuration import LimitsOption
from edition.site.documents import give_documents, read_documents, reserved_faults
from edition.site.faces import Faces, faces_of
from edition.site.statics import static_faults
from edition.site.unchanged import UnchangedFile, digests
from edition.typography.typesetting import typeset

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as SitePage
    from mkdocs.utils.templates import TemplateContext

    from edition.collation import Witness
    from edition.content.model import Edition, Language
    from edition.content.sources import Sources
    from edition.exports.citations import Citations
    from edition.pages.page import Page

THEME = Path(__file__).parent / "theme"


class EditionPluginConfig(Config):
    """Options of the plugin in ``mkdocs.yml``."""

    content = config_options.Dir(exists=True, default=".")
    """Folder that holds ``articles/`` and ``tables/``."""

    limits = LimitsOption()
    """How large an input may be: :class:`edition.content.limits.Limits`."""

    search = config_options.Type(bool, default=True)
    """Whether to build the search index; a preview can do without."""


class EditionPlugin(BasePlugin[EditionPluginConfig]):
    """Builds the edition into a MkDocs site."""

    edition: Edition
    sources: Sources
    documents: Mapping[str, bytes]
    witness: Witness | None
    cited: Citations
    pages: dict[str, Page]
    faces: Faces

    held: frozenset[str]
    """The scripts and the style sheet that the not-found page holds."""
    found: list[Diagnostic]
    """What finished pages have and may not."""
    failed: EditionError | None = None
    """Why the build was ended: MkDocs hands on no more than its words."""

    preview = False
    shown: Mapping[str, str] = {}
    """Digests of the pages that stand in the folder of the site already."""
    digests: Mapping[str, str]

    def on_startup(self, *, command: str, dirty: bool) -> None:  # noqa: ARG002
        """Remember whether this is a preview, which does without slow measurements."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the content, add the Markdown extensions and the theme's templates."""
        self.found, self.failed = [], None
        try:
            loaded = judged(load(Path(self.config.content)))
            self.edition, self.sources = loaded.unwrap(), loaded.sources
            self.documents = read_documents(Path(config.docs_dir))
            self.witness = None if self.preview else kept_witness(Path(self.config.content))
            self.cited = citations(self.edition, config.site_url)
            tree = page_tree(self.edition, catalogue(), self.cited)
            self.pages = {page.path: page for page in tree}
            docs = Path(config.docs_dir)
            taken = reserved_faults(self.documents, docs, self.pages)
            if faults := (*taken, *static_faults(self.documents, docs)):
                raise ContentError(faults)
            navigation.check_written(docs, self.documents, self.pages)
        except EditionError as error:
            self._fail(error)
        config.markdown_extensions.append(EditionExtension(self.edition))  # type: ignore[arg-type]
        config.theme.dirs.insert(0, str(THEME))
        config.nav = navigation.configured(self.pages.values(), Path(config.docs_dir))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages, the data that readers can download, and the bundles."""
        give_documents(files, Path(config.docs_dir), self.documents)
        self.digests = digests(self.pages.values(), self.edition, config.nav)
        for page in self.pages.values():
            is_unchanged = self.shown.get(page.path) == self.digests[page.path]
            kind = UnchangedFile if is_unchanged else File
            files.append(kind.generated(config, page.path, content=page.render()))
        for path, csv in sorted(
            {table.path: table.csv_path for table in self.edition.tables}.items()
        ):
            raw = self.sources[csv].raw
            files.append(File.generated(config, paths.table_data(path), content=raw))
        for table in self.edition.tables:
            address = paths.table_data(f"{table.name}.json")
            files.append(File.generated(config, address, content=table_json(table)))
        if any(self.edition.authority.all()):
            content = names_json(self.edition)
            files.append(File.generated(config, paths.NAMES_DATA, content=content))
        for path, content in self.cited.files.items():
            files.append(File.generated(config, path, content=content))
        for bundle in assets.bundles(THEME):
            files.append(File.generated(config, bundle.url, content=bundle.content))
        for file in [file for file in files if assets.is_unused(file.src_uri)]:
            files.remove(file)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the templates what they need of the edition, and learn the faces of the site."""
        env.filters["runs"] = foreign_runs
        env.filters["plain"] = caption_text
        bundles = {bundle.name: bundle for bundle in assets.bundles(THEME)}
        env.globals["bundles"] = bundles
        env.globals["held"] = held = assets.held(THEME)
        self.held = frozenset({*held.values(), bundles["head.js"].content})
        env.globals["content_security_policy"] = policy.content_security_policy
        env.globals["self_contained_policy"] = policy.self_contained_policy
        sheets = [file for file in files.css_files() if file.src_uri in config.extra_css]
        faces = (face for sheet in sheets for face in faces_of(sheet.content_string, sheet.url))
        self.faces = Faces(tuple(faces), bundles["edition.css"].content)
        env.globals["edition"] = self.edition
        env.globals["labels"] = {lang: Labels(lang) for lang in LANGUAGES}
        env.globals["published"] = published.Published(self.edition)
        return env

    def on_page_markdown(
        self,
        markdown: str,
        *,
        page: SitePage,
        config: MkDocsConfig,  # noqa: ARG002  # the event's signature
        files: Files,  # noqa: ARG002
    ) -> str:
        """Tell the markup the language of a hand-written page, and put in the accuracy."""
        lang = paths.key_of(page.file.src_uri)[1]
        if lang is None or page.file.src_uri in self.pages:
            return markdown
        text = in_language(markdown, lang)
        return with_accuracy(text, self.edition, self.witness, lang)

    def on_page_context(
        self,
        context: TemplateContext,
        *,
        page: SitePage,
        config: MkDocsConfig,
        nav: Navigation,
    ) -> TemplateContext:
        """Set language, navigation and language links to those of the page."""
        key, lang = paths.key_of(page.file.src_uri)
        spoken = lang or DEFAULT_LANGUAGE
        self._speak(config, spoken)
        context["nav"] = navigation.of_language(nav, spoken)
        values: dict[str, Any] = {
            "page_key": key,
            "page_lang": spoken,
            "label": Labels(spoken),
            "kind": page.meta.get("kind", "about"),
            "alternates": navigation.alternates(key, lang),
        }
        context.update(values)  # type: ignore[typeddict-item]
        return context

    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Set the signs and the lines of a finished page, let it ask for its faces, look at it."""
        whole = self.faces.preloaded(typeset(output), page.url)
        self._look_at(whole, page.file.src_uri, config)
        return whole

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Look at the not-found page, which holds its own scripts and style sheet."""
        if template_name.endswith(".html"):
            self._look_at(output, template_name, config, self.held)
        return output

    def _look_at(
        self, page: str, path: str, config: MkDocsConfig, inline: frozenset[str] = frozenset()
    ) -> None:
        for fault in finished.faults(page, inline):
            message = f"the finished page {path} has {fault.what}, which no page of an edition has"
            place = self._place(path, fault.identifier, config)
            self.found.append(Diagnostic.of(UNSAFE_PAGE, place, message))

    def _place(self, path: str, identifier: str, config: MkDocsConfig) -> Location:
        """Return the file of a page, and in it what gives an identifier that clashes."""
        if path in self.pages:
            page = self.pages[path]
            found = clashes.place_of(identifier, page, self.edition, self.sources)
            return found or Location(page.source)
        text = self.documents.get(path, b"").decode(errors="replace")
        line = clashes.line_of(identifier, text) if identifier else 1
        return Location(f"{Path(config.docs_dir).name}/{path}", line)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the not-found page and the sitemap what they need."""
        self._speak(config, DEFAULT_LANGUAGE)
        values: dict[str, Any] = {
            "page_lang": DEFAULT_LANGUAGE,
            "label": Labels(DEFAULT_LANGUAGE),
            "alternates": (),
        }
        if template_name == "sitemap.xml":
            values["sitemap"] = published.sitemap(context["pages"], config.site_url)
        context.update(values)  # type: ignore[typeddict-item]
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Index the finished site, if every page of it is sound.

        Raises:
            PluginError: If a page has what no page may have.
        """
        if self.found:
            self._fail(ContentError(self.found))
        if self.config.search:
            search.build_index(Path(config.site_dir))

    def _fail(self, error: EditionError) -> NoReturn:
        """End the build.

        Raises:
            PluginError: Always.
        """
        self.failed = error
        raise PluginError(str(error)) from None

    @staticmethod
    def _speak(config: MkDocsConfig, lang: Language) -> None:
        config.theme["language"] = lang
