// SPDX-License-Identifier: EUPL-1.2
import { group, member, OTHER_SCHOOL, person, startTestHost } from '@volee/core-adapter/testing';
import messaging from '../../index.js';

const REUNION = '9740001A';
const host = await startTestHost({
  bricks: [messaging],
  // The last school day before the clocks go back.
  now: new Date('2026-10-23T08:00:00Z'),
  records: [
    { type: 'school', uai: REUNION, name: 'Collège du Piton', kind: 'college' },
    person('nils', 'teacher', REUNION, 'Nils', 'Hoarau'),
    person('maya', 'pupil', REUNION, 'Maya', 'Payet'),
    group(REUNION, '5a', '5e A'),
    member(REUNION, '5a', 'maya'),
    member(REUNION, '5a', 'nils', 'teacher'),
  ],
});

/** Writes at one instant, and asserts that the message arrives at another one and not a minute before. */
async function arrives(school: string, [from, to]: readonly [string, string], sent: string, arrival: string) {
  const subject = `Parti à ${sent}`;
  const inbox = async (): Promise<boolean> => {
    await host.runJobs();
    const { text } = await host.asLogin(to, school).get('/?door=read').expect(200);
    return text.includes(subject);
  };
  host.clock.set(sent);
  const form = { toPerson: await host.ids.login(to), subject, body: 'x' };
  await host.asLogin(from, school).post('/write').form(form).expect(303);
  expect(await inbox()).toBe(sent === arrival);
  if (sent === arrival) return;
  host.clock.set(new Date(Date.parse(arrival) - 60_000));
  expect(await inbox()).toBe(false);
  host.clock.set(arrival);
  expect(await inbox()).toBe(true);
}

const family = ['guardianofotherschool', 'teacherofotherschool'] as const;
const overseas = ['maya', 'nils'] as const;

test('a message of Friday evening arrives at 7:00 of Monday, also after a night of 25 hours', async () => {
  await arrives(OTHER_SCHOOL, family, '2026-10-23T18:00:00Z', '2026-10-26T06:00:00Z');
});

test('a school in Réunion has the evening of its own clocks, three hours before Paris in winter', async () => {
  await host.host.database.dataSource.query(
    `UPDATE core_school SET timeZone = 'Indian/Reunion' WHERE uai = '${REUNION}'`,
  );
  await host.host.activations.enable(REUNION, 'messaging', 'cli');
  await arrives(REUNION, overseas, '2026-11-24T14:59:00Z', '2026-11-24T14:59:00Z');
  await arrives(REUNION, overseas, '2026-11-24T15:00:00Z', '2026-11-25T03:00:00Z');
  await arrives(OTHER_SCHOOL, family, '2026-11-25T15:00:00Z', '2026-11-25T15:00:00Z');
});

test('a message of Friday evening arrives at 7:00 of Monday, also after a night of 23 hours', async () => {
  await arrives(OTHER_SCHOOL, family, '2027-03-26T18:00:00Z', '2027-03-29T05:00:00Z');
});
