// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import { startTestHost, testDatabases, type Role } from '@volee/core-adapter/testing';
import messaging from '../../index.js';
import { PolicyRow } from '../../store/policy.entity.js';
import { judgeMessage } from '../message/judge-message.js';
import { defaultDecisions } from '../policy/decisions.js';
import { storedDecisions } from '../policy/stored-decisions.js';
import { DEFAULT_RULES } from '../rules/default-policy.js';
import { findCandidates, type Candidates } from './candidates.js';

const SCHOOL = '0390001X';

describe.each(testDatabases())('the people and groups that are offered on $name', (database) => {
  let host: Awaited<ReturnType<typeof startTestHost>>;
  const started = startTestHost({ bricks: [messaging], database });
  beforeAll(async () => {
    host = await started;
  });

  async function toolsOf(role: Role): Promise<Parameters<typeof findCandidates>[1]> {
    const school = await host.host.directory.school(SCHOOL);
    if (!school) throw new Error('The school is missing.');
    const directory = host.host.directory.inSchool(school);
    const id = await host.ids.person(role);
    const { profiles } = await directory.relations([id]);
    return {
      user: { id, profiles: profiles.get(id) ?? [] },
      school,
      directory,
      db: host.tables(SCHOOL),
      clock: host.clock,
    };
  }

  /** Asks the rules about each person and group that is offered: all are reached, and groups by as many people as the page says. */
  async function expectAllReached({ persons, groups }: Candidates, role: Role): Promise<void> {
    const tools = await toolsOf(role);
    const judge = async (recipient: Parameters<typeof judgeMessage>[1][number]): Promise<number> => {
      const { judgements } = await judgeMessage({ personId: tools.user.id }, [recipient], tools);
      return [...judgements.values()].filter(({ outcome }) => outcome !== 'refused').length;
    };
    for (const person of persons) expect([role, person, await judge({ person })]).toEqual([role, person, 1]);
    for (const { recipient, count } of groups) {
      expect([role, recipient, await judge(recipient)]).toEqual([role, recipient, count]);
    }
  }

  const ROLES = ['pupil', 'guardian', 'teacher', 'head', 'staff'] as const;

  let decided = 0;

  /** The head decides how far teachers may write to pupils and families. */
  async function decide(reach: 'school' | 'teaches'): Promise<void> {
    const rules = { ...DEFAULT_RULES, teacher: { ...DEFAULT_RULES.teacher, pupil: reach, guardian: reach } };
    const decisions = storedDecisions({ ...defaultDecisions({ timeZone: 'Europe/Paris' }), rules });
    const row = { ...decisions, number: (decided += 1), decidedBy: null, decidedAt: host.clock.now() };
    await host.tables(SCHOOL).repository(PolicyRow).insert([row]);
  }

  test.each([
    { reach: 'school', where: 'by the rules that a school begins with' },
    { reach: 'teaches', where: 'where teachers write to their own pupils and families alone' },
  ] as const)('nobody is offered and then refused: $where', async ({ reach }) => {
    await decide(reach);
    for (const role of ROLES) {
      for (const search of ['', 'a', 'm', 'faivre']) {
        const tools = await toolsOf(role);
        const groups = (await tools.directory.countByGroup()).map(({ group }) => group.id);
        const found = await findCandidates({ recipients: [], search, groups }, tools);
        await expectAllReached(found, role);
        expect((await findCandidates({ recipients: [], search, groups: [] }, tools)).persons).toEqual(found.persons);
        for (const relation of ['guardian', 'head', 'teacher', 'pupil', 'staff'] as const) {
          const asked = { relation, isAll: false, said: '', rest: search === '' ? [] : [search] };
          const meant = await findCandidates({ recipients: [], search, asked, groups }, tools);
          await expectAllReached(meant, role);
          if (role === 'teacher' || role === 'head' || role === 'staff') continue;
          expect([...meant.related]).toEqual([]);
        }
        const isListed = role === 'pupil' || role === 'guardian';
        if (isListed) expect(found.persons.size).toBeGreaterThan(2);
        if (role === 'head' && search === '') expect([...found.persons]).toEqual([]);
      }
    }
  });

  test('teachers are offered the pupils of their own classes alone where the rules say so', async () => {
    await decide('teaches');
    const tools = await toolsOf('teacher');
    const { relations, groups, persons } = await findCandidates(
      { recipients: [], search: 'faivre', groups: [] },
      tools,
    );
    const offered = groups.flatMap(({ recipient }) =>
      'group' in recipient && recipient.profile === 'pupil' ? recipient : [],
    );
    expect(offered.map(({ group }) => relations.groups.get(group)?.name)).toEqual(['CM1']);
    const pupils = [...persons].filter((id) => relations.profiles.get(id)?.includes('pupil' satisfies Profile));
    const taught = await tools.directory.people({ profiles: ['pupil'], groups: offered.map(({ group }) => group) });
    expect(new Set(pupils)).toEqual(new Set(taught));
  });
});
