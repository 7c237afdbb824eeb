/* Where the site is, if nobody has said so: the links of the not-found page lead there. */
(async () => {
  const links = [...document.querySelectorAll("a[data-page]")];
  const first = links[0].dataset.page;
  const isSite = async (folder) => {
    try { return (await fetch(folder + first, { method: "HEAD" })).ok; } catch { return false; }
  };
  const folders = [];
  for (let folder = new URL(".", location.href); ; folder = new URL("..", folder)) {
    folders.push(folder.href);
    if (folder.pathname === "/") break;
  }
  // The page itself was opened, perhaps from a disk; or else an address inside a language.
  const language = folders.find((folder) => /\/(en|ru)\/$/.test(folder));
  if (language) folders.unshift(new URL("..", language).href);
  let site = location.pathname.endsWith("/404.html") ? folders[0] : undefined;
  for (const folder of site ? [] : folders) {
    if (await isSite(folder)) { site = folder; break; }
  }
  if (site) for (const link of links) link.href = site + link.dataset.page;
})();
