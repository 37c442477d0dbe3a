// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Figures, Icon, LinkButton, Note } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { ChoiceEffect } from './school-bricks.model.js';

interface SchoolBrickEffectProps {
  readonly effect: ChoiceEffect;
  /** No other button of the page comes before this one. */
  readonly first: boolean;
  readonly previewUrl: string;
  readonly t: Translate<HostKey>;
}

/**
 * The people that the choice reaches, then the button that applies it. A script replaces this part whenever the form changes; without
 * scripts, a button requests the page again.
 */
export function SchoolBrickEffect({ effect, first, previewUrl, t }: SchoolBrickEffectProps): VNode {
  const { forYou, action, why, cancelUrl, shownDigest, said } = effect;
  return (
    <>
      <p class="visually-hidden" role="status" data-status />
      <div data-effect={said}>
        <input type="hidden" name="shownDigest" value={shownDigest} />
        {effect.keeps.length > 0 && <Keeps keeps={effect.keeps} t={t} />}
        {why === undefined && <Counted effect={effect} t={t} />}
        {forYou !== undefined && (
          <Note kind="warn">
            <p>
              <strong>{forYou}</strong>
            </p>
          </Note>
        )}
        {effect.warning !== undefined && (
          <Note kind="warn">
            <p>
              <strong>{effect.warning}</strong>
            </p>
          </Note>
        )}
        <div class="v-actions">
          {action !== undefined && why === undefined && (
            <button class={first ? 'btn btn-primary' : 'btn btn-secondary'} type="submit" name="on" value="true">
              {action}
            </button>
          )}
          {action !== undefined && why !== undefined && <WaitingButton action={action} why={why} />}
          {cancelUrl !== undefined && (
            <LinkButton kind="quiet" href={cancelUrl}>
              {t('schoolBricks.cancel')}
            </LinkButton>
          )}
          <button class="btn btn-quiet" type="submit" formmethod="get" formaction={previewUrl} data-without-script>
            {t('schoolBricks.preview')}
          </button>
        </div>
      </div>
    </>
  );
}

/** Heads and staff: they have the brick whatever the classes. */
function Keeps({ keeps, t }: Pick<ChoiceEffect, 'keeps'> & Pick<SchoolBrickEffectProps, 't'>): VNode {
  return (
    <section class="v-keeps" aria-labelledby="keeps">
      <h3 id="keeps">{t('schoolBricks.keeps')}</h3>
      <ul class="v-list">
        {keeps.map(({ who, people }) => (
          <li key={who}>
            <Icon name="check-lg" />
            <span>
              <strong>{who}</strong> : {people}
            </span>
          </li>
        ))}
      </ul>
      <a class="v-link" href="#field-profiles">
        {t('schoolBricks.keepsChange')}
      </a>
    </section>
  );
}

function Counted({
  effect: { title, change, figures, countedOnce, sentence, people },
  t,
}: Pick<SchoolBrickEffectProps, 'effect' | 't'>): VNode {
  return (
    <div class="v-effect" role="group" aria-labelledby="effect">
      <h3 id="effect">{title}</h3>
      {sentence !== undefined && <p>{sentence}</p>}
      {change.length > 0 && (
        <dl class="v-change">
          {change.map(({ label, people: who }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{who}</dd>
            </div>
          ))}
        </dl>
      )}
      {figures.length > 0 && (
        <details class="v-fold">
          <summary>{t('schoolBricks.inFigures')}</summary>
          <Figures figures={figures} />
          {countedOnce !== undefined && <p class="v-soft v-small">{countedOnce}</p>}
        </details>
      )}
      {people && (
        <a class="v-link" href={people.url}>
          {people.label}
        </a>
      )}
    </div>
  );
}

/** Stays visible and in the tab order, with its reason; when pressed all the same, the server answers with that reason. */
function WaitingButton({ action, why }: { readonly action: string; readonly why: string }): VNode {
  return (
    <>
      <button
        class="btn btn-secondary"
        type="submit"
        name="on"
        value="true"
        aria-disabled="true"
        aria-describedby="why"
      >
        {action}
      </button>
      <span class="v-soft" id="why">
        {why}
      </span>
    </>
  );
}
