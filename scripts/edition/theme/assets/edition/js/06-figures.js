/* What the figures of a table are to a program: pure functions. */

const MINUS = /\u2212/g;

/** A figure without its grouping, as spreadsheets take it: 1,234.5 is 1234.5, but 57% stays. */
function plainFigure(text, lang) {
  // A unit that is a word stays apart: 2.9 points, but 57%.
  const figure = text.replace(/\s(?!\p{L})/gu, "").replace(MINUS, "-");
  return lang === "ru" ? figure : figure.replaceAll(",", "");
}

/** The number that a figure of either language is, to sort by. */
function numberOf(text, lang) {
  const plain = text.replace(/[\s%]/g, "").replace(MINUS, "-");
  return parseFloat(lang === "ru" ? plain.replace(",", ".") : plain.replaceAll(",", ""));
}

/**
 * The order of two values of a column, `null` being a gap: it stays last in either direction.
 * `sign` is 1 upward and -1 downward, `collate` compares words.
 */
function orderOf(a, b, sign, collate) {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  return sign * collate(String(a), String(b));
}
