// SPDX-License-Identifier: EUPL-1.2
import {
  BrickBadge,
  Button,
  Card,
  Crumbs,
  Icon,
  LinkButton,
  Neighbours,
  PageHead,
  Preview,
  Tag,
} from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { GiveBackFormView } from './give-back-form.view.js';
import type { GiveBackModel, PartFile } from './give-back.model.js';
import { Strip } from './strip.view.js';
import { Rounds } from '../shared/works/rounds.view.js';

/** One pupil's part: what they handed in, and beside it what goes back. */
export function GiveBackView({ model, t }: ViewProps<GiveBackModel>): VNode {
  const { name, crumbs, lead, tag, neighbours, form, undo } = model;
  return (
    <>
      <Crumbs label={t('works.path')} crumbs={crumbs} />
      <PageHead
        title={name}
        actions={
          neighbours.place === undefined ? undefined : (
            <Neighbours
              label={t('giveBack.others')}
              previous={neighbours.previous}
              next={neighbours.next}
              place={neighbours.place}
            />
          )
        }
      />
      <p class="file-share-part-lead">
        {tag && (
          <Tag kind={tag.kind} icon={tag.icon}>
            {tag.text}
          </Tag>
        )}
        <span class="v-soft">{lead}</span>
      </p>
      <Strip pupils={neighbours.strip} t={t} />
      {undo && (
        <form class="d-flex flex-wrap align-items-center gap-3 mb-3" method="post" action={undo.url}>
          <input type="hidden" name="at" value={undo.at} />
          <span class="v-soft">{undo.words}</span>
          <Button icon="arrow-counterclockwise" name="do" value="undo">
            {t('giveBack.undo')}
          </Button>
        </form>
      )}
      <div class={model.look ? 'file-share-two file-share-looks' : 'file-share-two'}>
        <HandedIn model={model} t={t} />
        {form ? (
          <GiveBackFormView {...{ form, returned: model.returned, after: neighbours.after, t }} />
        ) : (
          <GivenBack model={model} t={t} />
        )}
      </div>
      <Rounds rounds={model.rounds} title={t('giveBack.rounds')} wordLabel={t('giveBack.pupilWord')} t={t} />
    </>
  );
}

function HandedIn({ model, t }: ViewProps<GiveBackModel>): VNode {
  const { files, look, filesTitle, noFiles, word } = model;
  if (!look) {
    return (
      <Card title={filesTitle}>
        {files.length > 0 ? <FileLines files={files} t={t} /> : <p class="v-soft">{noFiles}</p>}
        {word !== '' && <PupilWord word={word} t={t} />}
      </Card>
    );
  }
  return (
    <section>
      <h2 class="visually-hidden">{filesTitle}</h2>
      <Preview {...look.preview}>
        <FileTabs files={files} here={look.id} label={filesTitle} />
      </Preview>
      {word !== '' && (
        <div class="v-card file-share-part-word">
          <PupilWord word={word} t={t} />
        </div>
      )}
    </section>
  );
}

function PupilWord({ word, t }: { readonly word: string; readonly t: FileShareTexts }): VNode {
  return (
    <>
      <h3 class="h3">{t('giveBack.pupilWord')}</h3>
      <blockquote class="v-well file-share-text mb-0">{word}</blockquote>
    </>
  );
}

interface FileTabsProps {
  readonly files: readonly PartFile[];
  /** The id of the file that the page shows. */
  readonly here: string;
  readonly label: string;
}

/** A link for each file of the part: to this page with the file shown, or to its download where a page cannot show it. */
function FileTabs({ files, here, label }: FileTabsProps): VNode {
  return (
    <nav class="file-share-tabs" aria-label={label}>
      {files.map(({ id, name, detail, url, lookUrl, icon }) => (
        <a key={id} href={lookUrl ?? url} title={detail} aria-current={id === here ? 'page' : undefined}>
          <Icon name={lookUrl === undefined ? 'download' : icon} />
          <span>{name}</span>
        </a>
      ))}
    </nav>
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

/** Files, each with its download, and where a page shows it with a link to itself in the page. */
function FileLines({ files, t }: { readonly files: readonly PartFile[]; readonly t: FileShareTexts }): VNode {
  return (
    <ul class="v-list v-rows">
      {files.map(({ id, name, detail, url, lookUrl, icon, colour }) => (
        <li key={id} class="d-flex align-items-center gap-2 py-2">
          <a class="file-share-part-file" href={lookUrl ?? url}>
            <BrickBadge icon={icon} colour={colour} size="small" soft />
            <span class="flex-fill text-break">
              {name}
              <span class="d-block v-soft v-small fw-normal">{detail}</span>
            </span>
          </a>
          <LinkButton href={url} kind="quiet" icon="download" label={t('look.take', { name })} />
        </li>
      ))}
    </ul>
  );
}
