// SPDX-License-Identifier: EUPL-1.2
import { NoteRow, openNotes } from '../../host/infra/database/notes-for-tests.js';
import { openDatabase } from '../../host/infra/database/open-database.js';
import { sqlite } from '../test-databases.js';
import { RowWatch } from './row-watch.js';

const note = (id: string, number: number, text = id): NoteRow => ({
  ...{ id, number, text },
  ...{ school: '0390001X', groupId: null },
});

test('every row that is added, changed, replaced or removed is seen, and a snapshot stays as it was', async () => {
  const notes = await openNotes(sqlite);
  const { dataSource, unitOfWork } = notes;
  const repository = dataSource.getRepository(NoteRow);
  await repository.insert(note('first', 1));
  const watch = await RowWatch.start(notes, [NoteRow]);
  const texts = async (): Promise<unknown[]> => [...(await watch.read()).values()].map(({ values }) => values['text']);

  expect(await texts()).toEqual(['first']);
  await repository.insert([note('second', 2), note('third', 3)]);
  const before = await watch.read();
  expect([...before.keys()]).toEqual(['notes_note first', 'notes_note second', 'notes_note third']);
  expect(await watch.read()).toBe(before);

  await repository.update({ id: 'second' }, { text: 'changed' });
  await repository.delete({ id: 'first' });
  expect(await texts()).toEqual(['changed', 'third']);
  await repository.update({ id: 'third' }, { id: 'renamed' });
  expect([...(await watch.read()).keys()]).toEqual(['notes_note second', 'notes_note renamed']);
  expect(before.get('notes_note second')).toMatchObject({ values: { text: 'second' } });

  // REPLACE also removes the row with the same number.
  await dataSource.query(
    `INSERT OR REPLACE INTO notes_note (id, school, text, number) VALUES ('new', '0390001X', 'new', 2)`,
  );
  expect(await texts()).toEqual(['third', 'new']);

  const undone = unitOfWork.transaction(async (manager) => {
    await manager.update(NoteRow, { id: 'new' }, { text: 'undone' });
    throw new Error('not this');
  });
  const [, during] = await Promise.allSettled([undone, texts()]);
  expect(during).toMatchObject({ value: ['third', 'new'] });

  // The watch also sees writes of another connection.
  const other = await openDatabase(notes.url, [NoteRow]);
  await other.dataSource.getRepository(NoteRow).delete({ id: 'new' });
  await other.close();
  expect(await texts()).toEqual(['third']);
  await repository.clear();
  expect(await texts()).toEqual([]);
  await notes.drop();
});
