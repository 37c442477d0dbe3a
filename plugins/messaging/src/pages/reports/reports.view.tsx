// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Icon, Note, PickRow, Rows, Section, type AvatarPerson } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { BoxFrame } from '../shared/box-frame.view.js';
import type { BoxHead } from '../shared/box-tabs.js';

/** The messages that were reported to the heads. What they say stands on the page of each, and not in the list. */
export interface ReportsModel extends BoxHead {
  readonly title: string;
  /** Many reports or recalls at once, in numbers. */
  readonly bursts: readonly { readonly title: string; readonly detail: string }[];
  readonly open: readonly ReportsLine[];
  readonly closed: readonly ReportsLine[];
}

export interface ReportsLine {
  readonly id: string;
  readonly url: string;
  /** « Message de Tom Jacquot » */
  readonly title: string;
  readonly face: AvatarPerson;
  /** The person who reported it, and when; for a closed report, the head who closed it and when. */
  readonly detail: string;
}

export function ReportsView({ model, t }: ViewProps<ReportsModel>): VNode {
  const { title, bursts, open, closed } = model;
  return (
    <BoxFrame head={model} title={t('box.reports')} t={t}>
      <section data-live="messages" id="messaging-reports">
        {bursts.map((burst) => (
          <div key={burst.title} class="mb-3">
            <Note kind="warn">
              <p>
                <strong>{burst.title}</strong>
              </p>
              <p>{burst.detail}</p>
            </Note>
          </div>
        ))}
        <Section title={title}>
          <p class="v-soft">{t('report.lead')}</p>
          {open.length > 0 ? (
            <ReportLines lines={open} />
          ) : (
            <p class="messaging-review-none">
              <Icon name="check2-all" />
              {t('report.noneText')}
            </p>
          )}
        </Section>
        {closed.length > 0 && (
          <Section title={t('report.closedOnes')}>
            <ReportLines lines={closed} />
          </Section>
        )}
      </section>
    </BoxFrame>
  );
}

function ReportLines({ lines }: { readonly lines: readonly ReportsLine[] }): VNode {
  return (
    <Rows>
      {lines.map(({ id, url, title, face, detail }) => (
        <PickRow key={id} href={url} current={false} sign={<Avatar of={face} />} title={title} detail={detail} />
      ))}
    </Rows>
  );
}
