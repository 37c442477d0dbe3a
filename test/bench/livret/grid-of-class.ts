// SPDX-License-Identifier: EUPL-1.2
import { WRITTEN } from './invented-bilans.js';
import type { BenchClient } from '../measure/bench-client.js';

/** A row of a grid: the address for its changes, and the positions that the page shows. */
export interface GridRow {
  readonly bilan: string;
  readonly positions: string;
}

export function pathOf(uai: string, below: string): string {
  return `/s/${uai}/livret-bridge${below}`;
}

export function gridPath(uai: string, classId: string): string {
  return pathOf(uai, `/classes/${classId}/${WRITTEN}`);
}

/** The rows of a grid as a teacher reads it. */
export async function readRows(client: BenchClient, path: string): Promise<readonly GridRow[]> {
  const { text } = await client.page(path);
  const forms = text.matchAll(
    /<form id="f\w+" method="post" action="([^"]+)\/changes(?:\?[^"]*)?"[^>]*><input[^>]*name="was" value="([^"]*)"/g,
  );
  return [...forms].map(([, bilan = '', positions = '']) => ({ bilan, positions }));
}

/** Another position than this one. */
export function nextPosition(value: string): string {
  return '1234N'[('1234N'.indexOf(value) + 1) % 5] ?? '1';
}
