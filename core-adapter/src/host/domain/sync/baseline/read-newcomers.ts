// SPDX-License-Identifier: EUPL-1.2
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { AttachmentRow } from '../../directory/attachment.entity.js';
import { ExternalIdRow } from '../../directory/external-id.entity.js';
import { instantOf } from './instant-of.js';

/** Start times of people who are new in a school since then, by UAI and current key. */
export async function readNewcomers(
  manager: EntityManager,
  {
    source,
    since,
    keyNow,
  }: { readonly source: string; readonly since: Date; readonly keyNow: (key: string) => string },
): Promise<Map<string, Date>> {
  const rows = await manager
    .createQueryBuilder(AttachmentRow, 'attachment')
    .innerJoin(ExternalIdRow, 'external', 'external.personId = attachment.personId AND external.source = :source', {
      source,
    })
    .select('external.key', 'key')
    .addSelect('attachment.uai', 'uai')
    .addSelect('MIN(attachment.from)', 'from')
    .where({ source, until: IsNull(), from: MoreThan(since) })
    .andWhere((query) => {
      const earlier = query
        .subQuery()
        .select('1')
        .from(AttachmentRow, 'earlier')
        .where('earlier.personId = attachment.personId AND earlier.uai = attachment.uai')
        .andWhere('earlier.source = :source AND earlier.until IS NULL AND earlier.from <= :since', { since });
      return `NOT EXISTS ${earlier.getQuery()}`;
    })
    .groupBy('external.key')
    .addGroupBy('attachment.uai')
    .getRawMany<{ key: string; uai: string; from: unknown }>();
  return new Map(rows.map(({ key, uai, from }) => [`${uai} ${keyNow(key)}`, instantOf(from)]));
}
