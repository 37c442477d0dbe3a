// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import type { ReportReaders } from '../../reports/report-readers.js';
import type { ReportFormModel } from '../thread/report-form.view.js';
import { REPORT_READERS } from '../thread/report-words.js';

const REASONS = ['child.reasonMean', 'child.reasonScary', 'child.reasonSecret', 'child.reasonOther'] as const;

const WORD_READERS = {
  heads: 'report.wordToHeads',
  otherHeads: 'report.wordToHeads',
  nobody: 'report.wordToNobody',
} as const satisfies Record<ReportReaders, string>;

interface ReportFoldProps {
  readonly id: string;
  /** About the word of a refusal, which stays on the page. */
  readonly isWord?: boolean;
  readonly report: ReportFormModel;
  readonly t: MessagingTexts;
}

/** « Ce message te gêne ? » below a message that a pupil has received. The head reads the chosen words. */
export function ReportFold({ id, isWord = false, report: { actionUrl, readers, refusal }, t }: ReportFoldProps): VNode {
  return (
    <details class="v-well v-child-report">
      <summary>{t(isWord ? 'report.thisWord' : 'report.this')}</summary>
      <form method="post" action={actionUrl}>
        {refusal !== undefined && <input type="hidden" name="refusal" value={refusal} />}
        <p>{t('child.reportSafe')}</p>
        <fieldset>
          <legend>{t('child.reasonLegend')}</legend>
          <div class="v-choices">
            {REASONS.map((key) => (
              <div key={key} class="form-check v-choice">
                <input class="form-check-input" type="radio" name="reason" id={`${key}-${id}`} value={t(key)} />
                <label class="form-check-label" for={`${key}-${id}`}>
                  {t(key)}
                </label>
              </div>
            ))}
          </div>
        </fieldset>
        <p>{t(isWord ? WORD_READERS[readers] : REPORT_READERS[readers])}</p>
        <Button icon="person-raised-hand">{t(readers === 'nobody' && !isWord ? 'report.hide' : 'report.send')}</Button>
      </form>
    </details>
  );
}
