// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { reasonName } from '../../../domain/reports/report.input.js';
import type { ReportReaders } from '../../../domain/message/report-readers.js';
import type { ReportFormModel } from '../report/report-form.view.js';
import { BesideReply, REPLY_FORM } from '../report/beside-reply.view.js';
import { REPORT_READERS } from '../report/report-words.js';

const REASONS = ['child.reasonMean', 'child.reasonScary', 'child.reasonSecret', 'child.reasonOther'] as const;

const WORD_READERS = {
  heads: 'report.wordToHeads',
  otherHeads: 'report.wordToHeads',
  nobody: 'report.wordToNobody',
} as const satisfies Record<ReportReaders, string>;

interface ReportFoldProps {
  readonly id: string;
  /** Whether the report is about the word of a refusal, which stays on the page. */
  readonly isWord?: boolean;
  /** Whether a reply may be typed on the page: it is sent along, and kept. */
  readonly hasReply?: boolean;
  readonly report: ReportFormModel;
  readonly t: MessagingTexts;
}

/** « Ce message te gêne ? » below a message that a pupil has received. The head reads the chosen words. */
export function ReportFold(props: ReportFoldProps): VNode {
  const { isWord = false, hasReply = false, report, t } = props;
  const { actionUrl, readers, refusal } = report;
  const label = t(readers === 'nobody' && !isWord ? 'report.hide' : 'report.send');
  const button = { icon: 'person-raised-hand', kind: 'secondary' } as const;
  const ofWord = refusal !== undefined && { name: 'refusal', value: refusal };
  return (
    <details class="v-well v-child-report">
      <summary>{t(isWord ? 'report.thisWord' : 'report.this')}</summary>
      {hasReply ? (
        <>
          <ReportFields {...props} />
          <BesideReply {...button} actionUrl={actionUrl} {...ofWord}>
            {label}
          </BesideReply>
        </>
      ) : (
        <form method="post" action={actionUrl}>
          {ofWord && <input type="hidden" {...ofWord} />}
          <ReportFields {...props} />
          <Button {...button}>{label}</Button>
        </form>
      )}
    </details>
  );
}

/** In the form of the reply, the reasons of each fold have a name of their own. */
function ReportFields({ id, isWord = false, hasReply = false, report, t }: ReportFoldProps): VNode {
  const { readers, refusal } = report;
  // Browsers would fill in fields that stand outside of their form in any version of the page (ADR 80).
  const field = hasReply
    ? { name: reasonName(refusal ?? id), form: REPLY_FORM, autocomplete: 'off' }
    : { name: 'reason' };
  return (
    <>
      <p>{t('child.reportSafe')}</p>
      <fieldset>
        <legend>{t('child.reasonLegend')}</legend>
        <div class="v-choices">
          {REASONS.map((key) => (
            <div key={key} class="form-check v-choice">
              <input class="form-check-input" type="radio" {...field} id={`${key}-${id}`} value={t(key)} />
              <label class="form-check-label" for={`${key}-${id}`}>
                {t(key)}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <p>{t(isWord ? WORD_READERS[readers] : REPORT_READERS[readers])}</p>
    </>
  );
}
