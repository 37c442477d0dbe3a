// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import { parseDn } from '../ldap/distinguished-name.js';
import { nameInUrl, Referral } from '../ldap/referral.js';
import { uaiIn } from './school.js';

/**
 * An error of a reading, with the school that it concerns where the URL of a referral tells (RFC 4511 §4.1.10) and the layout is not sure
 * that the school is the only one (`UnreadSchools`). The reading fails as a whole: people of other schools might pass for leavers.
 */
export function nameSchool(error: unknown): unknown {
  if (!(error instanceof UnavailableError) || !(error.cause instanceof Referral)) return error;
  const names = error.cause.urls.flatMap((url) => parseDn(nameInUrl(url) ?? '') ?? []);
  const uai = names.flatMap((name) => [...name.values()].map(uaiIn)).find((one) => one !== undefined);
  if (uai === undefined) return error;
  const sentence = `The school ${uai} cannot be read in full, and nothing of any school was changed.`;
  return new UnavailableError(`${sentence} ${error.message}`, { remedy: error.remedy, cause: error.cause });
}
