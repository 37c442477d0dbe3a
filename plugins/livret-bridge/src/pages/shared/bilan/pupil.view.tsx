// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Icon, LogoScene, Note } from '@volee/core-adapter/ui';
import type { ComponentChildren, VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../../brick-types.js';
import { BilanView } from './bilan.view.js';
import { Listen } from './listen.view.js';
import { FormerNote } from './former.view.js';
import { Said } from './said.view.js';
import { StrongList, type StrongPoint } from './strong.view.js';
import type { BilanModel, LineModel } from './bilan.model.js';

/** The page of a bilan for the pupil, as *tu*: strong points first, then the next steps, then all of it. */
export interface PupilModel {
  readonly title: string;
  readonly lead: string;
  /** The sentence that the school corrects the bilan, or has corrected it. */
  readonly notice?: string | undefined;
  /** The addresses of publications of another record of the pupil. */
  readonly formerUrls?: readonly string[];
  readonly strong: readonly StrongPoint[];
  /** Undefined when the teacher wrote nothing to the child. */
  readonly word: { readonly title: string; readonly text: string } | undefined;
  readonly next: readonly { readonly icon: string; readonly text: string }[];
  readonly progress: readonly LineModel[];
  readonly bilan: BilanModel;
  /** The sentence that the whole bilan speaks to the parents. */
  readonly allLead: string;
  readonly help: string;
  /** The sentence that says until when the school keeps it; the page of a former school says so in its list. */
  readonly kept?: string | undefined;
}

interface PupilProps extends ViewProps<PupilModel> {
  /** The parts below the bilan, such as the other bilans of a copy. */
  readonly children?: ComponentChildren;
}

/** A bilan as the pupil reads it. */
export function PupilView({ model, t, children }: PupilProps): VNode {
  const { title, lead, notice, formerUrls = [], strong, word, next, progress, bilan, allLead, help, kept } = model;
  return (
    <div class="livret-bridge-child">
      <div class="v-hello livret-bridge-hello">
        <div>
          <h1>{title}</h1>
          <p>{lead}</p>
        </div>
        {strong.length > 0 && <LogoScene />}
      </div>
      {notice !== undefined && (
        <Note icon="pencil-fill">
          <p>{notice}</p>
        </Note>
      )}
      <FormerNote urls={formerUrls} t={t} />
      {strong.length > 0 && <StrongList strong={strong} title={t('child.strongTitle')} />}
      {(word !== undefined || next.length > 0) && (
        <div class="livret-bridge-pair">
          {word && (
            <section class="v-card" aria-labelledby="child-word">
              <h2 id="child-word">{word.title}</h2>
              <blockquote class="livret-bridge-quote livret-bridge-lines" id="child-word-text">
                {word.text}
              </blockquote>
              <Listen of="child-word-text" t={t} />
            </section>
          )}
          {next.length > 0 && <NextSteps next={next} t={t} />}
        </div>
      )}
      {progress.length > 0 && (
        <section aria-labelledby="child-progress">
          <h2 id="child-progress">{t('child.progress')}</h2>
          <div class="v-card">
            <Said lines={progress} />
          </div>
        </section>
      )}
      <details class="livret-bridge-all">
        <summary class="btn btn-primary">
          <Icon name="mortarboard-fill" />
          {t('child.all')}
        </summary>
        <div class="v-parts">
          <p>{allLead}</p>
          <BilanView model={bilan} t={t} canListen />
        </div>
      </details>
      <section class="v-well" aria-labelledby="child-help">
        <h2 id="child-help">{t('child.helpTitle')}</h2>
        <p>{help}</p>
      </section>
      {children}
      {kept !== undefined && <p class="v-soft v-small">{kept}</p>}
    </div>
  );
}

function NextSteps({ next, t }: Pick<PupilModel, 'next'> & { readonly t: LivretTexts }): VNode {
  return (
    <section class="v-card" aria-labelledby="child-next">
      <h2 id="child-next">{t('child.next')}</h2>
      <ul class="v-list livret-bridge-next">
        {next.map(({ icon, text }) => (
          <li key={text}>
            <BrickBadge colour="livret" icon={icon} size="large" soft />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
