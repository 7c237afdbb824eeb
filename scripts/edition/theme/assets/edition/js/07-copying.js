/* What is copied, and said to be. */

/** A text without its line ends and its doubled spaces. */
function plainText(element) {
  return element.textContent.replace(/\s+/g, " ").trim();
}

/** Say something aloud: by a region that is there before it speaks. */
function announce(text) {
  announce.region?.replaceChildren(text);
}

/** Let a page speak: called once, by the first who may have something to say. */
function prepareToAnnounce() {
  if (announce.region) return;
  announce.region = document.createElement("p");
  announce.region.className = "visually-hidden";
  announce.region.setAttribute("role", "status");
  document.querySelector("main").append(announce.region);
}

/** Copy a text by the browser's own command, which is open where the clipboard is closed. */
function copiedByCommand(text) {
  const put = (event) => {
    event.clipboardData.setData("text/plain", text);
    event.preventDefault();
  };
  document.addEventListener("copy", put, { once: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", put);
  return done;
}

/** Copy a text and let the button say so; else select the element that has it. */
async function copyText(text, button, element) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    if (!copiedByCommand(text)) {
      if (element) getSelection().selectAllChildren(element);
      return;
    }
  }
  // Pressed again while it still says so, the button says already what it has done.
  const { done, name = button.textContent } = button.dataset;
  button.dataset.name = name;
  button.textContent = done;
  announce(done);
  setTimeout(() => { button.textContent = name; announce(""); }, 1800);
}
