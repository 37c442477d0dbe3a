// SPDX-License-Identifier: EUPL-1.2
import type { LoadedBrick } from '../../domain/bricks/loaded-brick.js';
import { bad } from './findings.js';
import type { OwnedCheck } from './run-check.js';

/** The checks for missing bricks: no auth provider, or no directory source. A failed brick is reported as such. */
export function missingRoles(bricks: readonly LoadedBrick[]): OwnedCheck[] {
  const mayBe = (kind: string): boolean => bricks.some(({ manifest }) => (manifest?.kind ?? kind) === kind);
  const providers = bricks.filter((brick) => brick.state === 'ready' && brick.authProvider !== undefined);
  const checks: OwnedCheck[] = [];
  const report = (name: string, sentence: string, remedy: string): void => {
    checks.push({ name, run: () => Promise.resolve([bad(sentence, remedy)]) });
  };
  if (!mayBe('auth-provider'))
    report('sso', 'Nobody can log in: no brick is of kind auth-provider.', 'Add "@volee/cas-bridge".');
  if (providers.length > 1)
    report(
      'sso',
      `${providers.map(({ id }) => id).join(' and ')} are both of kind auth-provider.`,
      'Keep one of them.',
    );
  if (!mayBe('directory-source'))
    report('directory', 'No person is known: no brick provides a directory.', 'Add "@volee/ldap-sync".');
  return checks;
}
