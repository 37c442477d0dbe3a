// SPDX-License-Identifier: EUPL-1.2
import { Like } from 'typeorm';
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { WHOLE_SCHOOL } from '../activation/activation-choice.js';
import { ActivationService } from '../activation/activation-service.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { findGroupRelations } from '../directory/group-relations.js';
import { GroupRow } from '../directory/group.entity.js';
import { ClassJoinRow } from '../sync/classes/class-join.entity.js';
import { group, TILLEULS } from '../sync/testing/records-for-tests.js';
import { SeveralSources } from '../sync/testing/several-sources.js';
import { askSources, BY, names, onde, pupil, scribe } from './two-sources-for-tests.js';

const MANY = names('grand', 10);
/** A pupil that the file alone puts into a class. */
const NEW = 'nouveau0';
const FILE = onde({ Mixte: [...MANY, NEW] });

/** The directory of both schools, with these pupils in a class, and others in CM2. */
const directory = (of: string): DirectoryRecord[] =>
  scribe(
    ...(of.startsWith('CM2 ') ? [group(of, TILLEULS)] : []),
    ...MANY.flatMap((name) => pupil('s.', name, TILLEULS, of)),
    ...pupil('s.', NEW, TILLEULS),
  );

describe.each(bothDatabases())('classes that are joined by rule and regrouped, on $name', (kind) => {
  let fixture: SeveralSources;

  beforeEach(async () => {
    fixture = await SeveralSources.open(kind);
    await fixture.sync('scribe', directory('CM2'));
    await sync('onde', FILE);
    fixture.clock.advance(86_400_000);
  });
  afterEach(() => fixture.database.drop());

  const { manager, idOf, sync, asked } = askSources(() => fixture);

  const classesOfNew = async (): Promise<string[]> => {
    const place = { personId: await fixture.idOf('scribe', `s.${NEW}`), uai: TILLEULS, now: fixture.clock.now() };
    return (await findGroupRelations(fixture.database.unitOfWork, place)).map(({ group }) => group.name);
  };
  const journal = async (): Promise<string[]> => {
    const labels = new Map((await manager().find(GroupRow)).map(({ id, name }) => [id, name]));
    const lines = await manager().find(AuditLine, { where: { action: Like('core.class.%') }, order: { id: 'ASC' } });
    return lines.map(({ action, subject }) => {
      const { groups } = subject as { readonly groups: readonly string[] };
      return [action.replace('core.class.', ''), ...groups.map((id) => labels.get(id))].join(' ');
    });
  };

  it.each(['CM2 C', 'CM1'])(
    'asks when the directory puts their pupils into %s, and leaves them as they are',
    async (to) => {
      expect(await sync('scribe', directory(to))).toBe(0);
      expect(await asked()).toEqual([`onde Mixte = scribe ${to}: open`, 'onde Mixte = scribe CM2: same'].sort());
      expect(await classesOfNew()).toEqual(['CM2']);
      expect(await journal()).toEqual(['same Mixte CM2']);
      await decide(to, 'different');
      expect(await fixture.classJoins.settle()).toBe(0);
      expect(await asked()).toEqual([`onde Mixte = scribe ${to}: different`, 'onde Mixte = scribe CM2: same'].sort());
      expect(await classesOfNew()).toEqual(['CM2']);
    },
  );

  it('moves them where an administrator says so, with their bricks, and the journal names both answers', async () => {
    const { unitOfWork } = fixture.database;
    const activations = new ActivationService(unitOfWork, fixture.clock, new AuditTrail(unitOfWork, fixture.clock));
    const cm2 = await idOf('scribe', 'CM2');
    await activations.enable(TILLEULS, 'notes', 'head', { ...WHOLE_SCHOOL, groupIds: [cm2] });
    const { counts } = await fixture.plan('scribe', directory('CM2 C'));
    expect(counts).toMatchObject({ askedClasses: 1, classNames: { joined: [], asked: ['Mixte'] } });
    await sync('scribe', directory('CM2 C'));
    await decide('CM2 C', 'same');
    expect(await asked()).toEqual(['onde Mixte = scribe CM2 C: same']);
    expect(await classesOfNew()).toEqual(['CM2 C']);
    expect(await journal()).toEqual(['same Mixte CM2', 'different Mixte CM2', 'same Mixte CM2 C']);
    const [rule] = await activations.rules(TILLEULS, 'notes');
    expect(rule?.groupIds).toEqual([cm2, await idOf('scribe', 'CM2 C')]);
  });

  it('follows pupils by rule once their class has nobody left, and takes the question back', async () => {
    await sync('scribe', directory('CM2 C'));
    expect(await asked()).toContain('onde Mixte = scribe CM2 C: open');
    const emptied = directory('CM2 C').filter((one) => !(one.type === 'membership' && one.group === 'CM2'));
    expect(await sync('scribe', emptied)).toBe(1);
    expect(await asked()).toEqual(['onde Mixte = scribe CM2 C: same']);
    expect(await classesOfNew()).toEqual(['CM2 C']);
    expect(await journal()).toEqual(['same Mixte CM2', 'alone Mixte CM2', 'same Mixte CM2 C']);
  });

  async function decide(own: string, answer: 'same' | 'different'): Promise<void> {
    const ownId = await idOf('scribe', own);
    const { id } = await manager().findOneByOrFail(ClassJoinRow, { ownId, state: 'open' });
    await fixture.classJoins.decide(id, answer, BY);
  }
});
