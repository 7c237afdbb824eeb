// Reload the page of the preview when the server has built a newer one. It asks as MkDocs' own
// script does, which stands in the page and which the policy of the pages does not let run.
(() => {
  const { epoch, request } = document.currentScript.dataset;
  const PAUSE = 3000;
  let asked = null;
  let timer = 0;

  const ask = async () => {
    asked?.abort();
    clearTimeout(timer);
    asked = new AbortController();
    const { signal } = asked;
    let pause = PAUSE;
    try {
      const answer = await fetch(`/livereload/${epoch}/${request}`, { signal });
      if (Number(await answer.text()) > Number(epoch)) {
        location.reload();
        return;
      }
      if (answer.ok) pause = 0;
    } catch {
      // The server is being restarted; it is asked again.
    }
    if (!signal.aborted) timer = setTimeout(ask, pause);
  };

  // A page that nobody sees holds no connection.
  const follow = () => {
    if (document.visibilityState === "visible") {
      ask();
      return;
    }
    asked?.abort();
    clearTimeout(timer);
  };
  addEventListener("load", follow);
  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => { asked?.abort(); clearTimeout(timer); });
})();
