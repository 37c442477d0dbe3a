// SPDX-License-Identifier: EUPL-1.2
import type { Group } from '@volee/core-adapter';

/** Whether a class is a ULIS: its pupils are inscribed in another class, too. The name tells this, since no source says more. */
export function isUlis({ name }: Pick<Group, 'name'>): boolean {
  return /\bulis\b/i.test(name);
}

/** The class in which a pupil of several classes is inscribed: the first one by name that is not a ULIS. */
export function inscriptionClass(classes: readonly Group[]): Group | undefined {
  const sorted = classes.filter(({ kind }) => kind === 'class').sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  return sorted.find((one) => !isUlis(one)) ?? sorted[0];
}
