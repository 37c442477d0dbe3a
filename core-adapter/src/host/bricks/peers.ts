// SPDX-License-Identifier: EUPL-1.2

export const CONTRACT = '@volee/core-adapter';

/** The packages for which a brick gets the copy of the host (ADR 15). */
export const PEERS: ReadonlySet<string> = new Set([CONTRACT, 'typeorm', 'preact', 'preact-render-to-string', 'zod']);
