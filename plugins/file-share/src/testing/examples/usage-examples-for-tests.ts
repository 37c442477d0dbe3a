// SPDX-License-Identifier: EUPL-1.2
import type { Example } from '@volee/core-adapter/testing';
import { groupSpace } from '../../store/space-ref.js';
import { exampleFile } from './example-node-for-tests.js';

export const usageExamples: Readonly<Record<string, Example>> = {
  'GET /usage': async (about) => {
    await exampleFile(about, groupSpace(about.groupId));
    return {};
  },
  'POST /usage': ({ groupId }) => ({ form: { from: groupId, to: groupId, bytes: '100000000' } }),
};

/** Why no page of these addresses shows what the example wrote. */
export const usageShowsNothing: Readonly<Record<string, string>> = {
  'GET /usage': 'The head sees sizes of spaces, never the names of what lies in them.',
  'POST /usage': 'The page of the form shows sizes alone, too.',
};
