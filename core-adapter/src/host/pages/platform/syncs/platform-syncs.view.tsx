// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Card, Figures, Note, Section, Tag } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import { PlatformPaging } from '../shared/platform-paging.js';
import { RunState, RunTable } from './platform-run-parts.js';
import type { PlatformSyncsModel, SourceCard } from './platform-syncs.model.js';

interface PlatformSyncsProps {
  readonly model: PlatformSyncsModel;
  readonly t: Translate<HostKey>;
}

export function PlatformSyncsView({ model: { sources, runs, paging }, t }: PlatformSyncsProps): VNode {
  return (
    <PlatformFrame section="syncs" title={t('platform.syncs')} lead={t('platform.syncsLead')} t={t}>
      <div class="v-parts">
        {sources.length === 0 && (
          <Note kind="warn">
            <p>
              <strong>{t('platform.noSource')}</strong>
            </p>
            <p>{t('platform.noSourceText')}</p>
          </Note>
        )}
        {sources.map((source) => (
          <Source key={source.name} source={source} t={t} />
        ))}
        <Section title={t('platform.runs')}>
          {runs.length === 0 ? (
            <p class="v-soft">{t('platform.noRun')}</p>
          ) : (
            <Card flush>
              <RunTable runs={runs} t={t} />
            </Card>
          )}
          <PlatformPaging paging={paging} t={t} />
        </Section>
      </div>
    </PlatformFrame>
  );
}

function Source({ source, t }: { readonly source: SourceCard; readonly t: Translate<HostKey> }): VNode {
  const { name, gone, last, lastFigures, applied, why } = source;
  return (
    <Card title={t('platform.source', { source: name })}>
      {gone && <Tag icon="plug">{t('platform.sourceGone')}</Tag>}
      {last === undefined ? (
        <p class="v-soft">{t('platform.neverRun')}</p>
      ) : (
        <>
          <p class="v-titled">
            <a href={last.url}>{t('platform.lastRun', { id: last.id, when: last.when })}</a>
            <RunState state={last.state} t={t} />
          </p>
          {why && (
            <p class="v-cause" lang={why.language}>
              {why.text}
            </p>
          )}
          {lastFigures.length > 0 && <Figures figures={lastFigures} />}
          {applied && (
            <p class="v-soft v-source-applied">
              <a href={applied.url}>{t('platform.lastApplied', { id: applied.id, when: applied.when })}</a>
            </p>
          )}
        </>
      )}
    </Card>
  );
}
