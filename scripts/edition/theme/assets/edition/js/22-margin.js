/* Notes beside their marks, where the page has a margin for them.

   They are copies for the eye: the notes themselves stay at the foot, with their ids and their
   ways back, and are what is read aloud and walked to. */
(() => {
  const frame = document.querySelector(".with-notes");
  const notes = document.querySelector("section.notes");
  if (!frame || !notes) return;
  const wide = matchMedia("(min-width: 80rem)");
  const GAP = 12;
  const rem = () => parseFloat(getComputedStyle(document.documentElement).fontSize);
  /** How far below the top of its mark a note begins, so that both stand on one line. */
  const raised = () => 0.4 * rem();
  /** A line of a note. */
  const line = () => 1.2 * rem();
  const column = document.createElement("div");
  column.className = "margin-notes";
  column.setAttribute("aria-hidden", "true");
  column.lang = notes.lang;
  const pairs = [];

  const copyOf = (note, label) => {
    const copy = document.createElement("div");
    copy.className = "margin-note";
    const number = document.createElement("span");
    number.className = "margin-number";
    number.textContent = label;
    const text = document.createElement("div");
    text.className = "margin-text";
    text.append(...note.cloneNode(true).childNodes);
    for (const back of text.querySelectorAll(".note-back")) back.remove();
    for (const part of text.querySelectorAll("[id]")) part.removeAttribute("id");
    const more = document.createElement("a");
    more.className = "margin-more";
    more.href = `#${note.id}`;
    more.lang = document.documentElement.lang;
    more.textContent = notes.dataset.more;
    copy.append(number, text, more);
    for (const link of copy.querySelectorAll("a")) link.tabIndex = -1;
    return copy;
  };

  const build = () => {
    for (const mark of document.querySelectorAll("a.note-mark")) {
      const note = placeOf(mark.hash);
      const known = pairs.find((pair) => pair.note === note);
      if (known) mark.marginNote = known.copy;
      if (known || !note || notes.contains(mark)) continue;
      const copy = copyOf(note, mark.textContent);
      mark.marginNote = copy;
      pairs.push({ mark, note, copy, text: copy.querySelector(".margin-text") });
    }
    column.append(...pairs.map(({ copy }) => copy));
    frame.append(column);
  };

  /** Show each note whole if there is room for it above the next, else its first lines at least. */
  const fit = (end) => {
    for (const { text } of pairs) text.style.maxHeight = "";
    for (const pair of pairs) {
      pair.least = pair.text.clientHeight;
      pair.whole = pair.text.scrollHeight;
    }
    pairs.forEach((pair, index) => {
      const room = (pairs[index + 1]?.top ?? end) - pair.top - GAP;
      const cut = pair.whole > Math.max(pair.least + 9, room);
      // The last line of what is cut says where the whole of it is.
      const shown = cut ? Math.max(pair.least, room - line()) : pair.whole;
      pair.text.style.maxHeight = `${shown}px`;
      pair.copy.classList.toggle("cut", cut);
    });
    for (const pair of pairs) pair.height = pair.copy.offsetHeight;
  };

  /** Each note on the line of its mark, or below the one before it, or above the end. */
  const place = () => {
    if (!wide.matches) return;
    if (!pairs.length) build();
    const { top, height } = column.getBoundingClientRect();
    for (const pair of pairs) pair.top = pair.mark.getBoundingClientRect().top - top + raised();
    fit(height);
    let end = 0;
    for (const pair of pairs) {
      pair.top = Math.max(pair.top, end);
      end = pair.top + pair.height + GAP;
    }
    let limit = height;
    for (const pair of pairs.toReversed()) {
      pair.top = Math.min(pair.top, limit - pair.height);
      limit = pair.top - GAP;
    }
    for (const pair of pairs) pair.copy.style.top = `${Math.round(pair.top)}px`;
  };

  let waiting = false;
  const later = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; place(); });
  };
  new ResizeObserver(later).observe(document.querySelector("main"));
  wide.addEventListener("change", later);
  // Not `fonts.ready`: to ask for it lays the whole page out at once.
  document.fonts?.addEventListener("loadingdone", later);
})();
