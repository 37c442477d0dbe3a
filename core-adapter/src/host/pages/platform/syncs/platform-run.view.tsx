// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Card, Figures, LinkButton, Note } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import { PlatformFrame } from '../shared/platform-frame.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';
import { PlatformPlan } from './platform-plan.js';
import { PlatformRunDecision } from './platform-run-decision.js';
import { RunState } from './platform-run-parts.js';
import { PlatformRunRefusals } from './platform-run-refusals.js';
import type { PlatformRunModel, UnreadModel } from './platform-syncs.model.js';

interface PlatformRunProps {
  readonly model: PlatformRunModel;
  readonly t: Translate<HostKey>;
}

/** The page of a run: the decision that it waits for, totals, schools, then each person. */
export function PlatformRunView({ model, t }: PlatformRunProps): VNode {
  const { run, problem, underWayUrl, unread, refusals, more, plan, forgotten } = model;
  return (
    <PlatformFrame section="syncs" title={t('platform.run', { id: run.id })} t={t}>
      <div class="v-parts">
        {problem && (
          <Note kind="warn" role="alert">
            <h3>{problem.title}</h3>
            <p>{problem.text}</p>
          </Note>
        )}
        {underWayUrl !== undefined && (
          <Note icon="hourglass-split" role="status">
            <h3>{t('plan.underWay')}</h3>
            <p>{t('plan.underWayText')}</p>
            <p>
              <LinkButton icon="arrow-clockwise" href={underWayUrl}>
                {t('plan.refresh')}
              </LinkButton>
            </p>
          </Note>
        )}
        <div class="v-columns">
          <div class="v-parts">
            <RunHead model={model} t={t} />
            {unread && <PlatformRunUnread unread={unread} t={t} />}
            {refusals.length > 0 && <PlatformRunRefusals refusals={refusals} more={more} t={t} />}
            {plan && (
              <Card title={t(isDone(model) ? 'plan.was' : 'plan.willBe')}>
                <Figures figures={plan.figures} />
              </Card>
            )}
          </div>
          <PlatformRunDecision model={model} t={t} />
        </div>
        <div class="v-halves">
          <Changes model={model} t={t} />
          <Ignored model={model} t={t} />
        </div>
        {plan && <PlatformPlan plan={plan} t={t} />}
        {forgotten && (
          <Note>
            <p>{t('plan.forgotten')}</p>
          </Note>
        )}
      </div>
      <p>
        <LinkButton kind="quiet" icon="arrow-left" href={PLATFORM_URLS.syncs}>
          {t('platform.backToSyncs')}
        </LinkButton>
      </p>
    </PlatformFrame>
  );
}

function isDone({ run }: PlatformRunModel): boolean {
  return run.state === 'applied' || run.state === 'unchanged';
}

function RunHead({ model, t }: PlatformRunProps): VNode {
  const { run, began, ended, approval, failure } = model;
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

function Changes({ model, t }: PlatformRunProps): VNode {
  const { changes } = model;
  return (
    <Card title={t(isDone(model) ? 'platform.done' : 'platform.planned')}>
      {changes === undefined && (
        <p class="v-soft">{t(model.run.state === 'unchanged' ? 'platform.notRead' : 'platform.noCounts')}</p>
      )}
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

interface PlatformRunUnreadProps {
  readonly unread: UnreadModel;
  readonly t: Translate<HostKey>;
}

/** Schools that could not be read in full, each with its reason. */
function PlatformRunUnread({ unread: { text, schools, more }, t }: PlatformRunUnreadProps): VNode {
  return (
    <Note kind="warn">
      <h3>{t('platform.unread')}</h3>
      <p>{text}</p>
      <ul class="v-list">
        {schools.map(({ uai, name, reason }) => (
          <li key={uai}>
            <strong>{name}</strong> ({uai})
            <br />
            <span class="v-cause" lang="en">
              {reason}
            </span>
          </li>
        ))}
      </ul>
      {more !== undefined && <p class="v-soft">{more}</p>}
    </Note>
  );
}
