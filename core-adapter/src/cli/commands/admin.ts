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
      .argument('<login>', 'as the SSO knows the person')
      .option('--school <uai>', 'head of that school, instead of administrator of the platform')
      .description(verb === 'grant' ? 'makes somebody an administrator or a head' : 'takes it back')
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
    .description('who administers what')
    .action((_options: unknown, command: Command) =>
      withHost(command, async (host) => {
        const administrators = await host.administrators.list();
        answer(
          command,
          administrators,
          administrators.length === 0
            ? ['Nobody yet. "volee admin grant LOGIN" makes the first one.']
            : administrators.map(
                ({ login, displayName, uai }) =>
                  `${login} (${displayName}): ${uai === null ? 'platform' : `head of ${uai}`}`,
              ),
        );
      }),
    );
}
