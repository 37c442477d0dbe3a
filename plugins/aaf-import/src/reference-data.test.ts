// SPDX-License-Identifier: EUPL-1.2
import { createReadStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES, type AafRequest, type Category } from './entry.js';
import { fileSet } from './folder/file-set.js';
import { mapAll } from './testing/read-sample.js';
import { sharedAaf } from './testing/shared-data.js';
import { mayStand } from './xml/grammar.js';
import { readRequests } from './xml/read-requests.js';

const title = 'the reference data of AAF';
const folder = sharedAaf();

if (folder === undefined) {
  const absence = `left out: ${title} needs shared/data/aaf beside the repository`;
  process.stderr.write(`${absence}\n`);
  test.skip(absence, () => undefined);
} else {
  describe(title, () => againstReference(folder));
}

function againstReference(reference: string): void {
  const EARLY = 'ENT_Complet_20200101';
  const LATE = 'ENT2DVA-ENT16_Complet_20240916';

  async function read(series: string, category: Category): Promise<AafRequest[]> {
    const name = `${series}_${category}_0000.xml`;
    const requests: AafRequest[] = [];
    const open = (): AsyncIterable<Uint8Array> => createReadStream(join(reference, name));
    for await (const request of readRequests({ name, open }, category)) requests.push(request);
    return requests;
  }
  async function* together(...requests: readonly (readonly AafRequest[])[]): AsyncGenerator<AafRequest> {
    yield* await Promise.resolve(requests.flat());
  }

  test('the grammar is that of the DTD', () => {
    const dtd = readFileSync(join(reference, 'ficAlimMENESR.dtd'), 'latin1');
    const elements = [...dtd.matchAll(/<!ELEMENT (\w+) \(([^)]*)\)/g)].map(([, name = '', content = '']) => ({
      name,
      children: content.split(/[^\w#]+/).filter((child) => child !== '' && child !== '#PCDATA'),
    }));
    expect(elements.length).toBeGreaterThan(10);
    for (const { name: parent, children } of elements) {
      const known = elements.filter(({ name }) => mayStand(name, parent)).map(({ name }) => name);
      expect([parent, known.toSorted()]).toEqual([parent, children.toSorted()]);
    }
  });

  test('a collège and its staff', async () => {
    const entries = together(await read(LATE, 'EtabEducNat'), await read(LATE, 'PersEducNat'));
    const records = (await mapAll(entries)).flatMap((mapped) => mapped.records);
    const person = { type: 'person', familyName: 'AAAA', givenName: 'Prénom AAAA', uai: '0123456A', key: '314159' };
    expect(records).toMatchObject([
      { type: 'school', uai: '0123456A', kind: 'college', name: 'Collège INTEGRATION, PARIS' },
      { ...person, profile: 'head' },
      { key: '314160', profile: 'teacher', familyName: 'BBBB' },
    ]);
    expect(records).toHaveLength(3);
  });

  test('a school in ISO-8859-15, and a pupil of a lycée, who is ignored', async () => {
    const [pupil] = await read(EARLY, 'Eleve');
    expect(pupil?.attributes).toMatchObject({
      ENTEleveINE: ['100000000AA'],
      ENTElevePersRelEleve: ['2000000$10$$1', '3000000$20$$1'],
      ENTEleveClasses: ['3000$1AQUA'],
    });
    const mapped = await mapAll(together(await read(EARLY, 'EtabEducNat'), pupil ? [pupil] : []));
    expect(mapped.flatMap(({ records }) => records)).toEqual([
      { type: 'school', uai: '0000000V', kind: 'primary', name: 'NOM STRUCTURE, COURANT' },
    ]);
  });

  test('a folder of it lacks two categories, which is told', () => {
    expect(() => fileSet([`${LATE}_EtabEducNat_0000.xml`, `${LATE}_PersEducNat_0000.xml`])).toThrow(
      `${LATE}_Eleve_0000`,
    );
    expect(CATEGORIES).toHaveLength(4);
  });
}
