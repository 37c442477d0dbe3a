// SPDX-License-Identifier: EUPL-1.2
import { PROFILES, type Profile } from '../../../api/people.js';

export function byProfile<T>(value: (profile: Profile) => T): Record<Profile, T> {
  const [pupil, guardian, teacher, head, staff] = PROFILES;
  return {
    pupil: value(pupil),
    guardian: value(guardian),
    teacher: value(teacher),
    head: value(head),
    staff: value(staff),
  };
}
