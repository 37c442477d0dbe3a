// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition, NamedQuery } from '@volee/core-adapter';
import type { ContractOptions } from '@volee/core-adapter/testing';
import { z } from 'zod';
import { notesBrick, ownNote, writtenNote } from './sound-notes.js';

type QueryExamples = NonNullable<ContractOptions['queries']>;

const search = {
  sql: 'SELECT n.id, n.text FROM notes_note n WHERE n.school = :school AND INSTR(n.text, :text) > 0',
  parameters: z.object({ text: z.string() }),
  row: z.object({ id: z.string(), text: z.string() }),
} satisfies NamedQuery;

function withQuery(changes: Partial<NamedQuery> = {}): BrickDefinition {
  return notesBrick({ manifest: { queries: { search: { ...search, ...changes } } } });
}

export const soundWithQuery = withQuery();

/** Writes a note and searches for its text. */
export const queryExamples: QueryExamples = {
  search: async (about) => {
    await writtenNote(about);
    return { text: about.marker };
  },
};

/** T1: the condition on the school is missing. */
export const queryOfEverySchool = withQuery({
  sql: 'SELECT n.id, n.text FROM notes_note n WHERE INSTR(n.text, :text) > 0',
});

/** T1: the condition on the school stands beside OR. */
export const queryWithOr = withQuery({ sql: `${search.sql} OR n.ownerId IS NULL` });

/** T1: a table of the host is read. */
export const queryOfPersons = withQuery({
  sql: 'SELECT p.id, p.displayName AS text FROM core_person p WHERE p.school = :school AND p.login = :text',
});

const seen = new Set<string>();

/** T11: the schema of a row keeps the rows of every school. */
export const queryThatRemembers = withQuery({
  row: z.object({
    id: z.string(),
    text: z.string().transform((text) => {
      seen.add(text);
      return [...seen].join();
    }),
  }),
});

/** An example that writes no row with its text. */
export const fruitless: QueryExamples = {
  search: async (about) => {
    await ownNote({ ...about, marker: 'another text' });
    return { text: about.marker };
  },
};

/** An example that gives no text. */
export const unfit: QueryExamples = { search: () => ({ words: 'x' }) };
