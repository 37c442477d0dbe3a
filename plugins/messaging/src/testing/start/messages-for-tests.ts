// SPDX-License-Identifier: EUPL-1.2
import type { startTestHost, TestResponse, Role } from '@volee/core-adapter/testing';

type TestHost = Awaited<ReturnType<typeof startTestHost>>;

const HOUR = 3_600_000;
/** The inbox: pupils have it behind a door, and for adults the query means nothing. */
const RECEIVED = '/?door=read';

/** The steps of tests that write and read messages as people do. */
export interface MessageSteps {
  /** Sends a message; `to` are the fields of the form. */
  send(from: Role, to: Readonly<Record<string, string>>, subject: string, status?: number): Promise<void>;
  open(reader: Role, subject: string, list?: string): Promise<TestResponse>;
  /** The address of the thread of a subject in a list. */
  pathOf(reader: Role, subject: string, list?: string): Promise<string>;
  reply(reader: Role, subject: string, body: string): Promise<void>;
  /** Whether a list of the reader shows the subject. */
  has(reader: Role, subject: string, list?: string): Promise<boolean>;
  /** Moves the clock to the next time that it is this hour, UTC, and runs what is due then. */
  waitUntilHour(hour: number): Promise<void>;
}

export function messageSteps(host: () => TestHost): MessageSteps {
  const list = async (reader: Role, path: string): Promise<string> =>
    (await host().as(reader).get(path).expect(200)).text;
  const pathOf = async (reader: Role, subject: string, path = RECEIVED): Promise<string> => {
    const links = [...(await list(reader, path)).matchAll(/href="([^"]*)"([^]*?)<\/a>/g)];
    const link = links.find(([, , text]) => text?.includes(subject));
    return link?.[1] ?? `/s/there-is-no-${subject}`;
  };
  return {
    async send(from, to, subject, status = 303) {
      await host()
        .as(from)
        .post('/write')
        .form({ ...to, subject, body: `Texte de ${subject}` })
        .expect(status);
    },
    async open(reader, subject, path = RECEIVED) {
      return host()
        .as(reader)
        .get(await pathOf(reader, subject, path))
        .expect(200);
    },
    pathOf,
    async reply(reader, subject, body) {
      const thread = await pathOf(reader, subject, RECEIVED);
      await host().as(reader).post(`${thread}/reply`).form({ body }).expect(303);
    },
    async has(reader, subject, path = RECEIVED) {
      return (await list(reader, path)).includes(subject);
    },
    async waitUntilHour(hour) {
      const { clock, runJobs } = host();
      const then = new Date(clock.now());
      then.setUTCHours(hour, 0, 0, 0);
      const distance = then.getTime() - clock.now().getTime();
      clock.advance(distance > 0 ? distance : distance + 24 * HOUR);
      await runJobs();
    },
  };
}
