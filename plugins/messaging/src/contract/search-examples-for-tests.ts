// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Example, QueryExample } from '@volee/core-adapter/testing';
import { CopyRow } from '../store/copy.entity.js';
import { exampleCopy } from './example-rows-for-tests.js';

const AFTER = { before: new Date('2027-01-01T00:00:00Z'), beforeId: '' };
const FROM = { from: new Date('2026-01-01T00:00:00Z'), fromId: '' };

export const searchExamples: Readonly<Record<string, Example>> = {
  'GET /search': async (about) => {
    await exampleCopy(about, 'archive');
    return { query: { q: about.marker.slice(0, 8), at: AFTER.before.toISOString(), after: randomUUID() } };
  },
};

export const searchQueryExamples: Readonly<Record<string, QueryExample>> = {
  placeFurther: async (about) => {
    await exampleCopy(about, 'inbox');
    return { ownerId: about.personId, ...AFTER, skipped: 0 };
  },
  messagesWithCopies: async (about) => {
    await exampleCopy(about, 'inbox');
    const rows = await about.db.repository(CopyRow).find({ where: { ownerId: about.personId } });
    return { messageIds: rows.map(({ messageId }) => messageId) };
  },
  copiesWithWords: async (about) => {
    await exampleCopy(about, 'inbox');
    const word = ` ${about.marker.toLowerCase()}`;
    const others = { word2: ' ', word3: ' ', word4: ' ', word5: ' ', word6: ' ' };
    return { ownerId: about.personId, ...AFTER, ...FROM, word1: word, ...others, most: 10 };
  },
};
