// SPDX-License-Identifier: EUPL-1.2
import { posix } from 'node:path';
import { trackedFiles } from '../tracked-files.js';
import { findCircle } from './find-circle.js';
import { importsBetween } from './imports-between.js';
import { findUpwardImports, HOST, storeyOf } from './storeys.js';

const isForTests = (file: string): boolean => /\.test\.tsx?$|-for-tests\.tsx?$|\/testing\//.test(file);
const sources = trackedFiles().filter((file) => /\/src\/.*\.tsx?$/.test(file) && !isForTests(file));
const ofHost = sources.filter((file) => file.startsWith(`${HOST}/`));

describe('the storeys of the host', () => {
  const imports = importsBetween(ofHost);

  test('each file stands in a storey', () => {
    expect(ofHost.filter((file) => storeyOf(file) === undefined)).toEqual([]);
  });

  test('no file imports a storey above its own', () => {
    expect(findUpwardImports(imports)).toEqual([]);
  });

  test('no folders import each other in a circle', () => {
    const inside = imports.filter(({ from }) => from !== `${HOST}/index.ts`);
    expect(findCircle(inside.map(({ from, to }) => [posix.dirname(from), posix.dirname(to)]))).toBeUndefined();
  });
});

test('no files import each other in a circle, types included', () => {
  expect(findCircle(importsBetween(sources).map(({ from, to }) => [from, to]))).toBeUndefined();
});

describe('what these checks find', () => {
  test('an import of a storey above, with what to do instead', () => {
    const upward = { from: `${HOST}/domain/sync/a.ts`, to: `${HOST}/http/b.ts` };
    const downward = { from: upward.to, to: upward.from };
    const [sentence, ...more] = findUpwardImports([upward, downward]);
    expect(sentence).toMatch(/"domain" does not see "http"\. Take it as an argument/);
    expect(more).toEqual([]);
    expect(storeyOf(`${HOST}/loader/a.ts`)).toBeUndefined();
  });

  test('a circle, in the order of its arrows', () => {
    expect(
      findCircle([
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'b'],
        ['c', 'd'],
      ]),
    ).toEqual(['b', 'c']);
    expect(
      findCircle([
        ['a', 'b'],
        ['b', 'c'],
        ['a', 'c'],
        ['c', 'c'],
      ]),
    ).toBeUndefined();
  });
});
