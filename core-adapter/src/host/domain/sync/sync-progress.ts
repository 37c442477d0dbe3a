// SPDX-License-Identifier: EUPL-1.2

/**
 * Called repeatedly with the progress of a sync.
 * @param count records read so far, or people to write
 */
export type SyncProgress = (stage: 'reading' | 'writing', count: number) => void;
