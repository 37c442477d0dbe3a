// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { CLI } from '../../host/domain/audit/actors.js';
import { answer } from '../global-options.js';
import { withHost } from '../with-host.js';

export function addAdminCommands(program: Command): void {
  const admin = program.command('admin').description('administrators of the platform, and heads of schools');

  for (const verb of ['grant', 'revoke'] as const) {
    admin
      .command(verb)
      .argument('<login>', 'the login of the person at the SSO')
      .option('--school <uai>', 'make the person head of this school instead of administrator of the platform')
      .description(verb === 'grant' ? 'make a person an administrator or a head' : 'revoke the right')
      .action((login: string, { school = null }: { school?: string | null }, command: Command) =>
        withHost(command, async (host) => {
          await host.administrators[verb](login, school, CLI);
          const role = school === null ? 'administrator of the platform' : `head of ${school}`;
          answer(command, { login, school, granted: verb === 'grant' }, [
            `${login} is ${verb === 'grant' ? 'now' : 'no longer'} ${role}.`,
          ]);
        }),
      );
  }

  admin
    .command('list')
    .description('list administrators and heads')
    .action((_options: unknown, command: Command) =>
      withHost(command, async (host) => {
        const administrators = await host.administrators.list();
        answer(
          command,
          administrators,
          administrators.length === 0
            ? ['No administrators yet. "volee admin grant LOGIN" adds the first one.']
            : administrators.map(
                ({ login, displayName, uai }) =>
                  `${login} (${displayName}): ${uai === null ? 'platform' : `head of ${uai}`}`,
              ),
        );
      }),
    );
}
