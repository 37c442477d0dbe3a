// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../../api/people.js';
import { readAttachmentKey, type PersonState } from '../state/person-state.js';
import type { SchoolPlans } from './school-plans.js';
import type { AttachmentPlan } from './sync-plan.js';

const NONE: ReadonlySet<string> = new Set();

/** Plans the attachments that a person begins and ends in each school. */
export function planAttachments(was: PersonState | undefined, is: PersonState | undefined, plans: SchoolPlans): void {
  const { key, displayName } = is ?? was ?? { key: '', displayName: '' };
  const [before, after] = [was?.attachments ?? NONE, is?.attachments ?? NONE];
  const begun = missing(after, before);
  const ended = missing(before, after);
  const plan = (profile: Profile, counterpart: string | undefined): AttachmentPlan => ({
    person: key,
    displayName,
    profile,
    ...(counterpart !== undefined && { moved: counterpart }),
  });
  for (const { uai, profile } of begun) {
    plans.of(uai).attachments.begun.push(plan(profile, counterpartOf(uai, profile, begun, ended)));
  }
  for (const { uai, profile } of ended) {
    plans.of(uai).attachments.ended.push(plan(profile, counterpartOf(uai, profile, ended, begun)));
  }
}

type Attachment = ReturnType<typeof readAttachmentKey>;

function missing(attachments: ReadonlySet<string>, other: ReadonlySet<string>): Attachment[] {
  return [...attachments].filter((attachment) => !other.has(attachment)).map(readAttachmentKey);
}

/** The other school of a move: the first attachment that ends is paired with the first one that begins with the same profile, and so on. */
function counterpartOf(uai: string, profile: Profile, own: Attachment[], opposite: Attachment[]): string | undefined {
  const alike = (list: Attachment[]): Attachment[] => list.filter((attachment) => attachment.profile === profile);
  return alike(opposite)[alike(own).findIndex((attachment) => attachment.uai === uai)]?.uai;
}
