// SPDX-License-Identifier: EUPL-1.2
import type { Member } from '@volee/core-adapter';
import type { TimeReader } from '../../../domain/words/time-words.js';
import type { DeliveryPlan } from '../../../domain/message/delivery-plan.js';
import { asSentence, eitherOf, namesOf } from '../child/words.js';

export interface PlanReader extends TimeReader {
  /** Class → its teachers. */
  readonly readFirst: ReadonlyMap<string, readonly Member[]>;
  /** The name by which the pupil knows a person. */
  readonly nameOf: (personId: string) => string;
  /** « Ta réponse » instead of « ton message ». */
  readonly isReply: boolean;
}

/** Which adult reads a message first, and when the others receive it: one sentence each, before the pupil sends it. */
export function letterNotes({ now, later, held }: DeliveryPlan, reader: PlanReader): string[] {
  const { t } = reader;
  const names = (ids: readonly string[]): { to: string; count: number } => ({
    to: namesOf(ids.map(reader.nameOf), reader),
    count: ids.length,
  });
  const heldFor = [...held.values()].flat();
  return [
    ...(heldFor.length > 0 ? [heldNote(names(heldFor), { held }, reader)] : []),
    ...[...later].map(([instant, ids]) =>
      t('child.laterTo', { ...names(ids), when: reader.format.when(new Date(instant)) }),
    ),
    ...(now.length > 0 && heldFor.length + later.size > 0 ? [t('child.nowTo', names(now))] : []),
  ];
}

/** « Claire Vuillet le lit d’abord. Si c’est oui, Jade le reçoit. » */
function heldNote(
  names: { readonly to: string; readonly count: number },
  plan: Pick<DeliveryPlan, 'held'>,
  reader: PlanReader,
): string {
  const { t, isReply } = reader;
  const adult = eitherOf(readers(plan, reader), t);
  const [first, then] = isReply
    ? (['child.replyReadBy', 'child.replyThen'] as const)
    : (['child.readBy', 'child.readThen'] as const);
  return `${asSentence(t(first, { adult }))} ${t(then, names)}`;
}

/** The label of the button: « Le donner à Claire Vuillet ». */
export function letterButton({ now, later, held }: DeliveryPlan, reader: PlanReader): string {
  const { t, isReply } = reader;
  if (held.size === 0 || now.length > 0 || later.size > 0) return t('child.send');
  const [adult, other] = readers({ held }, reader);
  if (!adult || other) return t(isReply ? 'child.giveReplyFirst' : 'child.giveFirst');
  return t(isReply ? 'child.giveReply' : 'child.giveTo', { adult: adult.displayName });
}

function readers({ held }: Pick<DeliveryPlan, 'held'>, { readFirst }: PlanReader): Member[] {
  const all = [...held.keys()].flatMap((groupId) => readFirst.get(groupId) ?? []);
  return [...new Map(all.map((adult) => [adult.id, adult])).values()];
}
