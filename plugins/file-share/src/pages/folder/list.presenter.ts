// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { favouritesAmong } from '../../domain/favourites/favourites-of.js';
import { folderPath } from '../../paths.js';
import { changeScope } from '../../domain/scope/node-scopes.js';
import { readersSeenBy } from '../../domain/scope/readers.js';
import { seesAll } from '../../domain/scope/sees-all.js';
import type { NodeRow } from '../../store/node.entity.js';
import { addersOf } from '../shared/nodes/adders-of.js';
import type { FolderPlace } from '../../domain/space/folder-place.js';
import type { NodeListModel, OrderLink } from '../shared/nodes/node-list.model.js';
import { listNodes } from '../../domain/tree/list-nodes.js';
import { ORDERS, type ListQuery } from '../../domain/tree/list.input.js';
import { presentNodes } from '../shared/nodes/node-lines.presenter.js';

type ListRequest = FileShareRequest & { readonly query: ListQuery };

interface ListPage {
  readonly list: NodeListModel;
  readonly nextPath: string | undefined;
}

export async function presentList(place: FolderPlace, title: string, request: ListRequest): Promise<ListPage> {
  const { access, db, user, t, query } = request;
  const { folder, space } = place;
  const profiles = await access.heldAs('read', place);
  const page = folder && (await listNodes(folder, query, { userId: user.id, profiles }, { db }));
  const nodes = page?.nodes ?? [];
  const persons = await addersOf(nodes, profiles, request);
  const favourites = await favouritesAmong(nodes, request);
  const here = folderPath(place);
  const scopes = nodes.map((node) => ({ ...changeScope(node, folder?.pupilsAdd ?? false), id: node.id }));
  const changeable = new Set((await access.filter('change', scopes)).map(({ id }) => id));
  const list = {
    caption: t('list.caption', { name: title, order: t(`order.by.${query.order}`) }),
    orders: presentOrders(query, request),
    lines: presentNodes(nodes, {
      ...request,
      here,
      persons,
      favourites,
      changeable,
      userId: user.id,
      seesAll: seesAll(space.kind, profiles),
    }),
    hasReaders: seesSeveralWords(space.kind, profiles),
    mayChange: changeable.size > 0,
  };
  return { list, nextPath: page?.next && `${here}?${new URLSearchParams({ order: query.order, after: page.next })}` };
}

/**
 * Whether the user sees nodes with different readers: guardians see nodes with one kind of readers only, and in the space of one person or
 * team all are alike.
 */
function seesSeveralWords(kind: NodeRow['spaceKind'], profiles: readonly Profile[]): boolean {
  return (kind === 'group' || kind === 'school') && readersSeenBy(profiles).length > 1;
}

/** The addresses are relative to the page of the folder. */
function presentOrders({ order }: ListQuery, { t }: ListRequest): OrderLink[] {
  return ORDERS.map((one) => ({
    order: one,
    label: t(`order.${one}`),
    url: `?${new URLSearchParams({ order: one })}`,
    current: one === order,
  }));
}
