// SPDX-License-Identifier: EUPL-1.2
import { withDirectory } from './ldap/open-directory.js';
import { layoutOf } from './mapping/layouts.js';
import { readChanges } from './mapping/read-changes.js';
import { oneDirectory, readAll } from './testing/read-all.js';
import { stopAfterEach } from './testing/stop-after-each.js';
import { startTestDirectory, type Behaviour, type TestDirectory } from './testing/test-directory.js';
import { ACADEMY, EDUCATION, RIVIERES, TILLEULS, twoSchools } from './testing/test-entries.js';

const started = stopAfterEach();

const urlOf = (name: string, host = 'other.example.org'): string => `ldap://${host}/${encodeURI(name)}??sub`;

/** Names these URLs besides what it holds, in a continuation reference for each list. */
function referring(scope: 'single' | 'subtree', ...references: readonly (readonly string[])[]): Behaviour {
  return {
    answer: (request, response) => {
      const { length } = request.baseObject;
      const isAsked = request.scopeName === scope && (scope === 'subtree' || length > EDUCATION.split(',').length);
      for (const [first = '', ...others] of isAsked ? references : []) {
        const reference = response.createSearchReference(first) as { uris: string[] };
        reference.uris = [first, ...others];
        response.send(reference);
      }
      return false;
    },
  };
}

async function start(behaviour: Behaviour, entries = twoSchools()): Promise<TestDirectory> {
  return started(await startTestDirectory(entries, behaviour));
}

const unread = (records: Awaited<ReturnType<typeof readAll>>) => records.filter(({ type }) => type === 'unread-school');
const others = (records: Awaited<ReturnType<typeof readAll>>) => records.filter(({ type }) => type !== 'unread-school');

const isOfSixth = (record: object): boolean => Object.values(record).includes('6b');

const PUPILS = `ou=eleves,ou=utilisateurs,${RIVIERES}`;

test.each([
  ['a branch', [[urlOf(PUPILS)]]],
  ['the whole school', [[urlOf(RIVIERES)]]],
  ['several servers that hold the same', [[urlOf(PUPILS), urlOf(PUPILS, 'third.example.org')]]],
  ['two branches, in capitals', [[urlOf(PUPILS.toUpperCase())], [urlOf(`ou=groupes,${RIVIERES}`)]]],
])('L6 %s of one school at another server: the school is said to be unread, and all else is read', async (_, urls) => {
  const whole = await readAll((await start({})).url);
  const { url } = await start(referring('subtree', ...urls));

  const records = await readAll(url);

  expect(unread(records)).toEqual([
    { type: 'unread-school', uai: '0999992B', reason: expect.stringContaining((urls[0] ?? []).join(' or ')) },
  ]);
  // A class that only the entries of its pupils name is left as it is: its own entry may be among what is elsewhere.
  expect(others(records)).toEqual(whole.filter((record) => !isOfSixth(record)));
});

test('L6 the same in small pages, and of each school', async () => {
  const { url } = await start(referring('subtree', [urlOf(PUPILS)], [urlOf(`ou=groupes,${TILLEULS}`)]));
  const records = await readAll(url, { pageSize: 1 });
  expect(unread(records)).toMatchObject([{ uai: '0999992B' }, { uai: '0999991A' }]);
});

test('L6 a school of which nothing but its name is told is unread, too', async () => {
  const entries = twoSchools().filter(({ dn }) => !dn.endsWith(RIVIERES));
  const { url } = await start(referring('single', [urlOf(RIVIERES)]), entries);
  const records = await readAll(url);
  expect(unread(records)).toMatchObject([{ uai: '0999992B' }]);
  expect(records).toContainEqual(expect.objectContaining({ type: 'person', key: 'lea.martin' }));
});

test.each<[string, 'single' | 'subtree', string[][]]>([
  ['parts of two schools', 'subtree', [[urlOf(PUPILS), urlOf(TILLEULS)]]],
  ['a place above the schools', 'subtree', [[urlOf(ACADEMY)]]],
  ['a place that is not named', 'subtree', [['ldap://other.example.org/']]],
  ['a place of which one URL has no name', 'subtree', [[urlOf(PUPILS), 'ldap://other.example.org/']]],
  ['a school that is not known', 'subtree', [[urlOf(`ou=0999999Z,${ACADEMY}`)]]],
  ['a school of that UAI elsewhere in the tree', 'subtree', [[urlOf(`ou=0999992B,ou=archives,${ACADEMY}`)]]],
  ['something else among the schools', 'single', [[urlOf(`ou=ressources,${ACADEMY}`)]]],
  ['one school after the other', 'subtree', [[urlOf(PUPILS)], [urlOf(ACADEMY)]]],
])('L6 %s: nothing is read', async (_, scope, urls) => {
  const { url } = await start(referring(scope, ...urls));
  await expect(readAll(url)).rejects.toThrow(/refers to another server/);
});

test('L6 a result that refers elsewhere is no answer, whatever school it names', async () => {
  const { url } = await start({
    answer: ({ scopeName }, response) => {
      if (scopeName !== 'subtree') return false;
      response.addReferral(urlOf(PUPILS));
      response.end(10);
      return true;
    },
  });
  await expect(readAll(url)).rejects.toThrow(/The school 0999992B cannot be read in full, and nothing of any school/);
});

test('L6 custom: an entry below a school may be of another one, so that nothing is read', async () => {
  const { url } = await start(referring('subtree', [urlOf(PUPILS)]));
  const schools = { filter: '(&(ou=*)(description=*))', uai: 'ou', name: 'description' };
  const persons = { filter: '(sn=*)', login: 'uid', familyName: 'sn', profile: 'ENTPersonProfils' };
  const reading = readAll(url, { layout: 'custom', custom: { schools, persons } });
  await expect(reading).rejects.toThrow(/The school 0999992B cannot be read in full/);
});

test.each<['single' | 'subtree', string]>([
  ['subtree', PUPILS],
  ['single', RIVIERES],
])('L6 what changed cannot be told from a part of the directory (%s)', async (scope, name) => {
  const entries = scope === 'single' ? twoSchools().filter(({ dn }) => !dn.endsWith(RIVIERES)) : twoSchools();
  const settings = oneDirectory((await start(referring(scope, [urlOf(name)]), entries)).url);
  const changes = withDirectory(settings, new AbortController().signal, (directory) =>
    readChanges(layoutOf(settings), directory, settings, { csn: '20260101000000.000000Z#000000#000#000000', seen: '' }),
  );
  if (scope === 'single') await expect(changes).resolves.toBeUndefined();
  else await expect(changes).rejects.toThrow(/refers to another server/);
});
