// SPDX-License-Identifier: EUPL-1.2
import type { Request } from 'express';
import { LINE_KINDS, type LineKind } from '../../../domain/sync/plan/plan-lines.js';
import { pageOf, textOf } from '../../../http/read-query.js';

/** A search in a plan: `?q=&school=&kind=&page=&schools=`. */
export interface PlanSearch {
  /** A piece of a name or a key. */
  readonly text: string;
  /** A piece of a school's name, or its UAI. */
  readonly school: string;
  readonly kind: LineKind | '';
  /** The page of the lines, and that of the schools; from 1 on. */
  readonly page: number;
  readonly schoolPage: number;
}

export function planSearch(request: Request): PlanSearch {
  const { query } = request;
  const kind = LINE_KINDS.find((one) => one === textOf(query, 'kind')) ?? '';
  return {
    text: textOf(query, 'q'),
    school: textOf(query, 'school'),
    kind,
    page: pageOf(request),
    schoolPage: pageOf(request, 'schools'),
  };
}
