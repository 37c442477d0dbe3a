// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import { DomainView } from './domain.view.js';
import { ParcoursView } from './parcours.view.js';
import { PicksView } from './picks.view.js';
import { TextView } from './text.view.js';
import type { WriteViewProps } from './write-view-props.js';

/** The subject of the page, and the ways to its neighbours in the list. */
export function SubjectView(props: WriteViewProps): VNode {
  const { model, t } = props;
  const { heading, opened, scale } = model;
  return (
    <section class="v-card" aria-labelledby="subject">
      <div class="livret-bridge-subject-head">
        <h2 id="subject">{heading}</h2>
        {opened.kind === 'domain' && (
          <details class="livret-bridge-legend">
            <summary>{t('bilan.scale')}</summary>
            <ul class="v-list livret-bridge-scale">
              {scale.map(({ value, label }) => (
                <li key={value}>
                  <span data-v={value}>{value}</span> {label}
                </li>
              ))}
            </ul>
            <p class="v-soft v-small">{t('bilan.pressAgain')}</p>
          </details>
        )}
      </div>
      <Fields {...props} />
      <Neighbours model={model} t={t} />
    </section>
  );
}

function Fields({ model, t, number }: WriteViewProps): VNode {
  const { opened } = model;
  switch (opened.kind) {
    case 'domain':
      return <DomainView domain={opened.domain} model={model} t={t} number={number} />;
    case 'parcours':
      return <ParcoursView parcours={opened.parcours} t={t} number={number} />;
    case 'general':
      return <TextView text={opened.text} limit={number(opened.text.limit)} hasBank t={t} />;
    case 'child':
      return (
        <>
          <TextView text={opened.word} limit={number(opened.word.limit)} t={t} />
          <h3 class="livret-bridge-more">{t('bilan.strengths')}</h3>
          <PicksView picks={opened.strengths} t={t} />
        </>
      );
  }
}

/** Without script the way on also saves. */
function Neighbours({ model: { subjects, current }, t }: Pick<WriteViewProps, 'model' | 't'>): VNode {
  const at = subjects.indexOf(current);
  const [previous, next] = [subjects[at - 1], subjects[at + 1]];
  return (
    <div class="livret-bridge-subject-foot">
      {previous && (
        <a class="btn btn-quiet" href={previous.url}>
          <Icon name="arrow-left" />
          {previous.name}
        </a>
      )}
      {next && (
        <>
          {/* The script shows the link, and removes the button: a plain link would lose what is typed where a filter blocks the script. */}
          <a class="btn btn-secondary" href={next.url} data-onward hidden>
            {next.name}
            <Icon name="arrow-right" />
          </a>
          <button class="btn btn-secondary" name="go" value={next.code} data-without-script>
            {t('bilan.saveAndGo', { subject: next.name })}
            <Icon name="arrow-right" />
          </button>
        </>
      )}
    </div>
  );
}
