// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Tag, type TagProps } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { SyncRunState } from '../../../domain/sync/runs/sync-run.entity.js';
import type { RunLine } from './platform-syncs.model.js';

const LOOKS: Readonly<Record<SyncRunState, Pick<TagProps, 'icon'> & Required<Pick<TagProps, 'kind'>>>> = {
  planned: { kind: 'warn', icon: 'hourglass-split' },
  refused: { kind: 'bad', icon: 'shield-fill-exclamation' },
  writing: { kind: 'warn', icon: 'hourglass-split' },
  applied: { kind: 'good', icon: 'check-lg' },
  failed: { kind: 'bad', icon: 'exclamation-triangle-fill' },
  'broken off': { kind: 'bad', icon: 'exclamation-triangle-fill' },
  unchanged: { kind: 'plain', icon: 'check-lg' },
};

export function RunState({ state, t }: { readonly state: SyncRunState; readonly t: Translate<HostKey> }): VNode {
  return <Tag {...LOOKS[state]}>{t(`platform.state.${state}`)}</Tag>;
}

export const RUN_COUNTS = ['created', 'changed', 'left', 'returned'] as const;

interface RunTableProps {
  readonly runs: readonly RunLine[];
  readonly t: Translate<HostKey>;
}

export function RunTable({ runs, t }: RunTableProps): VNode {
  return (
    <table class="table v-stack">
      <thead>
        <tr>
          <th scope="col">{t('platform.column.run')}</th>
          <th scope="col">{t('platform.column.source')}</th>
          <th scope="col">{t('platform.column.when')}</th>
          <th scope="col">{t('platform.column.state')}</th>
          {RUN_COUNTS.map((count) => (
            <th key={count} scope="col" class="v-number">
              {t(`platform.column.${count}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} t={t} />
        ))}
      </tbody>
    </table>
  );
}

function RunRow({ run, t }: { readonly run: RunLine; readonly t: Translate<HostKey> }): VNode {
  return (
    <tr>
      <th scope="row">
        <a class="v-name" href={run.url}>
          {t('platform.run', { id: run.id })}
        </a>
      </th>
      <td data-label={t('platform.column.source')}>{run.source}</td>
      <td data-label={t('platform.column.when')}>{run.when}</td>
      <td data-label={t('platform.column.state')}>
        <RunState state={run.state} t={t} />
      </td>
      {RUN_COUNTS.map((count) => {
        const figure = run.counts?.[count] ?? '–';
        const none = figure === '0' || figure === '–';
        return (
          <td key={count} class={none ? 'v-number v-none' : 'v-number'} data-label={t(`platform.column.${count}`)}>
            {figure}
          </td>
        );
      })}
    </tr>
  );
}
