// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, person, SCHOOL, type TestHost } from '@volee/core-adapter/testing';

/** People besides the sample: a second member of the staff, and one in the other school. */
export const PAIR_RECORDS = [
  person('colleague', 'staff', SCHOOL, 'Ida', 'Mathey'),
  person('staffOfOtherSchool', 'staff', OTHER_SCHOOL, 'Luc', 'Roy'),
];

const FROM = { pupil: 'pupil', guardian: 'guardian', teacher: 'teacher', head: 'head', staff: 'staff' } as const;
type FromProfile = keyof typeof FROM;

/** The person of each column, by what the sender has to do with them. A pupil writes to a classmate, everybody else to `pupil`. */
const TO = {
  near: { pupil: 'pupil', guardian: 'guardian', teacher: 'teacher', head: 'head', staff: 'staff' },
  far: {
    ...{ pupil: 'pupilOfOtherClass', guardian: 'guardianOfOtherClass', teacher: 'teacherOfOtherClass' },
    ...{ head: 'head', staff: 'colleague' },
  },
  elsewhere: {
    ...{ pupil: 'pupilOfOtherSchool', guardian: 'guardianOfOtherSchool', teacher: 'teacherOfOtherSchool' },
    ...{ head: 'headOfOtherSchool', staff: 'staffOfOtherSchool' },
  },
} as const;
/** People of the same profile would be the sender. */
const OTHER_NEAR = {
  ...{ pupil: 'classmate', guardian: 'guardianOfClassmate', teacher: 'teacherInBothSchools', staff: 'colleague' },
} as const;

/** Whether the message of a row reaches the person of a column: at once, once a teacher accepted it, or not. */
export type Cell = 'yes' | 'held' | 'no';

export interface ProfilePair {
  readonly from: string;
  readonly to: string;
  /** `near pupil to staff` */
  readonly name: string;
  /** The profile of the person who is written to. */
  readonly profile: FromProfile;
  readonly cell: Cell;
}

/**
 * Reads a table that was written by hand. Each of its lines has a profile, and a cell for each profile: for people of the same class or
 * family, of another class, and of another school.
 */
export function pairsOf(table: string): ProfilePair[] {
  const [, ...lines] = table.trim().split('\n');
  return lines.flatMap((line) => {
    const [how, from, ...cells] = line.trim().split(/ +/) as [keyof typeof TO, FromProfile, ...Cell[]];
    const columns = Object.keys(FROM) as FromProfile[];
    return columns.flatMap((profile, n): ProfilePair[] => {
      // The school has one head.
      if (profile === 'head' && from === 'head' && how !== 'elsewhere') return [];
      const same = how === 'near' && profile === from && from !== 'head' ? OTHER_NEAR[from] : undefined;
      const to = same ?? TO[how][profile];
      return [{ from: FROM[from], to, name: `${how} ${from} to ${profile}`, profile, cell: cells[n] ?? 'no' }];
    });
  });
}

export type Ids = ReadonlyMap<string, string>;

export async function idsOf(host: TestHost, pairs: readonly ProfilePair[]): Promise<Ids> {
  const logins = new Set(pairs.flatMap(({ from, to }) => [from, to]));
  return new Map(await Promise.all([...logins].map(async (login) => [login, await host.ids.login(login)] as const)));
}
