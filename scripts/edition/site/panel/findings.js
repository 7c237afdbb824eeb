// The editor's panel of the preview; no built site has it. It shows the findings of the page it
// stands on, or all of them on /findings.html, and asks again now and then, because a check takes
// longer than a rebuild.
(() => {
  "use strict";
  const script = document.currentScript;
  const sources = (script.dataset.sources || "").split(" ").filter(Boolean);
  const all = sources.includes("*");
  const host = all ? document.getElementById("findings") : document.createElement("details");
  if (!all) {
    host.id = "findings-panel";
    host.lang = "en";
    host.setAttribute("aria-label", "Findings of this page");
    host.style.cssText =
      "position:fixed;inset:auto 1rem 1rem auto;z-index:99;max-width:min(40rem,calc(100vw - 2rem));" +
      "max-height:60vh;overflow:auto;padding:.5rem .75rem;font:14px/1.45 sans-serif;" +
      "color:#1c1b18;background:#fff8d6;border:1px solid #8a6d00;border-radius:4px";
    document.body.append(host);
  }
  let shown = "";

  const element = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });

  const list = (findings) => {
    const items = document.createElement("ul");
    for (const finding of findings) {
      const item = element("li", `${finding.place} `);
      const link = element("a", finding.code);
      link.href = `/en/rules.html#${finding.code.toLowerCase()}`;
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
      alert.style.fontWeight = "bold";
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
