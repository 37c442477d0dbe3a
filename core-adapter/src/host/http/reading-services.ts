// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '../../api/i18n.js';
import type { HostContext } from '../context/host-context.js';
import { brickDirectory } from '../domain/access/brick-directory.js';
import type { JudgedAccess } from '../domain/access/user-access.js';
import type { AnyPortalRequest } from '../domain/bricks/brick-portal.js';
import type { ReadyBrick } from '../domain/bricks/loaded-brick.js';
import { schoolYearOf } from '../domain/directory/school-year.js';
import { formatFor } from '../infra/i18n/format.js';
import { localClock } from '../infra/i18n/local-clock.js';
import { translator } from '../infra/i18n/translate.js';
import type { SchoolContext } from './school-context.js';

/** The services that a brick has to read for a user in a school, besides its rows. */
export function readingServices(
  { clock, directory }: Pick<HostContext, 'clock' | 'directory'>,
  { manifest, log }: Pick<ReadyBrick, 'manifest' | 'log'>,
  { school, user, relations }: Pick<SchoolContext, 'school' | 'user' | 'relations'>,
  language: Language,
  access: JudgedAccess,
): Omit<AnyPortalRequest, 'db' | 'handOver'> {
  return {
    school,
    schoolYear: schoolYearOf(clock.now(), school.timeZone),
    user,
    access,
    directory: brickDirectory(directory, school, relations),
    clock: localClock(clock, school.timeZone),
    log,
    t: translator(manifest.locales, language, user.profiles.includes('pupil')),
    format: formatFor(language, school.timeZone, clock),
  };
}
