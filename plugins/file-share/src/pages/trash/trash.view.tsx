// SPDX-License-Identifier: EUPL-1.2
import {
  BrickBadge,
  Button,
  Card,
  Crumbs,
  Icon,
  LinkButton,
  type Crumb,
  type FileKind,
  type Tab,
} from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts, ViewProps } from '../../brick-types.js';
import { DriveHead } from '../shared/drive-head.view.js';
import { PlaceCard } from '../shared/place-bar.view.js';
import { TRASH_DAYS } from '../../domain/trash/trash-days.js';
import type { PlaceModel } from '../shared/place.presenter.js';

export interface TrashModel {
  readonly tabs: readonly Tab[];
  readonly searchUrl: string;
  readonly crumbs: readonly Crumb[];
  readonly lines: readonly TrashLine[];
  readonly nextUrl: string | undefined;
  /** The place of the whole space; absent for pupils in the space of a class. */
  readonly room: PlaceModel | undefined;
  /** Absent for an empty trash. */
  readonly empty: EmptyForm | undefined;
}

export interface TrashLine extends FileKind {
  readonly id: string;
  readonly name: string;
  /** « De « Sciences », hier » */
  readonly detail: string;
  /** Another name, or a folder that is made anew. */
  readonly notes: readonly string[];
  /** « 19 jours » */
  readonly left: string;
  readonly isUrgent: boolean;
  readonly restoreUrl: string;
}

/** Deletes for good what the page shows. */
export interface EmptyForm {
  readonly url: string;
  readonly button: string;
  /** The end of the range: nothing that comes into the trash later is deleted. */
  readonly until: string;
  /** The last line of the page before. */
  readonly after: string | undefined;
}

export function TrashView({ model, t }: ViewProps<TrashModel>): VNode {
  const { tabs, searchUrl, crumbs, lines, nextUrl, room, empty } = model;
  return (
    <>
      <DriveHead tabs={tabs} searchUrl={searchUrl} t={t} />
      <h2 class="visually-hidden">{t('trash.title')}</h2>
      <Crumbs label={t('folder.above')} crumbs={crumbs} />
      <p class="v-soft">{t('trash.lead', { count: TRASH_DAYS })}</p>
      <div class="v-columns">
        <div>
          {lines.length > 0 ? (
            <TrashTable lines={lines} t={t} />
          ) : (
            <Card>
              <h3>{t('trash.nothing')}</h3>
              <p class="mb-0">{t('trash.nothingText')}</p>
            </Card>
          )}
          {nextUrl !== undefined && (
            <p class="mt-3">
              <LinkButton href={nextUrl} iconEnd="arrow-right">
                {t('list.next')}
              </LinkButton>
            </p>
          )}
        </div>
        {room && (
          <PlaceCard place={room} t={t}>
            {empty && <Empty empty={empty} t={t} />}
          </PlaceCard>
        )}
        {!room && empty && (
          <Card>
            <h3>{t('trash.emptyTitle')}</h3>
            <Empty empty={empty} t={t} />
          </Card>
        )}
      </div>
    </>
  );
}

function TrashTable({ lines, t }: { readonly lines: readonly TrashLine[]; readonly t: FileShareTexts }): VNode {
  return (
    <div class="v-card v-card-flush">
      <table class="table v-stack file-share-trash">
        <caption class="visually-hidden">{t('trash.title')}</caption>
        <thead>
          <tr>
            <th scope="col" class="w-100">
              {t('order.name')}
            </th>
            <th scope="col" class="text-nowrap">
              {t('trash.left')}
            </th>
            <th scope="col">
              <span class="visually-hidden">{t('trash.restore')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <TrashRow key={line.id} line={line} t={t} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TrashRow({ line, t }: { readonly line: TrashLine; readonly t: FileShareTexts }): VNode {
  const { id, name, icon, colour, detail, notes, left, isUrgent, restoreUrl } = line;
  return (
    <tr>
      <th scope="row">
        <span class="file-share-trash-name">
          <BrickBadge colour={colour} icon={icon} size="small" soft />
          <span class="text-break">
            <span id={`t${id}`}>{name}</span>
            <small class="v-soft">{detail}</small>
            {notes.map((note) => (
              <small key={note}>{note}</small>
            ))}
          </span>
        </span>
      </th>
      <td data-label={t('trash.left')} class="text-nowrap">
        {isUrgent ? <strong>{left}</strong> : left}
      </td>
      <td>
        <form method="post" action={restoreUrl}>
          <button class="btn btn-secondary" id={`r${id}`} aria-labelledby={`r${id} t${id}`}>
            <Icon name="arrow-counterclockwise" />
            {t('trash.restore')}
          </button>
        </form>
      </td>
    </tr>
  );
}

/** The question opens below the button, without any script. */
function Empty({ empty, t }: { readonly empty: EmptyForm; readonly t: FileShareTexts }): VNode {
  const { url, button, until, after } = empty;
  return (
    <details class="file-share-empty">
      <summary class="btn btn-danger">
        <Icon name="trash" />
        {button}
      </summary>
      <form method="post" action={url}>
        <p>{t('trash.emptySure')}</p>
        <input type="hidden" name="until" value={until} />
        {after !== undefined && <input type="hidden" name="after" value={after} />}
        <Button kind="danger">{t('trash.emptyYes')}</Button>
      </form>
    </details>
  );
}
