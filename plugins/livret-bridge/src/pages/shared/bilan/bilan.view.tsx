// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../../brick-types.js';
import type { BilanModel, DomainModel } from './bilan.model.js';
import { Listen } from './listen.view.js';
import { Said } from './said.view.js';

interface BilanProps extends ViewProps<BilanModel> {
  /** Whether its texts may be read out: to the pupil and the family. */
  readonly canListen?: boolean;
}

/** A bilan to read: the appreciation of the teacher, the scale, then each domain. */
export function BilanView({ model, t, canListen = false }: BilanProps): VNode {
  const { unnamed, domains, others, parcours } = model;
  return (
    <>
      {unnamed !== undefined && (
        <Note kind="warn">
          <p>{unnamed}</p>
        </Note>
      )}
      <WordCard model={model} t={t} canListen={canListen} />
      <ScaleWell model={model} t={t} />
      {domains.map((domain) => (
        <DomainCard key={domain.code} domain={domain} t={t} canListen={canListen} />
      ))}
      {others.length > 0 && (
        <section class="v-card" aria-labelledby="bilan-others">
          <h2 id="bilan-others">{t('read.others')}</h2>
          <Said lines={others} />
        </section>
      )}
      {parcours.length > 0 && (
        <section class="v-card" aria-labelledby="bilan-parcours">
          <h2 id="bilan-parcours">{t('read.parcours')}</h2>
          {parcours.map(({ label, text }) => (
            <div key={label} class="livret-bridge-parcours">
              <h3>{label}</h3>
              <p class="livret-bridge-lines">{text}</p>
            </div>
          ))}
        </section>
      )}
    </>
  );
}

function WordCard({ model, t, canListen }: BilanProps): VNode | null {
  const { wordTitle, general, signed, digest } = model;
  if (general === '' && signed === undefined) return null;
  return (
    <section class="v-card" aria-labelledby="bilan-word">
      <h2 id="bilan-word">{wordTitle}</h2>
      {general !== '' && (
        <blockquote class="livret-bridge-quote livret-bridge-lines" id="bilan-word-text">
          {general}
        </blockquote>
      )}
      {canListen && general !== '' && <Listen of="bilan-word-text" t={t} />}
      {signed !== undefined && <p class="v-soft">{signed}</p>}
      {digest !== undefined && (
        <details class="livret-bridge-fold v-small">
          <summary>{t('read.digestAsk')}</summary>
          <p class="v-soft livret-bridge-digest">{digest}</p>
        </details>
      )}
    </section>
  );
}

function ScaleWell({ model: { scaleLead, scale }, t }: ViewProps<BilanModel>): VNode {
  return (
    <section class="v-well" aria-labelledby="bilan-scale">
      <h2 class="h3" id="bilan-scale">
        {t('read.scale')}
      </h2>
      <p>{scaleLead}</p>
      <ul class="livret-bridge-key">
        {scale.map(({ value, label }) => (
          <li key={value}>
            <span data-v={value} aria-hidden="true">
              {value}
            </span>
            {label}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface DomainProps {
  readonly domain: DomainModel;
  readonly t: LivretTexts;
  readonly canListen: boolean;
}

function DomainCard({ domain, t, canListen }: DomainProps): VNode {
  const { code, label, lines, text, elements } = domain;
  const id = `bilan-${code}`;
  return (
    <section class="v-card" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      {lines.length > 0 && <Said lines={lines} />}
      {text !== '' && (
        <p class="livret-bridge-text livret-bridge-lines" id={`${id}-text`}>
          {text}
        </p>
      )}
      {canListen && text !== '' && <Listen of={`${id}-text`} t={t} />}
      {elements.length > 0 && (
        <details class="livret-bridge-fold">
          <summary>{t('read.elements')}</summary>
          <ul>
            {elements.map((element) => (
              <li key={element}>{element}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
