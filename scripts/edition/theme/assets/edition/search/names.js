/* The index of names: a query in any spelling, of either script, and the places it leads to. */

import { answers, words } from "./match.js";

/** Names shown for one query. */
const SHOWN = 4;

/** Load the index; an edition may have none. */
export async function loadNames(dialog, base) {
  if (!dialog.dataset.names) return null;
  const response = await fetch(new URL(dialog.dataset.names, base));
  return response.ok ? response.json() : null;
}

/** How well a spelling answers a query: as whole (2), with more words (1), or not (0). */
const fits = (query, spelling) => {
  const parts = words(spelling);
  const found = query.every((word) => parts.some((part) => answers([word], part)[0] === 2));
  return found ? 1 + Number(parts.length === query.length) : 0;
};

/**
 * Find the names that one of their spellings answers a query with, best first.
 * @returns {{name, groups: {title, places: {address, id, label}[]}[], count}[]}
 */
export function findNames(index, text, lang) {
  const query = words(text);
  if (!index || query.join("").length < 2) return [];
  const found = [];
  for (const name of index.names) {
    const weight = Math.max(0, ...name.v.map((spelling) => fits(query, spelling)));
    if (weight && name.m.length) found.push({ name, weight });
  }
  const count = ({ name }) => name.m.reduce((sum, [, ...places]) => sum + places.length, 0);
  found.sort((a, b) => b.weight - a.weight || count(b) - count(a));
  return found.slice(0, SHOWN).map((one) => ({
    name: one.name,
    count: count(one),
    groups: one.name.m.map(([number, ...places]) => {
      const [slug, en, ru] = index.groups[number];
      return { title: lang === "ru" ? ru : en, places: places.map((place) => named(place, slug, lang)) };
    }),
  }));
}

/** A place with its address: what is numbered in an article has an id, any other a label. */
function named(place, slug, lang) {
  if (typeof place === "string") return { address: `${slug}.html#${place}`, id: place };
  const [address, en, ru] = place;
  return { address, label: lang === "ru" ? ru : en };
}
