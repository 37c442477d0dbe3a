// SPDX-License-Identifier: EUPL-1.2
import type { ServiceTicket } from './ticket-registry.js';

/** A valid ticket, with the IOU of the proxy-granting ticket that the service requested and accepted (CAS 3.0 §2.5.4). */
export interface Success {
  ticket: ServiceTicket;
  iou?: string;
}
