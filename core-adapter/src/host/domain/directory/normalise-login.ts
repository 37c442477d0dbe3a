// SPDX-License-Identifier: EUPL-1.2
/** A login as it is stored and compared. An SSO accepts capitals, and browsers send accents in either Unicode form. */
export function normaliseLogin(login: string): string {
  return login.normalize('NFC').trim().toLowerCase();
}
