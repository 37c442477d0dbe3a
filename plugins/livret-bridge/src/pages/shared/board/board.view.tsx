// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, Icon, LinkButton, Note, PageHead, Tabs, type Tab } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../../brick-types.js';
import { BoardTable } from './board-table.view.js';
import type { BoardModel, LeftModel } from './board.model.js';
import { ReadingsView } from '../readings.view.js';
import { PublishCard } from './publish-card.view.js';

/** Class by class, the visa in one go, and the publication. */
export function BoardView({ model, tabs, t }: ViewProps<BoardModel> & { readonly tabs: readonly Tab[] }): VNode {
  const { lead, isUnopened, late, left, unnamed, publish } = model;
  return (
    <>
      <PageHead title={t('board.title')} lead={lead} actions={<PeriodMenu model={model} />} />
      <Tabs label={t('tabs.label')} tabs={tabs} />
      {late && (
        <Note kind="warn">
          <p>{late.text}</p>
          <LinkButton href={late.url}>{t('late.publish')}</LinkButton>
        </Note>
      )}
      {left && <LeftNote left={left} />}
      {unnamed !== undefined && (
        <Note kind="warn">
          <p>{unnamed}</p>
        </Note>
      )}
      {isUnopened && <OpenPeriod model={model} t={t} />}
      {publish ? (
        <div class="v-columns">
          <VisaForm model={model} t={t} />
          <div class="v-parts">
            <SchoolCard model={model} t={t} />
            <PublishCard model={{ ...model, publish }} t={t} />
          </div>
        </div>
      ) : (
        <VisaForm model={model} t={t} />
      )}
    </>
  );
}

function LeftNote({ left: { title, detail, links } }: { readonly left: LeftModel }): VNode {
  return (
    <Note kind="warn">
      <p>
        {title}. {detail}
      </p>
      <ul class="v-list">
        {links.map(({ label, url }) => (
          <li key={url}>
            <a href={url}>{label}</a>
          </li>
        ))}
      </ul>
    </Note>
  );
}

function PeriodMenu({ model: { periods } }: Pick<ViewProps<BoardModel>, 'model'>): VNode | null {
  const current = periods.find(({ isCurrent }) => isCurrent);
  if (!current) return null;
  return (
    <details class="v-menu v-menu-end">
      <summary>
        {current.label} <Icon name="chevron-down" />
      </summary>
      <div class="v-menu-panel">
        <ul class="v-list">
          {periods.map(({ label, url, isCurrent }) => (
            <li key={url}>
              <a href={url} aria-current={isCurrent ? 'true' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function OpenPeriod({ model: { urls, period, openLabel }, t }: ViewProps<BoardModel>): VNode {
  return (
    <Note icon="unlock-fill">
      <p>{t('board.unopened')}</p>
      <form class="mt-3" method="post" action={urls.periods}>
        <input type="hidden" name="open" value={period} />
        <Button kind="primary">{openLabel}</Button>
      </form>
    </Note>
  );
}

function VisaForm({ model, t }: ViewProps<BoardModel>): VNode {
  const { urls, period, shown, after, waiting, canSendBack } = model;
  const sendBack = (
    <LinkButton kind="quiet" href={urls.sendBack}>
      {t('board.sendBack')}
    </LinkButton>
  );
  const title = (count: number): string => t('board.ticked', { count });
  return (
    <form method="post" action={urls.visa} aria-label={t('board.byClass')} data-ticks>
      <input type="hidden" name="period" value={period} />
      <input type="hidden" name="shown" value={shown} />
      <BoardTable model={model} t={t} />
      {waiting.bilans > 0 && (
        <div class="livret-bridge-effect livret-bridge-visa">
          <h2 class="h3" data-one={title(1)} data-other={title(99)} data-none={t('board.noneTicked')}>
            {title(waiting.bilans)}
          </h2>
          <p>{after}</p>
          <Actions>
            <button class="btn btn-primary" type="submit">
              <Icon name="check-lg" />
              <span
                data-one={t('board.endorse', { count: 1 })}
                data-other={t('board.endorse', { count: 99 })}
                data-none={t('board.endorseNone')}
              >
                {t('board.endorseTicked')}
              </span>
            </button>
            {canSendBack && sendBack}
          </Actions>
        </div>
      )}
      {waiting.bilans === 0 && canSendBack && (
        <div class="mt-3">
          <Actions>{sendBack}</Actions>
        </div>
      )}
    </form>
  );
}

function SchoolCard({ model: { school }, t }: ViewProps<BoardModel>): VNode {
  const { title, done, total, details, readings } = school;
  return (
    <section class="v-card livret-bridge-school" aria-labelledby="livret-bridge-school">
      <h2 class="h3" id="livret-bridge-school">
        {t('board.school')}
      </h2>
      <p>{title}</p>
      <progress value={done} max={Math.max(total, 1)} aria-label={title}>
        {title}
      </progress>
      <ul class="v-list v-soft v-small">
        {details.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {readings && <ReadingsView model={readings} />}
    </section>
  );
}
