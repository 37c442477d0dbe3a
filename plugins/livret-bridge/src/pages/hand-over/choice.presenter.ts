// SPDX-License-Identifier: EUPL-1.2
import type { Tick } from '@volee/core-adapter/ui';
import type { ChooseModel } from './hand-over.model.js';
import { OUTSIDE } from './hand-over.input.js';
import type { PresenterRequest } from './presenter-request.js';
import type { LeaverPlace } from '../../domain/hand-over/parcels-of-leaver.js';
import type { Leaver } from '../../domain/hand-over/read-leavers.js';
import type { ReadPlaces } from '../../domain/hand-over/read-places.js';

/** A form that was not carried out: what was typed, and a sentence for each wrong field. */
export interface TypedChoice {
  readonly form: string;
  readonly pupilIds: readonly string[];
  readonly college: string | undefined;
  readonly problems: ChooseModel['problems'];
}

interface ChoiceOptions {
  readonly change?: string | undefined;
  readonly typed?: TypedChoice | undefined;
}

/** The ids of the forms, which they send back so that a mistake is shown in the right one. */
export const CHOOSE = 'choose';
export const UNKNOWN = 'unknown';

/** The steps in which nothing has arrived yet, so that the collège may change. */
const MOVABLE: readonly LeaverPlace['step'][] = ['noBilan', 'ready', 'offered', 'accepted', 'refused', 'expired'];

/** Presents the pupils without a collège; with `change`, those of a collège, or those that go elsewhere. */
export function presentChoice(
  { places, colleges }: ReadPlaces,
  { change, typed }: ChoiceOptions,
  { t }: PresenterRequest,
): ChooseModel | undefined {
  const isMeant = ({ step, college }: LeaverPlace): boolean => {
    if (change === undefined) return step === 'noCollege';
    return change === OUTSIDE ? step === 'outside' : college?.uai === change && MOVABLE.includes(step);
  };
  const leavers = places.filter(isMeant).map(({ leaver }) => leaver);
  if (leavers.length === 0) return undefined;
  const own = typed?.form === CHOOSE ? typed : undefined;
  return {
    id: CHOOSE,
    title: t(change === undefined ? 'handOver.without' : 'handOver.change', { count: leavers.length }),
    ...fieldsOf(leavers, colleges, { typed: own, without: change }, t),
  };
}

/** Presents the pupils without a level: the head ticks those that are in CM2. */
export function presentUnknown(
  { unknown, colleges }: ReadPlaces,
  { typed }: ChoiceOptions,
  { t }: PresenterRequest,
): ChooseModel | undefined {
  if (unknown.length === 0) return undefined;
  const own = typed?.form === UNKNOWN ? typed : undefined;
  return {
    id: UNKNOWN,
    title: t('handOver.unknown', { count: unknown.length }),
    ...fieldsOf(unknown, colleges, { typed: own, without: undefined }, t),
  };
}

interface FieldOptions {
  readonly typed: TypedChoice | undefined;
  /** The collège that the pupils have now, which is no choice. */
  readonly without: string | undefined;
}

function fieldsOf(
  leavers: readonly Leaver[],
  colleges: ReadPlaces['colleges'],
  { typed, without }: FieldOptions,
  t: PresenterRequest['t'],
): Pick<ChooseModel, 'ticks' | 'colleges' | 'college' | 'problems'> {
  const ticks = leavers.map(({ id, name, className }): Tick => {
    const detail = className === '' ? undefined : className;
    return { value: id, label: name, detail, checked: typed?.pupilIds.includes(id) ?? false };
  });
  const choices = [
    ...colleges.map(({ uai, name }) => ({ value: uai, label: name })),
    { value: OUTSIDE, label: t('handOver.outside') },
  ];
  return {
    ticks,
    colleges: choices.filter(({ value }) => value !== without),
    college: typed?.college,
    problems: typed?.problems ?? {},
  };
}
