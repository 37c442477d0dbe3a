// SPDX-License-Identifier: EUPL-1.2

/**
 * The readers of a folder or file, from many to few. `families`: pupils, their guardians and the teachers. `pupils`: pupils and teachers.
 * `teachers`: teachers alone. In the space of one person or of a team, everything has `teachers`: the kind of the space decides.
 */
export const READERS = ['families', 'pupils', 'teachers'] as const;
export type Readers = (typeof READERS)[number];
