// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { ReportRow } from '../../store/report.entity.js';

export type ScopedReport = ReportRow & { readonly schoolWide: true; readonly visibleTo: readonly Profile[] };

/** Reports are for heads alone: not for teachers of a class, and not for the people that they are about. */
export function scopeOfReport(report: ReportRow): ScopedReport {
  return { ...report, schoolWide: true, visibleTo: ['head'] };
}
