// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { LONGEST_REASON } from '../../reports/report-fields.js';

/** Reporting one message. */
export interface ReportFormModel {
  readonly actionUrl: string;
  /** Whether a head wrote the message, and so does not read the report. */
  readonly isOfHead: boolean;
}

interface ReportFormProps {
  readonly report: ReportFormModel;
  readonly t: MessagingTexts;
}

/** A fold below a message that was received. */
export function ReportForm({ report: { actionUrl, isOfHead }, t }: ReportFormProps): VNode {
  return (
    <details class="messaging-report">
      <summary>
        <Icon name="flag" />
        {t('report.this')}
      </summary>
      <form method="post" action={actionUrl}>
        <p>{t(isOfHead ? 'report.ofHead' : 'report.what')}</p>
        <TextField
          id={`field-${actionUrl}`}
          name="reason"
          label={t('report.reason')}
          rows={2}
          maxLength={LONGEST_REASON}
        />
        <Button icon="flag-fill">{t('report.send')}</Button>
      </form>
    </details>
  );
}
