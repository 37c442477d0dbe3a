// SPDX-License-Identifier: EUPL-1.2
import { Avatar, Button, Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts, ViewProps } from '../../../brick-types.js';
import { OpenAudiences, OtherAudiences } from './audiences.view.js';
import { FieldError } from './field-error.view.js';
import type { Piece } from './marked-pieces.js';
import type { Chip, Found, RecipientTick, ResultsModel, SearchModel, TicksModel, WriteModel } from './write.model.js';

/** The recipients: a few to tick, or boxes of the nearest groups and a search with its hits as buttons. */
export function ChoiceView({
  model: { choice, missing, problems },
  t,
}: ViewProps<Pick<WriteModel, 'choice' | 'missing' | 'problems'>>): VNode {
  return (
    <div class="v-field">
      {choice.kind === 'ticks' ? (
        <div class="v-field">
          <Ticks choice={choice} t={t} />
          <FieldError of="write-to" text={problems.to} />
        </div>
      ) : (
        <Search choice={choice} error={problems.to} t={t} />
      )}
      <details class="v-fold" id="write-missing">
        <summary>{t('missing.title')}</summary>
        <ul class="v-points">
          {missing.map((sentence) => (
            <li key={sentence}>
              <Icon name="info-circle" />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Ticks({ choice, t }: { readonly choice: TicksModel; readonly t: MessagingTexts }): VNode {
  const { label, ticks, chips } = choice;
  return (
    <fieldset>
      <legend class="form-label">{label}</legend>
      {chips.length > 0 && (
        <div class="v-to">
          <Chips chips={chips} t={t} />
        </div>
      )}
      {ticks.length > 0 ? (
        <ul class="v-list v-choices v-persons">
          {ticks.map((tick) => (
            <PersonTick key={`${tick.name} ${tick.value}`} tick={tick} />
          ))}
        </ul>
      ) : (
        <p>{t('write.nobodyAtAll')}</p>
      )}
    </fieldset>
  );
}

function PersonTick({ tick }: { readonly tick: RecipientTick }): VNode {
  const { name, value, label, detail, isTicked } = tick;
  const id = `write-${value}-${name}`;
  return (
    <li class="form-check v-choice">
      <input class="form-check-input" type="checkbox" id={id} name={name} value={value} checked={isTicked} />
      <label class="form-check-label v-person" for={id}>
        <Face of={tick} />
        <span>
          <strong>{label}</strong>
          <span class="d-block v-soft v-small">{detail}</span>
        </span>
      </label>
    </li>
  );
}

function Search({
  choice,
  error,
  t,
}: {
  readonly choice: SearchModel;
  readonly error: string | undefined;
  readonly t: MessagingTexts;
}): VNode {
  const { search, chips, audiences, results } = choice;
  const hasBoxes = audiences !== undefined && audiences.open.length > 0;
  const notes = error === undefined ? 'write-to-hint' : 'write-to-error write-to-hint';
  return (
    <>
      {audiences && <OpenAudiences sections={audiences.open} />}
      {/* A part of its own: the bar of an error stands beside the search, and the boxes stay where they are. */}
      <div class="v-field">
        <label class="form-label" for="write-to">
          {t(hasBoxes ? 'write.whoElse' : 'write.who')}
        </label>
        <FieldError of="write-to" text={error} />
        <div class="v-to">
          <Chips chips={chips} t={t} />
          <input
            class="form-control"
            type="search"
            id="write-to"
            name="q"
            value={search}
            autocomplete="off"
            aria-describedby={notes}
          />
          <Button kind="quiet" icon="search" label={t('write.search')} name="do" value="search" />
          {results && <Button kind="quiet" icon="x-lg" label={t('write.clear')} name="do" value="clear" />}
        </div>
        {results && <Results results={results} />}
        <p class="form-text" id="write-to-hint">
          {t('write.searchHint')}
        </p>
      </div>
      {audiences && <OtherAudiences model={audiences} t={t} />}
    </>
  );
}

function Results({ results: { sections, others, note } }: { readonly results: ResultsModel }): VNode {
  return (
    <div class="v-results">
      {note !== undefined && (
        <p class="v-search-note" role="status">
          <Icon name="lightbulb" />
          {note}
        </p>
      )}
      {sections.map(({ title, found }) => (
        <section key={title} aria-label={title}>
          <h3 class="v-whohead">{title}</h3>
          <FoundList found={found} />
        </section>
      ))}
      {others && (
        <details class="v-fold" id="write-others">
          <summary>
            {others.title} <span class="v-aside">({others.found.length})</span>
          </summary>
          <FoundList found={others.found} />
        </details>
      )}
    </div>
  );
}

function FoundList({ found }: { readonly found: readonly Found[] }): VNode {
  return (
    <ul class="v-list v-found">
      {found.map((one) => (
        <FoundButton key={one.key} found={one} />
      ))}
    </ul>
  );
}

function Chips({ chips, t }: { readonly chips: readonly Chip[]; readonly t: MessagingTexts }): VNode | null {
  if (chips.length === 0) return null;
  return (
    <ul class="v-list v-chips" aria-label={t('write.chosen')}>
      {chips.map((chip) => (
        <ChipItem key={chip.key} chip={chip} t={t} />
      ))}
    </ul>
  );
}

function ChipItem({ chip, t }: { readonly chip: Chip; readonly t: MessagingTexts }): VNode {
  const { name, value, key, label, detail, isGroup, isOut } = chip;
  return (
    <li class={isOut ? 'v-chip v-chip-out' : 'v-chip'}>
      <input type="hidden" name={name} value={value} />
      <span class="v-chip-name">
        {isGroup && <Icon name="people-fill" />}
        <span>
          {isOut ? (
            <>
              <del>{label}</del> <strong>{t('write.chipOut')}</strong>
            </>
          ) : (
            <strong>{label}</strong>
          )}
          {detail !== undefined && `, ${detail}`}
        </span>
      </span>
      <Button kind="quiet" icon="x-lg" label={t('write.remove', { who: label })} name="remove" value={key} />
    </li>
  );
}

function FoundButton({ found }: { readonly found: Found }): VNode {
  const { key, pieces, detail } = found;
  return (
    <li>
      <button type="submit" name="add" value={key}>
        <Face of={found} />
        <span>
          <strong>
            <Pieces pieces={pieces} />
          </strong>
          <span class="d-block v-soft v-small">
            <Pieces pieces={detail} />
          </span>
        </span>
      </button>
    </li>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }): VNode {
  return <>{pieces.map(({ text, isMarked }, index) => (isMarked ? <mark key={index}>{text}</mark> : text))}</>;
}

/** Initials of a person, and a sign for a group. */
function Face({ of: { face, isGroup } }: { readonly of: Pick<Found, 'face' | 'isGroup'> }): VNode {
  return <Avatar of={face} icon={isGroup ? 'people-fill' : undefined} />;
}
