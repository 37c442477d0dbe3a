// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '@volee/core-adapter';
import type { MessagingKey, MessagingTexts } from '../../../brick-types.js';
import { REACHES, type Reach, type RuleTable } from '../../../domain/rules/policy.js';

/** Reasons why people of a profile are not found, by how far the rules reach to them. */
const SENTENCES: Readonly<Record<Profile, Partial<Record<Reach, MessagingKey>>>> = {
  pupil: {
    no: 'missing.noPupils',
    own: 'missing.ownPupils',
    class: 'missing.classPupils',
    teaches: 'missing.taughtPupils',
  },
  guardian: {
    no: 'missing.noGuardians',
    own: 'missing.ownGuardians',
    class: 'missing.classGuardians',
    teaches: 'missing.taughtGuardians',
  },
  teacher: { reply: 'missing.replyTeachers', teaches: 'missing.ownTeachers' },
  head: { reply: 'missing.replyHead' },
  staff: { no: 'missing.noStaff', reply: 'missing.replyStaff' },
};

/** The reasons why somebody may be missing, one sentence each: what the rules say to the user, and what they say to everybody. */
export function missingPeople(profiles: readonly Profile[], rules: RuleTable, t: MessagingTexts): string[] {
  const ofRules = PROFILES.flatMap((to) => {
    const key = SENTENCES[to][widest(profiles, to, rules)];
    return key === undefined ? [] : [t(key)];
  });
  return [...ofRules, t('missing.otherSchool'), t('missing.left')];
}

/** The profile of a person by which the user reaches the furthest. */
function widest(profiles: readonly Profile[], to: Profile, rules: RuleTable): Reach {
  const reaches = profiles.map((from) => REACHES.indexOf(rules[from][to]));
  return REACHES[Math.max(0, ...reaches)] ?? 'no';
}
