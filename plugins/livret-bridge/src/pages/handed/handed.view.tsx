// SPDX-License-Identifier: EUPL-1.2
import { Crumbs, LinkButton, PageHead } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { BilanView } from '../shared/bilan/bilan.view.js';
import { PupilView } from '../shared/bilan/pupil.view.js';
import { ReadersView } from '../shared/bilan/readers.view.js';
import type { HandedModel, HandedPupilModel } from './handed.presenter.js';

/** A bilan that was handed over: its content, and beside it the other bilans of the pupil and the people who read it. */
export function HandedView({ model, t }: ViewProps<HandedModel>): VNode {
  const { crumbs, title, lead, next, bilan, readers, ends } = model;
  const actions = next && (
    <LinkButton href={next.url} iconEnd="arrow-right">
      {next.label}
    </LinkButton>
  );
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} actions={actions} />
      <div class="v-columns">
        <div class="v-parts">
          <BilanView model={bilan} t={t} canListen={model.canListen} />
        </div>
        <div class="v-parts">
          <OtherBilans others={model.others} t={t} />
          <ReadersView model={readers} t={t} />
          <p class="v-soft v-small">{ends}</p>
        </div>
      </div>
    </>
  );
}

/** A bilan that was handed over, for its pupil. */
export function HandedPupilView({ model: { page, others, readers }, t }: ViewProps<HandedPupilModel>): VNode {
  return (
    <PupilView model={page} t={t}>
      <OtherBilans others={others} t={t} />
      <ReadersView model={readers} t={t} />
    </PupilView>
  );
}

type OtherBilansProps = Pick<HandedModel, 'others'> & Pick<ViewProps<HandedModel>, 't'>;

function OtherBilans({ others, t }: OtherBilansProps): VNode {
  return (
    <nav class="v-card livret-bridge-other-bilans" aria-labelledby="bilan-others-list">
      <h2 class="h3" id="bilan-others-list">
        {t('handed.others')}
      </h2>
      <ul class="v-list">
        {others.map(({ label, url, isCurrent }) => (
          <li key={url}>
            <a class="v-link" href={url} aria-current={isCurrent ? 'page' : undefined}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
