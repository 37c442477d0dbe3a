// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource, PersonRecord } from '@volee/core-adapter/directory';
import type { Host } from '@volee/core-adapter/host';

import { MOULIN, TILLEULS, TROIS_RIVIERES } from './sample-installation.js';

const signal = new AbortController().signal;

/** Numbers of two runs of the sample directory: one that waits to be applied, and one that the guard refused. */
export interface SamplePlans {
  readonly planned: number;
  readonly refused: number;
}

/** Makes two plans: one of a usual night, and one of a night in which the directory lost most of a collège. */
export async function makePlans({ sources, sync }: Host): Promise<SamplePlans> {
  const [source] = sources;
  if (!source) throw new Error('the sample installation reads a directory');
  const records = oneNight(await recordsOf(source));
  const lost = pupilsOf(records, TROIS_RIVIERES).slice(2);
  const planned = await sync.plan(sourceOf(source.name, records), signal);
  const refused = await sync.plan(sourceOf(source.name, withoutPersons(records, lost)), signal);
  return { planned: planned.id, refused: refused.id };
}

/** One pupil leaves, one moves, one changes class, a teacher has another name, and there is a new pupil. */
function oneNight(records: readonly DirectoryRecord[]): DirectoryRecord[] {
  const [leaver, climber] = pupilsOf(records, TILLEULS);
  const [mover] = pupilsOf(records, MOULIN);
  const teacher = records.find((record) => record.type === 'person' && record.profile === 'teacher');
  const classes = records.flatMap((record) =>
    record.type === 'group' && record.uai === TILLEULS && record.kind === 'class' ? [record.key] : [],
  );
  if (!leaver || !climber || !mover || teacher?.type !== 'person') throw new Error('the sample has people');
  const isOf = (record: DirectoryRecord, person: PersonRecord): boolean =>
    record.type === 'membership' && record.person === person.key;
  return [
    ...withoutPersons(records, [leaver]).flatMap((record): DirectoryRecord[] => {
      if (record === mover) return [{ ...mover, uai: TILLEULS }];
      if (isOf(record, mover)) return [];
      if (record === teacher) return [{ ...teacher, ...renamed(teacher, `${teacher.familyName}-Morel`) }];
      if (record.type === 'membership' && isOf(record, climber) && classes.includes(record.group)) {
        return [{ ...record, group: classes.find((key) => key !== record.group) ?? record.group }];
      }
      return [record];
    }),
    {
      ...leaver,
      key: 'zelie.tournier',
      login: 'zelie.tournier',
      givenName: 'Zélie',
      ...renamed(leaver, 'Tournier', 'Zélie'),
    },
  ];
}

function renamed({ givenName }: PersonRecord, familyName: string, given = givenName): Partial<PersonRecord> {
  return { familyName, displayName: `${given} ${familyName}` };
}

function pupilsOf(records: readonly DirectoryRecord[], uai: string): PersonRecord[] {
  return records.filter(
    (record): record is PersonRecord => record.type === 'person' && record.profile === 'pupil' && record.uai === uai,
  );
}

/** It also removes the records about these people. */
function withoutPersons(records: readonly DirectoryRecord[], persons: readonly PersonRecord[]): DirectoryRecord[] {
  const keys = new Set(persons.map(({ key }) => key));
  return records.filter((record) => {
    if (record.type === 'person') return !keys.has(record.key);
    if (record.type === 'membership') return !keys.has(record.person);
    return record.type !== 'kinship' || !keys.has(record.child);
  });
}

async function recordsOf(source: DirectorySource): Promise<DirectoryRecord[]> {
  const records: DirectoryRecord[] = [];
  for await (const record of source.read(signal)) records.push(record);
  return records;
}

function sourceOf(name: string, records: readonly DirectoryRecord[]): DirectorySource {
  return {
    name,
    async *read() {
      yield* records;
    },
  };
}
