// SPDX-License-Identifier: EUPL-1.2
import { Icon, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../brick-types.js';
import type { NodeLine, NodeListModel, OrderLink } from './folder.model.js';
import type { ListOrder } from './list-query.js';

interface NodeTableProps {
  readonly list: NodeListModel;
  readonly t: FileShareTexts;
}

/** The list of a folder. Its markup is short: a page has 100 lines, and the style sheet draws icons from attributes. */
export function NodeTable({ list, t }: NodeTableProps): VNode {
  const { caption, orders, lines, hasReaders } = list;
  const heads = new Map(orders.map((order) => [order.order, order]));
  return (
    <div class="v-card v-card-flush">
      <table class="table table-hover file-share-list">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">{t('list.tick')}</span>
            </th>
            <th scope="col" aria-sort={sortOf('name', heads)}>
              <OrderLinks orders={[heads.get('name'), heads.get('kind')]} />
            </th>
            {hasReaders && <th scope="col">{t('list.readers')}</th>}
            <th scope="col" aria-sort={sortOf('date', heads)}>
              <OrderLinks orders={[heads.get('date')]} />
            </th>
            <th scope="col" aria-sort={sortOf('size', heads)}>
              <OrderLinks orders={[heads.get('size')]} />
            </th>
            <th scope="col">
              <span class="visually-hidden">{t('list.about')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            <NodeTableRow key={line.id} line={line} index={index} hasReaders={hasReaders} t={t} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const DIRECTION = { name: 'ascending', kind: 'ascending', date: 'descending', size: 'descending' } as const;

function sortOf(order: ListOrder, heads: ReadonlyMap<ListOrder, OrderLink>): (typeof DIRECTION)[ListOrder] | undefined {
  return heads.get(order)?.current ? DIRECTION[order] : undefined;
}

function OrderLinks({ orders }: { readonly orders: readonly (OrderLink | undefined)[] }): VNode {
  return (
    <>
      {orders.map(
        (one) =>
          one && (
            <a key={one.order} href={one.url} aria-current={one.current ? 'true' : undefined}>
              {one.label}
              {one.current && <Icon name={DIRECTION[one.order] === 'ascending' ? 'sort-down-alt' : 'sort-down'} />}
            </a>
          ),
      )}
    </>
  );
}

interface NodeTableRowProps {
  readonly line: NodeLine;
  readonly index: number;
  readonly hasReaders: boolean;
  readonly t: FileShareTexts;
}

function NodeTableRow({ line, index, hasReaders, t }: NodeTableRowProps): VNode {
  const { id, name, url, kind, aboutUrl, detail, readers, isOpen, isFavourite, changed, size } = line;
  const label = `n${index}`;
  return (
    <tr>
      <td>
        <input type="checkbox" name="ids" value={id} aria-labelledby={label} />
      </td>
      <th scope="row">
        <a id={label} data-kind={kind} href={url}>
          <span>
            {name}
            {isFavourite && <Icon name="star-fill" label={t('favourite.is')} />}
            <small>{detail}</small>
            {isOpen && <Tag icon="pencil-fill">{t('list.open')}</Tag>}
          </span>
        </a>
      </th>
      {hasReaders && <td data-see={readers.sign}>{readers.word}</td>}
      <td>{changed}</td>
      <td>{size}</td>
      <td>
        <a href={aboutUrl}>{t('list.about')}</a>
      </td>
    </tr>
  );
}
