// SPDX-License-Identifier: EUPL-1.2

/** Told again and again how far a sync has come. @param count records read so far, or persons to write */
export type SyncProgress = (stage: 'reading' | 'writing', count: number) => void;
