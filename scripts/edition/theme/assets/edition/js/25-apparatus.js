/* The text as in the source, on demand; and the closed lists that a link leads into. */
(() => {
  const button = document.querySelector(".source-view button");

  /* The signs that the edition sets, and what the file has for each; its own are wrapped. */
  const STRAIGHT = {
    "‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "\u00a0": " ",
  };
  const READING = new WeakMap();
  const PARTS = "[data-printed], .margin-notes";

  /** Whether a text is printed and not set aside: the translation of a table is neither. */
  const isPrinted = (element) => {
    const figure = element.closest("figure");
    const supplied = figure && figure.lang !== figure.parentElement.closest("[lang]").lang;
    return !supplied && !element.closest(".own, .emended, svg, sup, .table-tools");
  };

  /** Put the signs of a text in the place of another's, one by one: what is marked stays so. */
  const replace = (node, text) => {
    for (let at = 0; at < text.length; at += 1) {
      if (node.data[at] !== text[at]) node.replaceData(at, 1, text[at]);
    }
  };

  /** Show every sign as it stands in the file, or as it is read. */
  const showSigns = (source) => {
    for (const part of document.querySelectorAll(PARTS)) {
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (READING.has(node)) replace(node, READING.get(node));
        READING.delete(node);
        if (!source || !isPrinted(node.parentElement)) continue;
        READING.set(node, node.data);
        replace(node, node.data.replace(/[‘’“”„«»–—\u00a0]/g, (sign) => STRAIGHT[sign]));
      }
    }
  };

  /** Show the reading text, or what the source has in its place. */
  const show = (source) => {
    document.documentElement.classList.toggle("as-source", source);
    showSigns(source);
    for (const emendation of document.querySelectorAll(".emendation")) {
      const word = emendation.querySelector(".emended");
      // The reading keeps its own elements: it is set aside, not made anew.
      emendation.reading ??= [...word.childNodes];
      word.replaceChildren(...(source ? [emendation.dataset.source] : emendation.reading));
    }
  };

  if (button) {
    const pressed = () => button.getAttribute("aria-pressed") === "true";
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(!pressed()));
      show(pressed());
    });
    // On paper stands the reading text.
    addEventListener("beforeprint", () => show(false));
    addEventListener("afterprint", () => show(pressed()));
  }

  /** Open the list that the address leads into, where a browser does not do so itself. */
  const reveal = () => {
    const target = placeOf(location.hash);
    const list = target?.closest("details:not([open])");
    if (!list) return;
    list.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
