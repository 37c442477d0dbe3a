// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { UNTOUCHED } from '../works/save-work.js';

/** The columns of a part that the pupil's form shows. What a teacher prepares is not among them. */
type ShownPart = Pick<WorkPupilRow, 'state' | 'handedInAt' | 'takenBackAt' | 'givenBackAt' | 'word'>;

/**
 * The version of a part that the pupil's form sends along: an older tab is known by it (ADR 83). A part that has only begun since is the same
 * to the form, so that a photo in one tab does not refuse the note of another one.
 */
export function versionOf(row: ShownPart | undefined): string {
  const { state, handedInAt, takenBackAt, givenBackAt, word } = row ?? UNTOUCHED;
  const shown = JSON.stringify([state === 'given' ? 'started' : state, handedInAt, takenBackAt, givenBackAt, word]);
  return createHash('sha256').update(shown).digest('base64url').slice(0, 12);
}

/** Whether a form was shown before the part changed. A form without a version comes from a program, or from a page of an earlier release. */
export function isOutdated(version: string | undefined, row: ShownPart | undefined): boolean {
  return version !== undefined && version !== versionOf(row);
}

/** The stored word and the one that another tab has typed, one below the other, unless one of them holds all lines of the other. */
export function bothWords(stored: string, typed: string): string {
  if (holdsLines(stored, typed)) return stored;
  return holdsLines(typed, stored) ? typed : `${stored}\n\n${typed}`;
}

/** Whether a text has these lines, whole: « oui, mais non » does not hold « oui ». */
export function holdsLines(text: string, lines: string): boolean {
  return lines === '' || `\n${text}\n`.includes(`\n${lines}\n`);
}
