// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, DirectorySource } from '@volee/core-adapter/directory';

import { scribeEntries } from '../envole-box/index.js';
import { TILLEULS, type SampleInstallation } from './sample-installation.js';

/** Two pupils of the first directory as a second one names them: one without a number, the other with another day of birth. */
const PUPILS: readonly { readonly login: string; readonly key: string; readonly changes: object }[] = [
  { login: 'ines.renaud', key: '7701', changes: { ine: '', givenName: 'Ines' } },
  { login: 'tom.jacquot', key: '7702', changes: { birthDate: '2016-12-03' } },
];

/** Reads another directory, which names pupils of the sample with small differences. @returns the id of the first pair */
export async function nameTwice({ host }: SampleInstallation): Promise<string> {
  const { id } = await host.sync.plan(onde, new AbortController().signal);
  await host.sync.apply(id);
  const [first] = await host.database.dataSource.query<{ id: string }[]>('SELECT id FROM core_homonym ORDER BY id');
  return first?.id ?? 'nobody was asked about';
}

const onde: DirectorySource = {
  name: 'onde',
  async *read(): AsyncGenerator<DirectoryRecord> {
    yield { type: 'school', uai: TILLEULS, name: 'École des Tilleuls', kind: 'primary' };
    yield { type: 'group', uai: TILLEULS, key: '77', kind: 'class', name: 'CM1-CM2 B' };
    for (const { login, key, changes } of PUPILS) {
      const record = pupil(login, key);
      yield { ...record, ...changes };
      yield { type: 'membership', uai: TILLEULS, group: '77', person: record.key, role: 'member' };
    }
  },
};

function pupil(login: string, key: string): Extract<DirectoryRecord, { type: 'person' }> {
  const entry = scribeEntries().find(({ attributes }) => attributes['uid']?.[0] === login);
  const said = (name: string): string => entry?.attributes[name]?.[0] ?? '';
  const [givenName, familyName, born] = [said('givenName'), said('sn'), said('ENTPersonDateNaissance')];
  return {
    ...{ type: 'person', key, login: key, profile: 'pupil', uai: TILLEULS },
    ...{ givenName, familyName, displayName: `${givenName} ${familyName}`, ine: said('ine') },
    birthDate: `${born.slice(0, 4)}-${born.slice(4, 6)}-${born.slice(6)}`,
  };
}
