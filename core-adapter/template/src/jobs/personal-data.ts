// SPDX-License-Identifier: EUPL-1.2
import type { NoticesBrick } from '../brick-types.js';
import { NoticeRow } from '../store/notice.entity.js';

/**
 * A notice is personal data of its author: exported on request, moved when two persons become one, and deleted when
 * the author is erased. The host calls the handlers school by school.
 */
export function registerPersonalData({ personalData }: NoticesBrick): void {
  personalData({
    async exportPerson({ db, personId }) {
      const rows = await db.repository(NoticeRow).find({ where: { addedBy: personId }, order: { addedAt: 'ASC' } });
      return { records: { notices: rows.map(({ text, addedAt }) => ({ text, addedAt })) } };
    },
    async erasePerson({ db, personId }) {
      await db.repository(NoticeRow).delete({ addedBy: personId });
    },
    async movePerson({ db, from, to }) {
      await db.repository(NoticeRow).update({ addedBy: from }, { addedBy: to });
    },
    async closeSchool({ db }) {
      await db.repository(NoticeRow).delete({});
    },
  });
}
