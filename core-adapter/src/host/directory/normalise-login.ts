// SPDX-License-Identifier: EUPL-1.2
/** A login as it is stored and compared: an SSO lets people type it in capitals. */
export function normaliseLogin(login: string): string {
  return login.trim().toLowerCase();
}
