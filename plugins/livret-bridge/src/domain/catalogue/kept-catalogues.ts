// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, oncePerRequest, type SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import type { BilanRow } from '../../store/bilan.entity.js';
import { CatalogueRow } from '../../store/catalogue.entity.js';
import { catalogueSchema, type Catalogue } from './catalogue.js';
import type { Catalogues } from './catalogues.js';

/** The bytes that a text of MariaDB holds. */
const LARGEST = 65_535;

type Named = Pick<BilanRow, 'catalogue'>;

/** Keeps catalogues in the school, since its bilans are read by them. A kept catalogue never changes (ADR 84). */
export async function keepCatalogues(ids: Iterable<string>, catalogues: Catalogues, db: SchoolDatabase): Promise<void> {
  const rows = db.repository(CatalogueRow);
  for (const catalogue of new Set(ids)) {
    const found = catalogues.find(catalogue);
    const content = JSON.stringify({ ...found, id: catalogue });
    if (!found || Buffer.byteLength(content) > LARGEST) continue;
    if ((await rows.count({ where: { catalogue } })) > 0) continue;
    await insertOnce(db, { catalogue, content });
    (await askedIn({ db })).delete(catalogue);
  }
}

async function insertOnce(db: SchoolDatabase, row: Pick<CatalogueRow, 'catalogue' | 'content'>): Promise<void> {
  try {
    await db.repository(CatalogueRow).insert([row]);
  } catch (error) {
    // Another request kept it at the same time.
    if (!(error instanceof ConflictError)) throw error;
  }
}

/** The catalogues for which a request has asked the school, by id; undefined where the school keeps none. */
const askedIn = oncePerRequest(() => Promise.resolve(new Map<string, Catalogue | undefined>()));

/** The catalogues of the settings, with those of these rows that the school keeps. Each is read once in a request. */
export async function knownCatalogues(
  of: readonly Named[],
  catalogues: Catalogues,
  db: SchoolDatabase,
): Promise<Catalogues> {
  const ids = [...new Set(of.map(({ catalogue }) => catalogue))].filter((id) => !catalogues.isInFiles(id));
  if (ids.length === 0) return catalogues;
  const asked = await askedIn({ db });
  const missing = ids.filter((id) => !asked.has(id));
  const rows = await db.repository(CatalogueRow).find({ where: { catalogue: In(missing) } });
  for (const id of missing) asked.set(id, undefined);
  for (const { catalogue, content } of rows) asked.set(catalogue, catalogueSchema.parse(JSON.parse(content)));
  return catalogues.withKept(ids.flatMap((id) => asked.get(id) ?? []));
}

/** The catalogue with which a bilan is written. @throws UnknownCatalogueError when nobody has it any more */
export async function catalogueOf(row: Named, catalogues: Catalogues, db: SchoolDatabase): Promise<Catalogue> {
  return (await knownCatalogues([row], catalogues, db)).get(row.catalogue);
}
