// SPDX-License-Identifier: EUPL-1.2
import type { CasAnswer, CasContext, CasRequest } from './cas-exchange.js';
import { knowsPath, type ServicePath } from './cas-flavour.js';
import { proxy } from './proxy-route.js';
import { answerInTrouble } from './trouble.js';
import { validate } from './validate-route.js';

/** The endpoints for services. Some flavours lack them, and a test can make them slow or broken. */
export async function answerService(path: ServicePath, context: CasContext, request: CasRequest): Promise<CasAnswer> {
  await context.gate?.();
  if (!knowsPath(context.flavour, path)) return { status: 404, body: 'Not Found' };
  if (context.trouble) return answerInTrouble(context.trouble);
  return path === '/proxy' ? proxy(context, request) : validate(path, context, request);
}
