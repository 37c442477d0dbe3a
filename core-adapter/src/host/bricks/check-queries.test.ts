// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { NamedQuery } from '../../api/named-query.js';
import { faultText } from '../domain/bricks/brick-fault.js';
import { CreateNotes1764028800000, NoteRow } from '../infra/database/notes-for-tests.js';
import { goodManifest } from './bricks-for-tests.js';
import { checkTables } from './check-tables.js';

const search = {
  sql: 'SELECT n.text FROM notes_note n WHERE n.school = :school AND n.text = :text AND n.groupId IN (:groups)',
  parameters: z.object({ text: z.string(), groups: z.array(z.string()) }),
  row: z.object({ text: z.string() }),
} satisfies NamedQuery;

async function problemOf(changes: Partial<NamedQuery>, entities = [NoteRow]): Promise<string | undefined> {
  const migrations = entities.length === 0 ? [] : [CreateNotes1764028800000];
  const queries = { search: { ...search, ...changes } };
  const fault = await checkTables({ ...goodManifest, id: 'notes', entities, migrations, queries }, 5_000);
  return fault && faultText(fault);
}

test('a sound query passes', async () => {
  expect(await problemOf({})).toBeUndefined();
});

const text = z.string();
test.each<[string, Partial<NamedQuery>, string]>([
  [
    'a table of the host',
    { sql: 'SELECT p.id FROM core_person p WHERE p.school = :school' },
    'the query "search" reads core_person, which is no table of the brick. Leave that one alone.',
  ],
  [
    'a table of another brick, in a subquery',
    { sql: `${search.sql} AND EXISTS (SELECT e.id FROM agenda_event e WHERE e.school = :school)` },
    'the query "search" reads agenda_event, which is no table of the brick. Leave that one alone.',
  ],
  [
    'the list of migrations',
    { sql: 'SELECT m.name FROM notes_migrations m WHERE m.school = :school' },
    'the query "search" reads notes_migrations, which is no table of the brick. Leave that one alone.',
  ],
  [
    'a table of every school',
    { sql: 'SELECT n.text FROM notes_note n WHERE n.text = :text' },
    'the query "search" reads notes_note of every school. Add "n.school = :school" to its conditions, joined by AND.',
  ],
  [
    'more than one statement',
    { sql: `${search.sql}; SELECT 1` },
    'the query "search" has a semicolon. Write one statement, without one at its end.',
  ],
  [
    'OR outside brackets',
    { sql: `${search.sql} OR n.text = :text` },
    'the query "search" has OR outside brackets, which would undo the condition on the school. Add brackets.',
  ],
  [
    'no SELECT',
    { sql: 'DELETE FROM notes_note' },
    'the query "search" begins with «DELETE». Only SELECT is for named queries.',
  ],
  [
    'a parameter of the host',
    { parameters: z.object({ ...search.parameters.shape, school: text }) },
    'the query "search" takes a parameter "school", which the host gives. Remove it from "parameters".',
  ],
  [
    'a parameter without a type',
    { parameters: z.object({ text }) },
    'the query "search" has :groups, which is not among its "parameters". Add it there.',
  ],
  [
    'a parameter without a place',
    { parameters: z.object({ ...search.parameters.shape, most: z.int() }) },
    'the query "search" takes a parameter "most" that its SQL does not have. Remove it.',
  ],
  [
    'a column that is not there',
    { sql: search.sql.replace('SELECT n.text', 'SELECT n.words') },
    'the query "search" does not run (SqliteError: no such column: n.words)',
  ],
])('T1, T6: a query with %s is refused with the remedy', async (_, changes, sentence) => {
  expect(await problemOf(changes)).toBe(sentence);
});

test('queries without tables are refused', async () => {
  expect(await problemOf({}, [])).toBe('it has queries and no entities, so there is nothing to read');
});
