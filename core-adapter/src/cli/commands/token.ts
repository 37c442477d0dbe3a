// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import { CLI } from '../../host/domain/audit/actors.js';
import { InputError } from '../../api/errors.js';
import type { Host } from '../../host/app/boot-host.js';
import { DEFAULT_TIME_ZONE } from '../../host/domain/directory/default-time-zone.js';
import { dayOf } from '../../api/day.js';
import { isFeature } from '../../host/domain/bricks/loaded-brick.js';
import { nearest } from '../../host/infra/settings/nearest.js';
import type { AccessToken } from '../../host/domain/tokens/access-token-service.js';
import { endOfDay } from '../../host/domain/tokens/token-choice.js';
import { answer } from '../global-options.js';
import { withHost } from '../with-host.js';

interface PersonCalled {
  readonly login: string;
  readonly source?: string | undefined;
}

interface CreateOptions {
  readonly brick: readonly string[];
  readonly name: string;
  readonly until?: string;
  readonly source?: string;
}

export function addTokenCommands(program: Command): void {
  const token = program.command('token').description('personal access tokens, for programs that act for a person');

  token
    .command('create')
    .argument('<login>', 'the login of the person at the SSO')
    .requiredOption(
      '--brick <id>',
      'a brick that the token may use, where it is on for the person; may be repeated',
      more,
    )
    .requiredOption('--name <name>', 'the purpose; each token of a person has a different name')
    .option('--until <day>', 'the last day, included, as 2027-07-02 (otherwise until it is revoked)')
    .option('--source <name>', 'the directory, if several have this login')
    .description('create a token and show it once: only its hash is stored')
    .action((login: string, options: CreateOptions, command: Command) =>
      withHost(command, (host) => create(host, login, options, command)),
    );

  token
    .command('list')
    .argument('[login]', 'only tokens of this person')
    .option('--source <name>', 'the directory, if several have this login')
    .description('list the tokens, without their secrets')
    .action((login: string | undefined, { source }: { source?: string }, command: Command) =>
      withHost(command, async (host) => {
        const personId = login === undefined ? undefined : await personCalled(host, { login, source });
        const tokens = await host.tokens.list(personId);
        const timeZone = await timeZoneOf(host, personId);
        const words = { timeZone, now: host.clock.now() };
        answer(command, tokens.map(data), tokens.length === 0 ? ['No token.'] : tokens.map((one) => line(one, words)));
      }),
    );

  token
    .command('revoke')
    .argument('<id>', 'the id that "volee token list" shows')
    .description('revoke a token')
    .action((id: string, _options: unknown, command: Command) =>
      withHost(command, async (host) => {
        const { name } = await host.tokens.revoke(id, CLI);
        answer(command, { id, name, revoked: true }, [`The token "${name}" (${id}) is revoked.`]);
      }),
    );
}

async function create(host: Host, login: string, options: CreateOptions, command: Command): Promise<void> {
  const { brick: asked, name, until, source } = options;
  for (const id of asked) refuseUnknown(host, id);
  const personId = await personCalled(host, { login, source });
  const endsAt = until === undefined ? null : endOfDay(until, await timeZoneOf(host, personId));
  const { id, secret, brickIds } = await host.tokens.create(personId, { name, brickIds: asked, endsAt }, CLI);
  answer(command, { token: secret, id }, [
    secret,
    `It is shown only once. For ${login}, for the bricks ${brickIds.join(', ')}${until === undefined ? '' : ` until ${until}`}.`,
    `"volee token revoke ${id}" revokes it.`,
  ]);
}

async function personCalled({ database }: Host, who: PersonCalled): Promise<string> {
  const { findPersonCalled } = await import('../../host/domain/personal-data/find-person-called.js');
  return findPersonCalled(database.unitOfWork, who);
}

/** The time zone for the token's days: that of the person's first school. */
async function timeZoneOf({ directory }: Host, personId: string | undefined): Promise<string> {
  const [first] = personId === undefined ? [] : await directory.schoolsOf(personId);
  return first?.school.timeZone ?? DEFAULT_TIME_ZONE;
}

/** @throws InputError when no brick of the settings has this id */
function refuseUnknown({ bricks }: Host, id: string): void {
  const known = bricks.filter(isFeature).map((brick) => brick.id);
  if (known.includes(id)) return;
  const meant = nearest(id, known);
  const hint = meant === undefined ? `Known: ${known.join(', ') || 'none'}.` : `Did you mean "${meant}"?`;
  throw new InputError(`There is no brick "${id}" that a token could use. ${hint}`);
}

type Listed = AccessToken & { readonly login: string };

function data({ id, login, name, brickIds, createdAt, lastUsedAt, endsAt }: Listed): object {
  return { id, login, name, bricks: brickIds, createdAt, lastUsedAt, endsAt };
}

function line(token: Listed, { timeZone, now }: { readonly timeZone: string; readonly now: Date }): string {
  const { id, login, name, brickIds, lastUsedAt, endsAt } = token;
  const used = lastUsedAt ? `last used ${dayOf(lastUsedAt, timeZone)}` : 'never used';
  const lastDay = endsAt && dayOf(new Date(endsAt.getTime() - 1), timeZone);
  const end = endsAt ? `; ${endsAt.getTime() <= now.getTime() ? 'ended' : 'until'} ${lastDay}` : '';
  return `${id}  ${login}, "${name}": ${brickIds.join(', ')}; ${used}${end}`;
}

/** Collects the values of a repeatable option. */
function more(word: string, words: readonly string[] = []): readonly string[] {
  return [...words, word];
}
