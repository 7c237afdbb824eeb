/* Citing an article, and a passage by the number of its paragraph; tables to be copied. */
(() => {
  /** Write the reader's own day into the gaps that citations have for the day of access. */
  const fillDates = () => {
    const now = new Date();
    for (const gap of document.querySelectorAll(".access-date")) {
      const { form, locale } = gap.dataset;
      gap.textContent = form === "long"
        ? now.toLocaleDateString(locale, { dateStyle: "long" })
        : [now.getDate(), now.getMonth() + 1, now.getFullYear()]
          .map((part) => String(part).padStart(2, "0")).join(".");
    }
  };

  /** A table as tab-separated text, as spreadsheets take it: figures without grouping. */
  const cell = (element) => {
    const text = plainText(element);
    // The unit below a head is a word of its own.
    const unit = element.querySelector(".unit");
    if (unit) return `${text.slice(0, -plainText(unit).length).trim()} ${plainText(unit)}`;
    if (!element.matches("td.number")) return text;
    return plainFigure(text, element.closest("[lang]").lang);
  };
  const rows = (table) => [...table.rows]
    .map((row) => [...row.cells].map(cell).join("\t")).join("\n");

  /** The address of a paragraph, where the page is at home if it says so. */
  const addressOf = (number) => {
    const url = new URL(document.querySelector("link[rel=canonical]")?.href ?? location.href);
    url.search = "";
    url.hash = `p${number}`;
    return url.href;
  };

  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button.copy");
    if (!button) return;
    const form = button.parentElement.querySelector(".citation-form");
    const table = button.closest("figure")?.querySelector("table");
    if (button.matches(".copy-link")) {
      copyText(addressOf(button.dataset.number), button);
    } else if (form) {
      fillDates();
      copyText(plainText(form), button, form);
      try { localStorage.setItem("edition.style", form.dataset.style); } catch { /* not kept */ }
    } else if (table) {
      copyText(rows(table), button, table);
    }
  });
  if (document.querySelector("button.copy")) prepareToAnnounce();
  fillDates();

  const panel = document.querySelector(".cite-paragraph");
  if (!panel) return;
  const input = panel.querySelector("input");
  const place = panel.querySelector(".place");
  const copyLink = panel.querySelector(".copy-link");
  const gaps = document.querySelectorAll(".paragraph-number");

  const set = (number) => {
    const named = document.querySelector(`.permalink[data-number="${number}"]`);
    // An address may name a paragraph that the article does not have.
    if (!named) return;
    input.value = number;
    place.textContent = `¶ ${number}`;
    place.setAttribute("href", `#p${number}`);
    place.ariaLabel = named.ariaLabel;
    copyLink.dataset.number = number;
    for (const gap of gaps) gap.textContent = number;
  };
  input.addEventListener("input", () => {
    const number = Number(input.value);
    if (Number.isInteger(number) && number >= 1 && number <= Number(input.max)) set(number);
  });

  // The paragraph that the address names is the one that is cited.
  const follow = () => {
    const [, number] = /^#p(\d+)$/.exec(location.hash) ?? [];
    if (number) set(number);
  };
  addEventListener("hashchange", follow);
  set(1);
  follow();

  // At a paragraph's link, once it is followed, stand its citations and the way to their place.
  const menu = document.createElement("div");
  if (!("showPopover" in menu)) return;
  menu.className = "passage-menu";
  menu.setAttribute("popover", "auto");
  menu.lang = document.documentElement.lang;
  const link = document.createElement("a");
  link.href = "#cite-passage";
  link.addEventListener("click", () => menu.hidePopover());
  menu.append(link);
  const forms = panel.parentElement.querySelector(".citation-forms");
  document.addEventListener("click", (event) => {
    const mark = event.target instanceof Element && event.target.closest(".permalink");
    if (!mark || event.ctrlKey || event.metaKey || event.shiftKey) return;
    // The address is that of the paragraph; the page and the focus stay where they are.
    event.preventDefault();
    const { scrollX: left, scrollY: top } = window;
    location.hash = mark.hash;
    scrollTo({ left, top, behavior: "instant" });
    mark.focus({ preventScroll: true });
    const { number } = mark.dataset;
    set(number);
    link.textContent = panel.dataset.label.replace("{n}", number);
    menu.replaceChildren(link, " ", copyLink.cloneNode(true), forms.cloneNode(true));
    mark.after(menu);
    menu.showPopover();
    const at = mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
    menu.style.left = `${Math.max(8, Math.min(at.right + 4, room)) + scrollX}px`;
    const lowest = innerHeight - menu.offsetHeight - 8;
    menu.style.top = `${Math.max(8, Math.min(at.bottom + 4, lowest)) + scrollY}px`;
  });
})();
