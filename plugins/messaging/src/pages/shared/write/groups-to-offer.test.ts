// SPDX-License-Identifier: EUPL-1.2
import type { DirectorySource } from '@volee/core-adapter/directory';
import { SCHOOL, startTestHost, testHostSource, type Role } from '@volee/core-adapter/testing';
import messaging from '../../../index.js';
import { MOST_GROUPS } from './groups-to-offer.js';

const host = await startTestHost({ bricks: [messaging] });

/** The labels of the groups on the page for writing. */
async function labelsOn(path: string, role: Role): Promise<readonly string[]> {
  const { text } = await host.as(role).get(path).expect(200);
  const buttons = [...text.matchAll(/name="add" value="[^"]*"[^]*?<strong>([^]*?)<\/strong>/g)];
  return buttons.map(([, label = '']) => label.replaceAll(/<\/?mark>/g, ''));
}

test('teachers are offered the classes that they teach, and the others once they type their names', async () => {
  const before = await labelsOn('/write', 'teacher');
  expect(before).toEqual(expect.arrayContaining(['Élèves de CM1', 'Parents de CM1', 'Tous les élèves']));
  expect(before).not.toContain('Élèves de CM2');
  for (const search of ['cm2', 'Élèves cm2', 'parents de c']) {
    const found = await labelsOn(`/write?q=${encodeURIComponent(search)}`, 'teacher');
    expect(found).toContain(search.startsWith('parents') ? 'Parents de CM2' : 'Élèves de CM2');
  }
  expect(await labelsOn('/write?q=parents+cm2', 'teacher')).not.toContain('Élèves de CM2');
  expect(await labelsOn('/write?q=6e', 'teacher')).not.toContain('Élèves de 6e A');
});

test('heads are offered the classes of their own school', async () => {
  expect(await labelsOn('/write', 'head')).toEqual(expect.arrayContaining(['Élèves de CM1', 'Élèves de CM2']));
  expect(await labelsOn('/write', 'head')).not.toContain('Élèves de 6e A');
});

// Last: the school is larger afterwards.
test('a head of many classes is offered those that a word finds, and the whole school', async () => {
  const keys = Array.from({ length: MOST_GROUPS + 1 }, (_, at) => `5e ${at}`);
  const source: DirectorySource = {
    name: 'ldap',
    async *read(signal) {
      yield* testHostSource.read(signal);
      for (const key of keys) yield { type: 'group', uai: SCHOOL, key, kind: 'class', name: key };
      for (const key of keys) yield { type: 'membership', uai: SCHOOL, group: key, person: 'pupil', role: 'member' };
    },
  };
  await host.host.sync.run(source, new AbortController().signal);
  const before = await labelsOn('/write', 'head');
  expect(before).toEqual(['Tous les élèves', 'Tous les enseignants', 'Tous les parents']);
  expect(await labelsOn('/write?q=5e+24', 'head')).toContain('Parents de 5e 24');
  expect(await labelsOn('/write?q=5e', 'head')).not.toContain('Élèves de CM1');
  await host
    .as('head')
    .get('/write?q=5e')
    .expect(200, /Il y en a d’autres/);
  expect(await labelsOn('/write', 'teacher')).toContain('Élèves de CM1');
});
