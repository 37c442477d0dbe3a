// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, startTestHost, testDatabases } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { messageSteps } from '../../testing/start/messages-for-tests.js';

const REASON = 'On en parle en classe.';

describe.each(testDatabases())('volee messaging stop, start and status on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });
  const { send, has } = messageSteps(() => host);
  const stop = (options: Record<string, string | true>) => host.command('messaging stop', { options });
  const start = (options: Record<string, string | true>) => host.command('messaging start', { options });
  const status = async (): Promise<unknown> => (await host.command('messaging status')).value;

  test.each([
    [{ profile: 'teacher', reason: REASON, all: true }, /no pause is for/],
    [{ profile: 'pupil', reason: ' ', all: true }, /--reason has 0 characters/],
    [{ profile: 'pupil', reason: REASON }, /either --school or --all/],
    [{ profile: 'pupil', reason: REASON, school: SCHOOL, all: true }, /either --school or --all/],
    [{ profile: 'pupil', reason: REASON, school: '0000000A' }, /0000000A, which the directory does not know/],
    [{ profile: 'pupil', reason: REASON, all: true, until: 'demain' }, /which is no date/],
    [{ profile: 'pupil', reason: REASON, all: true, until: '2026-02-30' }, /which is no date/],
    [{ profile: 'pupil', reason: REASON, all: true, until: '2026-11-24T10:59' }, /has passed/],
  ] as const)('%j is refused, and stops nobody', async (options, sentence) => {
    await expect(stop(options)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringMatching(sentence),
    });
    expect(await status()).toEqual({ pauses: [], withoutPauseForAll: [] });
  });

  test('in one school, until an instant on its clocks: the other school goes on, and adults do', async () => {
    const { lines } = await stop({
      profile: 'pupil',
      reason: REASON,
      school: SCHOOL.toLowerCase(),
      until: '2026-11-24T12:30',
    });
    expect(lines).toEqual([
      expect.stringMatching(/: pupils are stopped until 2026-11-24 12:30: On en parle en classe\.$/),
    ]);
    expect(await status()).toMatchObject({
      pauses: [{ school: SCHOOL, profile: 'pupil', until: new Date('2026-11-24T11:30:00Z'), isForAll: false }],
      withoutPauseForAll: [],
    });
    await send('pupil', { toPerson: await host.ids.person('teacher') }, 'Arrêté', 400);
    await send('guardian', { toPerson: await host.ids.person('teacher') }, 'Parent');
    await send('teacher', { toPerson: await host.ids.person('pupil') }, 'Adulte');
    await send('pupilOfOtherSchool', { toPerson: await host.ids.person('headOfOtherSchool') }, 'Ailleurs');
    host.clock.set('2026-11-24T11:30:00Z');
    expect(await status()).toMatchObject({ pauses: [] });
    await send('pupil', { toPerson: await host.ids.person('teacher') }, 'Repris');
    await host.runJobs();
    expect(await has('teacher', 'Repris')).toBe(true);
    expect(await has('teacher', 'Arrêté')).toBe(false);
  });

  test('in all schools; one that was started again is told by status, and the rest of a pause of both stays', async () => {
    await stop({ profile: 'all', reason: REASON, all: true });
    const teacher = await host.ids.person('teacher');
    await send('pupil', { toPerson: teacher }, 'Tous', 400);
    await send('guardian', { toPerson: teacher }, 'Tous', 400);
    await send('pupilOfOtherSchool', { toPerson: await host.ids.person('headOfOtherSchool') }, 'Tous', 400);

    await start({ profile: 'guardian', school: SCHOOL });
    await send('guardian', { toPerson: teacher }, 'Famille');
    await send('pupil', { toPerson: teacher }, 'Tous', 400);
    const { value, lines } = await host.command('messaging status');
    expect(value).toMatchObject({
      pauses: [
        { school: SCHOOL, profile: 'pupil', isForAll: true, until: null, reason: REASON },
        { school: OTHER_SCHOOL, profile: 'all', isForAll: true },
      ],
      withoutPauseForAll: [{ profile: 'guardian', schools: [SCHOOL] }],
    });
    expect(lines.at(-1)).toBe(`The pause of guardians for all schools does not hold in: ${SCHOOL}.`);

    await start({ all: true });
    expect(await status()).toEqual({ pauses: [], withoutPauseForAll: [] });
    await send('pupil', { toPerson: teacher }, 'Fin');
    expect((await start({ all: true })).lines).toEqual(
      expect.arrayContaining([expect.stringContaining('nothing to end')]),
    );
  });

  test('what waits when a pause comes stays, and goes on when it is lifted', async () => {
    host.clock.set('2026-11-24T19:00:00Z');
    await send('guardian', { toPerson: await host.ids.person('teacher') }, 'Le soir');
    await stop({ profile: 'guardian', reason: REASON, school: SCHOOL });
    await host.runJobs();
    host.clock.set('2026-11-25T09:00:00Z');
    await host.runJobs();
    expect(await has('teacher', 'Le soir')).toBe(false);
    await start({ school: SCHOOL });
    await host.runJobs();
    expect(await has('teacher', 'Le soir')).toBe(true);
  });
});
