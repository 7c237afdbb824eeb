/* The search dialog's door: opens it, and fetches what searches only then.

   The engine and its index need a web server. Opened from a folder (file:), the dialog says
   so and offers the lists, which need none. */
(() => {
  const dialog = document.getElementById("search");
  const button = document.querySelector(".search-open");
  if (!dialog || !button || !dialog.showModal) return;
  const words = JSON.parse(dialog.dataset.words);
  const base = new URL(dialog.dataset.base, location.href);
  const status = dialog.querySelector(".search-status");
  const lists = dialog.querySelector(".search-lists");
  const query = dialog.querySelector(".search-query");
  let started = null;

  const apologise = (text) => {
    status.textContent = text;
    lists.hidden = false;
    dialog.querySelector(".search-narrow").hidden = true;
  };

  const start = async () => {
    if (location.protocol === "file:") {
      query.disabled = true;
      apologise(words.file);
      dialog.querySelector(".search-close").focus();
      return;
    }
    try {
      // eslint-disable-next-line no-unsanitized/method -- a file of the site; the policy allows no other
      const { begin } = await import(new URL("assets/edition/search/dialog.js", base).href);
      await begin({ dialog, words, base });
    } catch (error) {
      started = null;
      apologise(words.failed);
      console.error(error);
    }
  };

  // A key of one letter can be switched off (WCAG 2.2, 2.1.4): who speaks to a computer needs that.
  const slashKey = dialog.querySelector(".search-key input");
  const keys = button.getAttribute("aria-keyshortcuts");
  const showKey = () => {
    button.querySelector("kbd").hidden = !slashKey.checked;
    button.setAttribute("aria-keyshortcuts", slashKey.checked ? keys : keys.replace("/ ", ""));
  };
  try { slashKey.checked = localStorage.getItem("edition.slash") !== "off"; } catch { slashKey.checked = true; }
  showKey();
  slashKey.addEventListener("change", () => {
    showKey();
    try { localStorage.setItem("edition.slash", slashKey.checked ? "on" : "off"); } catch { /* not kept */ }
  });

  // What was asked for goes along to the page in another language, once.
  try {
    query.value = sessionStorage.getItem("edition.query") ?? "";
    sessionStorage.removeItem("edition.query");
    document.querySelector(".language-switch")?.addEventListener("click", () => {
      if (query.value) sessionStorage.setItem("edition.query", query.value);
    });
  } catch { /* not kept */ }

  const open = () => {
    if (dialog.open) return;
    document.getElementById("rails")?.hidePopover?.();
    dialog.showModal();
    query.focus();
    query.select();
    started ??= start();
  };

  button.hidden = false;
  button.addEventListener("click", open);
  dialog.querySelector(".search-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    // The dialog's own box is hit only outside of what it holds: on the backdrop.
    if (event.target === dialog) dialog.close();
  });

  // In a search field Escape would first empty the field; here it always closes.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.target.matches("select")) return;
    event.preventDefault();
    dialog.close();
  });

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]");
    const slash = event.key === "/" && slashKey.checked && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const k = event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (slash || k) {
      event.preventDefault();
      open();
    }
  });

  // A result brings its words along (?q=…): they are marked, and the address is clean again.
  const sought = new URLSearchParams(location.search).get("q");
  if (sought && location.protocol !== "file:") {
    history.replaceState(history.state, "", location.pathname + location.hash);
    // eslint-disable-next-line no-unsanitized/method -- a file of the site; the policy allows no other
    import(new URL("assets/edition/search/highlight.js", base).href)
      .then(({ highlight }) => highlight(sought, document.querySelector(".page")))
      .catch(console.error);
  }
})();
