// SPDX-License-Identifier: EUPL-1.2
/** The rules judge by the directory of the contract, and import its type only, so that they stay pure. */
export type { Relations } from '@volee/core-adapter';
