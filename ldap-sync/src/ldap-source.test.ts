// SPDX-License-Identifier: EUPL-1.2
import { readAll } from './testing/read-all.js';
import { startTestDirectory } from './testing/test-directory.js';
import { twoSchools } from './testing/test-entries.js';

test('x', async () => {
  let n = 0;
  const directory = await startTestDirectory(twoSchools(), {
    answer: (request) => {
      if (n++ > 50) request.connection.destroy();
      process.stderr.write(
        `${n} ${request.baseObject} ${request.scopeName} ${request.filter} ${request.controls[0]?.value.cookie}\n`,
      );
      return false;
    },
  });
  console.log(await readAll(directory.url, { pageSize: 1 }));
  await directory.stop();
}, 5000);
