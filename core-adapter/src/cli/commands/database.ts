// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { DomainError } from '../../api/errors.js';
import { drift, migrate, pendingMigrations } from '../../host/database/migrate.js';
import { answer, settingsOf } from '../global-options.js';
import { ownersFor } from '../with-host.js';

export function addDatabaseCommands(program: Command): void {
  const db = program.command('db').description('the database');

  db.command('migrate')
    .description('brings the tables of core and of the bricks up to date')
    .action(async (_options: unknown, command: Command) => {
      const settings = settingsOf(command);
      const reports = await migrate(settings.database.url, await ownersFor(settings));
      const ran = reports.flatMap(({ owner, names }) => names.map((name) => `${owner}: ${name}`));
      answer(command, reports, ran.length === 0 ? ['Nothing to migrate.'] : ran);
    });

  db.command('status')
    .description('pending migrations by owner, and drift from what the program expects')
    .action(async (_options: unknown, command: Command) => {
      const settings = settingsOf(command);
      const owners = await ownersFor(settings);
      const pending = (await pendingMigrations(settings.database.url, owners)).filter(({ names }) => names.length > 0);
      const statements = pending.length > 0 ? [] : await drift(settings.database.url, owners);
      answer(command, { pending, drift: statements }, [
        ...pending.map(({ owner, names }) => `${owner}: ${names.length} pending (${names.join(', ')})`),
        ...statements.map((statement) => `drift: ${statement}`),
        ...(pending.length === 0 && statements.length === 0 ? ['Up to date, no drift.'] : []),
      ]);
      if (pending.length > 0) throw new DomainError('UNAVAILABLE', 'Migrations are pending. Run "volee db migrate".');
      if (statements.length > 0) {
        throw new DomainError(
          'UNAVAILABLE',
          'The schema is not what the program expects. Restore a backup, or report it.',
        );
      }
    });
}
