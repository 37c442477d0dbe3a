// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import type { Entry } from './entry.js';
import { mapEntries } from './mapping/map-entries.js';
import { Problems } from './problems.js';
import { EntryBuffer } from './state/entry-buffer.js';
import { packEntries, unpackEntries } from './state/pack-entries.js';
import { add } from './testing/aaf-xml.js';
import { SECONDARY } from './testing/sample-files.js';
import { entriesIn } from './testing/read-sample.js';
import { readRequests } from './xml/read-requests.js';

const PUPILS = 20_000;
const PIECE = 65_536;

function pupil(number: number): string {
  return add('Eleve', `p${number}`, {
    sn: `NOM ${number}`,
    givenName: 'Prénom',
    ENTPersonStructRattach: '43',
    ENTEleveClasses: `43$6${number % 30}`,
    ENTElevePersRelEleve: [`g${number}$10$1$1$1$1`, `h${number}$20$0$1$0$0`],
    ENTPersonAdresse: `${number} rue des Lilas`.repeat(20),
  });
}

test('20,000 pupils are streamed: at most one piece of the file is in memory', async () => {
  let [produced, read, furthest] = [0, 0, 0];
  async function* open(): AsyncGenerator<Uint8Array> {
    let text = '<ficAlimMENESR>';
    while (produced < PUPILS) {
      for (; text.length < PIECE && produced < PUPILS; produced += 1) text += pupil(produced);
      furthest = Math.max(furthest, produced - read);
      yield await Promise.resolve(Buffer.from(text));
      text = '';
    }
    yield Buffer.from('</ficAlimMENESR>');
  }
  async function* entries(): AsyncGenerator<Entry> {
    yield* entriesIn({ EtabEducNat: SECONDARY.EtabEducNat });
    yield* readRequests({ name: 'ENT_Eleve_0000.xml', open }, 'Eleve');
  }
  let records = 0;
  for await (const mapped of mapEntries(entries(), { today: '2026-11-24' }, new Problems())) {
    if (mapped.entry.category === 'Eleve') read += 1;
    records += mapped.records.length;
  }
  expect(read).toBe(PUPILS);
  // One school, thirty classes, and four records for each pupil: the pupil, the class membership and two guardians.
  expect(records).toBe(1 + 4 * PUPILS + 30);
  expect(furthest).toBeLessThanOrEqual(2 * Math.ceil(PIECE / pupil(0).length));
});

test('the write buffer is flushed before it exceeds 20,000 entries', () => {
  const gathered = new EntryBuffer();
  const entry: Entry = { category: 'Eleve', key: '1', attributes: {} };
  let added = 0;
  for (; !gathered.isFull; added += 1) gathered.add(added % 2 === 0 ? '0999991A' : '0999992B', entry);
  expect(added).toBe(20_000);
  expect([...gathered.take()].map(({ uai, entries }) => [uai, entries.length])).toEqual([
    ['0999991A', 10_000],
    ['0999992B', 10_000],
  ]);
  expect(gathered.isFull).toBe(false);
  expect([...gathered.take()]).toEqual([]);
});

test('entries that exceed one part are split and read back unchanged', async () => {
  const entries = Array.from({ length: 3_000 }, (_, number): Entry => {
    const noise = createHash('sha256').update(String(number)).digest('base64');
    return { category: 'Eleve', key: `p${number}`, attributes: { sn: [noise], givenName: ['Éloïse'] } };
  });
  const parts = await packEntries(entries);
  expect(parts.length).toBeGreaterThan(1);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(60_000);
  expect((await Promise.all(parts.map(unpackEntries))).flat()).toEqual(entries);
});
