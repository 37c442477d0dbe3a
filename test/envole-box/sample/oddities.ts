// SPDX-License-Identifier: EUPL-1.2
// Faults that real school directories have. They are here on purpose: what reads a directory must live with them.

/** A `memberUid` that names nobody: he left, his group kept him. */
export const NOBODY = 'paul.parti';

/** Login → `uid` as the directory spells it; its groups and its families keep the lower case. */
export const UNUSUAL_SPELLINGS: Readonly<Record<string, string>> = { 'noe.vernier': 'Noe.Vernier' };

/** A child that a guardian names and that no longer exists. */
export const LOST_CHILD = 'lucie.disparue';

/** The guardian who names the lost child beside a findActive one. */
export const GUARDIAN_OF_LOST_CHILD = 'helene.monnin';
