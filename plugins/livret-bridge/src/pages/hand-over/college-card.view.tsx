// SPDX-License-Identifier: EUPL-1.2
import { Button, FactList, LinkButton, Point, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import type { CollegeCard, HandOverModel, SendPart, SentLine } from './hand-over.model.js';

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
          {ready && <SendForm part={ready} uai={uai} kind="primary" url={model.url} />}
          {again && <SendForm part={again} uai={uai} kind="secondary" url={model.url} />}
          <a class="v-link" href={changeUrl}>
            {t('handOver.changeOne')}
          </a>
        </div>
        {ready && (
          <details class="livret-bridge-names">
            <summary>{ready.fold}</summary>
            <ul class="v-list">
              {ready.names.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </details>
        )}
        {noBilan !== undefined && <p class="v-soft">{noBilan}</p>}
      </div>
      {lines.length > 0 && (
        <ul class="v-list v-rows livret-bridge-sent">
          {lines.map((line) => (
            <SentRow key={line.pupilId} line={line} recallUrl={model.recallUrl} t={t} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface SendFormProps {
  readonly part: SendPart;
  readonly uai: string;
  readonly kind: 'primary' | 'secondary';
  readonly url: string;
}

function SendForm({ part: { pupilIds, text, button }, uai, kind, url }: SendFormProps): VNode {
  return (
    <form method="post" action={url} class="livret-bridge-send">
      {text !== undefined && <p>{text}</p>}
      <input type="hidden" name="do" value="offer" />
      <input type="hidden" name="to" value={uai} />
      {pupilIds.map((id) => (
        <input key={id} type="hidden" name="pupil" value={id} />
      ))}
      <Button kind={kind} icon="send-fill">
        {button}
      </Button>
    </form>
  );
}

interface SentRowProps {
  readonly line: SentLine;
  readonly recallUrl: string;
  readonly t: LivretTexts;
}

function SentRow({ line: { pupilId, name, tag, detail, canRecall, changeUrl }, recallUrl, t }: SentRowProps): VNode {
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
      {canRecall && (
        <form method="post" action={recallUrl}>
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
