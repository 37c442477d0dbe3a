// SPDX-License-Identifier: EUPL-1.2
import type { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata.js';

const ID = /^[\da-f]{8}-[\da-f-]{27}$/i;
/** The length of id columns. */
const ID_LENGTH = 36;
const DAY_MS = 86_400_000;

/** Returns another value of the same type for a column; undefined for ids and for types without a simple alternative. */
export function otherValue(column: ColumnMetadata, value: unknown): unknown {
  const length = Number(column.length) || 8;
  if (value == null) return length === ID_LENGTH ? undefined : firstValue(String(column.type), length);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (value instanceof Date) return new Date(value.getTime() + DAY_MS);
  if (typeof value === 'string') return ID.test(value) ? undefined : otherText(value, String(column.type));
  if (Array.isArray(value))
    return value.some((one) => ID.test(String(one))) ? undefined : [...(value as unknown[]), 'z'];
  return undefined;
}

function firstValue(type: string, length: number): unknown {
  if (/char|text/i.test(type)) return 'zzzzzzzz'.slice(0, length);
  if (/int|real|double|float|decimal|numeric/i.test(type)) return 7;
  if (/datetime|timestamp/i.test(type)) return new Date('2026-11-20T09:00:00Z');
  return /^date$/i.test(type) ? '2026-11-20' : undefined;
}

function otherText(text: string, type: string): string {
  if (/^date$/i.test(type)) return text === '2026-11-20' ? '2026-11-21' : '2026-11-20';
  return `${text.slice(0, -1)}${text.endsWith('z') ? 'y' : 'z'}`;
}
