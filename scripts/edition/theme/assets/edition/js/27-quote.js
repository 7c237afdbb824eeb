/* Words of an article that are selected can be copied with their reference. */
(() => {
  const panel = document.querySelector(".cite-paragraph");
  const offered = panel?.querySelector(".copy-quote");
  if (!offered || !("showPopover" in offered)) return;

  const BLOCKS = "p, li, h2, h3, h4, h5, h6, td, th, figcaption, caption";
  /* What stands among the words and is not of them. */
  const ASIDE = ".note-mark, .apparatus-mark, .permalink, .note-back, .table-tools, svg, [popover]";

  const menu = document.createElement("div");
  menu.className = "quote-menu";
  menu.setAttribute("popover", "manual");
  menu.lang = document.documentElement.lang;
  const button = offered.cloneNode(true);
  button.hidden = false;
  menu.append(button);
  prepareToAnnounce();

  /** The words of a range as one quotation; its blocks have a line each. */
  const wordsOf = (range) => {
    const words = range.cloneContents();
    for (const aside of words.querySelectorAll(ASIDE)) aside.remove();
    for (const block of words.querySelectorAll(BLOCKS)) block.append("\u2029");
    return words.textContent.replaceAll("\u00ad", "").replace(/[^\S\u2029]+/g, " ")
      .split("\u2029").map((line) => line.trim()).filter(Boolean).join("\n");
  };

  const elementOf = (node) => node instanceof Element ? node : node.parentElement;

  /** The number of the paragraph that a place is in, if it is in one. */
  const numberAt = (node) => elementOf(node).closest(".article-text [id]")
    ?.querySelector(":scope > .permalink")?.dataset.number;

  /** The citation of one paragraph, or of several. */
  const passageIn = (form, first, last) => {
    const whole = form.cloneNode(true);
    const label = whole.querySelector(".passage-place");
    if (last && last !== first && label) label.textContent = `${label.dataset.several} ${first}–${last}`;
    for (const gap of whole.querySelectorAll(".paragraph-number")) gap.textContent = first;
    return plainText(whole);
  };

  /** The words with their reference, in the style that the reader copied last. */
  const quotation = (range) => {
    const [article, passage] = document.querySelectorAll(".how-to-cite .citation-forms");
    let style = null;
    try { style = localStorage.getItem("edition.style"); } catch { /* not kept */ }
    const of = (forms) => forms.querySelector(`.citation-form[data-style="${CSS.escape(style ?? "")}"]`)
      ?? forms.querySelector(".citation-form");
    const [open, close] = panel.dataset.quotes.split(" ");
    const words = open + wordsOf(range) + close;
    const [first, last] = [range.startContainer, range.endContainer].map(numberAt);
    const reference = plainText(of(article));
    if (!first) return `${words}\n\n${reference}`;
    const place = passageIn(of(passage), first, last);
    return of(passage).dataset.inText ? `${words} ${place}\n\n${reference}` : `${words}\n\n${place}`;
  };

  let chosen = null;
  let said = false;
  let fresh = false;

  /** The words that are selected, if they are of the article. */
  const selected = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    const inside = elementOf(range.commonAncestorContainer).closest(".article-text, .notes");
    return inside && wordsOf(range) ? range : null;
  };

  /** Offer to copy, below the words; in the order of the page, at the end of their block. What
      stands between two paragraphs would part them: the second would lose its indent. */
  const offer = () => {
    if (menu.contains(document.activeElement)) return;
    chosen = selected();
    fresh = Boolean(chosen);
    if (!chosen) {
      if (menu.isConnected) menu.remove();
      return;
    }
    const block = elementOf(chosen.endContainer).closest("li, p, figure, h2, h3, h4, h5, h6")
      ?? elementOf(chosen.endContainer);
    block.append(menu);
    menu.showPopover();
    const at = chosen.getBoundingClientRect();
    const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
    menu.style.left = `${Math.max(8, Math.min(at.right, room)) + scrollX}px`;
    const lowest = innerHeight - menu.offsetHeight - 8;
    menu.style.top = `${Math.max(8, Math.min(at.bottom + 8, lowest)) + scrollY}px`;
    if (!said) announce(panel.dataset.offer);
    said = true;
  };

  let waiting = 0;
  document.addEventListener("selectionchange", () => {
    clearTimeout(waiting);
    waiting = setTimeout(offer, 250);
  });
  document.addEventListener("keydown", (event) => {
    // From the words the keyboard goes on to what is offered for them, wherever the focus was.
    if (event.key === "Tab" && !event.shiftKey && fresh) {
      event.preventDefault();
      button.focus();
    }
    fresh = false;
    if (event.key !== "Escape" || !menu.isConnected) return;
    if (menu.contains(document.activeElement)) document.activeElement.blur();
    menu.remove();
  });
  // The words stay selected under a finger or a pointer.
  menu.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    if (chosen) copyText(quotation(chosen), button);
  });
})();
