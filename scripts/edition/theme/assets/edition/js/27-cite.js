/* Copying, and citing a passage by the number of its paragraph. */
(() => {
  // What has been done is said aloud: by a region that is there before it speaks.
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");

  /** Copy a text, or select it where the clipboard is closed (no https). */
  const copy = async (text, element, button) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      getSelection().selectAllChildren(element);
      return;
    }
    // Pressed again while it still says so, the button says already what it has done.
    const { done, name = button.textContent } = button.dataset;
    button.dataset.name = name;
    status.textContent = button.textContent = done;
    setTimeout(() => { button.textContent = name; status.textContent = ""; }, 1800);
  };

  const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();

  /** A table as tab-separated text, as spreadsheets take it: figures without grouping. */
  const cell = (element) => {
    const text = plain(element);
    // The unit below a head is a word of its own.
    const unit = element.querySelector(".unit");
    if (unit) return `${text.slice(0, -plain(unit).length).trim()} ${plain(unit)}`;
    if (!element.matches("td.number")) return text;
    return plainFigure(text, element.closest("[lang]").lang);
  };
  const rows = (table) => [...table.rows]
    .map((row) => [...row.cells].map(cell).join("\t")).join("\n");

  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element && target.closest("button.copy");
    if (!button) return;
    const form = button.parentElement.querySelector(".citation-form");
    if (form) copy(plain(form), form, button);
    const table = button.closest("figure")?.querySelector("table");
    if (table) copy(rows(table), table, button);
  });
  if (document.querySelector("button.copy")) document.querySelector("main").append(status);

  const panel = document.querySelector(".cite-paragraph");
  if (!panel) return;
  const input = panel.querySelector("input");
  const place = panel.querySelector(".place");
  const gaps = document.querySelectorAll(".paragraph-number");

  const set = (number) => {
    const named = document.querySelector(`.permalink[data-number="${number}"]`);
    // An address may name a paragraph that the article does not have.
    if (!named) return;
    input.value = number;
    place.textContent = `¶ ${number}`;
    place.setAttribute("href", `#p${number}`);
    place.ariaLabel = named.ariaLabel;
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
    menu.replaceChildren(link, forms.cloneNode(true));
    mark.after(menu);
    menu.showPopover();
    const at = mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
    menu.style.left = `${Math.max(8, Math.min(at.right + 4, room)) + scrollX}px`;
    const lowest = innerHeight - menu.offsetHeight - 8;
    menu.style.top = `${Math.max(8, Math.min(at.bottom + 4, lowest)) + scrollY}px`;
  });
})();
