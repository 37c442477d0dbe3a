// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../api/i18n.js';
import { Card, LinkButton, Note, Well } from '../../ui/index.js';
import type { HostKey } from '../locales/index.js';
import { PlatformFrame } from './platform-frame.js';
import { PLATFORM_URLS } from './platform.model.js';
import { RunState } from './platform-run-parts.js';
import type { PlatformRunModel } from './platform-syncs.model.js';

interface PlatformRunProps {
  readonly model: PlatformRunModel;
  readonly t: Translate<HostKey>;
}

export function PlatformRunView({ model, t }: PlatformRunProps): VNode {
  const { run, todo } = model;
  return (
    <PlatformFrame section="syncs" title={t('platform.run', { id: run.id })} t={t}>
      <div class="v-columns">
        <div class="v-parts">
          <RunHead model={model} t={t} />
          <Changes model={model} t={t} />
          <Ignored model={model} t={t} />
        </div>
        {todo && (
          <Well title={t('platform.whatToDo')}>
            <p>{todo.text}</p>
            {todo.commands.map(({ label, command }) => (
              <p key={command}>
                {label}
                <code class="v-command">{command}</code>
              </p>
            ))}
          </Well>
        )}
      </div>
      <p class="v-after">
        <LinkButton kind="quiet" icon="arrow-left" href={PLATFORM_URLS.syncs}>
          {t('platform.backToSyncs')}
        </LinkButton>
      </p>
    </PlatformFrame>
  );
}

function RunHead({ model, t }: PlatformRunProps): VNode {
  const { run, began, ended, approval, reasons, more, failure } = model;
  return (
    <Card>
      <p class="v-titled">
        <strong>{t('platform.source', { source: run.source })}</strong>
        <RunState state={run.state} t={t} />
      </p>
      <dl class="v-pairs">
        <dt>{t('platform.began')}</dt>
        <dd>{began}</dd>
        {ended !== undefined && (
          <>
            <dt>{t('platform.ended')}</dt>
            <dd>{ended}</dd>
          </>
        )}
      </dl>
      {approval !== undefined && <p>{approval}</p>}
      {reasons.length > 0 && (
        <>
          <h3>{t('platform.why')}</h3>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
            {more !== undefined && <li>{more}</li>}
          </ul>
        </>
      )}
      {failure !== undefined && (
        <Note kind="bad">
          <h3>{t('platform.whyFailed')}</h3>
          <p class="v-cause" lang="en">
            {failure}
          </p>
        </Note>
      )}
    </Card>
  );
}

function Changes({ model: { run, changes }, t }: PlatformRunProps): VNode {
  return (
    <Card title={t(run.state === 'applied' || run.state === 'unchanged' ? 'platform.done' : 'platform.planned')}>
      {changes === undefined && <p class="v-soft">{t('platform.noCounts')}</p>}
      {changes?.length === 0 && <p class="v-soft">{t('platform.nothingNew')}</p>}
      {changes !== undefined && changes.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('platform.column.what')}</th>
              <th scope="col" class="v-number">
                {t('platform.column.number')}
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ what, number }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td class="v-number">{number}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Ignored({ model: { ignored }, t }: PlatformRunProps): VNode {
  return (
    <Card title={t('platform.ignored')}>
      {ignored.length === 0 && <p class="v-soft">{t('platform.ignoredNone')}</p>}
      {ignored.map(({ what, number, examples }) => (
        <details key={what} class="v-more">
          <summary>
            <span>{what}</span>
            <strong>{number}</strong>
          </summary>
          <ul class="v-list" lang="en" aria-label={t('platform.examples')}>
            {examples.map((example) => (
              <li key={example}>{example}</li>
            ))}
          </ul>
        </details>
      ))}
    </Card>
  );
}
