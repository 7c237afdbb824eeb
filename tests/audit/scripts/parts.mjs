/* The parts of the theme's scripts, for tests: those of the pages are no modules. */

import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";

const THEME = new URL("../../../scripts/edition/theme/assets/edition/", import.meta.url);

/** The functions that a part declares, in a world that has what is given and nothing else. */
export function partOf(name, world = {}) {
  const context = { ...world };
  runInNewContext(readFileSync(new URL(`js/${name}`, THEME), "utf8"), context);
  return context;
}

/** A module of the search. */
export const searchModule = (name) => import(new URL(`search/${name}`, THEME).href);
