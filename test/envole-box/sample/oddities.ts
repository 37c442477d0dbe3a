// SPDX-License-Identifier: EUPL-1.2
// Faults that real school directories have. They are here on purpose: readers of a directory must cope with them.

/** A `memberUid` without an account: the person left, and the group kept the login. */
export const NOBODY = 'paul.parti';

/** Login → `uid` as the directory spells it; groups and guardians use lower case. */
export const UNUSUAL_SPELLINGS: Readonly<Record<string, string>> = { 'noe.vernier': 'Noe.Vernier' };

/** A child that a guardian names and that no longer exists. */
export const LOST_CHILD = 'lucie.disparue';

/** The guardian who names the lost child beside an existing one. */
export const GUARDIAN_OF_LOST_CHILD = 'helene.monnin';
