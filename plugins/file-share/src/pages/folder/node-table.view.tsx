// SPDX-License-Identifier: EUPL-1.2
import { Icon, Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';
import type { ReadersSign } from '../../domain/readers/readers-tag.js';
import type { NodeLine, NodeListModel, OrderLink } from '../shared/nodes/node-list.model.js';
import type { ListOrder } from '../../domain/tree/list.input.js';

/** The list of a folder. Its markup is short, and the name of a line is the label of its tick: a page has 100 lines, and the style sheet draws icons from attributes. */
export function NodeTable({ list, t }: { readonly list: NodeListModel; readonly t: FileShareTexts }): VNode {
  const { caption, orders, lines, hasReaders } = list;
  const usual = usualSign(lines);
  const heads = new Map(orders.map((order) => [order.order, order]));
  return (
    <div class="v-card v-card-flush">
      <table class="table table-hover file-share-list">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
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
        <tbody data-see={hasReaders ? usual : undefined}>
          {lines.map((line) => (
            <NodeTableRow key={line.id} line={line} usual={hasReaders ? usual : undefined} t={t} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function usualSign(lines: readonly NodeLine[]): ReadersSign {
  const counts = new Map<ReadersSign, number>();
  for (const { readers } of lines) counts.set(readers.sign, (counts.get(readers.sign) ?? 0) + 1);
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? 'families';
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
  /** The readers that most lines have: only others are written down. Undefined without a column for them. */
  readonly usual: ReadersSign | undefined;
  readonly t: FileShareTexts;
}

function NodeTableRow({ line, usual, t }: NodeTableRowProps): VNode {
  const { id, name, url, kind, aboutUrl, detail, readers, isOpen, isFavourite, changed, size } = line;
  return (
    <tr>
      <th scope="row">
        <label>
          <input type="checkbox" name="ids" value={id} />
          <a data-kind={kind} href={url}>
            <span>
              {name}
              {isFavourite && <Icon name="star-fill" label={t('favourite.is')} />}
              {detail !== '' && <small>{detail}</small>}
              {isOpen && ' '}
              {isOpen && <Tag icon="pencil-fill">{t('list.open')}</Tag>}
            </span>
          </a>
        </label>
      </th>
      {usual !== undefined && <td data-see={readers.sign === usual ? undefined : readers.sign}>{readers.word}</td>}
      <td>{changed}</td>
      <td>{size}</td>
      <td>
        <a href={aboutUrl}>{t('list.about')}</a>
      </td>
    </tr>
  );
}
