/* The frame: light and dark, the panel of contents, where the reader is. */
(() => {
  const root = document.documentElement;

  // Light or dark: the system's choice until the reader makes another.
  const toggle = document.querySelector(".scheme-toggle");
  if (toggle) {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    toggle.hidden = false;
    toggle.addEventListener("click", () => {
      const now = root.dataset.scheme || (dark.matches ? "dark" : "light");
      root.dataset.scheme = now === "dark" ? "light" : "dark";
      try { localStorage.setItem("edition.scheme", root.dataset.scheme); } catch { /* not kept */ }
    });
  }

  // A link inside the page has done its work when it is followed: the panel goes.
  const rails = document.getElementById("rails");
  rails?.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && rails.matches(":popover-open")) rails.hidePopover();
  });

  // The heading above the middle of the screen is marked in the contents of the page.
  const links = new Map();
  for (const link of document.querySelectorAll('.page-contents li:not(.toc-tables > li) > a')) {
    const heading = placeOf(link.hash);
    if (heading) links.set(heading, link);
  }
  const headings = [...links.keys()];
  let current = null;
  const follow = () => {
    const line = innerHeight / 3;
    const passed = headings.filter((heading) => heading.getBoundingClientRect().top < line);
    const link = links.get(passed.at(-1)) ?? null;
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
  };
  if (headings.length) {
    let waiting = false;
    const later = () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => { waiting = false; follow(); });
    };
    addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later, { passive: true });
    later();
  }

  // The page in another language opens at the paragraph, note or entry that is being read.
  const LANGUAGES = ".language-switch a[hreflang], .article-facts a[hreflang]";
  const PLACES = "main :is(p, li, figure)[id]";
  const placeBeingRead = () => {
    if (!scrollY) return "";
    // Below the header, where a link inside the page brings its place.
    const line = parseFloat(getComputedStyle(root).scrollPaddingTop) || 0;
    const place = [...document.querySelectorAll(PLACES)].find((one) => {
      const { top, bottom, height } = one.getBoundingClientRect();
      return height > 0 && bottom > line + 4 && top < innerHeight / 2;
    });
    return place?.id ?? "";
  };
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element && target.closest(LANGUAGES);
    if (!link) return;
    const place = placeBeingRead();
    link.hash = place ? `#${place}` : "";
  }, true);

  // A table that fits is no stop for the keyboard.
  const frames = document.querySelectorAll(".table-scroll");
  if (frames.length) {
    const watch = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
        else target.removeAttribute("tabindex");
      }
    });
    for (const frame of frames) watch.observe(frame);
  }
})();
