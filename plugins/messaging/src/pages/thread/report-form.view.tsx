// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { LONGEST_REASON } from '../../reports/report-fields.js';
import type { ReportReaders } from '../../reports/report-readers.js';
import { REPORT_READERS } from './report-words.js';

/** Reporting one message. */
export interface ReportFormModel {
  readonly actionUrl: string;
  readonly readers: ReportReaders;
  /** The refusal of which the word is reported. */
  readonly refusal?: string;
}

interface ReportFormProps {
  readonly report: ReportFormModel;
  readonly t: MessagingTexts;
}

/** A fold below a message that was received. */
export function ReportForm({ report: { actionUrl, readers }, t }: ReportFormProps): VNode {
  return (
    <details class="messaging-report">
      <summary>
        <Icon name="flag" />
        {t('report.this')}
      </summary>
      <form method="post" action={actionUrl}>
        <p>{t(REPORT_READERS[readers])}</p>
        <TextField
          id={`field-${actionUrl}`}
          name="reason"
          label={t('report.reason')}
          rows={2}
          maxLength={LONGEST_REASON}
        />
        <Button icon="flag-fill">{t(readers === 'nobody' ? 'report.hide' : 'report.send')}</Button>
      </form>
    </details>
  );
}
