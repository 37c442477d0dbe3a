// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun } from '@volee/core-adapter/testing';
import { giveBackPath, partPath, workPath } from '../../paths.js';
import { WorkRow } from '../../store/work.entity.js';
import { startParts } from '../../testing/start/parts-for-tests.js';

const started = await Promise.all(bothDatabases().map(startParts));

describe.each(started)('an older tab of a part on $name', (parts) => {
  const testOnce = onceInQuickRun(parts);
  const { host, tools, pupil, ines, inMinutes, give, act, upload, rowOf, filesIn, giveBack, begun } = parts;
  const { db } = tools;
  const versionOf = async (work: WorkRow): Promise<string> => {
    const { text } = await pupil.get(partPath(work.id, ines)).expect(200);
    return /name="version" value="([^"]*)"/.exec(text)?.[1] ?? '';
  };
  const WORD = 'Ma règle est cassée.';
  const close = async (work: WorkRow): Promise<void> => {
    await host.as('teacher').post(workPath(work.id)).form({ do: 'close' }).expect(303);
  };
  const HAPPENS: Readonly<Record<string, (work: WorkRow, version: string) => unknown>> = {
    'handed in on another device': (work, version) => act(work, 'handIn', { word: 'Fini', version }).expect(303),
    'ended by the teacher': close,
    due: () => host.clock.advance(31 * 60_000),
    corrected: (work) => giveBack(work, 'corrected', 'Bravo'),
    'collected no more': ({ id }) => db.repository(WorkRow).update({ id }, { collects: false }),
  };

  testOnce(
    'F15: an older tab hands in nothing over a newer word, and nothing again that is to be done again',
    async () => {
      const work = await give();
      await act(work, 'start').expect(303);
      const version = () => versionOf(work);
      const older = await version();
      await act(work, 'handIn', { version: older, word: 'MON LONG MOT' }).expect(303);
      await act(work, 'takeBack').expect(303);
      const both = /Ton travail a changé dans une autre page[^]*>\s*MON LONG MOT\n\nBonjour<\/textarea>/;
      await act(work, 'handIn', { version: older }).expect(
        409,
        /changé dans une autre page[^]*MON LONG MOT<\/textarea>/,
      );
      await act(work, 'handIn', { version: older, word: 'Bonjour' }).expect(409, both);
      const tooLong = { version: older, word: 'mot '.repeat(600) };
      await act(work, 'handIn', tooLong).expect(400, /MON LONG MOT\n\nmot mot[^]*Ton mot est trop long/);
      expect(await rowOf(work)).toMatchObject({ takenBackAt: host.clock.now(), word: 'MON LONG MOT' });

      // A correction that is prepared meanwhile does not outdate the form.
      const first = await version();
      const { revision } = await rowOf(work);
      const prepared = { answer: 'Bien', do: 'keep', revision: `${revision}` };
      await host.as('teacher').post(giveBackPath(work.id, ines)).form(prepared).expect(303);
      await act(work, 'handIn', { version: first, word: 'MON LONG MOT' }).expect(303);
      host.clock.advance(60_000);
      await giveBack(work, 'again', 'Reprends le numéro 4.');
      await act(work, 'handIn', { version: first, word: 'MON LONG MOT' }).expect(
        409,
        /changé dans une autre page[^]*Reprends le numéro 4\.[^]*MON LONG MOT<\/textarea>/,
      );
      expect(await rowOf(work)).toMatchObject({ state: 'again' });
      await act(work, 'handIn', { version: await version(), word: 'MON LONG MOT' }).expect(303);
      expect(await rowOf(work)).toMatchObject({ state: 'handedIn' });
    },
  );

  test.each(Object.entries(HAPPENS))(
    'F15: each button of an older tab shows the typed word, and changes nothing, when the part was %s',
    async (how, happens) => {
      const given = { fill: { 'Fiche.odt': 'questions' }, dueAt: inMinutes(30) };
      const { work, ids } = await begun({ 'Photo.txt': 'photo', 'Texte.txt': 'texte' }, given);
      const names = (await filesIn(work, 'own')).map(({ name }) => name);
      expect(names).toEqual(['Fiche.odt', 'Photo.txt', 'Texte.txt']);
      const [sheet, photo, text] = ids;
      for (const id of [sheet, text]) await act(work, `remove:${id}`).expect(303);
      const version = await versionOf(work);
      await happens(work, version);
      const before = (await rowOf(work)).word;
      for (const action of ['start', `remove:${photo}`, `restore:${text}`, `delete:${photo}`, 'handIn']) {
        await act(work, action, { word: WORD, version }).expect(
          409,
          how === 'handed in on another device'
            ? /déjà rendu[^]*Ton mot n’est pas parti[^]*Ma règle est cassée/
            : /ne se rend plus ici[^]*Ton mot n’est pas parti[^]*Ma règle est cassée/,
        );
      }
      expect((await filesIn(work, 'own')).map(({ name }) => name)).toEqual(['Photo.txt']);
      expect((await rowOf(work)).word).toBe(before);
      // A word that is too long is refused as such, and shown.
      const long = WORD.repeat(101);
      const { text: page } = await act(work, `remove:${photo}`, { word: long, version }).expect(400, /trop long/);
      expect(page).toContain(long);
      expect(page).not.toContain(`value="${long}"`);
    },
  );

  test('F15: a typed word is kept with the change, or shown, while the part is handed in and taken back at once', async () => {
    const { work } = await begun({ 'A.txt': 'a' });
    for (let round = 0; round < 8; round += 1) {
      await upload(work, { [`${round}.txt`]: `${round}` }).expect(303);
      const id = (await filesIn(work, 'own')).find(({ name }) => name === `${round}.txt`)?.id;
      const version = await versionOf(work);
      await act(work, 'handIn', { word: 'Fini', version }).expect(303);
      const word = `Mot ${round}.`;
      const [{ status, text }] = await Promise.all([
        act(work, `remove:${id}`, { word, version }),
        act(work, 'takeBack').expect(303),
      ]);
      expect(status === 303 ? (await rowOf(work)).word : text).toContain(word);
    }
  });

  testOnce('F15: a button of an older tab that is refused shows the newer word and the typed one', async () => {
    const { work, ids } = await begun({ 'A.txt': 'a' });
    const [id = ''] = ids;
    const version = await versionOf(work);
    await act(work, 'start', { word: 'Le premier', version }).expect(303);
    await act(work, `delete:${id}`).expect(303);
    await act(work, `delete:${id}`, { word: 'Le second', version }).expect(409, /Le premier\n\nLe second<\/textarea>/);
  });
});
