// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import type { Example, ExampleAbout, QueryExample } from '@volee/core-adapter/testing';
import { CopyRow } from '../../store/copy.entity.js';
import { exampleCopy } from './example-rows-for-tests.js';

const AFTER = { before: new Date('2027-01-01T00:00:00Z'), beforeId: '' };
const FROM = { from: new Date('2026-01-01T00:00:00Z'), fromId: '' };

const shelfOf = ({ personId }: Pick<ExampleAbout, 'personId'>): Readonly<Record<string, unknown>> => ({
  ...{ ownerId: personId, boxes: ['inbox', 'trash'], reported: false, yes: true, no: false },
});

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
  formerShelf: async (about) => {
    await exampleCopy(about, 'inbox');
    return shelfOf(about);
  },
  formerPurge: async (about) => {
    const id = await exampleCopy(about, 'trash');
    await about.db.repository(CopyRow).update({ id }, { purgeAt: AFTER.before });
    return shelfOf(about);
  },
  formerPlaces: async (about) => {
    await exampleCopy(about, 'inbox');
    return { ...shelfOf(about), ...AFTER, most: 10, skipped: 0 };
  },
  copiesWithWords: async (about) => {
    await exampleCopy(about, 'inbox');
    const word = ` ${about.marker.toLowerCase()}`;
    const others = { word2: ' ', word3: ' ', word4: ' ', word5: ' ', word6: ' ' };
    return { ownerId: about.personId, ...AFTER, ...FROM, word1: word, ...others, most: 10 };
  },
};
