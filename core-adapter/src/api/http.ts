// SPDX-License-Identifier: EUPL-1.2
import type { Readable } from 'node:stream';
import type { ComponentChildren } from 'preact';
import type { z, ZodType } from 'zod';
import type { ResourceScope } from './access.js';
import type { Audit } from './audit.js';
import type { ContentReply, StreamReply } from './content.js';
import type { HandOver } from './hand-over/hand-over.js';
import type { SchoolWork, UserWork } from './school-work.js';

type Parsed<S> = S extends ZodType ? z.output<S> : undefined;

/**
 * The argument of `group` and `load`: the parsed values of the address and of the body, and the part of the work in the school that does
 * not depend on the user. A resource has the same scope for every user, and the contract suite calls `load` to learn the scope.
 * @stable
 */
export interface RouteInput<Params, Query, Body> extends Pick<
  SchoolWork,
  'school' | 'schoolYear' | 'db' | 'directory' | 'clock'
> {
  readonly params: Parsed<Params>;
  readonly query: Parsed<Query>;
  readonly body: Parsed<Body>;
}

/**
 * One route of a brick, below `/s/<UAI>/<brick>`.
 *
 * `access` is the permission that it requires: anywhere in the school by default, in one group with `group`, for the loaded resource with
 * `load`. The answer is 404 when the user may not know of the group or resource, and 403 when they may see it but lack the permission.
 * @stable
 */
export interface Route<P extends string, Params, Query, Body, Resource> {
  readonly access: P;
  /**
   * Requires a recent login: other users type their password again and return to their page. When a `get` has it, every
   * `post` with the same path or permission must have it too; otherwise the brick does not start.
   */
  readonly freshLogin?: true;
  /**
   * Zod schemas. Each input value is a string, as an address or a form carries it; lines of a form end in `\n`. A name that is sent several
   * times has a list of strings, and one that is not sent is absent: see `TicksField`. A form that `body` refuses is answered by the error
   * page of the host.
   */
  readonly params?: Params;
  readonly query?: Query;
  /** The fields of a form. A form of more than 100 kB or 1,000 fields is answered with 413; its texts are shown again up to 1 MB. */
  readonly body?: Body;
  readonly group?: (input: RouteInput<Params, Query, Body>) => string;
  /**
   * The resource, with the keys of its {@link ResourceScope}. An entity loads its row of the school by the `:id` of the address. A function
   * loads anything else; for a resource that does not exist yet, it returns the scope that it will have. A resource that is not found, or is
   * of another school, is answered with 404, and so is an id that cannot be one.
   * @example
   * `http.get('/notes/:id', { access: 'read', load: Note }, ({ resource, page }) => page(resource.title, <p>{resource.text}</p>));`
   * @example
   * `load: ({ db, params }) => db.repository(Note).findOne({ where: { id: params.id, hiddenAt: IsNull() } })`
   */
  readonly load?: (new () => Resource) | ((input: RouteInput<Params, Query, Body>) => Promise<Resource | undefined>);
  /**
   * Reads a `multipart/form-data` body as a stream of files. With `body`, the fields of the form come first: they are read and validated
   * before the handler gets the first file; an `application/x-www-form-urlencoded` form has no files. Without `body`, fields are dropped. A
   * file beyond `maxFiles`, or a field after a file, makes `files` throw a 400 after it gave the earlier files, and fields of more than
   * 100 kB together a 413. So store all files, then write their rows in one transaction, and remove the stored files when something throws.
   * When the session has ended, the fields before the first file are kept like those of any form; error pages show all fields that were
   * read. The person chooses the files again.
   * @example
   * `{ access: 'write', body: z.object({ title: z.string() }), upload: { maxFiles: 10 } }`
   */
  readonly upload?: { readonly maxFiles: number };
}

/** A file that is being uploaded. Read its content to the end before asking for the next file. @stable */
export interface IncomingFile {
  /** The name of its field in the form. */
  readonly field: string;
  /** The base name given by the browser, cleaned: no path, no control characters, NFC, at most 200 characters. */
  readonly name: string;
  /** Fails with an {@link InputError} when the connection is cut or the form is incomplete. */
  readonly content: Readable;
}

/**
 * A request that passed the checks of its route: its input is valid and the user has the permission. A handler gets it with the
 * `params`, `query` and `body` of its route, parsed, and its `resource`. Functions that work for any route take this, or a `Pick` of it.
 * @example
 * `export type AgendaRequest = BrickRequest<PermissionOf<typeof manifest>, MessageKeyOf<typeof manifest>>;`
 * @stable
 */
export interface BrickRequest<P extends string = string, K extends string = string> extends UserWork<P, K> {
  /**
   * The files of a route with `upload`; none without it. A field in which no file was chosen gives none. A handler that answers without
   * reading them need do nothing else.
   */
  readonly files: AsyncIterable<IncomingFile>;
  /**
   * The instant at which the user last typed their password for this session, to be kept with a signature. Undefined when the SSO
   * knew the user without a password, when the SSO cannot ask for it again, and for a token.
   * @example
   * `await db.repository(Signature).insert({ id, signedBy: user.id, provenAt: authenticatedAt ?? null });`
   */
  readonly authenticatedAt: Date | undefined;
  /** Hands copies over to another school. For heads alone, whatever the route. @unstable */
  readonly handOver: HandOver;
  readonly audit: Audit;
  /**
   * A single-use ticket for acting for the user at another service of the SSO, such as webmail (CAS 3.0 §2.7).
   * @param service the address of the service, as the SSO knows it
   * @throws UnavailableError when the SSO issues no ticket, or the session has no proxy grant
   * @throws BusyError when too many requests for tickets are waiting
   * @unstable
   */
  ticketFor(service: string): Promise<string>;
  /** Answers with a page inside the shell, with this title. */
  page(title: string, content: ComponentChildren, options?: PageOptions): PageReply;
  /**
   * Answers with 303 to a path of this brick; `notice` is shown once on the next page. With `undo`, the notice carries a form that takes
   * back what was just done. The handler of its path checks rights and time again: the form may be sent late, or by another user.
   * @example
   * `return redirect('/', t('notice.deleted'), { path: '/notices/restore', fields: { id } });`
   */
  redirect(path: string, notice?: string, undo?: UndoNote): RedirectReply;
}

/** The form of a notice that takes back what was just done. @stable */
export interface UndoNote {
  /** The path of this brick to which the form posts. */
  readonly path: string;
  /** The hidden fields of the form; a list gives several fields of one name. */
  readonly fields?: Readonly<Record<string, string | readonly string[]>>;
  /** The words of the button. Default: those of the host, « Annuler ». */
  readonly label?: string;
}

/** Optional parts of a page. @stable */
export interface PageOptions {
  /** Addresses of ES modules, from `asset`, that the page loads. Every action must also work without them. */
  readonly scripts?: readonly string[];
  /** Addresses of style sheets, from `asset`, that this page needs besides the `styles` of the manifest, which every page loads. */
  readonly styles?: readonly string[];
  /**
   * The status of a form that is shown again with what was typed: 400 for a mistake, 409 when somebody else was first, 413 when there is no
   * room for it, 503 when the same is to be sent later. Default: 200.
   */
  readonly status?: 400 | 409 | 413 | 503;
  /**
   * Set when the brick has stored what the form sent although it answers with a page, such as a draft of a letter that could not be sent: the
   * host then forgets the text that it kept while it was typed, as it does on a redirect.
   */
  readonly isTaken?: true;
}

/** The result of `request.page`. @stable */
export interface PageReply {
  readonly kind: 'page';
  readonly title: string;
  readonly content: ComponentChildren;
  readonly options: PageOptions;
}

/** The result of `request.redirect`. @stable */
export interface RedirectReply {
  readonly kind: 'redirect';
  readonly path: string;
  readonly notice?: string;
  readonly undo?: UndoNote;
}

/** The result of `json`, for scripts of the page. @stable */
export interface JsonReply {
  readonly kind: 'json';
  readonly status: number;
  readonly value: unknown;
}

/** The answer of a handler. @stable */
export type Reply = PageReply | RedirectReply | ContentReply | StreamReply | JsonReply;

/** Answers a script of the page with JSON. @stable */
export function json(value: unknown, status = 200): JsonReply {
  return { kind: 'json', status, value };
}

/** The argument of a handler. Authors write `BrickRequest`: the compiler infers the other four. */
interface RouteRequest<P extends string, K extends string, Params, Query, Body, Resource>
  extends BrickRequest<P, K>, Pick<RouteInput<Params, Query, Body>, 'params' | 'query' | 'body'> {
  readonly resource: Resource;
}

type Register<P extends string, K extends string> = <
  Params extends ZodType | undefined = undefined,
  Query extends ZodType | undefined = undefined,
  Body extends ZodType | undefined = undefined,
  Resource extends ResourceScope | undefined = undefined,
>(
  path: string,
  route: Route<P, Params, Query, Body, Resource>,
  handler: (request: RouteRequest<P, K, Params, Query, Body, Resource>) => Reply | Promise<Reply>,
) => void;

/**
 * Registers the routes of a brick. `path` begins with a slash and may have parameters: `/files/:id`. Registering after
 * `activate` has returned throws.
 * @example
 * `http.get('/', { access: 'read' }, ({ t, page }) => page(t('title'), <p>{t('summary')}</p>));`
 * @stable
 */
export interface Http<P extends string, K extends string> {
  readonly get: Register<P, K>;
  readonly post: Register<P, K>;
}
