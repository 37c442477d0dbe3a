// SPDX-License-Identifier: EUPL-1.2
import type { ReceivedParcel } from '@volee/core-adapter/hand-over';
import { Catalogues } from '../catalogue/catalogues.js';
import { keepCatalogues } from '../catalogue/kept-catalogues.js';
import { HandedRow } from '../../store/handed.entity.js';
import type { HandedBilan } from './handed-bilan.js';

/** Writes the copy of a bilan, or replaces the one of the same pupil, school and key by a further revision. */
export async function receiveHanded(parcel: ReceivedParcel<HandedBilan>, now: Date): Promise<void> {
  const { db, from, pupilId, key, revision, until } = parcel;
  const { lines, ...content } = parcel.content;
  const rows = db.repository(HandedRow);
  const where = { pupilId, fromSchool: from.uai, key };
  const { year, period, catalogue } = content;
  const read = { year, period, catalogue, positions: content.content.positions };
  const changes = { fromName: from.name, revision, ...read, content: JSON.stringify(content), receivedAt: now, until };
  if (lines) await keepCatalogues([lines.id], new Catalogues([lines]), db);
  if ((await rows.update(where, changes)) === 0) await rows.insert([{ ...where, ...changes }]);
}
