// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { UnavailableError } from '../../api/errors.js';
import { faultText } from '../../host/domain/bricks/brick-fault.js';
import { printFailure } from '../exit-code.js';
import { answer, settingsOf } from '../global-options.js';
import { ownersFor } from '../with-host.js';

export function addDatabaseCommands(program: Command): void {
  const db = program.command('db').description('the database');

  db.command('migrate')
    .description('bring the tables of core and of the bricks up to date')
    .action(async (_options: unknown, command: Command) => {
      const settings = await settingsOf(command);
      const { owners, failed } = await ownersFor(command, settings);
      const { migrateEach } = await import('../../host/infra/database/migrate.js');
      const { reports, failures } = await migrateEach(settings.database.url, owners);
      const ran = reports.flatMap(({ owner, names }) => names.map((name) => `${owner}: ${name}`));
      answer(command, reports, ran.length === 0 ? ['Nothing to migrate.'] : ran);
      const unusable = failed.map(({ cause, remedy }) => new UnavailableError(cause, { remedy }));
      const troubles = [...unusable, ...failures];
      for (const trouble of troubles) printFailure(trouble, command);
      if (troubles.length > 0) throw new UnavailableError('The tables of the other bricks are up to date.');
    });

  db.command('status')
    .description('list pending migrations by owner, and differences from the expected schema')
    .action(async (_options: unknown, command: Command) => {
      const settings = await settingsOf(command);
      const { owners, failed } = await ownersFor(command, settings);
      const { drift, pendingMigrations } = await import('../../host/infra/database/migrate.js');
      const { differenceInDatabase } = await import('../../host/infra/database/differences.js');
      const pending = (await pendingMigrations(settings.database.url, owners)).filter(({ names }) => names.length > 0);
      const differences = pending.length > 0 ? [] : await drift(settings.database.url, owners);
      const drifts = differences.map(differenceInDatabase);
      // Without its manifest nobody knows whether a brick has tables.
      const unread = failed.filter(({ manifest }) => !manifest || (manifest.entities ?? []).length > 0);
      answer(
        command,
        { pending, drift: drifts, unread: unread.map(({ id, cause, remedy }) => ({ id, cause, remedy })) },
        [
          ...pending.map(({ owner, names }) => `${owner}: ${names.length} pending (${names.join(', ')})`),
          ...drifts.map((difference) => `drift: ${difference}`),
          ...unread.map((brick) => `not looked at: ${faultText(brick)}`),
          ...(pending.length + drifts.length + unread.length === 0 ? ['Up to date, no drift.'] : []),
        ],
      );
      if (pending.length > 0)
        throw new UnavailableError('Migrations are pending.', { remedy: 'Run "volee db migrate".' });
      if (drifts.length > 0) {
        throw new UnavailableError('The schema is not what the program expects.', {
          remedy: 'Restore a backup, or report it.',
        });
      }
      if (unread.length > 0) throw new UnavailableError('The tables of the other bricks are up to date.');
    });
}
