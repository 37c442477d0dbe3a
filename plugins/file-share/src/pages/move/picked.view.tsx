// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, CheckField, Figures, Icon, LinkButton, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import type { DestinationItem } from '../../domain/move/destination-tree.js';
import type { ViewerChanges } from './viewer-changes.js';

/** The page that asks where the ticked folders and files go. */
export interface PickedModel {
  readonly action: 'move' | 'copy';
  /** « Déplacer 2 éléments » */
  readonly title: string;
  /** Their names, and the folder they lie in. */
  readonly lead: string;
  readonly url: string;
  readonly backUrl: string;
  readonly ids: readonly string[];
  readonly tree: readonly DestinationItem[];
  /** Why nothing can be put into the chosen folder. */
  readonly obstacle: string | undefined;
  /** Absent until a destination is chosen into which they can go. */
  readonly chosen: ChosenDestination | undefined;
}

export interface ChosenDestination {
  readonly key: string;
  readonly viewers: ViewerChanges;
  /** The new names, where a name is taken. */
  readonly renamed: readonly string[];
  readonly button: string;
}

interface PickedViewProps {
  readonly model: PickedModel;
  readonly t: FileShareTexts;
}

/** Asks where the ticked folders and files go: a tree of buttons, each of which chooses and opens a folder. */
export function PickedView({ model, t }: PickedViewProps): VNode {
  const { title, lead, url, backUrl, tree, obstacle, chosen } = model;
  return (
    <div class="file-share-dialog">
      <h1 class="fs-3">{title}</h1>
      <p class="v-soft text-break">{lead}</p>
      <form method="get" action={url}>
        <HiddenFields model={model} />
        <fieldset>
          <legend class="h3">{t('picked.where')}</legend>
          <Tree items={tree} t={t} />
        </fieldset>
      </form>
      {obstacle !== undefined && (
        <Note>
          <p>{obstacle}</p>
        </Note>
      )}
      {chosen && <ChosenForm model={model} chosen={chosen} t={t} />}
      {!chosen && (
        <div class="mt-4">
          {obstacle === undefined && <p class="v-soft">{t('picked.choose')}</p>}
          <LinkButton href={backUrl} kind="quiet">
            {t('picked.cancel')}
          </LinkButton>
        </div>
      )}
    </div>
  );
}

function HiddenFields({ model: { action, ids } }: Pick<PickedViewProps, 'model'>): VNode {
  return (
    <>
      <input type="hidden" name="action" value={action} />
      {ids.map((id) => (
        <input key={id} type="hidden" name="ids" value={id} />
      ))}
    </>
  );
}

const ICONS: Readonly<Record<DestinationItem['kind'], string>> = {
  own: 'person',
  group: 'folder-fill',
  team: 'folder-fill',
  school: 'building',
  folder: 'folder-fill',
};

function Tree({ items, t }: { readonly items: readonly DestinationItem[]; readonly t: FileShareTexts }): VNode {
  return (
    <ul class="v-list file-share-tree">
      {items.map(({ key, name, kind, readers, isChosen, isTicked, isHome, below }) => (
        <li key={key}>
          {/* Each choice loads the page anew: the keyboard goes on from there. */}
          <button
            name="to"
            value={key}
            disabled={isTicked}
            aria-current={isChosen ? 'true' : undefined}
            autofocus={isChosen}
          >
            <Icon name={isChosen ? 'record-circle-fill' : 'circle'} />
            <Icon name={ICONS[kind]} />
            <span>
              {name} {readers && <small>{readers.word}</small>}
              {isTicked && <small>{t('picked.itself')}</small>} {isHome && <small>{t('picked.home')}</small>}
            </span>
          </button>
          {below.length > 0 && <Tree items={below} t={t} />}
        </li>
      ))}
    </ul>
  );
}

interface ChosenFormProps extends PickedViewProps {
  readonly chosen: ChosenDestination;
}

function ChosenForm({ model, chosen, t }: ChosenFormProps): VNode {
  const { action, url, backUrl } = model;
  const { key, viewers, renamed, button } = chosen;
  return (
    <form method="post" action={url}>
      <HiddenFields model={model} />
      <input type="hidden" name="to" value={key} />
      <Viewers viewers={viewers} t={t} />
      {viewers.keepLabel !== undefined && <CheckField name="keep" label={viewers.keepLabel} />}
      {renamed.length > 0 && (
        <Note icon="files">
          <p>{t('picked.taken', { count: renamed.length })}</p>
          <ul>
            {renamed.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Note>
      )}
      <Actions>
        <Button kind="primary" icon={action === 'move' ? 'arrows-move' : 'files'}>
          {button}
        </Button>
        <LinkButton href={backUrl} kind="quiet">
          {t('picked.cancel')}
        </LinkButton>
      </Actions>
    </form>
  );
}

function Viewers({ viewers, t }: { readonly viewers: ViewerChanges; readonly t: FileShareTexts }): VNode {
  const figures = viewers.figures.map(({ label, value, added }) => ({
    ...{ label, value },
    change: added > 0 ? t('viewers.added', { count: added }) : undefined,
  }));
  return (
    <section class="file-share-viewers" aria-labelledby="viewers">
      <h2 class="h3" id="viewers">
        {t('viewers.title', { word: viewers.word })}
      </h2>
      {figures.length > 0 && <Figures figures={figures} />}
      {viewers.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </section>
  );
}
