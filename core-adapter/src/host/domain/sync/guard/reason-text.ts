// SPDX-License-Identifier: EUPL-1.2
import type { Translate } from '../../../../api/i18n.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { Reason } from './verdict.js';

/** The texts and figures of one language. */
export interface ReasonFormatter {
  readonly t: Translate<HostKey>;
  /** « 2 000 » */
  number(count: number): string;
}

/** A reason of the guard in the reader's language; its own sentence is for the terminal. @param schools names of schools, by UAI */
export function reasonText(
  { code, uai, profile, role = 'member', group, before, after, span }: Reason,
  schools: ReadonlyMap<string, string>,
  { t, number }: ReasonFormatter,
): string {
  const sentence = t(group === undefined ? `platform.reason.${code}` : `platform.reasonInGroup.${role}`, {
    group: group === undefined ? '' : t(`platform.groupOf.${group}`),
    school: uai === undefined ? t('platform.allSchools') : (schools.get(uai) ?? uai),
    before: number(before),
    after: number(after),
    changed: number(before - after),
    persons: profile === undefined ? '' : t(`audience.${profile}`, { count: after }),
  });
  return span === undefined ? sentence : t(`platform.reasonSpan.${span}`, { sentence });
}
