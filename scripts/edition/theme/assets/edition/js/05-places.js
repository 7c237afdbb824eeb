/* Where a link inside the page leads. */

/** The id that a hash names; a hash may be anything that somebody wrote into an address. */
function idOf(hash) {
  const id = hash.slice(1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The element that a hash leads to, if there is one. */
function placeOf(hash) {
  const id = idOf(hash);
  return id ? document.getElementById(id) : null;
}
