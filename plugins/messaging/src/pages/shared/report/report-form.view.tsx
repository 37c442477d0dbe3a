// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { LONGEST_REASON, reasonName } from '../../../domain/reports/report.input.js';
import type { ReportReaders } from '../../../domain/message/report-readers.js';
import { BesideReply, REPLY_FORM } from './beside-reply.view.js';
import { REPORT_READERS } from './report-words.js';

export interface ReportFormModel {
  readonly actionUrl: string;
  readonly readers: ReportReaders;
  readonly refusal?: string;
}

interface ReportFormProps {
  readonly id: string;
  /** Whether a reply may be typed on the page: it is sent along, and kept. */
  readonly hasReply: boolean;
  readonly report: ReportFormModel;
  readonly t: MessagingTexts;
}

/** A fold below a message that was received. */
export function ReportForm(props: ReportFormProps): VNode {
  const { hasReply, report, t } = props;
  const { actionUrl, readers } = report;
  const label = t(readers === 'nobody' ? 'report.hide' : 'report.send');
  return (
    <details class="messaging-report">
      <summary>
        <Icon name="flag" />
        {t('report.this')}
      </summary>
      {hasReply ? (
        <div>
          <ReportFields {...props} />
          <BesideReply actionUrl={actionUrl} kind="secondary" icon="flag-fill">
            {label}
          </BesideReply>
        </div>
      ) : (
        <form method="post" action={actionUrl}>
          <ReportFields {...props} />
          <Button icon="flag-fill">{label}</Button>
        </form>
      )}
    </details>
  );
}

/** In the form of the reply, the reason of each fold has a name of its own. */
function ReportFields({ id, hasReply, report, t }: ReportFormProps): VNode {
  // Browsers would fill in a field that stands outside of its form in any version of the page (ADR 80).
  const field = hasReply ? { name: reasonName(id), form: REPLY_FORM, autocomplete: 'off' } : { name: 'reason' };
  return (
    <>
      <p>{t(REPORT_READERS[report.readers])}</p>
      <div class="v-field">
        <label class="form-label" for={reasonName(id)}>
          {t('report.reason')}
        </label>
        <textarea class="form-control" id={reasonName(id)} rows={2} maxLength={LONGEST_REASON} {...field} />
      </div>
    </>
  );
}
