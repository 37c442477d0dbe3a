// SPDX-License-Identifier: EUPL-1.2
import { Button, Note, SelectField, type Choice, type Tab } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { DriveHead } from '../shared/drive-head.view.js';
import { PlaceBar } from '../shared/place-bar.view.js';
import type { PlaceModel } from '../shared/place.presenter.js';

/** One space or several with the place that they take. */
export interface UsageLine extends Pick<PlaceModel, 'percent' | 'text'> {
  readonly name: string;
}

/** The page of the place that the spaces of a school take. */
export interface UsageModel {
  readonly tabs: readonly Tab[];
  readonly searchUrl: string;
  readonly school: Pick<PlaceModel, 'label' | 'percent' | 'text'>;
  /** Classes and other groups, the fullest first. */
  readonly groups: readonly UsageLine[];
  /** « Fichiers personnels : 1,2 Go » */
  readonly others: readonly { readonly name: string; readonly size: string }[];
  /** Absent where there are not two classes. */
  readonly move?: MoveModel;
}

/** The form that moves room from one class to another, with what was chosen. */
export interface MoveModel {
  readonly url: string;
  readonly classes: readonly Choice[];
  readonly sizes: readonly Choice[];
  readonly from: string;
  readonly to: string;
  readonly bytes: string;
  readonly problem?: string | undefined;
}

/** The place that the spaces of a school take, for its head: sizes, never what lies in them. */
export function UsageView({ model, t }: ViewProps<UsageModel>): VNode {
  const { tabs, searchUrl, school, groups, others, move } = model;
  return (
    <>
      <DriveHead tabs={tabs} searchUrl={searchUrl} t={t} />
      <h2>{t('usage.title')}</h2>
      <p>{t('usage.lead')}</p>
      <div class="v-columns">
        <div class="v-parts">
          <section class="v-card" aria-labelledby="usage-school">
            <h3 class="mb-2" id="usage-school">
              {school.label}
            </h3>
            <PlaceBar place={school} />
            {others.length > 0 && <Others others={others} />}
          </section>
          <Groups groups={groups} t={t} />
        </div>
        {move && <MoveForm move={move} t={t} />}
      </div>
    </>
  );
}

function Others({ others }: Pick<UsageModel, 'others'>): VNode {
  return (
    <dl class="file-share-sizes">
      {others.map(({ name, size }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{size}</dd>
        </div>
      ))}
    </dl>
  );
}

function Groups({ groups, t }: { readonly groups: readonly UsageLine[]; readonly t: FileShareTexts }): VNode {
  return (
    <section aria-labelledby="usage-groups">
      <h3 class="mb-3" id="usage-groups">
        {t('usage.groups')}
      </h3>
      <ul class="v-list v-rows v-card v-card-flush">
        {groups.map(({ name, percent, text }) => (
          <li key={name} class="file-share-usage">
            <p class="v-row-title mb-0">{name}</p>
            <PlaceBar place={{ label: t('usage.of', { name }), percent, text }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MoveForm({ move, t }: { readonly move: MoveModel; readonly t: FileShareTexts }): VNode {
  const { url, classes, sizes, from, to, bytes, problem } = move;
  return (
    <section class="v-card" aria-labelledby="usage-move">
      <h3 id="usage-move">{t('usage.move')}</h3>
      <p>{t('usage.moveLead')}</p>
      {problem !== undefined && (
        <Note kind="bad" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      <form method="post" action={url} class="mt-3">
        <SelectField name="to" label={t('usage.to')} choices={classes} value={to} />
        <SelectField name="bytes" label={t('usage.bytes')} choices={sizes} value={bytes} />
        <SelectField name="from" label={t('usage.from')} choices={classes} value={from} />
        <Button icon="arrow-left-right">{t('usage.moveButton')}</Button>
      </form>
    </section>
  );
}
