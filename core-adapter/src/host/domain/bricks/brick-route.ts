// SPDX-License-Identifier: EUPL-1.2
import type { ZodType } from 'zod';
import type { ResourceScope } from '../../../api/access.js';
import type { BrickRequest, Reply, RouteInput } from '../../../api/http.js';

/** Any input: the host has parsed it with the schemas of the route, which the contract ties to the types of the handler. */
export type AnyInput = RouteInput<undefined, undefined, undefined>;
export type AnyRequest = BrickRequest & Pick<AnyInput, 'params' | 'query' | 'body'> & { readonly resource: undefined };

/** A registered route of a brick, with its types erased. */
export interface BrickRoute {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly access: string;
  readonly params: ZodType | undefined;
  readonly query: ZodType | undefined;
  readonly body: ZodType | undefined;
  readonly freshLogin: boolean | undefined;
  readonly upload: { readonly maxFiles: number } | undefined;
  readonly group: ((input: AnyInput) => string) | undefined;
  readonly load: ((input: AnyInput) => Promise<ResourceScope | undefined>) | undefined;
  readonly handler: (request: AnyRequest) => Reply | Promise<Reply>;
}
