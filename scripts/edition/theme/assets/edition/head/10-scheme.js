/* Before anything is painted: that there are scripts, and a reader's own choice of light or dark. */
const page = document.documentElement;
page.className = "js";
try {
  const scheme = localStorage.getItem("edition.scheme");
  // What is kept may be anything: other pages of the same host write there too.
  if (scheme === "light" || scheme === "dark") page.dataset.scheme = scheme;
} catch { /* nothing is kept */ }
