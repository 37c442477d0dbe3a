// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import type { ComponentChildren } from 'preact';
import type { z, ZodType } from 'zod';
import type { UserAccess, ResourceScope } from './access.js';
import type { SchoolDatabase } from './database.js';
import type { Format, Translate } from './i18n.js';
import type { Clock, Log } from './log.js';
import type { CurrentUser, School } from './people.js';
import type { SchoolStorage } from './storage.js';

type Parsed<S> = S extends ZodType ? z.output<S> : undefined;

/** What the address and the body carry, parsed and typed. */
export interface RouteInput<Params, Query, Body> {
  readonly params: Parsed<Params>;
  readonly query: Parsed<Query>;
  readonly body: Parsed<Body>;
  readonly db: SchoolDatabase;
}

/**
 * One address of a brick, below `/s/<UAI>/<brick>`.
 *
 * `access` is the permission it needs. Alone, the person must have it somewhere in the school; with `group`, in that
 * group; with `load`, in what was loaded. Who may not know of the group or the thing gets a 404; who may see it but not
 * do this gets a 403.
 */
export interface Route<P extends string, Params, Query, Body, Resource> {
  readonly access: P;
  /**
   * Only for persons who have shown their password lately: others show it again first, and come back to the page they were on. Where
   * a `get` has it, each `post` of its path or its permission has it too, or the brick does not start.
   */
  readonly freshLogin?: true;
  /** Each is a zod schema, of texts as the address or the form carries them. */
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly group?: (input: RouteInput<Params, Query, Body>) => string;
  /** What it gives must have both keys of a {@link ResourceScope}; the one that does not apply is null. Undefined is a 404. */
  readonly load?: (input: RouteInput<Params, Query, Body>) => Promise<Resource | undefined>;
  /**
   * Takes a `multipart/form-data` body as a stream of files instead of `body`: fields that are no files are dropped, and a form without a
   * chosen file gives none. One file too many is a 400 that `files` throws while they are taken, when the others were given already: store
   * them all, then write their rows in one transaction, and remove what was stored when something throws.
   */
  readonly upload?: { readonly maxFiles: number };
}

/** A file on its way in. Read each to its end before asking for the next. */
export interface IncomingFile {
  /** The last part of the name the browser gave, cleaned: no path, no control character, NFC, at most 200 characters. */
  readonly name: string;
  /** Fails with an {@link InputError} when the connection breaks off, and when the form has no end. */
  readonly content: Readable;
}

/** A request that may go on: its input was read, and whoever asks may ask it. */
export interface BrickRequest<P extends string, K extends string, Params, Query, Body, Resource> extends RouteInput<
  Params,
  Query,
  Body
> {
  readonly resource: Resource;
  readonly files: AsyncIterable<IncomingFile>;
  readonly school: School;
  readonly user: CurrentUser;
  readonly access: UserAccess<P>;
  readonly storage: SchoolStorage;
  readonly people: People;
  readonly audit: Audit;
  /**
   * A ticket, good once, with which to speak for the user at another service of the SSO, such as his mail (CAS 3.0 §2.7).
   * @param service its address, as the SSO knows it
   * @throws UnavailableError when the SSO gives none, or he came in without letting Volée ask; BusyError when too many wait for it
   */
  ticketFor(service: string): Promise<string>;
  readonly clock: Clock;
  readonly log: Log;
  readonly t: Translate<K>;
  readonly format: Format;
  /** The address of a path of this brick in this school. */
  url(path: string): string;
  /** The address of a file of the brick's `assets` folder; changes when its content does. */
  asset(name: string): string;
  /** A page in the shell, titled. */
  page(title: string, content: ComponentChildren, options?: PageOptions): PageReply;
  /** 303 to a path of this brick; `notice` is shown once on the page that follows. */
  redirect(path: string, notice?: string): RedirectReply;
}

/** What a page needs besides its content. */
export interface PageOptions {
  /** Addresses of ES modules, from `asset`, loaded by the page. Every action works without them. */
  readonly scripts?: readonly string[];
}

/** Names of persons of this school, by id. Ids that are not known here are left out. */
export interface People {
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/**
 * Runs an action that must leave a trace: who, what, where, when, and whether it went through. The trace commits with
 * the action's own rows.
 */
export type Audit = <R>(action: string, subject: Record<string, unknown>, work: () => Promise<R>) => Promise<R>;

/** Made by `request.page`. */
export interface PageReply {
  readonly kind: 'page';
  readonly title: string;
  readonly content: ComponentChildren;
  readonly options: PageOptions;
}

/** Made by `request.redirect`. */
export interface RedirectReply {
  readonly kind: 'redirect';
  readonly path: string;
  readonly notice?: string;
}

/** A file that somebody uploaded. It leaves as an attachment and can run nothing (see decisions on the web). */
export interface DownloadReply {
  readonly kind: 'download';
  readonly name: string;
  readonly bytes: number;
  readonly content: Readable;
}

/** Made by `json`, for scripts of the page. */
export interface JsonReply {
  readonly kind: 'json';
  readonly status: number;
  readonly value: unknown;
}

/** What a handler answers with. */
export type Reply = PageReply | RedirectReply | DownloadReply | JsonReply;

/** Hands a stored file over, to be kept under its name. `bytes` is its size. */
export function download(file: { name: string; bytes: number; content: Readable }): DownloadReply {
  return { kind: 'download', ...file };
}

/** Answers a script of the page. */
export function json(value: unknown, status = 200): JsonReply {
  return { kind: 'json', status, value };
}

type Register<P extends string, K extends string> = <
  Params extends ZodType | undefined = undefined,
  Query extends ZodType | undefined = undefined,
  Body extends ZodType | undefined = undefined,
  Resource extends ResourceScope | undefined = undefined,
>(
  path: string,
  route: Route<P, Params, Query, Body, Resource>,
  handler: (request: BrickRequest<P, K, Params, Query, Body, Resource>) => Reply | Promise<Reply>,
) => void;

/**
 * The addresses of a brick. `path` begins with a slash and may name parts: `/files/:id`.
 * Registering after `activate` returned throws.
 */
export interface Http<P extends string, K extends string> {
  readonly get: Register<P, K>;
  readonly post: Register<P, K>;
}
