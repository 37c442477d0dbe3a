// SPDX-License-Identifier: EUPL-1.2
import type { PageReply, Profile } from '@volee/core-adapter';
import { bilanScope } from '../../../domain/bilan/bilan-scope.js';
import type { LoadedBilan } from '../../../domain/trace/load-bilan.js';
import type { LivretRequest } from '../../../brick-types.js';
import type { Catalogues } from '../../../domain/catalogue/catalogues.js';
import { bilanPath } from '../../../paths.js';
import { formerIdsOf } from '../../../domain/trace/former.js';
import { lastCorrection } from '../../../domain/trace/correction.js';
import { noteReading } from '../../../domain/trace/note-reading.js';
import { adultPage } from './adult-page.js';
import { correctionPage } from './correction-page.js';
import { correctedNotice } from '../../shared/bilan/correction-words.js';
import { pupilPage } from './pupil-page.js';
import { readBilan } from '../../../domain/read/read-bilan.js';

interface ReadOptions {
  /** Whether the user confirmed a publication that is no longer the last one. */
  readonly isOutdated?: boolean;
}

/**
 * A bilan of this school to read: for the pupil as a child's page, for others with the people who read it. Its family never reads a text
 * that is not published, or was not published before.
 */
export async function readPage(
  request: LivretRequest,
  row: LoadedBilan,
  catalogues: Catalogues,
  { isOutdated = false }: ReadOptions = {},
): Promise<PageReply> {
  const { access, user, db } = request;
  const { correction } = row;
  const heldAs = await access.heldAs('read', bilanScope(row, correction !== undefined));
  const isStaff = heldAs.includes('teacher') || heldAs.includes('head');
  if (correction && !isStaff) return correctionPage(request, { row, correction, heldAs, isOutdated }, catalogues);
  if (isFamily(heldAs) && row.state === 'published') {
    const { id: bilanId, pupilId, publishedAt: since } = row;
    await noteReading(request, { bilanId, pupilId, personId: user.id, since });
  }
  const bilan = await readBilan(row, catalogues, request);
  const isPupil = heldAs.every((profile) => profile === 'pupil');
  const last = row.state === 'published' ? await lastCorrection(row, db) : undefined;
  const notice = correctedNotice({ publishedAt: bilan.publishedAt, correction: last, isPupil }, request);
  const former = row.state === 'published' ? await formerIdsOf(row.id, db) : [];
  const formerUrls = former.map((id) => request.url(bilanPath(id)));
  if (isPupil) return pupilPage(request, row, bilan, { catalogues, notice, formerUrls });
  return adultPage(request, row, bilan, { catalogues, heldAs, isOutdated, notice, formerUrls, correction });
}

function isFamily(heldAs: readonly Profile[]): boolean {
  return heldAs.includes('guardian') || heldAs.includes('pupil');
}
