// SPDX-License-Identifier: EUPL-1.2
import { LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { ReportFold } from './report-fold.view.js';
import type { SaidModel } from './said.presenter.js';

interface SaidProps {
  readonly said: readonly SaidModel[];
  /** Whether a reply may be typed on the page. */
  readonly hasReply?: boolean;
  readonly t: MessagingTexts;
}

/** The page of the words alone: reporting one leaves no text behind that is being written. */
export function SaidView({ said, backUrl, t }: SaidProps & { readonly backUrl: string }): VNode {
  return (
    <>
      <div class="v-child-head">
        <LinkButton kind="quiet" icon="arrow-left" href={backUrl}>
          {t('files.back')}
        </LinkButton>
        <h1>{t('child.said')}</h1>
      </div>
      <SaidWords said={said} t={t} />
    </>
  );
}

export function SaidPart({ said, hasReply, t }: SaidProps): VNode | null {
  if (said.length === 0) return null;
  return (
    <section class="v-child-part" aria-labelledby="said">
      <h2 id="said">{t('child.said')}</h2>
      <SaidWords said={said} {...(hasReply && { hasReply })} t={t} />
    </section>
  );
}

function SaidWords({ said, hasReply = false, t }: SaidProps): VNode {
  return (
    <>
      {said.map(({ id, line, report, reported }) => (
        <div key={id}>
          <p>{line}</p>
          {report && <ReportFold id={id} isWord hasReply={hasReply} report={report} t={t} />}
          {reported !== undefined && <p>{reported}</p>}
        </div>
      ))}
    </>
  );
}
