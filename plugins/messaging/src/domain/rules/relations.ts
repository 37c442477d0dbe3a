// SPDX-License-Identifier: EUPL-1.2
/** The rules judge by the directory as the contract gives it: the type alone, so that they stay pure. */
export type { Relations } from '@volee/core-adapter';
