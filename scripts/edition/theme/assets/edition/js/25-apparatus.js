/* The text as in the source, on demand; and the closed lists that a link leads into. */
(() => {
  const button = document.querySelector(".source-view button");

  /** Show the reading text, or what the source has in its place. */
  const show = (source) => {
    document.documentElement.classList.toggle("as-source", source);
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
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const list = target?.closest("details:not([open])");
    if (!list) return;
    list.open = true;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
