// SPDX-License-Identifier: EUPL-1.2
import { UnavailableError } from '@volee/core-adapter';

import { parseDn } from '../ldap/distinguished-name.js';
import { nameInUrl, Referral } from '../ldap/referral.js';
import { uaiIn } from './school.js';

/**
 * An error of a reading, with the school that it concerns where the URL of a referral tells (RFC 4511 §4.1.10): a Scribe names the entry
 * of a school by its UAI. The reading still fails as a whole: the people of that school would pass for leavers.
 */
export function nameSchool(error: unknown): unknown {
  if (!(error instanceof UnavailableError) || !(error.cause instanceof Referral)) return error;
  const names = error.cause.urls.flatMap((url) => parseDn(nameInUrl(url) ?? '') ?? []);
  const uai = names.flatMap((name) => [...name.values()].map(uaiIn)).find((one) => one !== undefined);
  if (uai === undefined) return error;
  const sentence = `The school ${uai} cannot be read in full, and nothing of any school was changed.`;
  return new UnavailableError(`${sentence} ${error.message}`, error.cause);
}
