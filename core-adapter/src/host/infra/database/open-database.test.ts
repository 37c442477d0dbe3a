// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { sqlite, type TestDatabase } from '../../../testing/test-databases.js';
import { newId } from './new-id.js';
import { NoteRow, openNotes } from './notes-for-tests.js';

test('the text of a deleted row is in no byte of the SQLite file and of its log, once the log is emptied', async () => {
  const { url, drop } = await sqlite.fresh();
  const keptFile: TestDatabase = {
    name: 'SQLite',
    fresh: () => Promise.resolve({ url, drop: () => Promise.resolve() }),
  };
  try {
    const notes = await openNotes(keptFile);
    const [gone, stays] = ['the note that is deleted', 'the note that stays'];
    const rows = [gone, stays].map((text) => ({ id: newId(), school: '0390001X', text, groupId: null }));
    await notes.unitOfWork.run((manager) => manager.insert(NoteRow, rows));
    await notes.unitOfWork.run((manager) => manager.delete(NoteRow, { text: gone }));
    const file = url.replace('sqlite:', '');
    const texts = async (): Promise<boolean[]> => {
      const contents = await Promise.all([file, `${file}-wal`].map((path) => readFile(path, 'latin1')));
      return [stays, gone].map((text) => contents.some((content) => content.includes(text)));
    };
    expect(await texts()).toEqual([true, true]);
    expect(await notes.unitOfWork.emptyLog()).toBe(true);
    expect(await texts()).toEqual([true, false]);
    await notes.drop();
  } finally {
    await drop();
  }
});

test('a statement of SQLite returns its rows, or the number of the new one, each time that it runs', async () => {
  const notes = await openNotes(sqlite);
  const query = (text: string): Promise<unknown> => notes.unitOfWork.run((manager) => manager.query(text));
  try {
    const insert = "INSERT INTO notes_note (id, school, text) VALUES (lower(hex(randomblob(16))), '0390001X', 'x')";
    for (const count of [1, 2, 3]) {
      expect(await query(insert)).toBe(count);
      expect(await query('SELECT COUNT(*) AS count FROM notes_note')).toEqual([{ count }]);
    }
    expect(await query(`${insert} RETURNING text`)).toEqual([{ text: 'x' }]);
    await query('ALTER TABLE notes_note ADD COLUMN added INTEGER');
    expect(await query('SELECT COUNT(*) AS count FROM notes_note')).toEqual([{ count: 4 }]);
  } finally {
    await notes.drop();
  }
});
