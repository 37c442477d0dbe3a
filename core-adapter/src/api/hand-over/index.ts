// SPDX-License-Identifier: EUPL-1.2
// The contract of bricks that hand copies over from school to school. It is unstable: it may change in any release.
export * from './hand-over.js';
