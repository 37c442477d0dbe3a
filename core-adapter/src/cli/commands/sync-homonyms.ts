// SPDX-License-Identifier: EUPL-1.2
import type { Command } from 'commander';
import type { ClassPair } from '../../host/domain/class-joins/class-join-list.js';
import type { Homonym } from '../../host/domain/homonyms/homonym-list.js';
import { answer } from '../global-options.js';
import { withHost } from '../with-host.js';

export function addHomonymsCommand(sync: Command): void {
  sync
    .command('homonyms')
    .description('list pairs of persons, and of classes, that may be the same; an administrator decides in the console')
    .action((_options: unknown, command: Command) =>
      withHost(command, async (host) => {
        const { listOpenHomonyms } = await import('../../host/domain/homonyms/homonym-list.js');
        const { listOpenClassPairs } = await import('../../host/domain/class-joins/class-join-list.js');
        const open = await listOpenHomonyms(host.database.unitOfWork, host.clock.now());
        const classes = await listOpenClassPairs(host.database.unitOfWork);
        const lines = [...open.map(pairLine), ...classes.map(classLine)];
        answer(
          command,
          [...open.map(homonymJson), ...classes.map(classJson)],
          lines.length === 0 ? ['No pair waits for a decision.'] : lines,
        );
      }),
    );
}

const WHY: Readonly<Record<Homonym['why'], string>> = {
  day: 'the same national number, another day of birth or none',
  number: 'the same name and day of birth, a national number is missing',
  several: 'more than two persons have the same national number and day of birth',
  name: 'the same national number and day of birth, another given name',
  file: 'the same national number and day of birth, in a file of another school',
  like: 'nearly the same names and day of birth: perhaps an account that was made anew',
  ine: 'nearly the same names and the same day of birth, another national number: perhaps a corrected one',
  hand: 'an administrator asked',
  key: 'one key that the directory gave to both, one after the other',
};

function classJson({ id, askedAt, uai, other, own }: ClassPair): object {
  const said = ({ source, name }: ClassPair['own']): object => ({ source, name });
  return { id, why: 'classes', askedAt, uai, class: said(other), own: said(own) };
}

function classLine({ id, uai, school, other, own }: ClassPair): string {
  return `${id}: class "${other.name}" of ${other.source} and "${own.name}" of ${own.source}, in ${uai} ${school}: pupils agree in part, or names alone`;
}

/** A pair as JSON, with keys and sources only: the names are shown in the console. */
function homonymJson({ id, why, askedAt, person, other }: Homonym): object {
  return { id, why, askedAt, person: person.sources, other: other.sources };
}

function pairLine({ id, why, person, other }: Homonym): string {
  const keys = ({ sources }: Homonym['person']): string =>
    sources.map(({ name, key }) => `"${key}" of ${name}`).join(', ') || 'a person that has left';
  return `${id}: ${keys(person)} and ${keys(other)}: ${WHY[why]}`;
}
