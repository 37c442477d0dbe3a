// SPDX-License-Identifier: EUPL-1.2
import { judgeCandidates } from './can-write.js';
import { ask, askAbout, POLICY, RELATIONS, TUESDAY_MORNING } from './school-for-tests.js';

describe('too many recipients', () => {
  const persons = (count: number): string[] => Array.from({ length: count }, (_, index) => `person ${index}`);

  test.each([
    ['zoe', 5],
    ['sophie', 10],
  ])('%s names at most %i', (sender, limit) => {
    expect([...ask(sender, persons(limit)).judgements.values()]).toEqual(
      Array(limit).fill({ outcome: 'refused', reason: 'recipient-left' }),
    );
    expect([...ask(sender, persons(limit + 1)).judgements.values()]).toEqual(
      Array(limit + 1).fill({ outcome: 'refused', reason: 'too-many', named: limit + 1, limit }),
    );
  });

  test('the whole message is refused, but for oneself', () => {
    const { judgements } = ask('zoe', [...persons(5), 'claire', 'zoe']);
    expect(judgements.get('claire')).toMatchObject({ reason: 'too-many', named: 6 });
    expect(judgements.get('zoe')).toMatchObject({ outcome: 'now' });
  });

  test('persons of a reply to all do not count, and are judged each', () => {
    const recipients = [...persons(18), 'claire', 'tom'];
    const { judgements } = ask('zoe', recipients, { replyToAll: new Set(recipients) });
    expect(judgements.get('person 0')).toEqual({ outcome: 'refused', reason: 'recipient-left' });
    expect(judgements.get('claire')).toEqual(askAbout('zoe', 'claire'));
    expect(judgements.get('tom')).toEqual(askAbout('zoe', 'tom'));
  });

  test('persons that are named besides a reply to all count', () => {
    const replyToAll = new Set([...persons(20), 'zoe']);
    const besides = (count: number): string[] => Array.from({ length: count }, (_, index) => `other ${index}`);
    expect(ask('zoe', [...persons(20), ...besides(5)], { replyToAll }).judgements.get('other 0')).toMatchObject({
      reason: 'recipient-left',
    });
    expect(ask('zoe', [...persons(20), ...besides(6)], { replyToAll }).judgements.get('person 0')).toEqual({
      outcome: 'refused',
      reason: 'too-many',
      named: 6,
      limit: 5,
    });
  });

  test('a page may ask about any number of candidates', () => {
    const candidates = new Set([...persons(30), 'claire', 'zoe']);
    const sender = { personId: 'zoe', relations: RELATIONS };
    const judgements = judgeCandidates(sender, candidates, POLICY, TUESDAY_MORNING);
    expect(judgements.size).toBe(32);
    expect(judgements.get('claire')).toEqual(askAbout('zoe', 'claire'));
    expect(judgements.get('zoe')).toEqual(askAbout('zoe', 'zoe'));
    expect(judgements.get('person 0')).toMatchObject({ reason: 'recipient-left' });
  });

  test.each(['claire', 'mathieu', 'odile', 'lea'])('%s may name any number', (sender) => {
    expect(ask(sender, [...persons(30), 'tom']).judgements.get('tom')?.outcome).toBe('now');
  });
});
