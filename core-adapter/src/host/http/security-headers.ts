// SPDX-License-Identifier: EUPL-1.2
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** `ssoOrigin` is among the form targets because logging out, and a form sent after the session ended, lead there. */
export function securityHeaders(publicUrl: URL, ssoOrigin: string | undefined): RequestHandler {
  const https = publicUrl.protocol === 'https:';
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        mediaSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'", ...(ssoOrigin === undefined ? [] : [ssoOrigin])],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    // These headers are for browsers and plug-ins that are gone, or say what browsers do by themselves: they would only make each answer
    // larger.
    xDnsPrefetchControl: false,
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xXssProtection: false,
  });
}
