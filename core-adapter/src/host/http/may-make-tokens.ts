// SPDX-License-Identifier: EUPL-1.2
import type { VisitorPerson } from './visitor.js';

/** Pupils cannot make tokens for themselves unless they have another profile (ADR 0026): a sysadmin may, on the command line. */
export function mayMakeTokens({ schools }: Pick<VisitorPerson, 'schools'>): boolean {
  return schools.some(({ profiles }) => profiles.some((profile) => profile !== 'pupil'));
}
