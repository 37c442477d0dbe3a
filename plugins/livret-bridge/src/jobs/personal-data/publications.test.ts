// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { OTHER_SCHOOL, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { readCatalogues } from '../../domain/catalogue/catalogues.js';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { exampleHanded } from '../../testing/examples/example-handed-for-tests.js';
import { exampleUnlocking } from '../../testing/examples/history-examples-for-tests.js';
import { startLivret, type LivretForTests } from '../../testing/start/livret-for-tests.js';
import { bilanPath, keptPath, tracePath } from '../../paths.js';
import { purgeBilans } from '../retention/purge-bilans.js';
import { BilanRow } from '../../store/bilan.entity.js';
import { HandedRow } from '../../store/handed.entity.js';
import { ReadingRow } from '../../store/reading.entity.js';
import { TraceRow } from '../../store/trace.entity.js';
import { hashOfKept, keptIn } from '../../domain/trace/kept-publication.js';
import { noteTrace } from '../../domain/trace/note-trace.js';
import { erasePerson } from './erase-person.js';
import { exportPerson } from './export-person.js';
import { movePerson } from './move-person.js';

const catalogues = readCatalogues();

describe.each(testDatabases())('what was published, and who read it, on $name', (database) => {
  let livret: LivretForTests;
  const started = startLivret({ database });
  beforeAll(async () => {
    livret = await started;
  });

  const db = (uai = SCHOOL) => livret.tables(uai);
  const traces = () => db().repository(TraceRow);
  const readings = () => db(OTHER_SCHOOL).repository(ReadingRow);
  const move = (from: string, to: string, uai = SCHOOL): Promise<void> =>
    db(uai).transaction(() => movePerson({ db: db(uai), from, to }, { catalogues, clock: livret.host.clock }));

  /** A published bilan with the step of its publication. */
  async function published(pupilId: string, marker: string): Promise<BilanRow> {
    const row = await exampleBilan({ db: db(), pupilId, groupId: livret.host.ids.cm1, marker }, 'published');
    const at = row.publishedAt ?? new Date(0);
    const context = { db: db(), school: { timeZone: 'Europe/Paris' } };
    await noteTrace(context, { bilan: row, what: 'published', at, sha256: row.sha256 });
    return row;
  }

  test('of two persons that become one, each publication is shown as before, with its new digest and the old one', async () => {
    const [from, to] = [await livret.host.ids.person('pupil'), await livret.host.ids.person('classmate')];
    const moved = await published(from, 'Publié ici');
    await exampleUnlocking({ db: db(), marker: 'Une erreur' }, { ...moved, general: 'Publié puis débloqué' });
    const there = await published(to, 'Publié aussi');
    await move(from, to);

    const kept = await db()
      .repository(BilanRow)
      .findOne({ where: { pupilId: to } });
    expect([kept?.id, kept?.general]).toEqual([there.id, 'Publié aussi']);
    const steps = await traces().find({ where: { bilanId: there.id } });
    expect(new Set(steps.map(({ pupilId }) => pupilId))).toEqual(new Set([to]));
    // Nothing is lost of the bilan that goes, which its family read; the unlocked text never matched its digest.
    const ends = steps.flatMap((step) => keptIn(step) ?? []).map(({ content }) => content.general);
    expect(ends.sort()).toEqual(['Publié ici', 'Publié puis débloqué']);
    const digests = new Set(steps.map(({ sha256 }) => sha256));
    expect([moved.sha256, there.sha256].every((sha256) => digests.has(sha256))).toBe(true);
    const merged = steps.find(({ what }) => what === 'merged');
    const whole = merged && keptIn(merged);
    expect(whole && hashOfKept(to, whole)).toBe(merged?.sha256);
    const digestsOf = (what: TraceRow['what']) =>
      steps.filter((step) => step.what === what).map(({ sha256 }) => sha256);
    expect(digestsOf('published').sort()).toEqual([there.sha256, merged?.sha256].sort());
    expect(digestsOf('moved')).toEqual([moved.sha256]);
    await livret.host
      .as('head')
      .get(tracePath(there.id))
      .expect(200, new RegExp(`Empreinte d’avant\u00a0:[^]*${moved.sha256 ?? ''}`));
    // The page of the bilan has no digests of the history, and so says no more than that it changed.
    await livret.host
      .as('head')
      .get(bilanPath(there.id))
      .expect(200, /n’en font plus qu’une\u00a0: l’empreinte a changé\./);
    await livret.host
      .as('head')
      .get(keptPath(there.id, merged?.id ?? ''))
      .expect(200, /Publié ici[^]*Le texte correspond à l’empreinte/);
  });

  test('of two that say the same, both publications are there, and the history says no more than that', async () => {
    const [from, to] = [randomUUID(), await livret.host.ids.person('pupilOfOtherClass')];
    const [gone, kept] = [await published(from, 'Le même mot'), await published(to, 'Le même mot')];
    await move(from, to);
    const steps = await traces().find({ where: { bilanId: kept.id, what: 'merged' } });
    expect(steps.map((step) => [step.word, keptIn(step)?.content.general])).toEqual([[null, 'Le même mot']]);
    expect(
      await db()
        .repository(BilanRow)
        .count({ where: { id: gone.id } }),
    ).toBe(0);
    await livret.host
      .as('head')
      .get(tracePath(kept.id))
      .expect(200, /qui disait la même chose/)
      .expectNot(/N’a pas été gardé/);
    await erasePerson({ db: db(), personId: to });
  });

  test('a kept text that was changed in the database says that it does not match, and is of no other bilan', async () => {
    const pupilId = await livret.host.ids.person('classmate');
    const [row, other] = [await published(pupilId, 'Vrai'), await published(pupilId, 'Autre')];
    const step = await exampleUnlocking({ db: db(), marker: 'Une erreur' }, row);
    const text = (await traces().findOne({ where: { id: step } }))?.content?.replaceAll('Vrai', 'Faux') ?? '';
    await traces().update({ id: step }, { content: text });
    const head = livret.host.as('head');
    await head.get(keptPath(row.id, step)).expect(200, /Faux[^]*ne correspond plus à l’empreinte/);
    await head.get(keptPath(other.id, step)).expect(404);
    await head.get(keptPath(row.id, randomUUID())).expect(404);
  });

  test('T7 a pupil’s copy of their data has what was published and unlocked; that of the head who unlocked it has not', async () => {
    const [pupilId, headId] = [await livret.host.ids.person('pupilOfOtherClass'), await livret.host.ids.person('head')];
    const row = await published(pupilId, 'Tom lisait cela');
    const step = await exampleUnlocking({ db: db(), marker: 'Une erreur' }, row);
    await traces().update({ id: step }, { personId: headId });
    const [own, ofHead] = await Promise.all(
      [pupilId, headId].map(async (personId) => JSON.stringify(await exportPerson({ db: db(), personId }, catalogues))),
    );
    expect(own).toMatch(/"published":[^]*Tom lisait cela/);
    expect(own).toContain(row.sha256);
    expect(ofHead).toContain('Une erreur');
    expect(ofHead).not.toContain('Tom lisait cela');
    await erasePerson({ db: db(), personId: headId });
    expect((await traces().findOne({ where: { id: step } }))?.personId).toBeNull();
    await erasePerson({ db: db(), personId: pupilId });
    expect(await traces().count({ where: { pupilId } })).toBe(0);
  });

  test('T7 readings are given out, follow both persons without doubling, are erased, and go with the last copy', async () => {
    const [pupilId, other, reader] = [randomUUID(), randomUUID(), randomUUID()];
    const at = livret.host.clock.now();
    const read = (of: string, by: string, day: string) => ({ pupilId: of, personId: by, day, at });
    const [first, second] = ['2026-11-24', '2026-11-25'];
    await readings().insert([
      ...[read(pupilId, reader, first), read(pupilId, reader, second), read(other, reader, first)],
      read(other, 'another reader', first),
    ]);
    const days = async (of: string): Promise<string[]> =>
      (await readings().find({ where: { pupilId: of } })).map(({ day, personId }) => `${day} ${personId ?? ''}`).sort();
    const given = await exportPerson({ db: db(OTHER_SCHOOL), personId: reader }, catalogues);
    expect(given.records['readings']).toHaveLength(3);

    await move(pupilId, other, OTHER_SCHOOL);
    const both = [`${first} ${reader}`, `${first} another reader`, `${second} ${reader}`].sort();
    expect([await days(pupilId), await days(other)]).toEqual([[], both]);
    await move('another reader', reader, OTHER_SCHOOL);
    expect(await days(other)).toEqual([`${first} ${reader}`, `${second} ${reader}`]);
    await erasePerson({ db: db(OTHER_SCHOOL), personId: reader });
    expect(await days(other)).toEqual([`${first} `, `${second} `]);

    const about = { db: db(OTHER_SCHOOL), pupilId: other, groupId: livret.host.ids.sixthA, marker: 'Copie' };
    const copies = [await exampleHanded(about), await exampleHanded(about)];
    const purge = () =>
      purgeBilans(
        { catalogues, db: db(OTHER_SCHOOL), schoolYear: 2026, clock: livret.host.clock },
        new AbortController().signal,
      );
    for (const [copy, left] of copies.map((one, index) => [one, 2 - 2 * index] as const)) {
      await db(OTHER_SCHOOL).repository(HandedRow).update({ id: copy.id }, { until: at });
      await purge();
      expect(await days(other)).toHaveLength(left);
    }
  });

  test('of the copies of two records that become one, each text stays at its address, and one text is there once', async () => {
    const [from, to] = [await livret.host.ids.person('pupil'), await livret.host.ids.person('classmate')];
    const rows = db(OTHER_SCHOOL).repository(HandedRow);
    const copyOf = (pupilId: string, marker: string): Promise<HandedRow> =>
      exampleHanded({ db: db(OTHER_SCHOOL), pupilId, groupId: livret.host.ids.sixthA, marker });
    const [moved, there] = [
      await copyOf(from, 'Texte de la première fiche'),
      await copyOf(to, 'Texte de l’autre fiche'),
    ];
    const { fromSchool, key } = there;
    await rows.update({ id: moved.id }, { fromSchool, key });
    await move(from, to, OTHER_SCHOOL);
    const kept = await rows.find({ where: { pupilId: to }, order: { key: 'ASC' } });
    expect(kept.map(({ id }) => id).sort()).toEqual([moved.id, there.id].sort());
    // A further revision replaces the one that keeps the key.
    expect(kept.map((one) => [one.id, one.key])).toEqual([
      [there.id, key],
      [moved.id, `${key}-${moved.id.slice(-8)}`],
    ]);
    const again = await copyOf(from, 'Texte de la première fiche');
    await rows.update({ id: again.id }, { fromSchool, key, content: there.content, revision: 2 });
    await move(from, to, OTHER_SCHOOL);
    expect((await rows.find({ where: { pupilId: to } })).map(({ id }) => id).sort()).toEqual(
      [again.id, moved.id].sort(),
    );
  });
});
