// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { groupSpace, ownSpace } from '../../store/space-ref.js';
import { exampleFile } from './example-node-for-tests.js';

export const yearExamples: Readonly<Record<string, Example>> = {
  'GET /last-year': async (about) => {
    await exampleFile(about, groupSpace(about.groupId));
    return {};
  },
  'POST /last-year/keep': async (about) => {
    await exampleFile(about, groupSpace(about.groupId));
    return {};
  },
  'GET /own/take-all': async (about) => {
    await exampleFile(about, ownSpace(about.personId));
    return {};
  },
};

/** The routes that show no content of what they read. */
export const yearShowsNothing = { 'GET /last-year': 'it lists the classes of last year, with their sizes' };
