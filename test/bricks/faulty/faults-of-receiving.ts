// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition, PersonalDataHandlers } from '@volee/core-adapter';
import type { ReceiveParcel } from '@volee/core-adapter/hand-over';
import { z } from 'zod';
import { Copy } from './copy.entity.js';
import { CreateCopies1764028800003 } from './create-copies.migration.js';
import { CreateReports1764028800002 } from './create-reports.migration.js';
import { Report } from './report.entity.js';
import { byClass, reportsBrick } from './sound-reports.js';

const content = z.object({ text: z.string() });
type Content = z.output<typeof content>;

/** Writes a copy, or replaces the one of the same pupil, school and key. */
const soundReceive: ReceiveParcel<Content> = async ({ db, from, pupilId, key, content: { text } }) => {
  const copies = db.repository(Copy);
  const where = { pupilId, origin: from.uai, key };
  if ((await copies.update(where, { text })) === 0) await copies.insert([{ ...where, text }]);
};

const soundMove: PersonalDataHandlers['movePerson'] = async ({ db, from, to }) => {
  await db.repository(Report).update({ pupilId: from }, { pupilId: to });
  const copies = db.repository(Copy);
  for (const { id, origin, key } of await copies.find({ where: { pupilId: from } })) {
    const twin = await copies.findOne({ where: { pupilId: to, origin, key } });
    if (twin) await copies.delete({ id });
    else await copies.update({ id }, { pupilId: to });
  }
};

interface Parts {
  readonly receive?: ReceiveParcel<Content>;
  readonly movePerson?: PersonalDataHandlers['movePerson'];
  /** Shows the class all copies. */
  readonly isOpen?: boolean;
}

function receiving({ receive = soundReceive, movePerson = soundMove, isOpen = false }: Parts = {}): BrickDefinition {
  return reportsBrick({
    entities: [Report, Copy],
    migrations: [CreateReports1764028800002, CreateCopies1764028800003],
    parts: {
      home({ http, handOver }) {
        handOver.receive({ content }, receive);
        http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), null));
      },
      ...(isOpen && {
        list({ http }) {
          http.get(
            '/classes/:groupId',
            { access: 'read', params: byClass, group: ({ params }) => params.groupId },
            async ({ db, page, t }) => {
              const copies = await db.repository(Copy).find();
              return page(t('title'), copies.map(({ text }) => text).join());
            },
          );
        },
      }),
      forget({ personalData }) {
        personalData({
          exportPerson: async ({ db, personId }) => ({
            records: {
              reports: await db.repository(Report).find({ where: { pupilId: personId } }),
              copies: await db.repository(Copy).find({ where: { pupilId: personId } }),
            },
          }),
          erasePerson: async ({ db, personId }) => {
            await db.repository(Report).delete({ pupilId: personId });
            await db.repository(Copy).delete({ pupilId: personId });
          },
          movePerson,
          closeSchool: async ({ db }) => {
            await db.repository(Report).delete({});
            await db.repository(Copy).delete({});
          },
        });
      },
    },
  });
}

export const soundReceiving = receiving();

export const ignoresThePupil = receiving({
  receive: async ({ db, from, key, content: { text } }) => {
    const copies = db.repository(Copy);
    const where = { pupilId: 'somebody', origin: from.uai, key };
    if ((await copies.update(where, { text })) === 0) await copies.insert([{ ...where, text }]);
  },
});

export const takesTheRowOfAnother = receiving({
  receive: async ({ db, from, pupilId, key, content: { text } }) => {
    const copies = db.repository(Copy);
    const where = { origin: from.uai, key };
    if ((await copies.update(where, { pupilId, text })) === 0) await copies.insert([{ ...where, pupilId, text }]);
  },
});

export const insertsEachTime = receiving({
  receive: async ({ db, from, pupilId, key, content: { text } }) => {
    await db.repository(Copy).insert([{ pupilId, origin: from.uai, key, text }]);
  },
});

export const addsARow = receiving({
  receive: async ({ db, from, pupilId, key, revision, content: { text } }) => {
    await db.repository(Copy).insert([{ pupilId, origin: from.uai, key: `${key} ${revision}`, text }]);
  },
});

export const forgetsTheOrigin = receiving({
  receive: async ({ db, from, pupilId, key, content: { text } }) => {
    const copies = db.repository(Copy);
    const changes = { origin: from.uai, text };
    if ((await copies.update({ pupilId, key }, changes)) === 0) await copies.insert([{ pupilId, key, ...changes }]);
  },
});

export const showsCopiesToTheClass = receiving({ isOpen: true });

export const movesReportsAlone = receiving({
  movePerson: async ({ db, from, to }) => {
    await db.repository(Report).update({ pupilId: from }, { pupilId: to });
  },
});
