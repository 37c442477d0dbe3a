// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { LivretTexts } from '../../brick-types.js';
import { PhraseRow } from '../../store/phrase.entity.js';
import { defaultPhrases } from './default-phrases.js';

/** The phrases of a teacher, the oldest first. */
export function ownPhrases(ownerId: string, db: SchoolDatabase): Promise<PhraseRow[]> {
  return db.repository(PhraseRow).find({ where: { ownerId }, order: { addedAt: 'ASC', id: 'ASC' } });
}

/** The phrases on the page of a bilan: those of the teacher, or the offered ones while they have none. */
export async function phrasesOf(ownerId: string, db: SchoolDatabase, t: LivretTexts): Promise<readonly string[]> {
  const own = await ownPhrases(ownerId, db);
  return own.length > 0 ? own.map(({ text }) => text) : defaultPhrases(t);
}
