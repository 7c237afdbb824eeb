/* The words around what is found: pure functions. */

/** A string of the page's language with its gaps filled. */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (gap, name) => (Object.hasOwn(values, name) ? values[name] : gap));

/** Signs that a note may have for a number, by their names in its id. */
const SIGNS = { "-asterisk": "*", "-dagger": "†", "-double-dagger": "‡", "-section": "§" };

/** How a place is called: the id of a paragraph, a note or a reference says what it is. */
export function placeName(id, words) {
  const [, kind, number] = /^(p(?=\d+$)|ref-(?=\d+$)|fn-)(.+)$/.exec(id) ?? [];
  if (kind === "p") return `¶ ${number}`;
  if (kind === "ref-") return fill(words.reference, { n: number });
  if (!kind) return "";
  const label = number.replace(/-(?:asterisk|dagger|double-dagger|section)/g, (name) => SIGNS[name]);
  return fill(words.note, { n: label });
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
