/* When do a word of the query and a word of the text mean the same? Pure functions.

   Pagefind finds every inflected form by its stem, but falls back to ever shorter beginnings
   of a word that it does not know. What it returns is therefore checked against this. */

/** Letters that are none with an accent, and what is typed for them (edition.site.search has the same). */
const LETTERS = {
  ß: "ss", æ: "ae", œ: "oe", ĳ: "ij", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "n",
  ŧ: "t", ĸ: "k",
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

/** Without case, accents and the dots of ё: Osiér is osier, Łódź lodz. (й becomes и, everywhere.) */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
  .replace(/\p{M}/gu, "").replace(SPECIAL, (letter) => LETTERS[letter]);

/** A text of the index as the page has it: without the words in plain letters that were added to it. */
export const asPrinted = (text) => (text ?? "").replace(/-\u200b[\p{L}\p{M}]+/gu, "");

/** The words of a text, folded; a word joined by hyphens is its parts, a figure is one. */
export const words = (text) => fold(text).match(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{N}]+/gu) ?? [];

/** A query: its words, and whether it stands in quotation marks (a phrase). */
export const parse = (text) => {
  const phrase = /^\s*["“”„«»].+["“”„«»]\s*$/u.test(text);
  return { words: words(text), phrase };
};

const common = (a, b) => {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n += 1;
  return n;
};

/** An ending has a vowel, or is one of the few consonants that inflection adds. */
const ENDING = /^(?:[sdtnймтхвшь]?|.*[aeiouyаеиоуыэюя].*)$/u;

/** After three letters alone only a plain ending: a kazoo is no KazNU, a mango no man. */
const PLAIN = /^(?:s|e[sdr]?|d|r|n|ings?|y|ies|ied|[аеиоуыьюя]|[аеиоуыюя]?[имхвт]|[аоыия]?ми|[еоа]?го|[еоа]?му|[аеиоуыюя]{2})?$/u;

/** Whether two words are the same but for their endings, which are short beside the rest. */
const inflected = (shared, sought, found) => {
  const rest = sought.slice(shared);
  const other = found.slice(shared);
  if (shared < 3 || !ENDING.test(rest) || !ENDING.test(other)) return false;
  if (shared === 3 && !(PLAIN.test(rest) && PLAIN.test(other))) return false;
  // The word is whole and more follows: less may follow a short word than a long one.
  if (!rest) return other.length <= (sought.length < 5 ? 2 : 3);
  const longest = Math.max(rest.length, other.length);
  return shared < 6
    ? longest <= 3 && shared >= 0.5 * sought.length
    : longest <= 5 && shared >= 0.6 * sought.length;
};

/**
 * How a word of the text answers a word of the query: 2 as the same word in any form,
 * 1 as a word that begins so (the reader may still be typing), 0 not at all.
 */
export const agree = (sought, found) => {
  if (sought === found) return 2;
  if (/\p{N}/u.test(sought) || sought.length < 3) return 0;
  const shared = common(sought, found);
  if (inflected(shared, sought, found)) return 2;
  return shared === sought.length ? 1 : 0;
};

/** How a token of the text answers each word of a query: a list of the same length. */
export const answers = (query, token) => {
  const parts = words(token);
  if (parts.length > 1) parts.push(parts.join(""));
  return query.map((word) => Math.max(0, ...parts.map((part) => agree(word, part))));
};
