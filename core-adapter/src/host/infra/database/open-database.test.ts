// SPDX-License-Identifier: EUPL-1.2
import { readFile } from 'node:fs/promises';
import { sqlite, type TestDatabase } from '../../../testing/test-databases.js';
import { newId } from './new-id.js';
import { NoteRow, openNotes } from './notes-for-tests.js';

test('the text of a deleted row is in no byte of the SQLite file', async () => {
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
    // Moves what the write-ahead log holds into the file.
    await notes.dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    await notes.drop();
    const content = await readFile(url.replace('sqlite:', ''), 'latin1');
    expect([content.includes(stays), content.includes(gone)]).toEqual([true, false]);
  } finally {
    await drop();
  }
});
