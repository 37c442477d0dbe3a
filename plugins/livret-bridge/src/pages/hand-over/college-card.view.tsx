// SPDX-License-Identifier: EUPL-1.2
import { Button, FactList, LinkButton, Point, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import type { CollegeCard, HandOverModel, ReadyPart, SendPart, SentLine } from './hand-over.model.js';

interface CollegeCardProps {
  readonly card: CollegeCard;
  readonly model: Pick<HandOverModel, 'url' | 'recallUrl'>;
  readonly t: LivretTexts;
}

/** A collège: what is ready to be offered, what was published since, and where each pupil stands. */
export function CollegeCardView({ card, model, t }: CollegeCardProps): VNode {
  const { uai, name, tag, ready, again, noBilan, lines, changeUrl } = card;
  return (
    <section class="v-card v-card-flush" aria-labelledby={`college-${uai}`}>
      <div class="livret-bridge-college">
        <div class="livret-bridge-college-head">
          <h2 id={`college-${uai}`}>{name}</h2>
          {tag !== '' && <Tag icon={ready ? 'send-fill' : 'inbox-fill'}>{tag}</Tag>}
        </div>
        {ready && ready.facts.length > 0 && (
          <FactList>
            {ready.facts.map(({ icon, text }) => (
              <Point key={icon} icon={icon}>
                {text}
              </Point>
            ))}
          </FactList>
        )}
        <div class="livret-bridge-acts">
          {ready && (
            <LinkButton href={ready.url} kind="primary" iconEnd="arrow-right">
              {ready.button}
            </LinkButton>
          )}
          {again && <SendForm part={again} uai={uai} url={model.url} />}
          <a class="v-link" href={changeUrl}>
            {t('handOver.changeOne')}
          </a>
        </div>
        {ready && <Names {...ready} />}
        {noBilan && (
          <div>
            <p class="v-soft mb-0">{noBilan.text}</p>
            <Names {...noBilan} />
          </div>
        )}
      </div>
      {lines.length > 0 && (
        <ul class="v-list v-rows livret-bridge-sent">
          {lines.map((line) => (
            <SentRow key={line.pupilId} line={line} uai={uai} model={model} t={t} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The number of names that a reader takes in at a glance. */
const FEW = 5;

/** The names of pupils, behind a fold unless they are few. */
function Names({ fold, names }: Pick<ReadyPart, 'fold' | 'names'>): VNode {
  return (
    <details class="livret-bridge-names" open={names.length <= FEW}>
      <summary>{fold}</summary>
      <ul class="v-list">
        {names.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </details>
  );
}

interface SendFormProps {
  readonly part: SendPart;
  readonly uai: string;
  readonly url: string;
}

function SendForm({ part: { pupilIds, text, button }, uai, url }: SendFormProps): VNode {
  return (
    <form method="post" action={url} class="livret-bridge-send">
      <p>{text}</p>
      <input type="hidden" name="do" value="offer" />
      <input type="hidden" name="to" value={uai} />
      {pupilIds.map((id) => (
        <input key={id} type="hidden" name="pupil" value={id} />
      ))}
      <Button icon="send-fill">{button}</Button>
    </form>
  );
}

interface SentRowProps {
  readonly line: SentLine;
  readonly uai: string;
  readonly model: Pick<HandOverModel, 'url' | 'recallUrl'>;
  readonly t: LivretTexts;
}

/** A pupil with where their livret stands, and what the head can do about it. */
export function SentRow({ line, uai, model, t }: SentRowProps): VNode {
  const { pupilId, name, tag, detail, canRecall, canOfferAgain, changeUrl } = line;
  return (
    <li class="v-row v-row-plain">
      <div class="v-row-text">
        <p class="v-row-title livret-bridge-titled">
          {name}
          {tag && (
            <Tag kind={tag.kind} icon={tag.icon}>
              {tag.text}
            </Tag>
          )}
        </p>
        <p class="v-soft">{detail}</p>
      </div>
      {changeUrl !== undefined && <LinkButton href={changeUrl}>{t('handOver.changeCollege')}</LinkButton>}
      {canOfferAgain && (
        <form method="post" action={model.url}>
          <input type="hidden" name="do" value="again" />
          <input type="hidden" name="to" value={uai} />
          <input type="hidden" name="pupil" value={pupilId} />
          <Button kind="quiet">
            {t('handOver.offerAgain')}
            <span class="visually-hidden"> {t('handOver.recallOf', { name })}</span>
          </Button>
        </form>
      )}
      {canRecall && (
        <form method="post" action={model.recallUrl}>
          <input type="hidden" name="pupil" value={pupilId} />
          <Button kind="quiet">
            {t('handOver.recall')}
            <span class="visually-hidden"> {t('handOver.recallOf', { name })}</span>
          </Button>
        </form>
      )}
    </li>
  );
}
