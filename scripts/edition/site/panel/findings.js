// The editor's panel of the preview; no built site has it. It shows the findings of the page it
// stands on, or all of them on /findings.html, and asks again now and then, because a check takes
// longer than a rebuild.
(() => {
  const { sources: paths = "[]", all: isPage } = document.currentScript.dataset;
  const sources = JSON.parse(paths);
  const all = isPage !== undefined;
  const host = all ? document.getElementById("findings") : document.createElement("details");
  if (!all) {
    host.id = "findings-panel";
    host.lang = "en";
    host.setAttribute("aria-label", "Findings of this page");
    host.className = "findings-panel";
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = "/findings.css";
    document.head.append(sheet);
    document.body.append(host);
  }
  let shown = "";

  const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

  const list = (findings) => {
    const items = document.createElement("ul");
    for (const finding of findings) {
      const item = element("li", `${finding.place} `);
      const link = element("a", finding.code);
      link.href = `/en/rules.html#${encodeURIComponent(finding.code.toLowerCase())}`;
      item.append(link, ` ${finding.severity} ${finding.message}`);
      items.append(item);
    }
    return items;
  };

  const show = (state) => {
    const mine = state.findings.filter((finding) => all || sources.includes(finding.path));
    const parts = [];
    if (state.broken.length) {
      const alert = element("div", "The last change cannot be built; the pages are the last good ones.");
      alert.setAttribute("role", "alert");
      alert.className = "findings-alert";
      parts.push(alert, list(state.broken));
      if (!all) host.open = true;
    }
    const waiting = state.checked ? "" : " (being checked)";
    const count = `${mine.length} ${mine.length === 1 ? "finding" : "findings"}${waiting}`;
    if (all) {
      parts.push(element("p", count));
    } else {
      parts.unshift(element("summary", state.broken.length ? `Not built: ${state.broken.length}` : count));
    }
    parts.push(list(mine));
    if (!all) {
      const more = element("a", "All findings");
      more.href = "/findings.html";
      parts.push(more);
    }
    host.replaceChildren(...parts);
  };

  const ask = async () => {
    try {
      const answer = await fetch("/findings.json", { cache: "no-store" });
      const text = await answer.text();
      if (answer.ok && text !== shown) {
        shown = text;
        show(JSON.parse(text));
      }
    } catch {
      // The server is being restarted; the next question will tell.
    }
    setTimeout(ask, 1500);
  };
  ask();
})();
