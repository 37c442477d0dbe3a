// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, type SchoolDatabase } from '@volee/core-adapter';
import { In } from 'typeorm';
import { CatalogueRow } from '../store/catalogue.entity.js';
import { catalogueSchema } from './catalogue.js';
import type { Catalogues } from './catalogues.js';

/** The bytes that a text of MariaDB holds. */
const LARGEST = 65_535;

/** Keeps catalogues of the settings in the school, as they are now: bilans of it are read by them. A larger one is not kept. */
export async function keepCatalogues(ids: Iterable<string>, catalogues: Catalogues, db: SchoolDatabase): Promise<void> {
  const rows = db.repository(CatalogueRow);
  for (const catalogue of new Set(ids)) {
    const found = catalogues.find(catalogue);
    const content = JSON.stringify(found);
    if (!found || Buffer.byteLength(content) > LARGEST) continue;
    const there = await rows.findOne({ where: { catalogue } });
    if (there?.content === content) continue;
    if (there) await rows.update({ id: there.id }, { content });
    else await insertOnce(db, { catalogue, content });
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

/** The catalogues of the settings, with those of these ids that only the school still has. */
export async function knownCatalogues(
  ids: readonly string[],
  catalogues: Catalogues,
  db: SchoolDatabase,
): Promise<Catalogues> {
  const missing = ids.filter((id) => catalogues.find(id) === undefined);
  if (missing.length === 0) return catalogues;
  const rows = await db.repository(CatalogueRow).find({ where: { catalogue: In([...new Set(missing)]) } });
  return catalogues.withKept(rows.map(({ content }) => catalogueSchema.parse(JSON.parse(content))));
}
