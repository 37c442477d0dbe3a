// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';

import type { SampleHostOptions } from '../a11y/sample-host.js';
import { openRoom, type Room, type RoomOptions } from './open-room.js';

/** A host with messages on in each sample school, in front of any stack. */
export interface MailRoom extends Room {
  /** Sends a form as a program with a token of a person. @returns the status */
  sendByProgram(login: string, path: string, form: Record<string, string>): Promise<number>;
}

export async function openMailRoom(options: RoomOptions, more: SampleHostOptions = {}): Promise<MailRoom> {
  const room = await openRoom(options, { ...more, hasMessages: true });
  return {
    ...room,
    async sendByProgram(login, path, form) {
      const access = { name: `program ${randomUUID()}`, brickIds: ['messaging'], endsAt: null };
      const { secret } = await room.host.tokens.create(await room.personId(login), access, 'cli');
      const headers = { authorization: `Bearer ${secret}` };
      return (await fetch(room.url + path, { method: 'POST', headers, body: new URLSearchParams(form) })).status;
    },
  };
}
