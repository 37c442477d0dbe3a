// SPDX-License-Identifier: EUPL-1.2
import type { ComponentChildren, VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Card, LinkButton, Note, Tag } from '../../../../ui/index.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import type { PlatformHomonymModel } from './platform-homonyms.model.js';

interface QuestionPageProps {
  readonly title: string;
  readonly model: Pick<PlatformHomonymModel, 'why' | 'columns' | 'facts' | 'decided' | 'problem'>;
  readonly t: Translate<HostKey>;
  /** Whether the form is shown although somebody has decided. */
  readonly always?: boolean;
  /** The form of the decision, shown until somebody has decided. */
  readonly children: ComponentChildren;
}

/** A question whether two records are of one person: the facts side by side, and the decision or its form. */
export function QuestionPage({ title, model, always = false, t, children }: QuestionPageProps): VNode {
  const { why, columns, facts, decided, problem } = model;
  return (
    <PlatformFrame section="homonyms" title={title} lead={why} t={t}>
      <div class="v-parts">
        {problem !== undefined && (
          <Note kind="bad" role="alert">
            <p>{problem}</p>
          </Note>
        )}
        {decided.length > 0 && (
          <Note kind="good">
            {decided.map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </Note>
        )}
        {facts.length > 0 && (
          <Card flush>
            <ComparedFacts columns={columns} facts={facts} t={t} />
          </Card>
        )}
        {(always || decided.length === 0) && children}
        <p>
          <LinkButton kind="quiet" icon="arrow-left" href={PLATFORM_URLS.homonyms}>
            {t('platform.homonymBack')}
          </LinkButton>
        </p>
      </div>
    </PlatformFrame>
  );
}

interface ComparedFactsProps extends Pick<PlatformHomonymModel, 'columns' | 'facts'> {
  readonly t: Translate<HostKey>;
}

/** Two records side by side, fact by fact. */
function ComparedFacts({ columns, facts, t }: ComparedFactsProps): VNode {
  return (
    <table class="table v-stack v-compared">
      <caption class="visually-hidden">{t('platform.homonymFacts')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('platform.homonymFact')}</th>
          {columns.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {facts.map(({ label, values, differs }) => (
          <tr key={label}>
            <th scope="row">
              <span class="v-titled">
                {label}
                {differs && (
                  <Tag kind="warn" icon="asterisk">
                    {t('platform.fact.differs')}
                  </Tag>
                )}
              </span>
            </th>
            {values.map((lines, index) => (
              <td key={columns[index]} data-label={columns[index]}>
                <ul class="v-list">
                  {lines.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
