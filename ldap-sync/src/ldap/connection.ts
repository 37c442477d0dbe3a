// SPDX-License-Identifier: EUPL-1.2
// This is the only file that knows ldapjs (3.0.7, its last version). Each workaround is explained where it is.
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

import ldapjs, { type Client, type Filter } from 'ldapjs';

import { tlsOptionsOf, type DirectoryAddress } from './directory-address.js';
import { EntryQueue, type Flow } from './entry-queue.js';
import { explain, explainSilence, type Attempt } from './explain.js';
import type { LdapEntry, Search, OpenDirectory } from './ldap-entry.js';
import { MessageSplitter } from './message-splitter.js';
import { referralIn } from './referral.js';
import { readEntry, readEnvelope, SEARCH_RESULT_ENTRY, type Envelope } from './search-entry.js';

declare module 'ldapjs' {
  interface Client {
    /** Undocumented, and the only way to the socket after StartTLS has replaced it. */
    readonly _socket: Socket | null;
  }
  class PagedResultsControl {
    static readonly OID: string;
    constructor(options: { value: { size: number; cookie: Buffer } });
  }
}

type Done = (error?: unknown) => void;

type Read<Item> = (message: Buffer, envelope: Envelope) => Item;

/** The search in progress. It receives entries, and fails when the answer is incomplete. */
interface SearchInProgress {
  readonly search: Search;
  readonly take: Read<void>;
  readonly fail: (reason: unknown) => void;
  /** Receives the cookie of the next page; empty after the last one. */
  readonly endPage: (cookie: Buffer) => void;
}

const NO_COOKIE = Buffer.alloc(0);

/** Number of queued entries at which reading from the socket pauses. */
const QUEUE_LIMIT = 100;

/** The time limit for one answer, in seconds. Without a limit in the request ldapjs sets 10 s, too short for a school without paging. */
const TIME_LIMIT = 3_600;

/** One connection to a directory, from the first packet to the last. */
export class Connection implements OpenDirectory {
  readonly #address: DirectoryAddress;
  readonly #signal: AbortSignal;
  readonly #client: Client;
  readonly #flow: Flow = { pause: () => this.#client._socket?.pause(), resume: () => this.#client._socket?.resume() };
  readonly #abort = (): void => this.#break(this.#signal.reason);
  #broken: { readonly reason: unknown } | undefined;
  #closed = false;
  #paging = false;
  #reading: (SearchInProgress & { readonly id: number }) | undefined;
  /**
   * Messages received before ldapjs reports the message id of its request. ldapjs reports it, and accepts listeners, only after writing
   * the request; a server on the same machine may answer earlier. Undefined while no request is being written.
   */
  #early: Buffer[] | undefined;
  #pass: (message: Buffer) => void = () => undefined;
  /** Rejects the pending operation: no answer will come. */
  #giveUp: (reason: unknown) => void = () => undefined;

  constructor(address: DirectoryAddress, signal: AbortSignal) {
    this.#address = address;
    this.#signal = signal;
    this.#client = ldapjs.createClient({
      url: address.url,
      connectTimeout: address.timeout,
      tlsOptions: tlsOptionsOf(address),
      // ldapjs would keep requests for a reconnection that never happens.
      queueDisable: true,
    });
    // An error event without a listener ends the process.
    this.#client.on('error', (error) => this.#break(error));
    // ldapjs continues to connect while it is being destroyed.
    this.#client.on('connect', () => this.#closed && this.#client.destroy());
    signal.addEventListener('abort', this.#abort, { once: true });
  }

  async open(): Promise<void> {
    const { bindDn, bindPassword, startTls } = this.#address;
    await this.#step('connecting', (done) => this.#client.once('connect', () => done()));
    this.#interpose();
    if (startTls) {
      await this.#step('starting TLS', (done) => this.#client.starttls(tlsOptionsOf(this.#address), [], done));
      this.#interpose();
    }
    await this.#step('logging in', (done) => this.#client.bind(bindDn, bindPassword, done));
    this.#paging = await this.#knowsPaging();
  }

  get paging(): boolean {
    return this.#paging;
  }

  get certificateUntil(): Date | undefined {
    const socket = this.#client._socket;
    return socket instanceof TLSSocket ? new Date(socket.getPeerCertificate().valid_to) : undefined;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#signal.removeEventListener('abort', this.#abort);
    this.#client.destroy();
  }

  async *search(search: Search): AsyncGenerator<LdapEntry, void, undefined> {
    for await (const batch of this.searchInBatches(search)) yield* batch;
  }

  searchInBatches(search: Search): AsyncGenerator<readonly LdapEntry[], void, undefined> {
    const wanted = new Set(search.attributes.map((name) => name.toLowerCase()));
    return this.#answerTo(search, (message, { operation }) => readEntry(message, operation, wanted));
  }

  async skim(search: Search): Promise<void> {
    const batches = this.#answerTo(search, () => true);
    while (!(await batches.next()).done);
  }

  /**
   * Yields the answer as it comes. The paged search of ldapjs drops continuation references and would present a partial answer as complete.
   */
  async *#answerTo<Item>(search: Search, read: Read<Item>): AsyncGenerator<readonly Item[], void, undefined> {
    const { timeout } = this.#address;
    const { base, baseMayBeAbsent, onBytes } = search;
    const doing = `reading ${base === '' ? 'the root DSE' : base}`;
    const late = (): unknown => explainSilence(timeout, this.#attempt(doing));
    const queue = new EntryQueue<Item>({ flow: this.#flow, limit: QUEUE_LIMIT, patience: timeout, late });
    const fail = (reason: unknown): void => queue.fail(reason);
    let [hasBegun, isOver] = [false, false];
    const take: Read<void> = (message, envelope) => {
      hasBegun = true;
      onBytes?.(message.subarray(envelope.afterId));
      queue.push(read(message, envelope));
    };
    const endPage = (cookie: Buffer): void => {
      if (cookie.length === 0 || isOver) return queue.end();
      hasBegun = true;
      this.#requestPage(reading, cookie);
    };
    this.#giveUp = fail;
    const reading: SearchInProgress = { search, take, fail, endPage };
    try {
      this.#requestPage(reading, NO_COOKIE);
      yield* queue.take();
    } catch (error) {
      if (baseMayBeAbsent && !hasBegun && error instanceof ldapjs.NoSuchObjectError) return;
      throw this.#explain(error, doing);
    } finally {
      isOver = true;
    }
  }

  /** Sends one search request (RFC 2696 §3). The next page is requested when this one has ended: the server finds it meanwhile. */
  #requestPage(reading: SearchInProgress, cookie: Buffer): void {
    const { search, fail } = reading;
    const value = { size: this.#address.pageSize, cookie };
    const controls = this.#paging ? [new ldapjs.PagedResultsControl({ value })] : [];
    const { base, scope, attributes } = search;
    const options = { scope, filter: filterOf(search), attributes: [...attributes], timeLimit: TIME_LIMIT };
    this.#early = [];
    this.#client.search(base, options, controls, (error, response) => {
      if (error) {
        this.#early = undefined;
        return fail(error);
      }
      response.on('searchRequest', ({ messageId: id }: { messageId: number }) => {
        this.#reading = { ...reading, id };
        const early = this.#early ?? [];
        this.#early = undefined;
        // A microtask, because the listeners below must be registered first.
        queueMicrotask(() => early.forEach((message) => this.#handle(message)));
      });
      response.on('error', fail);
      response.on('end', (result) => {
        if (result?.status !== 0) return fail(new Error('no result'));
        reading.endPage(nextCookie(result.controls));
      });
    });
  }

  /**
   * Reads the root DSE (RFC 4512 §5.1). A server without paging ignores the control and sends everything; ldapjs complains only
   * afterwards.
   */
  async #knowsPaging(): Promise<boolean> {
    const root = { base: '', scope: 'base', filter: '(objectClass=*)', attributes: ['supportedControl'] } as const;
    let known = false;
    for await (const { attributes } of this.search({ ...root, baseMayBeAbsent: true })) {
      known ||= attributes.get('supportedcontrol')?.includes(ldapjs.PagedResultsControl.OID) ?? false;
    }
    return known;
  }

  /** One operation that ends with an answer, a timeout, or the end of the connection. */
  async #step(doing: string, start: (done: Done) => void): Promise<void> {
    const { timeout } = this.#address;
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(() => reject(explainSilence(timeout, this.#attempt(doing))), timeout);
        this.#giveUp = reject;
        start((error) => (error ? reject(error) : resolve()));
      });
    } catch (error) {
      throw this.#explain(error, doing);
    } finally {
      clearTimeout(timer);
    }
  }

  #break(reason: unknown): void {
    this.#broken ??= { reason };
    this.#giveUp(reason);
    this.close();
  }

  /** The cause of the disconnection says more than "the connection is gone", the error that ldapjs gives to pending operations. */
  #explain(error: unknown, doing: string): unknown {
    if (this.#signal.aborted) return this.#signal.reason;
    return explain(this.#broken ? this.#broken.reason : error, this.#attempt(doing));
  }

  #attempt(doing: string): Attempt {
    const { url, bindDn } = this.#address;
    return { url, bindDn, doing };
  }

  /**
   * Replaces ldapjs as the reader of the socket. Entries are parsed here, because parsing them in ldapjs took most of a sync's time and
   * memory; other messages go on to ldapjs one by one. Its exception for an unknown result code is caught here, or it would end the
   * process.
   */
  #interpose(): void {
    const socket = this.#client._socket;
    const listeners = socket?.rawListeners('data') ?? [];
    const splitter = new MessageSplitter();
    this.#pass = (message) => {
      for (const listener of listeners) Reflect.apply(listener, socket, [message]);
    };
    socket?.removeAllListeners('data').on('data', (chunk: Buffer) => {
      try {
        for (const message of splitter.split(chunk)) {
          if (this.#early) this.#early.push(message);
          else this.#handle(message);
        }
      } catch (error) {
        this.#break(error);
      }
    });
  }

  /** Entries of an abandoned search are dropped. */
  #handle(message: Buffer): void {
    try {
      const envelope = readEnvelope(message);
      const { id, operation } = envelope;
      const reading = this.#reading?.id === id ? this.#reading : undefined;
      if (operation.tag === SEARCH_RESULT_ENTRY) return reading?.take(message, envelope);
      // ldapjs reports that a result has a referral, but not its URLs.
      const referral = referralIn(message, operation);
      if (referral?.isContinuation && reading?.search.mayLack?.(referral.urls)) return;
      if (referral) reading?.fail(referral);
      this.#pass(message);
    } catch (error) {
      this.#break(error);
    }
  }
}

/**
 * The filter of a search. It does not use escapes in a text (RFC 4515 §3), which ldapjs sends as they are written instead of what they stand for.
 */
function filterOf({ filter, equals }: Search): Filter {
  const whole = ldapjs.parseFilter(filter);
  return equals ? new ldapjs.AndFilter({ filters: [whole, new ldapjs.EqualityFilter(equals)] }) : whole;
}

function nextCookie(controls: readonly { type: string; value?: { cookie?: Buffer } }[]): Buffer {
  const paged = controls.find(({ type }) => type === ldapjs.PagedResultsControl.OID);
  return paged?.value?.cookie ?? NO_COOKIE;
}
