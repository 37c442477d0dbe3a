// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import type { FoundPerson } from '../../host/domain/directory/find-persons.js';
import { InputError } from '../../api/errors.js';
import type { Host } from '../../host/app/boot-host.js';
import type { PersonCard } from '../../host/app/person-card/person-card.js';
import { countPersons } from '../../host/domain/sync/state/count-nouns.js';
import { answer } from '../global-options.js';
import { foundLine, personLines } from '../person-lines.js';
import { withHost } from '../with-host.js';
import { ruleContext, ruleData, type RuleContext } from './rule-words.js';

interface SourceOption {
  readonly source?: string;
}

export function addPersonQueryCommands(person: Command): void {
  person
    .command('show')
    .argument('<login>', 'the login at the SSO; for a person that left, their last login or their key in the directory')
    .option('--source <name>', 'the directory, if several have this login')
    .description('show a person: whether they may log in, their profiles, and their bricks with the reasons')
    .action((login: string, { source }: SourceOption, command: Command) =>
      withHost(command, (host) => show(host, { login, source }, command)),
    );

  person
    .command('find')
    .argument('<text...>', 'parts of the name or the login')
    .option('--source <name>', 'only persons that this directory names or named')
    .description('find persons by name or login, with their schools and classes')
    .action((words: readonly string[], { source }: SourceOption, command: Command) =>
      withHost(command, (host) => find(host, { text: words.join(' '), source }, command)),
    );
}

async function show(
  host: Host,
  who: { readonly login: string; readonly source: string | undefined },
  command: Command,
): Promise<void> {
  await refuseUnknownSource(host, who.source);
  const { findPersonOrLeaver } = await import('../../host/app/person-card/find-person-or-leaver.js');
  const { readPersonCard } = await import('../../host/app/person-card/person-card.js');
  const card = await readPersonCard(host, await findPersonOrLeaver(host.database.unitOfWork, who));
  const contexts = new Map<string, RuleContext>();
  for (const { school, bricks } of card.schools) {
    const rules = bricks.flatMap((brick) => brick.rules);
    contexts.set(school.uai, await ruleContext(host, school, rules));
  }
  answer(command, cardData(card, contexts), personLines(card, contexts));
}

/** The card as JSON, with rules as in `volee brick show`. */
function cardData({ schools, ...card }: PersonCard, contexts: ReadonlyMap<string, RuleContext>): object {
  return {
    ...card,
    schools: schools.map(({ school: { uai, name, kind }, profiles, groups, bricks }) => {
      const names = contexts.get(uai)?.names ?? new Map<string, string>();
      return {
        ...{ uai, name, kind, profiles, groups },
        bricks: bricks.map(({ rules, ...brick }) => ({
          ...brick,
          rules: rules.map((rule) => ruleData(rule, { names })),
        })),
      };
    }),
  };
}

async function find(
  host: Host,
  asked: { readonly text: string; readonly source: string | undefined },
  command: Command,
): Promise<void> {
  await refuseUnknownSource(host, asked.source);
  const { database, clock } = host;
  const { findPersons } = await import('../../host/domain/directory/find-persons.js');
  const { persons, total } = await findPersons(database.unitOfWork, asked, clock.now());
  const more = total - persons.length;
  answer(command, { persons: persons.map(withoutBirth), total }, [
    ...(total === 0 ? [`Nobody is called "${asked.text}". A part of the name or of the login is enough.`] : []),
    ...persons.map(foundLine),
    ...(more > 0 ? [`… and ${countPersons(more)} more: write more of the name.`] : []),
  ]);
}

/** Leaves out the birth date, which a search need not show on a terminal. */
function withoutBirth({ id, displayName, disabledAt, schools, logins }: FoundPerson): Omit<FoundPerson, 'birthDates'> {
  return { id, displayName, disabledAt, schools, logins };
}

/** A source that has left the settings is known as long as it was ever applied. */
async function refuseUnknownSource({ database }: Host, source: string | undefined): Promise<void> {
  if (source === undefined) return;
  const { SyncSourceRow } = await import('../../host/domain/sync/state/sync-source.entity.js');
  const rows = await database.unitOfWork.run((manager) => manager.find(SyncSourceRow, { order: { name: 'ASC' } }));
  const names = rows.map(({ name }) => name);
  if (names.includes(source)) return;
  const known = names.length > 0 ? `Known: ${names.join(', ')}.` : 'No directory was synced yet.';
  throw new InputError(`There is no directory "${source}". ${known}`);
}
