// SPDX-License-Identifier: EUPL-1.2
import { Crumbs, FactList, Icon, Note, PageHead, Point, type Crumb } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts, ViewProps } from '../../brick-types.js';

/** The page on which a teacher signs bilans of a class. */
export interface SignModel {
  readonly crumbs: readonly Crumb[];
  readonly title: string;
  readonly lead: string;
  /** The sentence above the form after a mistake. */
  readonly problem?: string | undefined;
  /** When the teacher typed their password, where the SSO tells. */
  readonly proven?: string | undefined;
  /** The sentence about pupils with an assessed subject and no element that was worked on. */
  readonly unworked: string | undefined;
  readonly formUrl: string;
  readonly readyUrl: string;
  readonly lines: readonly SignLine[];
  readonly waiting: readonly WaitingLine[];
  readonly complete: number;
  readonly signature: string;
  /** The sentence about the text that families read until the publication. */
  readonly families: string;
}

/** A bilan that can be signed. */
export interface SignLine {
  readonly name: string;
  readonly tick: string;
  readonly positions: string;
  readonly general: string;
  readonly url: string;
}

/** A bilan that cannot be signed yet, and why. */
export interface WaitingLine {
  readonly name: string;
  readonly reason: string;
  readonly url: string;
  readonly isComplete: boolean;
}

/** All that is signed, ticked; what signing does; and what waits. */
export function SignView({ model, t }: ViewProps<SignModel>): VNode {
  const { crumbs, title, lead, problem, proven, lines, waiting } = model;
  return (
    <>
      <Crumbs label={t('crumbs.label')} crumbs={crumbs} />
      <PageHead title={title} lead={lead} />
      {problem !== undefined && (
        <Note kind="bad" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      {proven !== undefined && lines.length > 0 && (
        <Note kind="good" icon="shield-lock-fill">
          <p>
            <strong>{t('sign.you')}</strong> {proven}
          </p>
        </Note>
      )}
      {model.unworked !== undefined && (
        <Note kind="warn">
          <p>{model.unworked}</p>
        </Note>
      )}
      {lines.length > 0 ? (
        <form class="v-columns" method="post" action={model.formUrl} data-ticks>
          <SignTable lines={lines} t={t} />
          <div class="v-parts">
            <After model={model} t={t} />
            {waiting.length > 0 && <Waiting model={model} t={t} />}
          </div>
        </form>
      ) : (
        waiting.length > 0 && <Waiting model={model} t={t} />
      )}
      <form method="post" action={model.readyUrl} id={READY_FORM} />
    </>
  );
}

/** The form of a button that stands inside of the other form. */
const READY_FORM = 'livret-bridge-ready';

function SignTable({ lines, t }: Pick<SignModel, 'lines'> & { readonly t: LivretTexts }): VNode {
  return (
    <div class="v-card v-card-flush">
      <table class="table v-stack livret-bridge-sign-table">
        <thead>
          <tr>
            <th scope="col">{t('sign.pupil')}</th>
            <th scope="col">{t('sign.positions')}</th>
            <th scope="col">{t('sign.general')}</th>
            <th scope="col">
              <span class="visually-hidden">{t('sign.read')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <Line key={line.tick} line={line} id={`sign-${String(index)}`} t={t} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The effects of signing, before the click. */
function After({ model: { signature, families }, t }: ViewProps<SignModel>): VNode {
  return (
    <section class="livret-bridge-effect livret-bridge-after" aria-labelledby="livret-bridge-after">
      <h2 class="h3" id="livret-bridge-after">
        {t('sign.after')}
      </h2>
      <FactList>
        <Point icon="lock-fill">{t('sign.locked')}</Point>
        <Point icon="send-fill">{t('sign.toHead')}</Point>
        <Point icon="arrow-counterclockwise">{t('sign.back')}</Point>
        <Point icon="eye-slash-fill">{families}</Point>
      </FactList>
      <button class="btn btn-primary" type="submit">
        <Icon name="pen-fill" />
        <span
          data-one={t('sign.button', { count: 1 })}
          data-other={t('sign.button', { count: 99 })}
          data-none={t('sign.buttonNone')}
        >
          {t('sign.buttonTicked')}
        </span>
      </button>
      <p class="v-small">{signature}</p>
    </section>
  );
}

function Line({ line, id, t }: { readonly line: SignLine; readonly id: string; readonly t: LivretTexts }): VNode {
  return (
    <tr>
      <th scope="row">
        <div class="form-check">
          <input class="form-check-input" type="checkbox" id={id} name="bilan" value={line.tick} checked />
          <label class="form-check-label" for={id}>
            {line.name}
          </label>
        </div>
      </th>
      <td data-label={t('sign.positions')}>{line.positions}</td>
      <td>
        <span class="livret-bridge-cut">{line.general}</span>
      </td>
      <td class="livret-bridge-cta">
        <a class="btn btn-quiet" href={line.url}>
          {t('sign.read')}
          <span class="visually-hidden"> {t('sign.readOf', { name: line.name })}</span>
        </a>
      </td>
    </tr>
  );
}

function Waiting({ model: { waiting, complete }, t }: ViewProps<SignModel>): VNode {
  return (
    <section class="v-card livret-bridge-waiting" aria-labelledby="livret-bridge-waiting">
      <h2 class="h3" id="livret-bridge-waiting">
        {t('sign.waiting', { count: waiting.length })}
      </h2>
      {complete > 0 && (
        <button class="btn btn-secondary" type="submit" form={READY_FORM}>
          <Icon name="check2-all" />
          {t('sign.makeReady', { count: complete })}
        </button>
      )}
      <ul class="v-list">
        {waiting.map((line) => (
          <WaitingItem key={line.url} line={line} t={t} />
        ))}
      </ul>
    </section>
  );
}

function WaitingItem({ line, t }: { readonly line: WaitingLine; readonly t: LivretTexts }): VNode {
  return (
    <li>
      <strong>{line.name}</strong>
      <span class="v-soft">{line.reason}</span>
      <a class="btn btn-quiet" href={line.url}>
        {t(line.isComplete ? 'sign.read' : 'sign.complete')}
        <span class="visually-hidden"> {t('sign.readOf', { name: line.name })}</span>
      </a>
    </li>
  );
}
