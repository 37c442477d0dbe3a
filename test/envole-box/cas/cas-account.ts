// SPDX-License-Identifier: EUPL-1.2

/** An account that can log in. `attributes` are those sent to services, each with all its values. */
export interface CasAccount {
  login: string;
  displayName: string;
  /** French label: « Enseignante, CM2, École du Moulin ». */
  role: string;
  attributes: Record<string, string[]>;
  /** The school under which the login page lists the account. */
  school?: string;
  /** Whether the login page shows the account at the top. */
  isFeatured?: boolean;
}
