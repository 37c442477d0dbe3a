// SPDX-License-Identifier: EUPL-1.2
import type { ServiceTicket } from './ticket-registry.js';

/** A ticket that counts, with the IOU of the proxy-granting ticket that the service asked for and took (CAS 3.0 §2.5.4). */
export interface Success {
  ticket: ServiceTicket;
  iou?: string;
}
