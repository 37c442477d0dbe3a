// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import type { ActivationRow } from '../../domain/activation/activation.entity.js';
import { GROUP_PROFILES } from '../../domain/directory/group-profiles.js';
import { capitalised } from '../../infra/i18n/capitalised.js';
import { fieldsOf, formWordsOf } from './form-words.js';
import type { reachCounter } from './proposed-rules.js';
import { partWords } from './roll-words.js';
import { alwaysOf, leftOutClasses, placeLine } from './rule-words.js';
import type { SchoolBrickState } from './school-bricks.model.js';
import type { SchoolFacts } from './school-facts.js';

interface OnlyRule {
  readonly brickId: string;
  readonly rule: ActivationRow;
  readonly served: readonly Profile[];
}

/** The only rule of a brick in three lines: the people of its classes, the people that classes do not restrict, and the classes without the brick. */
export async function presentState(
  count: ReturnType<typeof reachCounter>,
  { brickId, rule, served }: OnlyRule,
  facts: SchoolFacts,
): Promise<SchoolBrickState> {
  const { t, format, listUrl, school, groups, now } = facts;
  const always = alwaysOf(rule, served);
  const { profiles } = await count([rule]);
  const teachers = groups.filter(({ id }) => rule.groupIds.includes(id)).map((group) => group.teachers);
  const names = (profile: Profile): string[] => (profile === 'teacher' ? [...new Set(teachers.flat())] : []);
  const people = [
    ...GROUP_PROFILES.flatMap((profile) => partWords(profile, profiles[profile], names(profile), facts)),
    ...(['head', 'staff'] as const)
      .filter((profile) => !always.includes(profile) && profiles[profile] > 0)
      .map((profile) => t(`schoolBricks.always.${profile}`)),
  ];
  const leftOut = leftOutClasses(rule, facts);
  const place = { served, groupIds: groups.map(({ id }) => id), timeZone: school.timeZone, now };
  const whole = new URLSearchParams(fieldsOf({ ...formWordsOf(rule, false, place), where: 'school' })).toString();
  return {
    lines: [
      { label: t('schoolBricks.stateFor'), text: placeLine(rule, served, facts), detail: format.list(people) },
      ...(always.length === 0
        ? []
        : [
            {
              label: t('schoolBricks.stateAlways'),
              text: capitalised(format.list(always.map((one) => t(`schoolBricks.always.${one}`)))),
            },
          ]),
      ...(leftOut === undefined
        ? []
        : [
            {
              label: t('schoolBricks.stateNot'),
              text: leftOut,
              ...(rule.replaces !== null && { detail: t('schoolBricks.stateKept') }),
            },
          ]),
    ],
    changeUrl: `${listUrl}?brick=${brickId}&rule=${rule.id}`,
    wholeUrl: leftOut === undefined ? undefined : `${listUrl}?brick=${brickId}&${whole}`,
  };
}
