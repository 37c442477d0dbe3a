// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import { bilanScope } from '../bilan/bilan-scope.js';
import type { LivretRequest } from '../brick-types.js';
import type { Catalogues } from '../catalogue/catalogues.js';
import type { BilanRow } from '../store/bilan.entity.js';
import { noteReading } from '../trace/note-reading.js';
import { adultPage, type AdultPageOptions } from './adult-page.js';
import { pupilPage } from './pupil-page.js';
import { readBilan } from './read-bilan.js';

/** A bilan of this school to read: for the pupil as a child's page, for others with the persons that read it. */
export async function readPage(
  request: LivretRequest,
  row: BilanRow,
  catalogues: Catalogues,
  options: Omit<AdultPageOptions, 'heldAs'> = {},
): Promise<PageReply> {
  const { access, user } = request;
  const heldAs = await access.heldAs('read', bilanScope(row));
  const isFamily = heldAs.includes('guardian') || heldAs.includes('pupil');
  if (isFamily && row.state === 'published') {
    const { id: bilanId, pupilId, publishedAt: since } = row;
    await noteReading(request, { bilanId, pupilId, personId: user.id, since });
  }
  const bilan = await readBilan(row, catalogues, request);
  if (heldAs.every((profile) => profile === 'pupil')) return pupilPage(request, bilan);
  return adultPage(request, row, bilan, { ...options, heldAs });
}
