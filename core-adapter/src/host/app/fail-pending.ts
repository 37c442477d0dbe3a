// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '../../api/errors.js';
import { coreSchema } from './core-schema.js';
import type { MigrationReport } from '../infra/database/migrate.js';
import { isDeclared, type Declared } from '../bricks/declare-bricks.js';

/**
 * Marks bricks with tables that are not up to date as failed; the others run.
 * @throws UnavailableError when core's own tables are not up to date
 */
export function failPending(bricks: Declared['all'], reports: readonly MigrationReport[]): Declared['all'] {
  const pending = reports.filter(({ names }) => names.length > 0).map(({ owner }) => owner);
  if (pending.includes(coreSchema.id)) {
    throw new UnavailableError(`The database lacks tables of ${pending.join(', ')}.`, {
      remedy: 'Run "volee db migrate" first.',
    });
  }
  return bricks.map((brick) => {
    if (!isDeclared(brick) || !pending.includes(brick.id)) return brick;
    const { id, manifest } = brick;
    const fault = { cause: `${id}: its tables are not up to date.`, remedy: 'Run "volee db migrate".' };
    return { id, manifest, state: 'failed', ...fault };
  });
}
