// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../../brick-types.js';
import type { BilanModel, DomainModel } from './bilan.model.js';
import { Said } from './said.view.js';

/** A bilan to read: the appreciation of the teacher, the scale, then each domain. */
export function BilanView({ model, t }: ViewProps<BilanModel>): VNode {
  const { unnamed, domains, others, parcours } = model;
  return (
    <>
      {unnamed !== undefined && (
        <Note kind="warn">
          <p>{unnamed}</p>
        </Note>
      )}
      <WordCard model={model} />
      <ScaleWell model={model} t={t} />
      {domains.map((domain) => (
        <DomainCard key={domain.code} domain={domain} t={t} />
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

function WordCard({ model: { wordTitle, general, signed, digest } }: { readonly model: BilanModel }): VNode | null {
  if (general === '' && signed === undefined) return null;
  return (
    <section class="v-card" aria-labelledby="bilan-word">
      <h2 id="bilan-word">{wordTitle}</h2>
      {general !== '' && <blockquote class="livret-bridge-quote livret-bridge-lines">{general}</blockquote>}
      {signed !== undefined && <p class="v-soft">{signed}</p>}
      {digest !== undefined && <p class="v-soft v-small livret-bridge-digest">{digest}</p>}
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

function DomainCard({ domain, t }: { readonly domain: DomainModel; readonly t: LivretTexts }): VNode {
  const { code, label, lines, text, elements } = domain;
  const id = `bilan-${code}`;
  return (
    <section class="v-card" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      {lines.length > 0 && <Said lines={lines} />}
      {text !== '' && <p class="livret-bridge-text livret-bridge-lines">{text}</p>}
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
