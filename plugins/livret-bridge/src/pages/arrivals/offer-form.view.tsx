// SPDX-License-Identifier: EUPL-1.2
import { SelectField, Tag, TextField, TicksField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import { TickAll } from '../shared/tick-all.view.js';
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
            <TickAll of={ticks} t={t} />
            <TicksField id={`pupil-${uai}`} name="pupil" label={t('arrivals.pupils')} ticks={ticks} tiles />
          </div>
          <Why offer={offer} t={t} />
        </details>
        <p class="livret-bridge-recall" id={`effect-${uai}`}>
          {t('arrivals.effect')} <span class="v-soft">{t('arrivals.undo')}</span>
        </p>
        <div class="v-actions">
          <AnswerButton effect={`effect-${uai}`} t={t} />
        </div>
      </form>
    </section>
  );
}

/** The script writes what the click does: it refuses too once a reason is chosen. */
function AnswerButton({ effect, t }: { readonly effect: string; readonly t: LivretTexts }): VNode {
  return (
    <button class="btn btn-primary" type="submit" name="step" value="look" aria-describedby={effect}>
      <span
        data-one={t('arrivals.accept', { count: 1 })}
        data-other={t('arrivals.accept', { count: 2 })}
        data-refuse-one={t('arrivals.refuse', { count: 1 })}
        data-refuse-other={t('arrivals.refuse', { count: 2 })}
        data-refuse-too={t('arrivals.refuseToo', { count: 2 })}
      >
        {t('arrivals.answer')}
      </span>
    </button>
  );
}

function Why({ offer: { uai, answer, wordProblem }, t }: Pick<OfferFormProps, 'offer' | 't'>): VNode {
  return (
    <fieldset class="v-well livret-bridge-why">
      <legend class="h3">{t('arrivals.unticked')}</legend>
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
