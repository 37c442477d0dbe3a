// SPDX-License-Identifier: EUPL-1.2
import type { ReportReaders } from '../../../domain/message/report-readers.js';

/** The words for a person before they report a message, by the heads who would read it. */
export const REPORT_READERS = {
  heads: 'report.what',
  otherHeads: 'report.ofHead',
  nobody: 'report.toNobody',
} as const satisfies Record<ReportReaders, string>;
