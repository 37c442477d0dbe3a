// SPDX-License-Identifier: EUPL-1.2

/** Somebody who can log in. The attributes are those that a service receives, each with all its values. */
export interface CasAccount {
  login: string;
  displayName: string;
  /** French label: « Enseignante, CM2, École du Moulin ». */
  role: string;
  attributes: Record<string, string[]>;
  /** Where the login page shows him: name of his school. */
  school?: string;
  /** Whether the login page shows him at once. */
  isFeatured?: boolean;
}
