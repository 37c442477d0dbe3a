// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, testDatabases } from '@volee/core-adapter/testing';
import { AcknowledgementRow } from '../../../store/acknowledgement.entity.js';
import { BilanRow } from '../../../store/bilan.entity.js';
import { PeriodRow } from '../../../store/period.entity.js';
import { ReadingRow } from '../../../store/reading.entity.js';
import { TraceRow } from '../../../store/trace.entity.js';
import { bilanPath, previewOf, previewPath, publishNowOf } from '../../../paths.js';
import { exampleBilan } from '../../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../../testing/start/livret-for-tests.js';

const started = await Promise.all(
  testDatabases().map(async (database) => ({ name: database.name, ...(await startLivret({ database })) })),
);

/** The main part of a page without its forms and addresses of tokens, from its title on. */
function contentOf(text: string): string {
  const from = text.indexOf('<h1');
  return text.slice(from, text.indexOf('</main>', from)).replaceAll(/<\/?div[^>]*>/g, '');
}

describe.each(started)('a bilan with the eyes of its readers on $name', ({ host, tables }) => {
  const db = tables(SCHOOL);
  const head = host.as('head');

  async function write(role: 'pupil' | 'classmate', state: BilanRow['state']): Promise<BilanRow> {
    const pupilId = await host.ids.person(role);
    const about = { school: SCHOOL, groupId: host.ids.cm1, personId: pupilId, pupilId, db };
    const row = await exampleBilan({ ...about, marker: `Le trimestre de ${role}` }, state, true);
    const days = { startsOn: '2026-09-01', endsOn: '2026-12-04', dueOn: '2026-12-04' };
    const where = { year: 2026, period: row.period };
    if ((await db.repository(PeriodRow).count({ where })) === 0) {
      await db.repository(PeriodRow).insert([{ ...where, rhythm: 'T', count: 3, publishAt: null, ...days }]);
    }
    return row;
  }

  beforeEach(async () => {
    for (const entity of [BilanRow, PeriodRow] as const) {
      await db.repository<{ id: string; school: string; year: number }>(entity).delete({ year: 2026 });
    }
  });

  const readersOf = async (bilanId: string): Promise<number> =>
    db.repository(TraceRow).count({ where: { bilanId, what: 'read' } });

  test('a head goes from the recap to the page of each pupil as the family and the pupil read it, and back', async () => {
    const [one, other] = [await write('pupil', 'visa'), await write('classmate', 'visa')];
    const recap = await head.get(publishNowOf(one.period)).expect(200, /Voir avec leurs yeux/);
    const first = [one, other].find(({ id }) => recap.text.includes(previewPath(id)));
    if (!first) throw new Error('The recap leads to no preview.');
    const second = first === one ? other : one;
    const family = await head.get(previewOf(first.id, 'family')).expect(200, /Aperçu/);
    expect(family.text).toContain(first.general);
    expect(family.text).not.toContain(second.general);
    for (const path of [previewOf(first.id, 'pupil'), previewOf(second.id, 'family')]) {
      expect(family.text).toContain(`href="/s/${SCHOOL}/livret-bridge${path}"`);
    }
    expect(family.text).toMatch(/1 sur 2/);
    expect(family.text).toContain(publishNowOf(one.period));
    const pupil = await head.get(previewOf(second.id, 'pupil')).expect(200, /2 sur 2/);
    expect(pupil.text).toContain(`href="/s/${SCHOOL}/livret-bridge${previewOf(first.id, 'pupil')}"`);
  });

  test('the page says the day of publishing now, and not the later one that it replaces', async () => {
    const row = await write('pupil', 'visa');
    const where = { year: 2026, period: row.period };
    await db.repository(PeriodRow).update(where, { publishAt: new Date('2027-01-15T17:00:00Z') });
    await head
      .get(previewOf(row.id, 'family'))
      .expect(200, /Publié le/)
      .expectNot(/15 janvier/);
  });

  test('the pages are those that the family and the pupil read after the publication, word for word', async () => {
    const row = await write('pupil', 'visa');
    const before = {
      family: (await head.get(previewOf(row.id, 'family')).expect(200)).text,
      pupil: (await head.get(previewOf(row.id, 'pupil')).expect(200)).text,
    };
    const publishedAt = new Date(host.clock.now().getTime() + 600_000);
    await db.repository(BilanRow).update({ id: row.id }, { state: 'published', publishedAt });
    const family = (await host.as('guardian').get(bilanPath(row.id)).expect(200)).text;
    const pupil = (await host.as('pupil').get(bilanPath(row.id)).expect(200)).text;
    expect(contentOf(before.pupil)).toBe(contentOf(pupil));
    const button = /<(?:form|section) [^>]*id="confirm"[^]*?<\/(?:form|section)>/;
    expect(contentOf(before.family).replace(button, '')).toBe(contentOf(family).replace(button, ''));
    expect(before.family).toMatch(/aria-disabled="true" aria-describedby="confirm-preview"/);
  });

  test('it signs nothing, is noted once a day as a reading by the head, and never as one of the family', async () => {
    const row = await write('pupil', 'visa');
    const where = { pupilId: row.pupilId };
    await db.repository(ReadingRow).delete(where);
    for (const eyes of ['family', 'pupil', 'family'] as const) {
      const { text } = await head.get(previewOf(row.id, eyes)).expect(200);
      expect(text.slice(text.indexOf('<main'), text.indexOf('</main>'))).not.toContain('<form');
    }
    const readings = await db.repository(ReadingRow).find({ where });
    expect(readings.map(({ personId }) => personId)).toEqual([await host.ids.person('head')]);
    expect(await readersOf(row.id)).toBe(0);
    expect(await db.repository(AcknowledgementRow).count({ where: { bilanId: row.id } })).toBe(0);
    expect((await db.repository(BilanRow).findOne({ where: { id: row.id } }))?.revision).toBe(row.revision);
  });

  test('nobody but the head of the school opens it, and a refusal notes no reading', async () => {
    const row = await write('pupil', 'visa');
    const where = { pupilId: row.pupilId };
    await db.repository(ReadingRow).delete(where);
    for (const eyes of ['family', 'pupil'] as const) {
      const path = previewOf(row.id, eyes);
      for (const role of ['teacher', 'teacherOfOtherClass', 'guardian', 'pupil', 'staff'] as const) {
        await host
          .as(role)
          .get(path)
          .expect(403)
          .expectNot(/Le trimestre de/);
      }
      await host
        .as('headOfOtherSchool')
        .get(path)
        .expect(404)
        .expectNot(/Le trimestre de/);
    }
    await head.get(`${previewPath(row.id)}?as=guardian`).expect(404);
    expect(await db.repository(ReadingRow).count({ where })).toBe(0);
    expect(await tables(OTHER_SCHOOL).repository(ReadingRow).count({ where })).toBe(0);
  });

  test('a bilan that is not endorsed, or is published, leads to the page itself and notes nothing', async () => {
    for (const state of ['draft', 'ready', 'signed', 'published'] as const) {
      const row = await write('pupil', state);
      await db.repository(ReadingRow).delete({ pupilId: row.pupilId });
      const reply = await head.get(previewOf(row.id, 'family')).expect(303);
      expect(reply.headers.get('location')).toContain(bilanPath(row.id));
      expect(await db.repository(ReadingRow).count({ where: { pupilId: row.pupilId } })).toBe(0);
    }
  });
});
