// SPDX-License-Identifier: EUPL-1.2
import { readAll } from '../testing/read-all.js';
import { startRawServer } from '../testing/raw-server.js';
import { recordingLog } from '../testing/recording-log.js';
import { stopAfterEach } from '../testing/stop-after-each.js';
import { startTestDirectory, type TestDirectory } from '../testing/test-directory.js';
import { twoSchools } from '../testing/test-entries.js';

const started = stopAfterEach();
const NOBODY = 'ldap://127.0.0.1:1';

async function start(): Promise<TestDirectory> {
  return started(await startTestDirectory(twoSchools()));
}

test('the first server that answers is used for the whole reading; the others are left alone', async () => {
  const [first, second] = [await start(), await start()];
  const log = recordingLog();

  const records = await readAll([first.url, second.url], {}, log);

  expect(records.length).toBeGreaterThan(10);
  expect([first.searches.length > 0, second.connections.size]).toEqual([true, 0]);
  expect(log.warnings).toEqual([]);
});

test('those before it that failed are named in one warning', async () => {
  const silent = started(await startRawServer());
  const directory = await start();
  const log = recordingLog();

  const records = await readAll([NOBODY, `ldap://127.0.0.1:${silent.port}`, directory.url], { timeout: '3s' }, log);

  expect(records).toEqual(await readAll(directory.url));
  expect(log.warnings).toEqual([
    {
      fields: {
        source: 'ldap',
        failed: [
          {
            message: `The directory ${NOBODY} cannot be reached.`,
            remedy: 'Check url, and that the directory runs.',
          },
          expect.objectContaining({ message: expect.stringMatching(/did not answer for 3 s while logging in/) }),
        ],
      },
      sentence: 'servers of the directory did not answer; the next one is read',
    },
  ]);
});

test('when all fail, one error names each with its reason and its remedy', async () => {
  const directory = await start();

  const reading = readAll([NOBODY, directory.url], { bindPassword: 'wrong' });

  await expect(reading).rejects.toMatchObject({
    message:
      `None of the 2 servers of the directory can be read. The directory ${NOBODY} cannot be reached. ` +
      `The directory ${directory.url} refuses the name or the password of cn=reader,o=gouv,c=fr.`,
    remedy: 'Check url, and that the directory runs. Check bindDn and bindPassword.',
  });
});

test('L12: a server that breaks off in the middle of a reading is not followed by another: halves make no whole', async () => {
  const breaking = started(
    await startTestDirectory(twoSchools(), {
      answer: ({ filter, connection }) => String(filter).includes('(cn=*)') && (connection.destroy(), true),
    }),
  );
  const second = await start();

  await expect(readAll([breaking.url, second.url])).rejects.toThrow(/closed the connection/);
  expect(second.connections.size).toBe(0);
});
