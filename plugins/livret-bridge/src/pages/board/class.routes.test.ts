// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL } from '@volee/core-adapter/testing';
import { exampleBilan } from '../../testing/examples/example-bilan-for-tests.js';
import { startLivret } from '../../testing/start/livret-for-tests.js';
import { boardClassPath, VISA_BACK_PATH, VISA_PATH } from '../../paths.js';
import { BilanRow } from '../../store/bilan.entity.js';

const { host, tables } = await startLivret();
const db = tables(SCHOOL);
const head = host.as('head');

/** The fields that a browser sends of the form of the page, whichever of its buttons is pressed. */
async function formOf(path: string): Promise<URLSearchParams> {
  const { text } = await head.get(path).expect(200);
  const [form = ''] = /<form[^>]* data-ticks.*?<\/form>/s.exec(text) ?? [];
  const inputs = [...form.matchAll(/<input[^>]* name="(\w+)" value="([^"]*)"[^>]*>/g)];
  const areas = [...form.matchAll(/<textarea[^>]* name="(\w+)"/g)].map(([, name = '']) => [name, '']);
  return new URLSearchParams([...inputs.map(([, name = '', value = '']) => [name, value]), ...areas]);
}

test('the form of a class endorses the ticked bilans, and takes their visas back', async () => {
  const about = { db, groupId: host.ids.cm1, pupilId: await host.ids.person('pupil'), marker: 'Au travail' };
  const { id, period } = await exampleBilan(about, 'signed');
  const page = boardClassPath(host.ids.cm1, period);
  const stateOf = async (): Promise<string | undefined> =>
    (await db.repository(BilanRow).findOne({ where: { id } }))?.state;
  await head
    .post(VISA_PATH)
    .form(await formOf(page))
    .expect(303);
  await head.get(page).expect(200, /Le bilan est visé/);
  expect(await stateOf()).toBe('visa');
  await head
    .post(VISA_BACK_PATH)
    .form(await formOf(page))
    .expect(303);
  expect(await stateOf()).toBe('signed');
});
