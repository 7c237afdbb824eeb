/* A note, a reference or an editor's remark, shown at its mark.

   Hover, focus and tap open the slip; it stays while the pointer is on the mark or on the
   slip; Escape closes it (WCAG 2.2, 1.4.13). The marks are links, and remain links: without
   this script they lead to the foot of the page, and with it a click does so too. */
(() => {
  const MARKS = "a.note-mark, a.citation, a.cross-reference, a.apparatus-mark";
  const GAP = 6;
  const slip = document.createElement("div");
  if (!("showPopover" in slip) || !document.querySelector(MARKS)) return;
  slip.id = "note-slip";
  slip.className = "note-slip";
  slip.setAttribute("role", "tooltip");
  slip.setAttribute("popover", "manual");
  document.querySelector("main").append(slip);

  let mark = null;
  let timer = 0;

  /** Copy what a mark stands for; ids and ways back belong to the original alone. */
  const content = (of) => {
    const target = placeOf(of.hash);
    if (!target) return null;
    slip.lang = target.closest("[lang]").lang;
    // Of a table its caption, of an entry of the apparatus what it says; else all of it.
    const source = target.querySelector(":scope > .saying, caption, figcaption") ?? target;
    const copy = source.cloneNode(true);
    for (const back of copy.querySelectorAll(".note-back")) back.remove();
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    return copy.matches("p") ? [copy] : [...copy.childNodes];
  };

  const place = () => {
    const at = mark.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = slip;
    const room = document.documentElement.clientWidth;
    const left = Math.max(8, Math.min(at.left - 16, room - width - 8));
    const below = at.bottom + GAP + height <= innerHeight || at.top - GAP - height < 0;
    slip.style.left = `${left + scrollX}px`;
    slip.style.top = `${(below ? at.bottom + GAP : at.top - GAP - height) + scrollY}px`;
  };

  const close = () => {
    clearTimeout(timer);
    if (!mark) return;
    mark.removeAttribute("aria-describedby");
    mark.marginNote?.classList.remove("meant");
    mark = null;
    if (slip.matches(":popover-open")) slip.hidePopover();
  };

  /** Whether the whole of a note stands in the margin and can be seen there. */
  const isBeside = ({ marginNote: note }) => {
    if (!note?.checkVisibility() || note.matches(".cut")) return false;
    const { top, bottom } = note.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  };

  const open = (next) => {
    clearTimeout(timer);
    if (mark === next) return;
    close();
    if (isBeside(next)) {
      mark = next;
      mark.marginNote.classList.add("meant");
      mark.setAttribute("aria-describedby", mark.hash.slice(1));
      return;
    }
    const parts = content(next);
    if (!parts) return;
    mark = next;
    slip.replaceChildren(...parts);
    slip.removeAttribute("tabindex");
    slip.showPopover();
    slip.scrollTop = 0;
    place();
    if (slip.scrollHeight > slip.clientHeight) slip.tabIndex = 0;
    mark.setAttribute("aria-describedby", slip.id);
  };

  const soon = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  /** The mark of an event; an emended word answers for its mark. */
  const markOf = ({ target }) => {
    if (!(target instanceof Element)) return null;
    return target.closest(MARKS) ?? target.closest(".emendation")?.querySelector(".apparatus-mark") ?? null;
  };

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const over = markOf(event);
    if (over && !slip.contains(over)) soon(() => open(over), mark ? 80 : 150);
    else if (mark && slip.contains(event.target)) clearTimeout(timer);
    else if (mark && document.activeElement !== mark) soon(close, 250);
    else if (!mark) clearTimeout(timer);
  });

  document.addEventListener("focusin", (event) => {
    const focused = markOf(event);
    if (focused && !slip.contains(focused)) {
      if (focused.matches(":focus-visible")) open(focused);
    } else if (mark && !slip.contains(event.target)) close();
  });

  document.addEventListener("click", (event) => {
    const clicked = markOf(event);
    if (!clicked) {
      if (mark && !slip.contains(event.target)) close();
      return;
    }
    if (slip.contains(clicked)) close();
    else if (event.pointerType !== "mouse" && event.pointerType !== "" && mark !== clicked) {
      // A finger has no hover: the first tap shows the note, the second goes to it.
      event.preventDefault();
      open(clicked);
    } else close();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && mark) {
      event.stopPropagation();
      close();
    }
  });

  addEventListener("resize", close);
})();
