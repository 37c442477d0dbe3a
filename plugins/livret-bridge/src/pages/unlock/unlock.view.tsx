// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  Button,
  ChoiceField,
  FactList,
  LinkButton,
  Note,
  PageHead,
  Point,
  TextField,
} from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';

export interface UnlockModel {
  readonly name: string;
  readonly period: string;
  readonly typed: string;
  readonly error: string | undefined;
  /** Whether the text that the family reads `stays` or `goes`. */
  readonly text: string | undefined;
  /** The sentence beside the choice. */
  readonly unchosen: string | undefined;
  readonly problem: string | undefined;
  /** Whether the bilan is published, and of this school year. */
  readonly isPossible: boolean;
  /** Whether a collège was offered the bilan, and does not have it yet. */
  readonly isOnItsWay: boolean;
  readonly url: string;
  readonly backUrl: string;
}

/** The reason, and what unlocking does, before the click. */
export function UnlockView({ model, t }: ViewProps<UnlockModel>): VNode {
  const { name, period, typed, error, text, unchosen, problem, isPossible, isOnItsWay, url, backUrl } = model;
  return (
    <>
      <PageHead title={t('unlock.title')} lead={t('unlock.lead', { name, period })} />
      {problem !== undefined && (
        <Note kind="warn" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      {isPossible ? (
        <form class="v-columns" method="post" action={url}>
          <div class="v-card v-parts">
            <ChoiceField
              name="text"
              label={t('unlock.text')}
              value={text}
              error={unchosen}
              choices={[
                { value: 'stays', label: t('unlock.stays'), detail: t('unlock.staysDetail') },
                { value: 'goes', label: t('unlock.goes'), detail: t('unlock.goesDetail') },
              ]}
            />
            <TextField
              name="word"
              label={t('unlock.word')}
              hint={t('unlock.hint')}
              rows={4}
              value={typed}
              error={error}
            />
            <Actions>
              <Button kind="primary" icon="unlock-fill">
                {t('unlock.button')}
              </Button>
              <LinkButton kind="quiet" href={backUrl}>
                {t('unlock.cancel')}
              </LinkButton>
            </Actions>
          </div>
          <div class="livret-bridge-effect">
            <h2 class="h3">{t('unlock.after')}</h2>
            <FactList>
              <Point icon="pencil-fill">{t('unlock.draft')}</Point>
              <Point icon="people-fill">{t('unlock.told')}</Point>
              <Point icon="calendar-check">{t('unlock.until')}</Point>
              {isOnItsWay && <Point icon="arrow-counterclockwise">{t('unlock.recalled')}</Point>}
            </FactList>
          </div>
        </form>
      ) : (
        <LinkButton href={backUrl}>{t('unlock.back')}</LinkButton>
      )}
    </>
  );
}
