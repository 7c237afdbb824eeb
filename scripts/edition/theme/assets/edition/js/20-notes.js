/* A note, a reference or an editor's remark, shown at its mark.

   Hover, focus and tap open the slip; it stays while the pointer is on the mark or on the
   slip; Escape closes it (WCAG 2.2, 1.4.13). The marks are links, and remain links: without
   this script they lead to the foot of the page, and with it a click does so too. */
(() => {
  const MARKS = "a.note-mark, a.citation, a.cross-reference, button.apparatus-mark";
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
    if (of.dataset.apparatus) {
      slip.lang = document.documentElement.lang;
      return [of.dataset.apparatus];
    }
    const target = document.getElementById(decodeURIComponent(of.hash.slice(1)));
    if (!target) return null;
    slip.lang = target.closest("[lang]").lang;
    const source = target.matches("figure") ? target.querySelector("caption, figcaption") : target;
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
    if (mark.matches("button")) mark.setAttribute("aria-expanded", "false");
    mark = null;
    slip.hidePopover();
  };

  const open = (next) => {
    clearTimeout(timer);
    if (mark === next) return;
    close();
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
    if (mark.matches("button")) mark.setAttribute("aria-expanded", "true");
  };

  const soon = (action, delay) => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };

  const markOf = (event) => (event.target instanceof Element ? event.target.closest(MARKS) : null);

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
    else if (clicked.matches("button")) {
      // Under a mouse it is open already; a second tap or Enter closes it.
      if (mark === clicked && event.pointerType !== "mouse") close();
      else open(clicked);
    } else if (event.pointerType !== "mouse" && event.pointerType !== "" && mark !== clicked) {
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

  for (const button of document.querySelectorAll("button.apparatus-mark")) {
    button.setAttribute("aria-expanded", "false");
  }
})();
