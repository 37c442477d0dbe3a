// SPDX-License-Identifier: EUPL-1.2
import {
  Actions,
  Button,
  ChoiceField,
  Crumbs,
  FactList,
  LinkButton,
  Note,
  PageHead,
  Point,
  TextField,
  type Choice,
  type Crumb,
} from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../brick-types.js';

/** The page on which a head sends bilans back with a word. */
export interface SendBackModel {
  readonly crumbs: readonly Crumb[];
  readonly formUrl: string;
  readonly period: number;
  readonly from: string | undefined;
  readonly word: string;
  readonly problems: { readonly word?: string; readonly class?: string };
  readonly refusal: string | undefined;
  /** The classes to choose from; empty when single bilans are sent back. */
  readonly classes: readonly Choice[];
  readonly chosen: string | undefined;
  /** The pages of these classes, on which single bilans are ticked. */
  readonly single: readonly { readonly label: string; readonly url: string }[];
  /** The bilans that were ticked on the page of a class. */
  readonly ticks: readonly { readonly name: string; readonly value: string }[];
}

/** The bilans that go back, the word, and the effect. */
export function SendBackView({ model, t }: ViewProps<SendBackModel>): VNode {
  const { crumbs, formUrl, period, from, word, problems, refusal, classes, chosen, single, ticks } = model;
  const isEmpty = classes.length + ticks.length === 0;
  const back = crumbs.at(-2)?.url ?? '';
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={t('sendBack.title')} lead={t(isEmpty ? 'sendBack.nothing' : 'sendBack.lead')} />
      {refusal !== undefined && (
        <Note kind="warn" role="alert">
          <p>{refusal}</p>
        </Note>
      )}
      {isEmpty ? (
        <LinkButton href={back}>{t('sendBack.toBoard')}</LinkButton>
      ) : (
        <form class="v-columns" method="post" action={formUrl}>
          <div class="v-card v-parts">
            <input type="hidden" name="period" value={period} />
            {from !== undefined && <input type="hidden" name="from" value={from} />}
            {classes.length > 0 && (
              <ChoiceField
                {...{
                  name: 'class',
                  label: t('sendBack.class'),
                  choices: classes,
                  value: chosen,
                  error: problems.class,
                }}
              />
            )}
            {single.length > 0 && <Single single={single} t={t} />}
            {ticks.length > 0 && <TickedBilans ticks={ticks} t={t} />}
            <TextField
              name="word"
              label={t('sendBack.word')}
              hint={t('sendBack.wordHint')}
              rows={4}
              value={word}
              error={problems.word}
            />
            <Actions>
              <Button kind="primary" icon="arrow-return-left">
                {t('sendBack.button')}
              </Button>
              <LinkButton kind="quiet" href={back}>
                {t('sendBack.cancel')}
              </LinkButton>
            </Actions>
          </div>
          <Effect t={t} />
        </form>
      )}
    </>
  );
}

function Single({ single, t }: Pick<SendBackModel, 'single'> & { readonly t: LivretTexts }): VNode {
  return (
    <p class="v-soft">
      {t('sendBack.single')}{' '}
      {single.map(({ label, url }, index) => (
        <>
          {index > 0 && ', '}
          <a class="v-link" href={url}>
            {label}
          </a>
        </>
      ))}
    </p>
  );
}

function Effect({ t }: { readonly t: LivretTexts }): VNode {
  return (
    <div class="livret-bridge-effect">
      <h2 class="h3">{t('sendBack.after')}</h2>
      <FactList>
        <Point icon="pencil-fill">{t('sendBack.draft')}</Point>
        <Point icon="chat-square-text-fill">{t('sendBack.read')}</Point>
        <Point icon="eye-slash-fill">{t('sendBack.families')}</Point>
      </FactList>
    </div>
  );
}

function TickedBilans({ ticks, t }: { readonly ticks: SendBackModel['ticks']; readonly t: LivretTexts }): VNode {
  return (
    <fieldset>
      <legend class="form-label">{t('sendBack.bilans')}</legend>
      {ticks.map(({ name, value }, index) => (
        <div class="form-check" key={value}>
          <input
            class="form-check-input"
            type="checkbox"
            id={`bilan-${String(index)}`}
            name="bilan"
            value={value}
            checked
          />
          <label class="form-check-label" for={`bilan-${String(index)}`}>
            {name}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
