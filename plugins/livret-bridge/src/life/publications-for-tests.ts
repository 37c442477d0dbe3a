// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { TestHost } from '@volee/core-adapter/testing';
import { shortDigest } from '../bilan/content.js';
import { bilanPath, keptPath, tracePath } from '../paths.js';
import type { BilanRow } from '../store/bilan.entity.js';
import { TraceRow } from '../store/trace.entity.js';

/** A publication as the family reads it. */
export interface Publication {
  readonly general: string;
  readonly sha256: string;
}

/** The publication of a bilan, read on the page of a guardian. */
export async function readPublication({ id, general, sha256 }: BilanRow, host: TestHost): Promise<Publication> {
  const digest = sha256 ?? 'no digest';
  await host
    .as('guardian')
    .get(bilanPath(id))
    .expect(200, both(general, shortDigest(digest)));
  return { general, sha256: digest };
}

/**
 * Asks whether each publication of a bilan can be shown: the history has its digest, and the page of the family or, once it was
 * unlocked, a page of the head has its text, which matches the digest.
 */
export async function expectShown(
  publications: readonly Publication[],
  row: BilanRow,
  { host, db }: { readonly host: TestHost; readonly db: SchoolDatabase },
): Promise<void> {
  const order = { at: 'ASC', id: 'ASC' } as const;
  const steps = await db.repository(TraceRow).find({ where: { bilanId: row.id }, order });
  const published = steps.filter(({ what }) => what === 'published');
  expect(published.map(({ sha256 }) => sha256)).toEqual(publications.map(({ sha256 }) => sha256));
  const ends = steps.filter(({ content }) => typeof content === 'string');
  expect(ends).toHaveLength(publications.length - (row.state === 'published' ? 1 : 0));
  const head = host.as('head');
  const history = await head.get(tracePath(row.id)).expect(200);
  for (const [number, { general, sha256 }] of publications.entries()) {
    expect(history.text).toContain(sha256);
    const end = ends[number];
    if (!end) {
      await host
        .as('guardian')
        .get(bilanPath(row.id))
        .expect(200, both(general, shortDigest(sha256)));
      continue;
    }
    expect(history.text).toContain(keptPath(row.id, end.id));
    await head
      .get(keptPath(row.id, end.id))
      .expect(200, both(general, sha256))
      .expect(200, /Le texte correspond à l’empreinte/);
  }
}

/** The text of a bilan, which is no part of a longer one, and a digest. */
function both(general: string, digest: string): RegExp {
  const text = `>${general.replaceAll('.', '\\.')}<`;
  return new RegExp(`${text}[^]*${digest}`);
}
