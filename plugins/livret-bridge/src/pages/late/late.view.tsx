// SPDX-License-Identifier: EUPL-1.2
import { Actions, Aside, Button, Crumbs, LinkButton, Note, PageHead } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import type { LateModel } from './late.presenter.js';

/** All bilans are ticked: the head unticks a bilan with a mistake, since nobody corrects it any more. */
export function LateView({ model, t }: ViewProps<LateModel>): VNode {
  const { crumbs, title, lead, lines, problem, boardUrl } = model;
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} />
      {problem !== undefined && (
        <Note kind="warn" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      {lines.length === 0 ? (
        <LinkButton href={boardUrl}>{t('late.back')}</LinkButton>
      ) : (
        <LateForm model={model} t={t} />
      )}
    </>
  );
}

function LateForm({ model: { lines, url, boardUrl }, t }: ViewProps<LateModel>): VNode {
  return (
    <form class="v-columns" method="post" action={url} aria-label={t('late.title')}>
      <div class="v-parts">
        <fieldset class="v-card">
          <legend class="form-label">{t('late.pupils')}</legend>
          <ul class="v-list v-choices">
            {lines.map(({ value, name, detail }, index) => (
              <li key={value} class="form-check v-choice">
                <input
                  class="form-check-input"
                  type="checkbox"
                  id={`late-${String(index)}`}
                  name="bilan"
                  value={value}
                  checked
                />
                <label class="form-check-label" for={`late-${String(index)}`}>
                  <strong>{name}</strong>
                  <span class="d-block v-soft v-small">{detail}</span>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
        <Actions>
          <Button kind="primary" icon="send-fill">
            {t('late.button')}
          </Button>
          <LinkButton kind="quiet" href={boardUrl}>
            {t('late.back')}
          </LinkButton>
        </Actions>
      </div>
      <Aside title={t('late.after')}>
        <p>{t('late.reads')}</p>
        <p>{t('late.final')}</p>
        <p>{t('late.untick')}</p>
      </Aside>
    </form>
  );
}
