// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, SelectField, Tag, TextField, TicksField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import { LONGEST_WORD, REASONS } from './arrivals.input.js';
import type { OfferModel } from './arrivals.presenter.js';

interface OfferFormProps {
  readonly offer: OfferModel;
  readonly url: string;
  readonly t: LivretTexts;
}

/** Ticked pupils are accepted; for the others, the head says why or answers later. */
export function OfferForm({ offer, url, t }: OfferFormProps): VNode {
  const { uai, name, count, since, fold, isOpen, ticks } = offer;
  return (
    <section class="v-card" aria-labelledby={`offer-${uai}`}>
      <div class="livret-bridge-college-head">
        <h2 id={`offer-${uai}`}>{name}</h2>
        <Tag icon="inbox-fill">{count}</Tag>
      </div>
      <p class="v-soft">{since}</p>
      <form method="post" action={url} data-count-ticks>
        <input type="hidden" name="from" value={uai} />
        {ticks.map(({ value }) => (
          <input key={value} type="hidden" name="shown" value={value} />
        ))}
        <details class="livret-bridge-names" open={isOpen}>
          <summary>{fold}</summary>
          <div class="livret-bridge-ticks">
            <TicksField id={`pupil-${uai}`} name="pupil" label={t('arrivals.pupils')} ticks={ticks} tiles />
          </div>
          <Why offer={offer} t={t} />
        </details>
        <div class="v-actions">
          <Button kind="primary">
            <span data-one={t('arrivals.accept', { count: 1 })} data-other={t('arrivals.accept', { count: 2 })}>
              {t('arrivals.acceptTicked')}
            </span>
          </Button>
        </div>
      </form>
    </section>
  );
}

function Why({ offer: { uai, answer, wordProblem }, t }: Pick<OfferFormProps, 'offer' | 't'>): VNode {
  return (
    <fieldset class="v-well livret-bridge-why">
      <legend class="h3">
        <Icon name="square" /> {t('arrivals.unticked')}
      </legend>
      <div class="livret-bridge-why-fields">
        <SelectField
          id={`reason-${uai}`}
          name="reason"
          label={t('arrivals.reason')}
          choices={REASONS.map((reason) => ({ value: reason, label: t(`arrivals.${reason}`) }))}
          value={answer.reason}
        />
        <TextField
          id={`word-${uai}`}
          name="word"
          label={t('arrivals.word')}
          value={answer.word}
          maxLength={LONGEST_WORD}
          error={wordProblem}
        />
      </div>
      <p class="v-soft v-small">{t('arrivals.reads')}</p>
    </fieldset>
  );
}
