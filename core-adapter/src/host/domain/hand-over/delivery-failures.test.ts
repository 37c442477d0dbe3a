// SPDX-License-Identifier: EUPL-1.2
import { person } from '../../../testing/directory-records.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { CLI } from '../audit/actors.js';
import { closeSchool } from '../personal-data/close-school.js';
import { copiesBrick, copiesIn, handOverOf, offerOf, parcelsOf, receiveCopy, syncAgain } from './copies-for-tests.js';
import { ParcelRow } from './parcel.entity.js';

const logins = Array.from({ length: 60 }, (_, index) => `pupil${String(index).padStart(2, '0')}`);
const at = (uai: string) => logins.map((login) => person(login, 'pupil', uai, login, 'Marin'));

const broken = { text: '' };
const brick = copiesBrick(async (parcel) => {
  await receiveCopy(parcel);
  if (parcel.content.text === broken.text) throw new Error('no room for pupil30');
});

const hosts = await Promise.all(
  testDatabases().map(async (database) => {
    return { name: database.name, host: await startTestHost({ bricks: [brick], database, records: at(SCHOOL) }) };
  }),
);

describe.each(hosts)('deliveries on $name', ({ host }) => {
  const handOver = async (changes: object = {}): Promise<void> => {
    const [from, to] = [await handOverOf(host), await handOverOf(host, 'headOfOtherSchool')];
    const ids = await Promise.all(logins.map((login) => host.ids.login(login)));
    await from.offer(ids.map((id, index) => offerOf(id, { content: { text: logins[index] }, ...changes })));
    await to.accept((await to.offered()).filter(({ state }) => state === 'offered').map(({ id }) => id));
  };
  const states = async (): Promise<Record<string, number>> => {
    const counts = new Map<string, number>();
    for (const { state } of await parcelsOf(host)) counts.set(state, (counts.get(state) ?? 0) + 1);
    return Object.fromEntries(counts);
  };
  const switchBrick = (verb: 'enable' | 'disable'): Promise<unknown> =>
    host.host.activations[verb](OTHER_SCHOOL, 'copies', CLI);

  test('T9: wait where the brick is off, and begin when it is on again', async () => {
    await handOver();
    await switchBrick('disable');
    await syncAgain(host, { more: at(OTHER_SCHOOL) });
    expect(await host.runJobs()).toEqual([]);
    expect((await (await handOverOf(host)).sent()).map(({ waiting }) => waiting)).toEqual(logins.map(() => 'brick'));
    await switchBrick('enable');
    broken.text = 'pupil30';
    const [run] = await host.runJobs();
    expect(run).toMatchObject({ name: 'hand-over', state: 'waiting' });
    expect(String(run?.error)).toContain('1 of the parcels for 0390002Y could not be received (no room for pupil30)');
  });

  test('one that the brick cannot receive holds up no other, is an error of the brick, and is tried again', async () => {
    expect(await states()).toEqual({ delivered: 59, accepted: 1 });
    expect(await copiesIn(host, OTHER_SCHOOL)).toHaveLength(59);
    expect(host.host.troubles.of('copies')).toMatchObject({ count: 1 });
    broken.text = '';
    host.clock.advance(3_600_000);
    expect(await host.runJobs()).toMatchObject([{ state: 'done' }]);
    expect(await states()).toEqual({ delivered: 60 });
    expect(await copiesIn(host, OTHER_SCHOOL)).toHaveLength(60);
  });

  test('read the content of an earlier version, and leave one that no version reads', async () => {
    await handOver({ key: 'older' });
    const [one, other] = (await parcelsOf(host)).filter(({ key }) => key === 'older');
    const rewrite = (row: ParcelRow | undefined, content: object): Promise<unknown> =>
      host.host.database.unitOfWork.run((manager) =>
        manager.update(ParcelRow, { id: row?.id ?? '' }, { content: JSON.stringify(content) }),
      );
    await rewrite(one, { words: 'dit autrement' });
    await rewrite(other, { mots: 'inconnu' });
    expect(await host.runJobs()).toMatchObject([{ state: 'waiting' }]);
    expect(await states()).toEqual({ delivered: 119, accepted: 1 });
    expect((await copiesIn(host, OTHER_SCHOOL)).map(({ text }) => text)).toContain('dit autrement');
    await (await handOverOf(host)).recall(other?.id ?? '');
  });

  test('T7: a school that is closed refuses what was offered to it, and what it sent goes on', async () => {
    const [from, back] = [await handOverOf(host), await handOverOf(host, 'headOfOtherSchool')];
    const pupilId = await host.ids.login('pupil00');
    await from.offer(offerOf(pupilId, { key: 'open' }));
    await back.offer(offerOf(pupilId, { key: 'back', to: SCHOOL }));
    await syncAgain(host, { more: [...at(SCHOOL).slice(0, 1), ...at(OTHER_SCHOOL).slice(1)] });
    await closeSchool(host.host, OTHER_SCHOOL);
    const sent = await from.sent();
    expect(sent.find(({ key }) => key === 'open')).toMatchObject({ state: 'refused', reason: null });
    expect(sent.filter(({ key }) => key === 'older').map(({ state }) => state)).not.toContain('delivered');
    const [kept] = await from.offered();
    expect(kept).toMatchObject({ key: 'back', from: { uai: OTHER_SCHOOL, name: 'Collège du Parc' }, state: 'offered' });
    await from.accept([kept?.id ?? '']);
    await host.runJobs();
    expect(await copiesIn(host, SCHOOL)).toMatchObject([{ key: 'back', origin: OTHER_SCHOOL, pupilId }]);
  });
});
