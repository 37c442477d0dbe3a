// SPDX-License-Identifier: EUPL-1.2

/** RFC 4511 §4.1.9 and appendix A. */
export const ResultCode = {
  success: 0,
  sizeLimitExceeded: 4,
  unavailableCriticalExtension: 12,
  noSuchObject: 32,
  invalidCredentials: 49,
  insufficientAccessRights: 50,
  unwillingToPerform: 53,
} as const;
