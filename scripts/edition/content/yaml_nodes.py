"""YAML text to nodes: no tags, no circles, and no more values than an issue can need.

A file of a few hundred bytes may stand for thousands of millions of values, each alias for all
that its anchor holds. So values are counted while nodes are made, before anything is made of them.
"""

from __future__ import annotations

from typing import Any

import yaml

from edition.content.limits import Limits

STANDARD_TAG = "tag:yaml.org,2002:"


class AboveLimitError(yaml.MarkedYAMLError):
    """The text is larger or deeper than a limit allows."""


class Loader(yaml.SafeLoader):
    """Makes nodes and plain data; a value that cannot be made is a fault with a place."""

    def __init__(self, text: str, limits: Limits, *, tags: bool = False) -> None:
        """Bind to a text.

        Args:
            text: The YAML document.
            limits: How much it may hold.
            tags: Whether values may have tags, which only MkDocs understands.
        """
        super().__init__(text)
        self._limits = limits
        self._tags = tags
        self._depth = 0
        self._values = 0
        self._sizes: dict[int, int] = {}
        self._unused: dict[str, Any] = {}

    def document(self) -> yaml.Node | None:
        """Make the nodes of the one document.

        Raises:
            ComposerError: Also if an anchor is used nowhere: it is the beginning of a text.
        """
        node = self.get_single_node()
        for anchor, mark in self._unused.items():
            problem = f"the anchor '{anchor}' is used nowhere"
            hint = "a text that begins with '&' needs quotation marks"
            raise yaml.composer.ComposerError(None, None, f"{problem}; {hint}", mark)
        return node

    def fetch_more_tokens(self) -> Any:  # noqa: ANN401  # as the library has it
        """Read on.

        Raises:
            ScannerError: Also for an escape above the last character, and for a version of more
                digits than Python reads.
        """
        try:
            return super().fetch_more_tokens()
        except (ValueError, OverflowError):
            problem = "an escape or a number stands for more than there is"
            raise yaml.scanner.ScannerError(None, None, problem, self.get_mark()) from None

    def compose_node(self, parent: yaml.Node | None, index: Any) -> Any:  # noqa: ANN401  # as the library has it
        """Make a node, counting what it stands for.

        Raises:
            AboveLimitError: If there are too many values, or too deep ones.
            ComposerError: If a value has a tag or contains itself.
        """
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        if isinstance(event, yaml.AliasEvent):
            return self._alias(parent, index)
        if getattr(event, "tag", None) is not None and not self._tags:
            raise yaml.composer.ComposerError(None, None, _tag(event.tag), event.start_mark)
        if getattr(event, "anchor", None) is not None:
            self._unused[event.anchor] = event.start_mark
        before = self._values
        self._depth += 1
        self._refuse(self._depth, "nesting", "values inside each other", event.start_mark)
        self._count(1, event.start_mark)
        node = super().compose_node(parent, index)
        self._depth -= 1
        if node is not None:
            self._sizes[id(node)] = self._values - before
            self._refuse_long(node)
        return node

    def _alias(self, parent: yaml.Node | None, index: Any) -> Any:  # noqa: ANN401  # as the library has it
        event: Any = self.peek_event()  # type: ignore[no-untyped-call]
        node = super().compose_node(parent, index)
        self._unused.pop(event.anchor, None)
        size = self._sizes.get(id(node))
        if size is None:
            problem = f"the anchor '{event.anchor}' contains itself"
            raise yaml.composer.ComposerError(None, None, problem, event.start_mark)
        self._count(size, event.start_mark)
        return node

    def _count(self, more: int, mark: Any) -> None:  # noqa: ANN401  # one of the library's two marks
        self._values += more
        what = "values, what aliases repeat counted each time"
        self._refuse(self._values, "yaml_values", what, mark)

    def _refuse_long(self, node: yaml.Node) -> None:
        if isinstance(node, yaml.ScalarNode):
            self._refuse(len(node.value), "text_length", "characters in one value", node.start_mark)
        elif len(node.value) > (most := self._limits.list_entries):
            first = node.value[most]
            mark = first[0].start_mark if isinstance(first, tuple) else first.start_mark
            self._refuse(len(node.value), "list_entries", "entries in one list", mark)

    def _refuse(self, count: int, limit: str, what: str, mark: Any) -> None:  # noqa: ANN401  # as above
        most = getattr(self._limits, limit)
        if count > most:
            problem = f"more than {most} {what} (the limit '{limit}')"
            raise AboveLimitError(None, None, problem, mark)

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ANN401, FBT001, FBT002  # the library's signature
        """Make the value of a node.

        Raises:
            ConstructorError: Also for a value like the date 2007-13-45.
        """
        try:
            value = super().construct_object(node, deep)
            return whole(value) if isinstance(value, str) else value
        except (ValueError, OverflowError) as error:
            written = str(node.value).encode("utf-8", "replace").decode("utf-8")
            problem = f"'{written:.40}' is no value: {error}"
            raise yaml.constructor.ConstructorError(None, None, problem, node.start_mark) from None


def _tag(tag: str) -> str:
    shown = tag.replace(STANDARD_TAG, "!!")
    return f"the tag '{shown}' is not allowed; a text that begins with '!' needs quotation marks"


def whole(text: str) -> str:
    """Join the halves in which JSON may write a character.

    Raises:
        ValueError: If a half stands alone.
    """
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise ValueError("half of a character stands alone") from None
