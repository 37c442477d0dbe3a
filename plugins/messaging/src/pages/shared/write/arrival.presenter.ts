// SPDX-License-Identifier: EUPL-1.2
import type { Figure } from '@volee/core-adapter/ui';
import { isAdultOfSchool } from '../../../domain/rules/is-adult-of-school.js';
import { nowWords, untilWords } from '../../../domain/words/time-words.js';
import { nameApart, type ChildrenOf } from '../../../domain/words/told-apart.js';
import type { Judgement } from '../../../domain/rules/judgement.js';
import type { QuietAudience } from '../../../domain/rules/policy.js';
import type { ArrivalModel, QuietModel } from './write.model.js';
import type { WriteMaterial, WriteReader } from './write-material.js';

/** The maximum number of names in the list of receivers. */
const SHOWN = 200;

type Reached = Exclude<Judgement, { outcome: 'refused' }>;

/** Says how many people receive a message to these recipients, and when. */
export function presentArrival(material: WriteMaterial, reader: WriteReader): ArrivalModel {
  const reached = [...material.judged.judgements.values()].filter((one): one is Reached => one.outcome !== 'refused');
  return {
    figures: figures(reached, reader),
    quiet: presentQuiet(reached, reader),
    points: points(material, reached, reader),
    people: people(material, reader),
  };
}

/** The quiet hours for which receivers of the message wait. */
export function presentQuiet(judgements: readonly Judgement[], reader: WriteReader): QuietModel | undefined {
  const { t, user, clock } = reader;
  const ends = new Map<QuietAudience, Date>();
  for (const judgement of judgements) if (judgement.outcome === 'later') ends.set(judgement.quietFor, judgement.until);
  if (ends.size === 0) return undefined;
  const isOfSchool = isAdultOfSchool(user);
  const sentences = [...ends].map(([quietFor, until]) => {
    if (quietFor === 'staff') return t('quiet.staff');
    const key = quietFor === 'families' && !isOfSchool ? 'quiet.school' : (`quiet.${quietFor}` as const);
    return t(key, { when: untilWords(until, reader) });
  });
  return { time: t('quiet.time', { hour: reader.format.hour(clock.now()) }), text: sentences.join(' ') };
}

/** A figure for each kind of person and each time: « parents, demain à 7 h ». */
function figures(reached: readonly Reached[], reader: WriteReader): Figure[] {
  const { t, user } = reader;
  const counts = new Map<string, { judgement: Reached; count: number }>();
  for (const judgement of reached) {
    const key = `${judgement.to} ${timeOf(judgement)}`;
    counts.set(key, { judgement, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const isTeacher = user.profiles.includes('teacher');
  return [...counts.values()]
    .sort((one, other) => other.count - one.count)
    .map(({ judgement, count }) => {
      const to = judgement.to === 'teacher' && isTeacher ? 'colleague' : judgement.to;
      return { value: count, label: t(`arrive.${to}`, { count, when: arrival(judgement, reader) }) };
    });
}

function timeOf(judgement: Reached): number | string {
  return judgement.outcome === 'later' ? judgement.until.getTime() : judgement.outcome;
}

function arrival(judgement: Reached, reader: WriteReader): string {
  if (judgement.outcome === 'later') return reader.format.when(judgement.until);
  return judgement.outcome === 'now' ? nowWords(reader) : reader.t('arrive.held');
}

function points(
  { recipients, plan }: WriteMaterial,
  reached: readonly Reached[],
  { t, user }: WriteReader,
): ArrivalModel['points'] {
  const isOfSchool = isAdultOfSchool(user);
  const isGroup = (one: WriteMaterial['recipients'][number]): boolean => !('person' in one);
  const isToFamilies = recipients.every((one) => 'group' in one && one.profile === 'guardian');
  const left = plan.refused.size;
  return [
    ...(reached.some(({ outcome }) => outcome === 'held') ? [{ icon: 'hourglass-split', text: t('fact.held') }] : []),
    ...(recipients.some(isGroup) ? [{ icon: 'eye-slash-fill', text: t('fact.hidden') }] : []),
    ...(reached.length > 1 ? [{ icon: 'reply-fill', text: t('fact.replies') }] : []),
    ...(reached.length === 1 ? [{ icon: 'person-fill', text: t('fact.alone') }] : []),
    ...(isOfSchool && isToFamilies && reached.length > 0 ? [{ icon: 'check-all', text: t('fact.readBy') }] : []),
    ...(reached.length > 0 && left > 0 ? [{ icon: 'person-x-fill', text: t('plan.refused', { count: left }) }] : []),
  ];
}

/** The names of the people that are reached, if the writer may see them. */
function people({ judged }: WriteMaterial, reader: WriteReader): ArrivalModel['people'] {
  const { t, user, persons } = reader;
  const isOfSchool = isAdultOfSchool(user);
  const { childrenOf } = judged.relations;
  const children: ChildrenOf = new Map(
    isOfSchool
      ? [...childrenOf].map(([id, ids]) => [id, [...ids].flatMap((child) => persons.get(child) ?? [])] as const)
      : [],
  );
  const reached = [...judged.judgements].filter(([, { outcome }]) => outcome !== 'refused').map(([id]) => id);
  const names = reached
    .flatMap((id) => persons.get(id) ?? [])
    .map((person) => nameApart(person, children, reader))
    .sort((one, other) => one.localeCompare(other, 'fr'));
  if (reached.length < 2 || names.length === 0) return undefined;
  const more = reached.length - Math.min(names.length, SHOWN);
  return {
    summary: t('arrive.people', { count: reached.length }),
    names: [...names.slice(0, SHOWN), ...(more > 0 ? [t('arrive.more', { count: more })] : [])],
  };
}
