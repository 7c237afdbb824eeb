/* Sorting a table by a column: up, down, and as printed again. */
(() => {
  /** The value of a cell: a figure in either language's form, its words, or null for a gap. */
  const value = (cell, lang) => {
    const text = cell.textContent.trim();
    if (cell.matches(".gap")) return null;
    if (!cell.matches(".number")) return text;
    const number = numberOf(text, lang);
    return Number.isNaN(number) ? null : number;
  };

  for (const table of document.querySelectorAll("table[data-as-printed]")) {
    // Rows are sorted inside their group; its head stays above them.
    const bodies = [...table.tBodies].map((body) => [body, [...body.rows]]);
    const heads = [...table.tHead.rows[0].cells];
    const { lang } = table.closest("[lang]");
    // Numbers in words count as numbers: ¶ 9 comes before ¶ 10.
    const compare = new Intl.Collator(lang, { numeric: true }).compare;
    const restore = document.createElement("button");
    restore.type = "button";
    restore.className = "sort-reset";
    restore.textContent = table.dataset.asPrinted;
    restore.hidden = true;
    table.closest("figure").querySelector(".table-tools").append(restore);

    const order = (column, direction) => {
      heads.forEach((head, index) => {
        if (!head.querySelector(".sort")) return;
        head.setAttribute("aria-sort", index === column ? direction : "none");
      });
      restore.hidden = direction === "none";
      const sign = direction === "ascending" ? 1 : -1;
      for (const [body, printed] of bodies) {
        if (direction === "none") {
          body.replaceChildren(...printed);
          continue;
        }
        const fixed = printed.filter((row) => row.matches(".row-group"));
        const free = printed.filter((row) => !fixed.includes(row));
        const of = new Map(free.map((row) => [row, value(row.cells[column], lang)]));
        const sorted = free.toSorted((a, b) => orderOf(of.get(a), of.get(b), sign, compare));
        body.replaceChildren(...fixed, ...sorted);
      }
    };

    heads.forEach((head, column) => {
      if (!head.matches("th") || !head.textContent.trim() || head.matches(".passage")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append(...head.childNodes);
      head.append(button);
      head.setAttribute("aria-sort", "none");
      const next = { none: "ascending", ascending: "descending", descending: "none" };
      // A column of figures is asked for its largest first.
      const first = head.matches(".number") ? { none: "descending", descending: "ascending", ascending: "none" } : next;
      button.addEventListener("click", () => order(column, first[head.getAttribute("aria-sort")]));
    });
    restore.addEventListener("click", () => {
      order(-1, "none");
      heads.find((head) => head.querySelector(".sort")).querySelector(".sort").focus();
    });
  }
})();
