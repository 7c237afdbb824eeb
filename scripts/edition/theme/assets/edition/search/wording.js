/* The words around what is found: pure functions. */

/** A string of the page's language with its gaps filled. */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (gap, name) => (Object.hasOwn(values, name) ? values[name] : gap));

/** How a place is called: the id of a paragraph, a note or a reference says what it is. */
export function placeName(id, words) {
  const [, kind, number] = /^(p|fn-|ref-)(\d+)$/.exec(id) ?? [];
  if (kind === "p") return `¶ ${number}`;
  if (kind) return fill(kind === "fn-" ? words.note : words.reference, { n: number });
  return "";
}

/** A word that is found, and what stands around it and was not asked for. */
export function hitOf(text) {
  const [, before, found, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text);
  return { before, found, after };
}

/** Whether a text is in the other language than the page, by its letters; `null` if it is not. */
export function otherLanguage(text, lang) {
  const count = (script) => text.match(new RegExp(`\\p{Script=${script}}`, "gu"))?.length ?? 0;
  const more = count("Cyrillic") - count("Latin");
  const own = more > 0 ? "ru" : "en";
  return more && own !== lang ? own : null;
}
