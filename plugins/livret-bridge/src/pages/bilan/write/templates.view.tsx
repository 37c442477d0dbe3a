// SPDX-License-Identifier: EUPL-1.2
import { Icon, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../../brick-types.js';

/** The parts that the script of the page clones and fills with text. */
export function TemplatesView({ t }: { readonly t: LivretTexts }): VNode {
  return (
    <>
      <template data-pick>
        <li>
          <label class="form-check">
            <input class="form-check-input" type="checkbox" />
            <span class="form-check-label"></span>
          </label>
        </li>
      </template>
      {Object.entries(STATE_ICONS).map(([state, icon]) => (
        <template key={state} {...{ [`data-is-${state}`]: true }}>
          <Icon name={icon} />
        </template>
      ))}
      <template data-missing-tag>
        <MissingTag t={t} />
      </template>
      <template data-kept-tag>
        <Tag icon="phone-fill">{t('bilan.kept')}</Tag>
      </template>
      <template data-refused>
        <p class="v-field-error" role="alert">
          <Icon name="exclamation-circle-fill" />
          <span></span>
        </p>
      </template>
      <template data-clash>
        <div class="livret-bridge-clash" role="alert">
          <h3>
            <Icon name="people-fill" />
            <span data-sentence></span>
          </h3>
          <div class="livret-bridge-two">
            <blockquote>
              <span class="v-soft v-small">{t('bilan.keepTheirs')}</span>
              <p></p>
            </blockquote>
            <blockquote>
              <span class="v-soft v-small">{t('bilan.keepMine')}</span>
              <p></p>
            </blockquote>
          </div>
          <div class="v-actions">
            {(['both', 'theirs', 'mine'] as const).map((which) => (
              <button key={which} class="btn btn-secondary" type="button" value={which}>
                {t(KEEP[which])}
              </button>
            ))}
          </div>
          <p class="v-small">{t('bilan.clashNote')}</p>
        </div>
      </template>
    </>
  );
}

/** The signs of the states of a subject. */
export const STATE_ICONS = { done: 'check-lg', todo: 'pencil-fill', none: 'dash-lg' } as const;

const KEEP = { both: 'bilan.keepBoth', theirs: 'bilan.keepTheirs', mine: 'bilan.keepMine' } as const;

/** « À remplir » */
export function MissingTag({ t }: { readonly t: LivretTexts }): VNode {
  return (
    <Tag kind="warn" icon="pen-fill">
      {t('bilan.toFill')}
    </Tag>
  );
}
