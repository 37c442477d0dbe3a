// SPDX-License-Identifier: EUPL-1.2
import type { Request, Response } from 'express';
import { LiveHistory } from './live-history.js';

/** A change that pages are told of: never its content, and no names. */
export interface LiveChange {
  /** UAI. */
  readonly school: string;
  readonly brick: string;
  readonly topic: string;
}

/** The person behind a stream, as of the request that opened it. */
export interface LiveReader {
  readonly personId: string;
  readonly sessionId: string;
  /** UAIs of their schools. */
  readonly schools: readonly string[];
}

interface LiveStream {
  readonly reader: LiveReader;
  readonly socket: Request['socket'];
  readonly response: Response;
}

/** The maximum number of streams of one person: one for each of their browsers. */
const MOST = 20;

/** The maximum number of bytes that wait for one slow browser. */
const MOST_WAITING = 64_000;

/** The open streams of this process. */
export class LiveStreams {
  readonly #history = new LiveHistory();
  readonly #streams = new Map<string, Set<LiveStream>>();
  #isOver = false;

  /** The place in the history as of now: a page carries that of its beginning. */
  position(): string {
    return this.#history.position();
  }

  /** Whether the person may open one more stream. */
  hasRoomFor(personId: string): boolean {
    const { size = 0 } = this.#streams.get(personId) ?? {};
    return !this.#isOver && size < MOST;
  }

  /**
   * Begins a stream with an event that says whether the page has missed something.
   * @param since the position of the page, or of the last change that the browser received
   */
  open(reader: LiveReader, { socket }: Pick<Request, 'socket'>, response: Response, since: string): void {
    const stream = { reader, socket, response };
    const own = this.#streams.get(reader.personId) ?? new Set();
    this.#streams.set(reader.personId, own.add(stream));
    response.once('close', () => this.#drop(stream));
    const hasMissed = this.#history.hasMissed(reader.personId, since);
    write(stream, comeBack() + (hasMissed ? eventOf(this.position(), 'again') : comment('open')));
  }

  /** Tells the streams of these people, if the school was theirs when their stream opened. */
  publish(change: LiveChange, personIds: readonly string[]): void {
    const { school, brick, topic } = change;
    const event = eventOf(this.#history.note(personIds), 'change', { school, brick, topic });
    for (const id of personIds) {
      for (const stream of this.#streams.get(id) ?? [])
        if (stream.reader.schools.includes(school)) write(stream, event);
    }
  }

  /** The sessions of all streams, or of those of some people. */
  sessionIds(personIds?: readonly string[]): string[] {
    const streams = personIds ? personIds.flatMap((id) => [...(this.#streams.get(id) ?? [])]) : this.#all();
    return [...new Set(streams.map(({ reader }) => reader.sessionId))];
  }

  endSessions(sessionIds: readonly string[]): void {
    const ended = new Set(sessionIds);
    for (const { reader, response } of this.#all()) if (ended.has(reader.sessionId)) response.end();
  }

  /**
   * Sends a comment, without which proxies and the host itself would close a silent connection.
   * @param inUse ends the streams of other sessions; unknown while the database is away
   */
  keepOpen(inUse?: ReadonlySet<string>): void {
    for (const stream of this.#all()) {
      // A response queued behind another on a broken connection never emits `close`.
      if (stream.socket.destroyed) this.#drop(stream);
      // A client that has gone without closing the connection does not take the end of the stream either, which would count for its person
      // until TCP gives up.
      else if (stream.response.writableEnded) stream.response.destroy();
      else if (inUse && !inUse.has(stream.reader.sessionId)) stream.response.end();
      else write(stream, comment('here'));
    }
  }

  /** Ends every stream, and opens no other. Browsers come back by themselves. */
  endAll(): void {
    this.#isOver = true;
    for (const { response } of this.#all()) response.end();
  }

  #all(): LiveStream[] {
    return [...this.#streams.values()].flatMap((own) => [...own]);
  }

  #drop(stream: LiveStream): void {
    const { personId } = stream.reader;
    const own = this.#streams.get(personId);
    own?.delete(stream);
    if (own?.size === 0) this.#streams.delete(personId);
  }
}

function write({ response }: LiveStream, text: string): void {
  if (response.writableEnded || response.destroyed) return;
  // A browser that does not read comes back, and then reads its page again.
  if (response.writableLength > MOST_WAITING) response.destroy();
  else response.write(text);
}

/**
 * The time after which a browser comes back after an interruption, in milliseconds. It is random, so that not all browsers come back at
 * once after a restart.
 */
function comeBack(): string {
  return `retry: ${2_000 + Math.floor(Math.random() * 4_000)}\n`;
}

function eventOf(id: string, name: string, data: object = {}): string {
  return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

function comment(text: string): string {
  return `: ${text}\n\n`;
}
