// SPDX-License-Identifier: EUPL-1.2
import { Actions, Crumbs, FactList, Figures, LinkButton, Point, TextField } from '@volee/core-adapter/ui';
import type { VNode, ComponentChildren } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { AudienceFields } from './audience-fields.view.js';
import { GivenFilesFields } from './given-files.view.js';
import { PressButton } from './press-button.view.js';
import { Refusal } from '../shared/refusal.view.js';
import { TimeFields } from './time-fields.view.js';
import type { WorkEffect, WorkFormModel } from './work-form.model.js';

/**
 * The page that hands out a work or changes one: the questions, and beside them what the click does. Files are the last question, since no
 * field may come after a file.
 */
export function WorkFormView({ model, t }: ViewProps<WorkFormModel>): VNode {
  const { title, lead, crumbs, url, refusal } = model;
  return (
    <>
      <Crumbs label={t('works.path')} crumbs={crumbs} />
      <h1>{title}</h1>
      <p class="v-soft">{lead}</p>
      <Refusal words={refusal} />
      <form class="file-share-hand-out" method="post" action={url} enctype="multipart/form-data" data-work-form>
        <KeepOnEnter />
        <input type="hidden" name="version" value={model.fields.version} />
        {!model.isKept && <input type="hidden" name="form" value={model.fields.form} />}
        <div class="v-card">
          <Ask title={t('works.ask.work')}>
            <WorkTextFields model={model} t={t} />
          </Ask>
          <Ask title={t('works.ask.for')}>
            <AudienceFields model={model} t={t} />
          </Ask>
          <Ask title={t('works.ask.when')}>
            <TimeFields model={model} t={t} />
          </Ask>
          <Ask title={t('works.ask.files')} aside={t('works.optional')}>
            <GivenFilesFields {...model} t={t} />
          </Ask>
        </div>
        <div>
          <Effect effect={model.effect} />
          <Buttons model={model} t={t} />
        </div>
      </form>
    </>
  );
}

/** Enter in a field presses the first button of a form: that one keeps what was typed, and does nothing else. */
function KeepOnEnter(): VNode {
  return <button class="visually-hidden" type="submit" name="do" value="keep" tabIndex={-1} aria-hidden="true" />;
}

function Effect({ effect: { title, figures, points } }: { readonly effect: WorkEffect }): VNode {
  return (
    <section class="file-share-effect" aria-labelledby="effect" data-preview="effect">
      <h2 class="h3" id="effect">
        {title}
      </h2>
      <Figures figures={figures} />
      <FactList>
        {points.map(({ icon, text }) => (
          <Point key={icon} icon={icon}>
            {text}
          </Point>
        ))}
      </FactList>
    </section>
  );
}

function Buttons({ model: { url, isHandedOut, effect, kept, crumbs }, t }: ViewProps<WorkFormModel>): VNode {
  const back = crumbs.at(-2)?.url;
  return (
    <div class="mt-4">
      <Actions>
        <PressButton url={url} press="handOut" kind="primary" icon={isHandedOut ? 'check-lg' : 'people-fill'}>
          {isHandedOut ? t('works.save') : <span data-preview="button">{effect.button}</span>}
        </PressButton>
        {isHandedOut && back !== undefined ? (
          <LinkButton href={back} kind="quiet">
            {t('works.cancel')}
          </LinkButton>
        ) : (
          <PressButton url={url} press="keep">
            {t('works.keep')}
          </PressButton>
        )}
      </Actions>
      {kept !== undefined && <p class="v-soft v-small mt-2">{kept}</p>}
      <p class="visually-hidden" role="status" data-preview-status />
      <p class="v-soft mt-2 mb-0" role="status" data-adding={t('part.adding')} />
    </div>
  );
}

function WorkTextFields({
  model: { fields, problems },
  t,
}: ViewProps<Pick<WorkFormModel, 'fields' | 'problems'>>): VNode {
  return (
    <>
      <TextField name="title" label={t('works.title')} value={fields.title} error={problems.get('title')} />
      <TextField
        name="text"
        label={t('works.text')}
        hint={t('works.textHint')}
        rows={4}
        value={fields.text}
        error={problems.get('text')}
      />
    </>
  );
}

interface AskProps {
  readonly title: string;
  /** « Facultatif » */
  readonly aside?: string;
  readonly children: ComponentChildren;
}

/** One question of a long form: its name beside the fields, and above them on a phone. */
function Ask({ title, aside, children }: AskProps): VNode {
  return (
    <fieldset class="file-share-ask">
      <legend class="visually-hidden">{title}</legend>
      <div class="file-share-ask-in">
        <div aria-hidden="true">
          <strong class="fs-5">{title}</strong>
          {aside !== undefined && <p class="v-soft v-small mb-0">{aside}</p>}
        </div>
        <div>{children}</div>
      </div>
    </fieldset>
  );
}
