// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '@volee/core-adapter/testing';
import { partPath } from '../../paths.js';
import { startParts } from '../../testing/start/parts-for-tests.js';

const started = await Promise.all(testDatabases().map(startParts));

describe.each(started)('the journal of a head who reads a part on $name', ({ host, ines, begun }) => {
  test('names a file of the part, and no id that the address makes up', async () => {
    const [{ work, ids }, other] = [await begun({ 'Etna.txt': 'lave' }), await begun({ 'Vésuve.txt': 'cendre' })];
    const journal = async (): Promise<string> =>
      JSON.stringify(
        await host.host.database.dataSource.query(`SELECT subject FROM core_audit WHERE action LIKE '%part.read'`),
      );
    const page = partPath(work.id, ines);
    const [mine = '', theirs = ''] = [ids[0], other.ids[0]];
    for (const file of [theirs, '0f8fad5b-d9cb-469f-a165-70867728950e']) {
      await host.as('head').get(`${page}?file=${file}`).expect(200);
      expect(await journal()).toContain(work.id);
      expect(await journal()).not.toContain(file);
    }
    await host.as('head').get(`${page}?file=${mine}`).expect(200);
    expect(await journal()).toContain(mine);
  });
});
