// SPDX-License-Identifier: EUPL-1.2
import { testDatabases } from '../../../testing/test-databases.js';
import { newId } from '../../infra/database/new-id.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { GroupRow } from '../directory/group.entity.js';
import { STAND_IN_SOURCE, StandInRow } from '../directory/stand-in.entity.js';
import { group, person, school, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { SeveralSources } from '../sync/testing/several-sources.js';
import { mergePersons } from './merge-persons.js';

const schools = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val'), group('CM2 A', TILLEULS)];

describe.each(testDatabases())('replacement teachers of two persons that become one, on $name', (kind) => {
  let fixture: SeveralSources;

  beforeEach(async () => {
    fixture = await SeveralSources.open(kind);
  });

  afterEach(() => fixture.database.drop());

  /** `77` of onde replaces a teacher of CM2 A, and turns out to be `nina.prof` of scribe. */
  async function merge(profile: 'teacher' | 'pupil'): Promise<string> {
    await fixture.sync('scribe', [...schools, person('nina.prof', profile, VAL)]);
    await fixture.sync('onde', [...schools, person('77', 'teacher', VAL)]);
    const [kept, gone] = [await fixture.idOf('scribe', 'nina.prof'), await fixture.idOf('onde', '77')];
    const { unitOfWork } = fixture.database;
    const now = fixture.clock.now();
    const days = { from: new Date(now.getTime() - 1000), until: new Date(now.getTime() + 86_400_000) };
    await unitOfWork.transaction(async (manager) => {
      const { id: groupId } = await manager.findOneByOrFail(GroupRow, { name: 'CM2 A', source: 'onde' });
      const word = { word: 'Tom part à 15 h.', wordBy: gone };
      const row = { id: newId(), uai: TILLEULS, personId: gone, ...days };
      await manager.insert(StandInRow, { ...row, groupId, addedBy: 'head', addedAt: now, ...word });
      await manager.insert(AttachmentRow, { ...row, profile: 'teacher', source: STAND_IN_SOURCE });
      const moveInBricks = (): Promise<void> => Promise.resolve();
      const pair = { personId: gone, otherId: kept, why: 'number' as const };
      await mergePersons(manager, pair, { loginSource: 'scribe', now, moveInBricks });
    });
    return kept;
  }

  test('the person that stays has the class, until the same day', async () => {
    const kept = await merge('teacher');
    expect(await fixture.directory.ties(kept, TILLEULS)).toMatchObject([
      { group: { name: 'CM2 A' }, profile: 'teacher' },
    ]);
    const { unitOfWork } = fixture.database;
    expect(await unitOfWork.run((manager) => manager.find(StandInRow))).toMatchObject([{ wordBy: kept }]);
    fixture.clock.advance(86_400_000);
    expect(await fixture.directory.schoolsOf(kept)).toMatchObject([{ school: { uai: VAL } }]);
  });

  test('H3 somebody that is a pupil as well replaces nobody any more', async () => {
    const kept = await merge('pupil');
    expect(await fixture.directory.ties(kept, TILLEULS)).toEqual([]);
    expect((await fixture.directory.schoolsOf(kept)).map((one) => one.school.uai)).toEqual([VAL]);
  });
});
