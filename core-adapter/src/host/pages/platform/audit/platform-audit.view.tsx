// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { LinkButton, Note, Tag } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformAuditForm } from './platform-audit-form.js';
import type { JournalLine, PlatformAuditModel } from './platform-audit.model.js';
import { PlatformFrame } from '../shared/platform-frame.js';

interface PlatformAuditProps {
  readonly model: PlatformAuditModel;
  readonly t: Translate<HostKey>;
}

export function PlatformAuditView({ model, t }: PlatformAuditProps): VNode {
  const { lines, narrowed, zone, newestUrl, olderUrl } = model;
  return (
    <PlatformFrame section="audit" title={t('platform.audit')} lead={t('platform.auditLead')} t={t}>
      <PlatformAuditForm model={model} t={t} />
      <p class="v-soft v-small">{zone}</p>
      {lines.length === 0 ? (
        <Note>
          <p>{t(narrowed ? 'platform.auditNone' : 'platform.auditNoneYet')}</p>
        </Note>
      ) : (
        <ol class="v-list v-rows v-card v-card-flush">
          {lines.map((line) => (
            <JournalRow key={line.id} line={line} t={t} />
          ))}
        </ol>
      )}
      {(newestUrl ?? olderUrl) !== undefined && (
        <nav class="v-paging" aria-label={t('platform.pages')}>
          {newestUrl !== undefined && (
            <LinkButton kind="quiet" icon="chevron-double-left" href={newestUrl}>
              {t('platform.auditNewest')}
            </LinkButton>
          )}
          {olderUrl !== undefined && (
            <LinkButton kind="quiet" iconEnd="chevron-right" href={olderUrl}>
              {t('platform.auditOlder')}
            </LinkButton>
          )}
        </nav>
      )}
    </PlatformFrame>
  );
}

function JournalRow({ line, t }: { readonly line: JournalLine; readonly t: Translate<HostKey> }): VNode {
  return (
    <li class="v-journal">
      <span class="v-soft v-small">{line.when}</span>
      <p class="v-titled">
        {line.sentence}
        {line.failed && (
          <Tag kind="bad" icon="x-lg">
            {t('platform.auditFailed')}
          </Tag>
        )}
      </p>
      <details class="v-more">
        <summary>{t('platform.auditDetails')}</summary>
        <dl class="v-pairs">
          {line.details.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  );
}
