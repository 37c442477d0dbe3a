// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Figures, LinkButton, Note } from '../../../ui/index.js';
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
  const { leftOut, action, why, cancelUrl, shownDigest, said } = effect;
  return (
    <>
      <p class="visually-hidden" role="status" data-status />
      <div data-effect={said}>
        <input type="hidden" name="shownDigest" value={shownDigest} />
        {why === undefined && <Counted effect={effect} />}
        {leftOut !== undefined && (
          <Note kind="warn">
            <p>
              <strong>{t('schoolBricks.withoutClass')}</strong> {leftOut}
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

function Counted({
  effect: { title, figures, countedOnce, sentence, people },
}: Pick<SchoolBrickEffectProps, 'effect'>): VNode {
  return (
    <div class="v-effect" role="group" aria-labelledby="effect">
      <h3 id="effect">{title}</h3>
      {figures.length > 0 && <Figures figures={figures} />}
      {countedOnce !== undefined && <p class="v-soft v-small">{countedOnce}</p>}
      {sentence !== undefined && <p>{sentence}</p>}
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
