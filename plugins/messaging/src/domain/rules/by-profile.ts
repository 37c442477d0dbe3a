// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';

export type ByProfile<T> = Readonly<Record<Profile, T>>;

export function byProfile<T>(valueOf: (profile: Profile) => T): ByProfile<T> {
  return {
    pupil: valueOf('pupil'),
    guardian: valueOf('guardian'),
    teacher: valueOf('teacher'),
    head: valueOf('head'),
    staff: valueOf('staff'),
  };
}
