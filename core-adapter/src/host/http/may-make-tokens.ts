// SPDX-License-Identifier: EUPL-1.2
import type { VisitorPerson } from './visitor.js';

/** Who is a pupil and nothing else makes none by himself (ADR 0026): a sysadmin may, on the command line. */
export function mayMakeTokens({ schools }: Pick<VisitorPerson, 'schools'>): boolean {
  return schools.some(({ profiles }) => profiles.some((profile) => profile !== 'pupil'));
}
