// SPDX-License-Identifier: EUPL-1.2
import { Socket } from 'node:net';

import { UnavailableError } from '@volee/core-adapter';

import { address, PUPILS, searchAll, uids } from '../testing/search-for-tests.js';
import { stopAfterEach } from '../testing/stop-after-each.js';
import { sendEntry, startTestDirectory, type Behaviour, type TestDirectory } from '../testing/test-directory.js';
import { person, RIVIERES, TILLEULS, twoSchools, type TestEntry } from '../testing/test-entries.js';
import { openDirectory } from './open-directory.js';

const started = stopAfterEach();

function manyPupils(count: number, values = {}): TestEntry[] {
  return Array.from({ length: count }, (_, index) => person(TILLEULS, 'eleves', `pupil.${index}`, values));
}

async function start(entries: TestEntry[] = [], behaviour: Behaviour = {}): Promise<TestDirectory> {
  return started(await startTestDirectory([...twoSchools(), ...entries], behaviour));
}

/** Lets everything that is already on its way between two sockets of this process arrive. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('a complete answer', () => {
  test('L8: arrives page by page, the last and shorter one too', async () => {
    const directory = await start(manyPupils(24)); // 25 with the pupil of the sample

    const entries = await searchAll(address(directory.url, { pageSize: 10 }));

    expect(uids(entries)).toHaveLength(25);
    expect(uids(entries).at(-1)).toBe('pupil.23');
    expect(directory.searches.map(({ controls }) => controls.map(({ value }) => value.size))).toEqual([
      [10],
      [10],
      [10],
    ]);
  });

  test('L8: is whole when it comes before the request counts as written', async () => {
    const directory = await start(manyPupils(24));
    const { port } = new URL(directory.url);
    const { write } = Socket.prototype;
    let delayed = 0;
    // The callback of a write runs only once an answer has come, as on a busy machine.
    Socket.prototype.write = function (this: Socket, ...given: unknown[]): boolean {
      const reported = given.at(-1);
      if (String(this.remotePort) !== port || typeof reported !== 'function')
        return Reflect.apply(write, this, given) as boolean;
      const tell = (): void => void Reflect.apply(reported, undefined, []);
      this.once('data', () => {
        delayed += 1;
        setImmediate(tell);
      });
      return Reflect.apply(write, this, given.slice(0, -1)) as boolean;
    };
    try {
      expect(uids(await searchAll(address(directory.url, { pageSize: 10 })))).toHaveLength(25);
    } finally {
      Socket.prototype.write = write;
    }
    // The login, the root DSE, three pages.
    expect(delayed).toBe(5);
  });

  test('L7: comes in one piece from a server without paging, which is not asked for pages', async () => {
    const directory = await start(manyPupils(1_200), { paging: false });

    await expect(searchAll(address(directory.url))).resolves.toHaveLength(1_201);

    expect(directory.searches.map(({ controls }) => controls)).toEqual([[]]);
  });

  test.each([true, false])('L3: may be empty (paging: %s)', async (paging) => {
    const directory = await start([], { paging });

    await expect(searchAll(address(directory.url), { ...PUPILS, filter: '(uid=nobody)' })).resolves.toEqual([]);
  });

  test('may take the server longer than the ten seconds that ldapjs would allow it', async () => {
    const directory = await start();

    await searchAll(address(directory.url));

    expect(directory.searches.map(({ timeLimit }) => timeLimit)).toEqual([3_600]);
  });

  test('keeps several values, accents and spaces as they were sent', async () => {
    const directory = await start([person(TILLEULS, 'eleves', 'zoe', { sn: ['  LEROY ', 'Le\u0301roy'] })]);

    const entries = await searchAll(address(directory.url), { ...PUPILS, filter: '(uid=zoe)' });

    expect(entries.map(({ attributes }) => attributes.get('sn'))).toEqual([['  LEROY ', 'Le\u0301roy']]);
  });

  test('L10: asks for what is in use, and drops a photo of a megabyte that comes all the same', async () => {
    const photo = 'x'.repeat(1_000_000);
    const directory = await start([], {
      answer: (request, response) => {
        const everything = { ...request, attributes: [], connection: request.connection };
        sendEntry(person(TILLEULS, 'eleves', 'lea', { jpegPhoto: photo }), everything, response);
        response.end();
        return true;
      },
    });

    const entries = await searchAll(address(directory.url));

    expect(directory.searches.map(({ attributes }) => attributes)).toEqual([['uid', 'sn']]);
    expect(entries.map(({ attributes }) => [...attributes.keys()])).toEqual([['uid', 'sn']]);
  });
});

describe('an incomplete answer is never taken for the whole', () => {
  const failures = [
    {
      title: 'L5: size limit',
      code: 4,
      sentence: /stopped at its size limit while reading ou=eleves/,
    },
    { title: 'L5: time limit', code: 3, sentence: /stopped at its time limit/ },
    { title: 'L5: administrative limit', code: 11, sentence: /stopped at an administrative limit/ },
    { title: 'L6: referral', code: 10, sentence: /refers to another server.*referrals are not followed/ },
    { title: 'L15: no right to read', code: 50, sentence: /does not allow cn=reader.* to read/ },
    { title: 'a base that is not there', code: 32, sentence: /has no such entry, or hides it/ },
    { title: 'a server that is busy', code: 51, sentence: /answered ".*" \(51\)/ },
    { title: 'a result code that ldapjs does not know', code: 70, sentence: /sent an invalid LDAP answer/ },
  ];

  test.each(failures)('$title ($code)', async ({ code, sentence }) => {
    const directory = await start([], {
      answer: (request, response) => {
        sendEntry(person(TILLEULS, 'eleves', 'lea'), request, response);
        response.end(code);
        return true;
      },
    });

    await expect(searchAll(address(directory.url))).rejects.toThrow(UnavailableError);
    await expect(searchAll(address(directory.url))).rejects.toThrow(sentence);
  });

  test('L6: a result that names the other servers', async () => {
    const directory = await start([], {
      answer: (_, response) => {
        response.addReferral('ldap://other.example.org/o=gouv,c=fr');
        response.addReferral('ldap://third.example.org/o=gouv,c=fr');
        response.end(10);
        return true;
      },
    });

    await expect(searchAll(address(directory.url))).rejects.toThrow(
      /refers to another server \(ldap:\/\/other\.example\.org\/o=gouv,c=fr or ldap:\/\/third\.example\.org\/o=gouv,c=fr\) while/,
    );
  });

  test.each([true, false])('L6: a branch that is at another server (paging: %s)', async (paging) => {
    const directory = await start([], {
      paging,
      answer: (request, response) => {
        sendEntry(person(TILLEULS, 'eleves', 'lea'), request, response);
        response.send(response.createSearchReference('ldap://other.example.org/ou=\u001b[31mautre,o=gouv,c=fr'));
        response.end();
        return true;
      },
    });

    // Without the signs that would colour a terminal.
    await expect(searchAll(address(directory.url))).rejects.toThrow(
      /refers to another server \(ldap:\/\/other\.example\.org\/ou=\[31mautre,o=gouv,c=fr\) while/,
    );
  });

  test('L5: a size limit that is met on the second page', async () => {
    const directory = await start(manyPupils(30), {
      answer: ({ controls }, response) => {
        const isFirst = controls[0]?.value.cookie.length === 0;
        if (!isFirst) response.end(4);
        return !isFirst;
      },
    });

    await expect(searchAll(address(directory.url, { pageSize: 10 }))).rejects.toThrow(/size limit/);
    expect(directory.sent).toBe(10);
  });

  test.each([true, false])('L12: a connection that is cut in the middle of a page (paging: %s)', async (paging) => {
    const directory = await start([], {
      paging,
      answer: (request, response) => {
        for (const entry of manyPupils(5)) sendEntry(entry, request, response);
        request.connection.destroySoon();
        return true;
      },
    });

    await expect(searchAll(address(directory.url))).rejects.toThrow(/closed the connection while reading ou=eleves/);
  });

  test('L12: a connection that is gone when the next page is asked for', async () => {
    const directory = await start(manyPupils(1_000));
    const open = await openDirectory(address(directory.url, { pageSize: 10 }), new AbortController().signal);
    const batches = open.searchInBatches(PUPILS)[Symbol.asyncIterator]();
    await batches.next();
    for (const connection of directory.connections) connection.destroy();
    await turns(10);

    await expect(batches.next()).rejects.toThrow(/closed the connection/);
    open.close();
  });

  test('a server that falls silent in the middle of an answer', async () => {
    const directory = await start([], {
      answer: (request, response) => {
        sendEntry(person(TILLEULS, 'eleves', 'lea'), request, response);
        return true;
      },
    });

    await expect(searchAll(address(directory.url, { timeout: 200 }))).rejects.toThrow(
      /did not answer for 0.2 s while reading ou=eleves/,
    );
  });
});

test('a base that need not be there holds nothing; a search elsewhere still works', async () => {
  const directory = await start();
  const open = await openDirectory(address(directory.url), new AbortController().signal);
  const found: string[] = [];
  for (const base of [`ou=absente,${RIVIERES}`, RIVIERES]) {
    for await (const { dn } of open.search({ ...PUPILS, base, baseMayBeAbsent: true })) found.push(dn);
  }
  open.close();

  expect(found).toEqual([expect.stringContaining('uid=tom.martin'), expect.stringContaining('uid=zoe.leroy')]);
});

test('a base that need not be there is no excuse once entries have come', async () => {
  const directory = await start([], {
    answer: (request, response) => {
      sendEntry(person(TILLEULS, 'eleves', 'lea'), request, response);
      response.end(32);
      return true;
    },
  });

  await expect(searchAll(address(directory.url), { ...PUPILS, baseMayBeAbsent: true })).rejects.toThrow(
    /no such entry/,
  );
});

describe('memory does not grow with the directory', () => {
  test('the next page is asked for while entries wait, and no more once many wait', async () => {
    const directory = await start(manyPupils(1_000));
    const open = await openDirectory(address(directory.url, { pageSize: 10 }), new AbortController().signal);
    const entries = open.search(PUPILS)[Symbol.asyncIterator]();

    await entries.next();
    await turns(500);

    expect(directory.sent).toBeGreaterThan(10);
    expect(directory.sent).toBeLessThan(200);
    let taken = 1;
    while (!(await entries.next()).done) taken += 1;
    expect(taken).toBe(1_001);
    open.close();
  });

  test('nothing more is asked for once nobody takes the entries, and the connection can be used again', async () => {
    const directory = await start(manyPupils(1_000));
    const open = await openDirectory(address(directory.url, { pageSize: 10 }), new AbortController().signal);
    for await (const entry of open.search(PUPILS)) if (entry.dn !== '') break;
    const { sent } = directory;
    await turns(500);

    expect(directory.sent).toBeLessThanOrEqual(sent + 10);
    const found: string[] = [];
    for await (const { dn } of open.search({ ...PUPILS, base: RIVIERES })) found.push(dn);
    expect(found).toHaveLength(2);
    open.close();
  });

  test('without paging, a slow consumer makes the server wait, and nothing is lost', async () => {
    const count = 800;
    // 80 MB in all, more than sockets hold, and each entry above the 64 kB from which Node.js 22 and later say `drain`.
    const large = person(TILLEULS, 'eleves', 'large', { sn: 'x'.repeat(100_000) });
    const progress = { written: 0 };
    const directory = await start([], {
      paging: false,
      answer: (request, response) => {
        const send = (): void => {
          while (progress.written < count && request.connection.writableLength === 0) {
            sendEntry(large, request, response);
            progress.written += 1;
          }
          if (progress.written === count) response.end();
          else request.connection.once('drain', send);
        };
        send();
        return true;
      },
    });
    const open = await openDirectory(address(directory.url), new AbortController().signal);
    const entries = open.search(PUPILS)[Symbol.asyncIterator]();

    await entries.next();
    await turns(20_000); // reading on, each turn would bring at least one entry

    expect(progress.written).toBeLessThan(count / 2);
    let taken = 1;
    while (!(await entries.next()).done) taken += 1;
    expect(taken).toBe(count);
    open.close();
  });
});
