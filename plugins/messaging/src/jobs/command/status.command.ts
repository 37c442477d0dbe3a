// SPDX-License-Identifier: EUPL-1.2
import type { CommandAnswer, School } from '@volee/core-adapter';
import { covers, runningPauses } from '../../domain/policy/running-pauses.js';
import type { BreakerRow } from '../../store/breaker.entity.js';
import { schoolsNamed, type PauseCall } from './command-options.js';
import { pauseLine, pauseValue, PROFILE_WORDS } from './pause-lines.js';

interface SchoolPauses {
  readonly school: School;
  readonly pauses: readonly BreakerRow[];
}

/** `volee messaging status`. */
export async function tellPauses(call: PauseCall): Promise<CommandAnswer> {
  const found: SchoolPauses[] = [];
  for (const work of await schoolsNamed(call)) found.push({ school: work.school, pauses: await runningPauses(work) });
  const without = (['pupil', 'guardian'] as const).flatMap((profile) => {
    const schools = schoolsWithout(profile, found);
    return schools.length === 0 || schools.length === found.length ? [] : [{ profile, schools }];
  });
  const lines = [
    ...found.flatMap(({ school, pauses }) => pauses.map((pause) => pauseLine(pause, school))),
    ...without.map(
      ({ profile, schools }) =>
        `The pause of ${PROFILE_WORDS[profile]} for all schools does not hold in: ${schools.join(', ')}.`,
    ),
  ];
  return {
    value: {
      pauses: found.flatMap(({ school, pauses }) => pauses.map((pause) => pauseValue(pause, school))),
      withoutPauseForAll: without,
    },
    lines: lines.length > 0 ? lines : ['No messages are stopped.'],
  };
}

/** The schools without this pause for all schools: messages were started again there, or they have come since. */
function schoolsWithout(profile: 'pupil' | 'guardian', found: readonly SchoolPauses[]): string[] {
  return found
    .filter(({ pauses }) => !pauses.some((pause) => pause.isForAll && covers(pause.profile, profile)))
    .map(({ school }) => school.uai);
}
