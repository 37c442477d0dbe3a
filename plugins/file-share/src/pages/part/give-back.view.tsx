// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge, Button, Card, Icon, LinkButton, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { GiveBackFormView } from './give-back-form.view.js';
import type { GiveBackModel, PartFile } from './give-back.model.js';
import { Rounds } from '../shared/works/rounds.view.js';
import { WorkFrame } from '../shared/work-frame.view.js';

/** One pupil's part: what they handed in, and beside it what goes back. */
export function GiveBackView({ model, t }: ViewProps<GiveBackModel>): VNode {
  const { title, crumbs, lead, tag, next, form, undo } = model;
  return (
    <WorkFrame
      {...{ crumbs, title, lead, t }}
      link={
        next && (
          <LinkButton href={next.url} kind="quiet" iconEnd="arrow-right">
            {next.label}
          </LinkButton>
        )
      }
    >
      {tag && (
        <p>
          <Tag kind={tag.kind} icon={tag.icon}>
            {tag.text}
          </Tag>
        </p>
      )}
      {undo && (
        <form class="d-flex flex-wrap align-items-center gap-3 mb-3" method="post" action={undo.url}>
          <input type="hidden" name="at" value={undo.at} />
          <span class="v-soft">{undo.words}</span>
          <Button icon="arrow-counterclockwise" name="do" value="undo">
            {t('giveBack.undo')}
          </Button>
        </form>
      )}
      <div class="file-share-two">
        <HandedIn model={model} t={t} />
        {form ? <GiveBackFormView form={form} returned={model.returned} t={t} /> : <GivenBack model={model} t={t} />}
      </div>
      <Rounds rounds={model.rounds} title={t('giveBack.rounds')} wordLabel={t('giveBack.pupilWord')} t={t} />
    </WorkFrame>
  );
}

function HandedIn({ model: { files, filesTitle, noFiles, word }, t }: ViewProps<GiveBackModel>): VNode {
  return (
    <Card title={filesTitle}>
      {files.length > 0 ? <FileLines files={files} t={t} /> : <p class="v-soft">{noFiles}</p>}
      {word !== '' && (
        <>
          <h3 class="h3 mt-4">{t('giveBack.pupilWord')}</h3>
          <blockquote class="v-well file-share-text mb-0">{word}</blockquote>
        </>
      )}
    </Card>
  );
}

/** The files and the note that were given back, for a head. */
function GivenBack({ model: { returned, answer }, t }: ViewProps<GiveBackModel>): VNode {
  const isEmpty = returned.length === 0 && answer === '';
  return (
    <Card title={t('giveBack.returned')}>
      {isEmpty && <p class="v-soft">{t('giveBack.nothingBack')}</p>}
      {answer !== '' && <blockquote class="v-well file-share-text">{answer}</blockquote>}
      <FileLines files={returned} t={t} />
    </Card>
  );
}

/** Files, each a link that opens it. */
function FileLines({ files, t }: { readonly files: readonly PartFile[]; readonly t: FileShareTexts }): VNode {
  return (
    <ul class="v-list v-rows">
      {files.map(({ id, name, detail, url, icon, colour }) => (
        <li key={id} class="py-2">
          <a class="file-share-part-file" href={url}>
            <BrickBadge icon={icon} colour={colour} size="small" soft />
            <span class="flex-fill text-break">
              {name}
              <span class="d-block v-soft v-small fw-normal">{detail}</span>
            </span>
            <Icon name="download" label={t('giveBack.take')} />
          </a>
        </li>
      ))}
    </ul>
  );
}
