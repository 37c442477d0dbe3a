// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { TestHost } from '@volee/core-adapter/testing';
import { shortDigest } from '../../domain/bilan/content.js';
import { bilanPath, keptPath, tracePath } from '../../paths.js';
import type { BilanRow } from '../../store/bilan.entity.js';
import { TraceRow } from '../../store/trace.entity.js';

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
 * Asserts that each publication of a bilan can be shown: the history has its digest, and the page of the family or, once it was unlocked, a
 * page of the head has its text, which matches the digest.
 */
export async function expectShown(
  publications: readonly Publication[],
  row: BilanRow,
  { host, db }: { readonly host: TestHost; readonly db: SchoolDatabase },
): Promise<void> {
  const order = { at: 'ASC', id: 'ASC' } as const;
  const steps = await db.repository(TraceRow).find({ where: { bilanId: row.id }, order });
  const published = steps.filter(({ what }) => what === 'published' || what === 'restored');
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

/**
 * Asserts what the pupil and a guardian read at the address of a bilan: the last publication, also while it is corrected; that it was
 * withdrawn, without its text; or nothing before the first publication.
 */
export async function expectFamilyReads(
  shown: { readonly publication: Publication; readonly isWithdrawn: boolean } | undefined,
  { id, state }: BilanRow,
  host: TestHost,
): Promise<void> {
  for (const role of ['pupil', 'guardian'] as const) {
    const page = host.as(role).get(bilanPath(id));
    if (!shown) await page.expect(404);
    else if (shown.isWithdrawn) {
      const words = role === 'pupil' ? /Ton école a retiré ce bilan/ : /L’école a retiré ce bilan[^]*Un autre élève/;
      await page.expect(200, words).expectNot(text(shown.publication.general));
    } else {
      const answered = await page.expect(200, text(shown.publication.general));
      const isCorrected = state !== 'published';
      expect(/Ton école relit ce bilan|L’école corrige ce bilan/.test(answered.text)).toBe(isCorrected);
    }
  }
}

/** The text of a bilan, which is no part of a longer one, and a digest. */
function both(general: string, digest: string): RegExp {
  return new RegExp(`${text(general).source}[^]*${digest}`);
}

function text(general: string): RegExp {
  return new RegExp(`>${general.replaceAll('.', '\\.')}<`);
}
