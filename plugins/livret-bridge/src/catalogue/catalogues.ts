// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { catalogueSchema, linesOf, type Catalogue } from './catalogue.js';

/** The catalogues of the brick, and those that the settings add. */
export class Catalogues {
  readonly #byId: ReadonlyMap<string, Catalogue>;
  /** Those that no file names any more. Bilans are read by them, and none is written with them. */
  readonly #kept: ReadonlyMap<string, Catalogue>;

  /** @throws Error when two catalogues have one id, or one of them names a line twice */
  constructor(all: readonly Catalogue[], kept: readonly Catalogue[] = []) {
    this.#kept = new Map(kept.map((catalogue) => [catalogue.id, catalogue]));
    for (const catalogue of all) refuseTwice(catalogue);
    this.#byId = new Map(all.map((catalogue) => [catalogue.id, catalogue]));
    if (this.#byId.size !== all.length) throw new Error('Two catalogues have the same id.');
  }

  /**
   * The catalogue of a bilan, by the id in its row.
   * @throws Error when no file has this id any more
   */
  get(id: string): Catalogue {
    const found = this.find(id);
    if (!found) throw new Error(`No catalogue is called "${id}": a bilan was written with it.`);
    return found;
  }

  /** As `get`, but undefined when no file has the id any more: for work that must not fail over it. */
  find(id: string): Catalogue | undefined {
    return this.#byId.get(id) ?? this.#kept.get(id);
  }

  /** These catalogues, and others to read with. */
  withKept(kept: readonly Catalogue[]): Catalogues {
    return new Catalogues([...this.#byId.values()], kept);
  }

  /** Whether a pupil of this level has bilans: no catalogue names PS, MS and GS, nor the levels of a collège. */
  covers(level: string | null, year: number): boolean {
    return this.#inForce(level ?? 'CM2', year) !== undefined;
  }

  /**
   * The newest catalogue in force for a level in a school year. A pupil without a level, as in a ULIS, has that of CM2.
   * @throws Error when there is none: see `covers`
   */
  choose(level: string | null, year: number): Catalogue {
    const chosen = this.#inForce(level ?? 'CM2', year);
    if (!chosen) throw new Error(`No catalogue is in force for the level ${String(level)} in ${String(year)}.`);
    return chosen;
  }

  #inForce(level: string, year: number): Catalogue | undefined {
    const since = (one: Catalogue, of: string): number | undefined => new Map(Object.entries(one.since)).get(of);
    return [...this.#byId.values()]
      .filter((one) => (since(one, level) ?? Infinity) <= year)
      .sort((a, b) => (since(b, level) ?? 0) - (since(a, level) ?? 0))[0];
  }
}

function refuseTwice(catalogue: Catalogue): void {
  const codes = linesOf(catalogue).map(({ code }) => code);
  if (new Set(codes).size !== codes.length) throw new Error(`The catalogue "${catalogue.id}" names a line twice.`);
}

const FILES = ['cycle2-2016.json', 'cycle3-2016.json'];

/**
 * The catalogues in the folder `catalogues` of the brick, and those of one more file: a JSON array.
 * @throws Error when the file cannot be read or is no array of catalogues
 */
export function readCatalogues(more?: string): Catalogues {
  const own = FILES.map((name) => new URL(`../../catalogues/${name}`, import.meta.url));
  const added = more === undefined ? [] : catalogueSchema.array().parse(readJson(more));
  return new Catalogues([...own.map((file) => catalogueSchema.parse(readJson(file))), ...added]);
}

function readJson(file: URL | string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
