// SPDX-License-Identifier: EUPL-1.2
import type { CasProtocol } from './cas-protocol.js';
import { cas1 } from './cas1.js';
import { cas2 } from './cas2.js';
import { cas3 } from './cas3.js';
import type { Flavour } from '../settings.js';

/** The endpoints that each flavour tries, in this order: the first that exists is used. */
export const PROTOCOLS: Readonly<Record<Flavour, readonly CasProtocol[]>> = {
  auto: [cas3, cas2],
  cas1: [cas1],
  cas2: [cas2],
  cas3: [cas3],
};
