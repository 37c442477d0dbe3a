// SPDX-License-Identifier: EUPL-1.2
import { SCHOOL, startTestHost, type Role } from '@volee/core-adapter/testing';
import brick from '../../index.js';
import { manifest } from '../../manifest.js';
import { NoticeRow } from '../../store/notice.entity.js';

const DAY = 86_400_000;

// A Tuesday.
const host = await startTestHost({ bricks: [brick], now: new Date('2026-11-24T08:00:00Z') });

/** The portal is above the address of the brick. */
async function portalOf(role: Role): Promise<string> {
  const { text } = await host.as(role).get('/../').expect(200);
  return text;
}

test('T10: the portal asks each writer of a class for a notice of the week, and nobody else', async () => {
  const writers: readonly string[] = manifest.permissions.write.profiles;
  for (const role of ['pupil', 'guardian', 'teacher', 'head'] as const) {
    const asked = (await portalOf(role)).includes('Une annonce pour CM1');
    expect({ role, asked }).toEqual({ role, asked: writers.includes(role) });
  }
  expect(await portalOf('teacherOfOtherClass')).not.toMatch(/Une annonce pour CM1/);
});

test('the task ends with a notice, and comes back on Monday', async () => {
  const addedBy = await host.ids.person('teacher');
  const notice = { groupId: host.ids.cm1, addedBy, text: 'Sortie au musée', addedAt: host.clock.now() };
  await host.tables(SCHOOL).repository(NoticeRow).insertOne(notice);
  expect(await portalOf('teacher')).not.toMatch(/Une annonce pour CM1/);
  host.clock.advance(6 * DAY);
  expect(await portalOf('teacher')).toMatch(/Une annonce pour CM1/);
});
