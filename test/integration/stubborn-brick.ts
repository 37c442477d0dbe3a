// SPDX-License-Identifier: EUPL-1.2
import { defineBrick, type BrickDefinition } from '@volee/core-adapter';
import { z } from 'zod';

export interface Stubborn {
  readonly brick: BrickDefinition;
  /** Makes the brick fail for this person. */
  refuse(personId: string | undefined): void;
  /** Runs an event once, during the next erasure. */
  meanwhile(event: () => Promise<unknown>): void;
  /** Runs an event once, during the erasure of this person. */
  meanwhileOf(personId: string | undefined, event: () => Promise<unknown>): void;
}

/** A brick that can be told to fail at the erasure and the export of a person. */
export function stubbornBrick(): Stubborn {
  let refused: string | undefined;
  let event: () => Promise<unknown> = () => Promise.resolve();
  let during: string | undefined;
  const refuseOne = (personId: string): void => {
    if (personId === refused) throw new Error('the drawer is stuck');
  };
  const brick = defineBrick(
    {
      id: 'stubborn',
      version: '1.0.0',
      adapter: '^0.2.0',
      kind: 'feature',
      settings: z.strictObject({}),
      locales: {
        fr: { title: 'Têtue', summary: 'Pour essayer' },
        en: { title: 'Stubborn', summary: 'For trying' },
      },
      permissions: { read: { profiles: ['teacher'] } },
      personalData: { kept: 'summary', purpose: 'summary', retention: 'summary' },
    },
    ({ personalData }) =>
      personalData({
        exportPerson: ({ personId, sourceKeys }) => {
          refuseOne(personId);
          return Promise.resolve({ records: { drawers: [{ label: 'odds and ends' }], names: sourceKeys } });
        },
        async erasePerson({ personId }) {
          if (during === undefined || during === personId) {
            const happens = event;
            event = () => Promise.resolve();
            await happens();
          }
          refuseOne(personId);
        },
        movePerson: () => Promise.resolve(),
        closeSchool: () => Promise.resolve(),
      }),
  );
  const meanwhileOf = (personId: string | undefined, next: typeof event): void => {
    [during, event] = [personId, next];
  };
  const refuse = (personId: string | undefined): void => void (refused = personId);
  return { brick, refuse, meanwhileOf, meanwhile: (next) => meanwhileOf(undefined, next) };
}
