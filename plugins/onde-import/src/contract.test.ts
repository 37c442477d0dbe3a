// SPDX-License-Identifier: EUPL-1.2
import { brickContract, type ExampleAbout } from '@volee/core-adapter/testing';
import { given, pupilsText } from './files/onde-for-tests.js';
import { isRefusal } from './files/refusal.js';
import { readFiles } from './files/read-files.js';
import onde from './index.js';
import { recordsOf, sourceOf } from './records.js';

const textFor = ({ marker }: ExampleAbout): string => pupilsText({ given: `Ana-${marker}`, label: `CM1 ${marker}` });

/** The number of a plan that waits in the school. */
async function planned(about: ExampleAbout): Promise<{ params: { run: string } }> {
  const { imports, school } = about;
  const files = await readFiles([given('eleves.csv', textFor(about))], ['CM1']);
  if (isRefusal(files)) throw new Error(files.refused);
  const { run } = await imports.of(sourceOf(school)).plan(() => recordsOf(files, school));
  return { params: { run: String(run) } };
}

brickContract(onde, {
  examples: {
    'POST /files': (about) => ({ files: { 'eleves.csv': textFor(about) } }),
    'GET /imports/:run': planned,
    'POST /imports/:run': planned,
  },
});
