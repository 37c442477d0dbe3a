// SPDX-License-Identifier: EUPL-1.2

/** 256 characters is what a client should accept (CAS 3.0 §3.1.1); real servers add `.` and `_` to the alphabet of §3.7. */
const SERVICE_TICKET = /^ST-[A-Za-z0-9._-]{1,253}$/;

/** Whether this may be a service ticket: nothing else is worth a call to the CAS server. */
export function isServiceTicket(value: unknown): value is string {
  return typeof value === 'string' && SERVICE_TICKET.test(value);
}
