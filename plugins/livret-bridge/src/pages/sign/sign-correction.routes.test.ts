// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '@volee/core-adapter/testing';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { signPath, unlockPath } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';

const { host, tables } = await startLivret({ now: new Date('2026-12-10T10:00:00Z') });
const db = tables(SCHOOL);
const bilans = db.repository(BilanRow);
const teacher = host.as('teacher');

async function bilanOf(role: 'pupil' | 'classmate', state: 'ready' | 'published'): Promise<BilanRow> {
  const pupilId = await host.ids.person(role);
  await bilans.delete({ pupilId });
  return exampleBilan({ db, groupId: host.ids.cm1, pupilId, marker: 'Au travail' }, state, true);
}

async function unlock({ id }: BilanRow, text: 'stays' | 'goes'): Promise<void> {
  await host.as('head').post(unlockPath(id)).form({ word: 'Une coquille', text }).expect(303);
  await bilans.update({ id }, { state: 'ready' });
}

test('the page of signing says that the family of a bilan in correction reads the published text', async () => {
  const [first, corrected] = [await bilanOf('classmate', 'ready'), await bilanOf('pupil', 'published')];
  const path = signPath(host.ids.cm1, first.period);
  await teacher
    .get(path)
    .expect(200, /Les familles ne voient rien avant la publication/)
    .expectNot(/déjà publié/);
  await unlock(corrected, 'stays');
  await teacher
    .get(path)
    .expect(200, /ne voient rien avant la publication\. Pour un bilan en correction, elles lisent/);
  await bilans.update({ id: first.id }, { state: 'draft' });
  await teacher
    .get(path)
    .expect(200, /la famille lit encore le texte déjà publié/)
    .expectNot(/ne voient rien/);
});

test('of a withdrawn text the page of signing says that families read nothing', async () => {
  const corrected = await bilanOf('pupil', 'published');
  await unlock(corrected, 'goes');
  await teacher
    .get(signPath(host.ids.cm1, corrected.period))
    .expect(200, /Les familles ne voient rien avant la publication/)
    .expectNot(/déjà publié/);
});
