// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { catalogueSchema, linesOf, type Catalogue } from './catalogue.js';
import { UnknownCatalogueError } from './unknown-catalogue-error.js';
import { unnamedCatalogue, type Coded } from './unnamed-catalogue.js';

/** The cycle of a level, and the school years from the level to the last one of the cycle. */
export interface PlaceInCycle {
  readonly cycle: number;
  readonly yearsLeft: number;
}

/** The catalogues of the brick, and those that the settings add. */
export class Catalogues {
  readonly #byId: ReadonlyMap<string, Catalogue>;
  /** The catalogues that no file names any more. Bilans are read by them, and none is written with them. */
  readonly #kept: ReadonlyMap<string, Catalogue>;
  /** The catalogues of the settings by the id in their file, which older rows have: see `editionOf`. */
  readonly #byName: ReadonlyMap<string, Catalogue>;

  /** @throws Error when two catalogues have one id, or one of them names a line twice */
  constructor(
    all: readonly Catalogue[],
    { kept = [], byName = new Map() }: { kept?: readonly Catalogue[]; byName?: ReadonlyMap<string, Catalogue> } = {},
  ) {
    this.#kept = new Map(kept.map((catalogue) => [catalogue.id, catalogue]));
    this.#byName = byName;
    for (const catalogue of all) refuseTwice(catalogue);
    this.#byId = new Map(all.map((catalogue) => [catalogue.id, catalogue]));
    if (this.#byId.size !== all.length) throw new Error('Two catalogues have the same id.');
  }

  /**
   * The catalogue with which a bilan is written, by the id in its row.
   * @throws UnknownCatalogueError when nobody has the catalogue any more
   */
  get(id: string): Catalogue {
    const found = this.find(id);
    if (!found) throw new UnknownCatalogueError(id);
    return found;
  }

  /** The catalogue by which a content is read. When nobody has it any more, lines have numbers in place of names (`isUnnamed`). */
  toRead(id: string, content: Coded): Catalogue {
    const [known] = this.#byId.values();
    return this.find(id) ?? unnamedCatalogue(id, content, known?.scale ?? []);
  }

  /** As `get`, but undefined when nobody has the catalogue any more: for work that must not fail over it. */
  find(id: string): Catalogue | undefined {
    return this.#byId.get(id) ?? this.#kept.get(id) ?? this.#byName.get(id);
  }

  /** Whether a file has the catalogue with exactly these lines, so that nothing has to be read from the school. */
  isInFiles(id: string): boolean {
    return this.#byId.has(id);
  }

  /** These catalogues together with others that are only for reading. */
  withKept(kept: readonly Catalogue[]): Catalogues {
    return new Catalogues([...this.#byId.values()], {
      kept: [...this.#kept.values(), ...kept],
      byName: this.#byName,
    });
  }

  /** Whether the catalogue is in the folder of the brick: files there never change. */
  isOfBrick(id: string): boolean {
    return this.#byId.has(id) && ![...this.#byName.values()].some((one) => one.id === id);
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

  /** The levels for which the files have a catalogue, now or later. */
  levels(): string[] {
    return [...new Set([...this.#byId.values()].flatMap(({ since }) => Object.keys(since)))];
  }

  /** The place of a level in its cycle, the longer one of two catalogues; undefined when no file has it. */
  placeOf(level: string): PlaceInCycle | undefined {
    const places = this.#places().filter((place) => place.level === level.toUpperCase());
    return places.sort((one, other) => other.yearsLeft - one.yearsLeft)[0];
  }

  /**
   * The place of a pupil without a level, as in a ULIS, or with an unknown one: in the cycle of CM2, and as far from its end as any level.
   */
  unknownPlace(): PlaceInCycle {
    const yearsLeft = Math.max(...this.#places().map((place) => place.yearsLeft));
    return { cycle: this.placeOf('CM2')?.cycle ?? 0, yearsLeft };
  }

  #places(): (PlaceInCycle & { readonly level: string })[] {
    return [...this.#byId.values()].flatMap(({ cycle }) =>
      Object.entries(cycle?.yearsLeft ?? {}).map(([level, yearsLeft]) => ({
        ...{ level: level.toUpperCase(), cycle: cycle?.number ?? 0, yearsLeft },
      })),
    );
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
/** The maximum size of a catalogue of the settings, in bytes: one travels with each bilan to a collège. */
const LARGEST = 30_000;
const LONGEST_ID = 20;

/**
 * The catalogues in the folder `catalogues` of the brick, and those of one more file: a JSON array.
 * @throws Error when the file cannot be read or is no array of catalogues
 */
export function readCatalogues(more?: string): Catalogues {
  const own = FILES.map((name) => new URL(`../../../catalogues/${name}`, import.meta.url));
  const added = more === undefined ? [] : catalogueSchema.array().parse(readJson(more));
  const files = own.map((file) => catalogueSchema.parse(readJson(file)));
  for (const one of added) refuseAdded(one, [...files, ...added]);
  const byName = new Map(added.map((one) => [one.id, editionOf(one)]));
  return new Catalogues([...files, ...byName.values()], { byName });
}

/**
 * Gives a catalogue of the settings the id that rows keep: the beginning of its id, and a digest of everything by which a bilan is read.
 * With other lines it is another catalogue, and what was written with the former lines goes on being read by these (ADR 84).
 */
export function editionOf(catalogue: Catalogue): Catalogue {
  const { id, since: _since, cycle: _cycle, ...read } = catalogue;
  const mark = `-${createHash('sha256').update(JSON.stringify(read)).digest('hex').slice(0, 10)}`;
  return id.endsWith(mark) ? catalogue : { ...catalogue, id: id.slice(0, LONGEST_ID - mark.length) + mark };
}

function refuseAdded(catalogue: Catalogue, all: readonly Catalogue[]): void {
  const { id } = catalogue;
  if (all.filter((one) => one.id === id).length > 1) throw new Error(`Two catalogues have the same id: "${id}".`);
  const bytes = Buffer.byteLength(JSON.stringify(catalogue));
  if (bytes > LARGEST) throw new Error(`The catalogue "${id}" has ${String(bytes)} bytes; at most ${String(LARGEST)}.`);
}

function readJson(file: URL | string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
