// SPDX-License-Identifier: EUPL-1.2
import { ldapSource } from './ldap-source.js';
import { withDirectory } from './ldap/open-directory.js';
import { ReadingDigest } from './reading-digest.js';
import { oneDirectory } from './testing/read-all.js';
import { recordingLog } from './testing/recording-log.js';
import { address, PUPILS } from './testing/search-for-tests.js';
import { stopAfterEach } from './testing/stop-after-each.js';
import { sendEntry, startTestDirectory, type Behaviour, type TestDirectory } from './testing/test-directory.js';
import { person, TILLEULS, twoSchools, type TestEntry } from './testing/test-entries.js';

const started = stopAfterEach();
const SIGNAL = new AbortController().signal;

async function start(entries: readonly TestEntry[] = twoSchools(), behaviour: Behaviour = {}): Promise<TestDirectory> {
  return started(await startTestDirectory(entries, behaviour));
}

function digestOf(url: string, settings: object = {}): Promise<string | undefined> | undefined {
  return ldapSource(oneDirectory(url, settings), recordingLog()).digest?.(SIGNAL);
}

/** The digest that a reading gives along with its records. */
async function digestOfRead(url: string, settings: object = {}): Promise<string | undefined> {
  const digests: string[] = [];
  const source = ldapSource(oneDirectory(url, settings), recordingLog());
  const records = source.read(SIGNAL, undefined, (text) => digests.push(text))[Symbol.asyncIterator]();
  while (!(await records.next()).done);
  return digests[0];
}

describe('the digest of a reading', () => {
  test.each(['scribe', 'sdet'])('is the same with and without records, in pages of any size (%s)', async (layout) => {
    const { url } = await start();

    const digest = await digestOfRead(url, { layout });

    expect(digest).toMatch(/^[\w-]{43}$/);
    expect(await digestOf(url, { layout })).toBe(digest);
    expect(await digestOf(url, { layout, pageSize: 2 })).toBe(digest);
    expect(await digestOfRead(url, { layout, pageSize: 2 })).toBe(digest);
  });

  test('comes of the same questions as the records', async () => {
    const directory = await start();
    const asked = (): string[] =>
      directory.searches.splice(0).map(({ baseObject, scopeName, filter, attributes }) => {
        return [String(baseObject), scopeName, String(filter), ...attributes].join(' ');
      });
    await digestOfRead(directory.url);
    const forRecords = asked();
    await digestOf(directory.url);

    expect(asked()).toEqual(forRecords);
  });

  test('L6 is none while a part is at another server, and the reading gives none', async () => {
    const { url } = await start(twoSchools(), {
      answer: (request, response) => {
        const isContent = request.scopeName === 'subtree';
        if (isContent) response.send(response.createSearchReference(`ldap://other.example.org/${encodeURI(TILLEULS)}`));
        return false;
      },
    });

    expect([await digestOf(url), await digestOfRead(url)]).toEqual([undefined, undefined]);
  });

  test.each([4, 11, 50])('L5 fails where a reading fails, and names the reason (result %i)', async (code) => {
    const { url } = await start(twoSchools(), {
      answer: ({ scopeName }, response) => {
        if (scopeName === 'subtree') response.end(code);
        return scopeName === 'subtree';
      },
    });

    const reason = await digestOfRead(url).catch((error: Error) => error.message);
    expect(reason).toMatch(/limit|does not allow/);
    await expect(digestOf(url)).rejects.toThrow(reason);
  });

  test('L12 fails when the connection is cut among the entries', async () => {
    const { url } = await start(twoSchools(), {
      answer: (request, response) => {
        if (request.scopeName !== 'subtree') return false;
        sendEntry(person(TILLEULS, 'eleves', 'lea'), request, response);
        request.connection.destroySoon();
        return true;
      },
    });

    await expect(digestOf(url)).rejects.toThrow(/closed the connection/);
  });

  test('ends with the reason when it is given up', async () => {
    const stop = new AbortController();
    const { url } = await start(twoSchools(), {
      answer: ({ scopeName }) => {
        if (scopeName === 'subtree') stop.abort(new Error('enough'));
        return false;
      },
    });

    await expect(ldapSource(oneDirectory(url), recordingLog()).digest?.(stop.signal)).rejects.toThrow('enough');
  });
});

describe('L14: the digest of a reading changes with', () => {
  const pupils = [
    person(TILLEULS, 'eleves', 'ada', { sn: 'Petit' }),
    person(TILLEULS, 'eleves', 'bob', { sn: 'Roux' }),
  ] as const;

  /** Digests of what a directory with these pupils sends, so that neither its address nor its settings differ. */
  async function sent(
    shown: readonly TestEntry[],
    search = PUPILS,
    settings: object = {},
  ): Promise<string | undefined> {
    const { url } = await start([...twoSchools(), ...shown]);
    const digest = new ReadingDigest(oneDirectory('ldap://127.0.0.1', settings));
    await withDirectory(address(url), SIGNAL, (open) => digest.watch(open).skim(search));
    return digest.end();
  }

  test.each<[string, Parameters<typeof sent>]>([
    ['one letter', [[pupils[0], person(TILLEULS, 'eleves', 'bob', { sn: 'Rous' })]]],
    ['a value more', [[pupils[0], person(TILLEULS, 'eleves', 'bob', { sn: ['Roux', 'Rous'] })]]],
    ['a name of an attribute', [[pupils[0], person(TILLEULS, 'eleves', 'bob', { SN: 'Roux' })]]],
    ['the order of entries', [[pupils[1], pupils[0]]]],
    ['an entry that is gone, or hidden from the account', [[pupils[0]]]],
    ['an entry that comes twice', [[...pupils, pupils[1]]]],
    ['the attributes that are asked for', [pupils, { ...PUPILS, attributes: ['uid'] }]],
    ['the filter', [pupils, { ...PUPILS, filter: '(sn=*)' }]],
    ['the account', [pupils, PUPILS, { bindDn: 'cn=other,o=gouv,c=fr' }]],
    ['the server', [pupils, PUPILS, { url: 'ldap://127.0.0.2' }]],
    ['the names of schools in the settings', [pupils, PUPILS, { schools: { '0999991A': { name: 'Autre' } } }]],
  ])('%s', async (_what, other) => {
    const first = await sent(pupils);

    expect(await sent(pupils)).toBe(first);
    expect(await sent(...other)).not.toBe(first);
  });
});
