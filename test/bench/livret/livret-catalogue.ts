// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The id of the catalogue of the bench: that of cycle 3 with a further domain, as a school adds one by the settings. */
export const CATALOGUE = 'bench';

/** The number of its lines, and so of the columns of a grid. */
export const LINES = 25;

/** The first school year of the bilans in the bench. */
export const FIRST_YEAR = 2024;

interface CatalogueFile {
  readonly id: string;
  readonly domains: readonly Domain[];
}

interface Domain {
  readonly code: string;
  readonly lines: readonly { readonly code: string }[];
}

const cycle3 = readCycle3();

/** The catalogue of cycle 3 as it is, by which the bilans of an école without a regional language are written. */
export const CYCLE3 = cycle3.id;
export const CYCLE3_LINES = codesOf(cycle3.domains).length;

const domains = [...cycle3.domains, regionalLanguage(LINES - CYCLE3_LINES)];

/** The codes of the domains, in which a bilan has texts. */
export const DOMAINS: readonly string[] = domains.map(({ code }) => code);

/** The codes of the lines, in the order of the positions of a bilan. */
export const LINE_CODES: readonly string[] = codesOf(domains);

/** Writes the file that the settings of the brick name. @returns its path */
export async function writeCatalogue(folder: string): Promise<string> {
  const since = { CM1: FIRST_YEAR, CM2: FIRST_YEAR };
  const file = join(folder, 'catalogue.json');
  await writeFile(file, JSON.stringify([{ ...cycle3, id: CATALOGUE, since, domains }]));
  return file;
}

function readCycle3(): CatalogueFile {
  const brick = import.meta.resolve('@volee/livret-bridge/package.json');
  const file = fileURLToPath(new URL('./catalogues/cycle3-2016.json', brick));
  return JSON.parse(readFileSync(file, 'utf8')) as CatalogueFile;
}

function regionalLanguage(count: number): Domain & Record<string, unknown> {
  const lines = Array.from({ length: count }, (_, index) => ({
    code: `LGR-L${String(index).padStart(2, '0')}`,
    label: `Compétence de langue régionale, numéro ${index + 1}`,
    ...{ short: `Langue ${index + 1}`, strong: 'Tu parles bien cette langue', next: 'Parler plus longtemps' },
  }));
  return { code: 'LGR-RAC', label: 'Langue régionale', short: 'Langue régionale', lines };
}

function codesOf(from: readonly Domain[]): string[] {
  return from.flatMap(({ lines }) => lines.map(({ code }) => code));
}
