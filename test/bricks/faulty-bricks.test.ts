// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition, Manifest } from '@volee/core-adapter';
import { contractChecks, inFullRun, type ContractOptions } from '@volee/core-adapter/testing';
import { CASES_OF_CONTENT } from './faulty/cases-of-content.js';
import { CASES_OF_JOBS } from './faulty/cases-of-jobs.js';
import { CASES_OF_LIVE } from './faulty/cases-of-live.js';
import { CASES_OF_MAKING } from './faulty/cases-of-making.js';
import { CASES_OF_PERSONAL_DATA } from './faulty/cases-of-personal-data.js';
import { CASES_OF_RECEIVING, received } from './faulty/cases-of-receiving.js';
import { CASES_OF_SCOPES } from './faulty/cases-of-scopes.js';
import { CASES_OF_TENANCY } from './faulty/cases-of-tenancy.js';
import { soundWithContent } from './faulty/faults-of-content.js';
import { soundDirectory } from './faulty/faults-of-directories.js';
import { soundBesideOwnClass } from './faulty/faults-of-ids.js';
import { soundWithJob } from './faulty/faults-of-jobs.js';
import { soundWithLive, soundWithPortal } from './faulty/faults-of-live.js';
import { CASES_OF_QUERIES } from './faulty/cases-of-queries.js';
import { queryExamples, soundWithQuery } from './faulty/faults-of-queries.js';
import { examplesInFiles, soundInFiles } from './faulty/faults-of-personal-data.js';
import { soundReceiving } from './faulty/faults-of-receiving.js';
import { besideOwnClass, forTheSchool } from './faulty/other-examples.js';
import { drafts, reports, reportsBrick } from './faulty/sound-reports.js';
import { examples, notesBrick } from './faulty/sound-notes.js';

const CHECKS = contractChecks(notesBrick(), { examples });
const DIRECTORY_CHECKS = contractChecks(soundDirectory);

describe('the sound brick passes', () => {
  for (const { name, run } of CHECKS) test(name, () => run());
});

const everywhere: Manifest['permissions'] = {
  read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] },
  write: { profiles: ['teacher'], everywhere: ['teacher'] },
};

/** A sound brick; the contract suite of `likeOurs`, a brick of this repository, passes with the same in each run. */
interface Sound {
  readonly brick: BrickDefinition;
  readonly options?: ContractOptions;
  readonly likeOurs?: 'file-share' | 'livret-bridge' | 'messaging';
}

const SOUND: Readonly<Record<string, Sound>> = {
  'ids beside ids, and things of the whole school': {
    brick: soundBesideOwnClass,
    options: { examples: { ...besideOwnClass, ...forTheSchool } },
  },
  'a job for each note': { brick: soundWithJob, options: { examples }, likeOurs: 'messaging' },
  'tasks and a badge': { brick: soundWithPortal, options: { examples }, likeOurs: 'file-share' },
  'a word to open pages': { brick: soundWithLive, options: { examples }, likeOurs: 'messaging' },
  'notes as files': { brick: soundWithContent, options: { examples }, likeOurs: 'file-share' },
  'a named query': { brick: soundWithQuery, options: { examples, queries: queryExamples }, likeOurs: 'messaging' },
  'notes in files': { brick: soundInFiles, options: { examples: examplesInFiles } },
  'a permission in every class': {
    brick: notesBrick({ manifest: { permissions: everywhere } }),
    options: { examples },
  },
  'reports about pupils': { brick: reportsBrick(), options: { examples: reports }, likeOurs: 'livret-bridge' },
  'copies from another school': {
    brick: soundReceiving,
    options: { examples: reports, received },
    likeOurs: 'livret-bridge',
  },
  'drafts of reports': { brick: reportsBrick(), options: { examples: drafts }, likeOurs: 'livret-bridge' },
  'a directory': { brick: soundDirectory },
};

// A group for each brick: its host stops before the next one starts.
describe.each(Object.entries(SOUND))('so does one with %s', (_, { brick, options, likeOurs }) => {
  const checks = contractChecks(brick, options);
  const testIt = likeOurs ? inFullRun() : test;
  for (const { name, run } of checks.filter((each) => /^[TF]\d/.test(each.name))) testIt(name, () => run());
});

const CASES = [
  ...CASES_OF_TENANCY,
  ...CASES_OF_SCOPES,
  ...CASES_OF_PERSONAL_DATA,
  ...CASES_OF_JOBS,
  ...CASES_OF_LIVE,
  ...CASES_OF_QUERIES,
  ...CASES_OF_CONTENT,
  ...CASES_OF_RECEIVING,
  ...CASES_OF_MAKING,
];

test('each check has a brick that fails it, but for what the host keeps by itself', () => {
  const proven = CASES.map(({ check }) => check);
  const all = [...CHECKS, ...DIRECTORY_CHECKS];
  const unproven = all.filter(({ name }) => !proven.some((part) => name.includes(part)));
  // Hosts with faults fail these checks: see contract-checks.test.tsx of the contract.
  expect(unproven.map(({ name }) => name)).toEqual([
    'T1, T8: a person without a profile in a school gets 404 there',
    'T9: every address answers 404 while the brick is off',
    'without a session every address leads to the login',
  ]);
});
