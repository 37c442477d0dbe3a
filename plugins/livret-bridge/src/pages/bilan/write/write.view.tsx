// SPDX-License-Identifier: EUPL-1.2
import { Aside, Crumbs, Icon, LinkButton, PageHead } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import { Way } from '../../shared/way.view.js';
import { SaveBar } from '../../shared/save-bar.view.js';
import { ChildView } from './child.view.js';
import { DomainView } from './domain.view.js';
import { GeneralView } from './general.view.js';
import { LeftView } from './left.view.js';
import { NotesView } from './notes.view.js';
import { OthersView } from './others.view.js';
import { ParcoursView } from './parcours.view.js';
import { ReadyView } from './ready.view.js';
import { TemplatesView } from './templates.view.js';
import type { WriteViewProps } from './write-view-props.js';

/** The page on which a bilan is written: one form, which also works without script. */
export function WriteView({ model, t, number }: WriteViewProps): VNode {
  const { title, lead, crumbs, before, cards, way } = model;
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} actions={<OthersOfClass model={model} t={t} />} />
      <div class="livret-bridge-stands">
        <Way at={way.at} words={way.words} />
      </div>
      <NotesView model={model} t={t} />
      <SaveBar personId={model.personId} t={t} />
      <form class="livret-bridge-bilan" method="post" action={model.action} data-changes={model.changesUrl}>
        {/* Enter in a field saves; it presses no other button. */}
        <button class="visually-hidden" tabIndex={-1} aria-hidden="true" />
        <div class="livret-bridge-beside">
          <LeftView model={model} t={t} />
          {before && (
            <div class="livret-bridge-before">
              <Aside title={t('bilan.before')}>
                <p>{before.quote}</p>
                {before.by !== '' && <p class="v-soft v-small">{before.by}</p>}
                <LinkButton kind="quiet" href={before.url} iconEnd="arrow-right">
                  {t('bilan.readBefore')}
                </LinkButton>
              </Aside>
            </div>
          )}
        </div>
        <div class="livret-bridge-cards">
          {cards.map((domain) => (
            <DomainView key={domain.code} domain={domain} model={model} limit={number(domain.text.limit)} t={t} />
          ))}
          <OthersView model={model} t={t} number={number} />
          <ParcoursView model={model} t={t} number={number} />
          <GeneralView model={model} t={t} number={number} />
          <ChildView model={model} t={t} number={number} />
          <ReadyView model={model} t={t} />
        </div>
      </form>
      <TemplatesView t={t} />
    </>
  );
}

function OthersOfClass({ model: { previous, next }, t }: Pick<WriteViewProps, 'model' | 't'>): VNode {
  return (
    <nav class="v-actions" aria-label={t('bilan.otherPupils')}>
      {previous && (
        <a class="btn btn-secondary" href={previous.url} rel="prev">
          <Icon name="arrow-left" />
          {previous.name}
        </a>
      )}
      {next && (
        <a class="btn btn-secondary" href={next.url} rel="next">
          {next.name}
          <Icon name="arrow-right" />
        </a>
      )}
    </nav>
  );
}
