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
    const { textContent: name } = button;
    status.textContent = button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = name; status.textContent = ""; }, 1800);
  };

  const plain = (element) => element.textContent.replace(/\s+/g, " ").trim();

  /** A table as tab-separated text, as spreadsheets take it: figures without grouping. */
  const cell = (element) => {
    const text = plain(element);
    if (!element.matches("td.number")) return text;
    const figure = text.replace(/\s/g, "").replace("\u2212", "-");
    return element.closest("[lang]").lang === "ru" ? figure : figure.replaceAll(",", "");
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
    input.value = number;
    place.textContent = `¶ ${number}`;
    place.setAttribute("href", `#p${number}`);
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

  // At a paragraph's link, once it is followed, stands the way to its citation.
  const menu = document.createElement("span");
  if (!("showPopover" in menu)) return;
  menu.className = "passage-menu";
  menu.setAttribute("popover", "auto");
  menu.lang = document.documentElement.lang;
  const link = document.createElement("a");
  link.href = "#cite-passage";
  link.addEventListener("click", () => menu.hidePopover());
  menu.append(link);
  document.addEventListener("click", ({ target, detail }) => {
    const mark = target instanceof Element && target.closest(".permalink");
    if (!mark) return;
    // The address leads to the beginning of the paragraph; a keyboard stays where it was.
    if (!detail) setTimeout(() => mark.focus({ preventScroll: true }));
    const { number } = mark.dataset;
    set(number);
    link.textContent = panel.dataset.label.replace("{n}", number);
    mark.after(menu);
    menu.showPopover();
    const at = mark.getBoundingClientRect();
    const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
    menu.style.left = `${Math.max(8, Math.min(at.left, room)) + scrollX}px`;
    menu.style.top = `${at.bottom + 4 + scrollY}px`;
  });
})();
