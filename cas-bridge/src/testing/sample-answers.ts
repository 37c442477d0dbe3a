// SPDX-License-Identifier: EUPL-1.2
// The answers of docs/explications/annuaires-envole.md, « Ce que disent les SSO », for a pupil of a school and a teacher of another.

export interface SampleUser {
  readonly login: string;
  readonly uai: string;
  readonly profile: string;
}

export const LEA: SampleUser = { login: 'lea.martin', uai: '0999991A', profile: 'eleve' };
export const OMAR: SampleUser = { login: 'omar.benali', uai: '0999992B', profile: 'enseignant' };

/** Wraps what stands inside `authenticationSuccess`. */
export function success(inside: string): string {
  return serviceResponse(`<cas:authenticationSuccess>${inside}</cas:authenticationSuccess>`);
}

/** The codes of CAS 3.0 §2.5.3, and one that it does not have. */
export const FAILURE_CODES = [
  'INVALID_REQUEST',
  'INVALID_TICKET_SPEC',
  'UNAUTHORIZED_SERVICE_PROXY',
  'INVALID_PROXY_CALLBACK',
  'INVALID_TICKET',
  'INVALID_SERVICE',
  'INTERNAL_ERROR',
  'SOMETHING_NEW',
] as const;

export function failure(code: string, words = 'refused'): string {
  return serviceResponse(`<cas:authenticationFailure code="${code}">\n  ${words}\n</cas:authenticationFailure>`);
}

export function serviceResponse(inside: string): string {
  return `<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">\n ${inside}\n</cas:serviceResponse>\n`;
}

export const SHAPES = {
  text: ({ login }: SampleUser) => success(`<cas:user>${login}</cas:user>`),
  nestedUid: ({ login, profile }: SampleUser) =>
    success(`<cas:user>\n<cas:uid>${login}</cas:uid><cas:profil>${profile}</cas:profil>\n</cas:user>`),
  nestedUser: ({ login }: SampleUser) => success(`<cas:user><cas:user>${login}</cas:user></cas:user>`),
  sections: ({ login, profile, uai }: SampleUser) =>
    success(
      `<cas:user>${login}</cas:user>
       <cas:utilisateur><cas:user>${login}</cas:user><cas:profil>${profile}</cas:profil></cas:utilisateur>
       <cas:etablissement><cas:rne>${uai}</cas:rne></cas:etablissement>`,
    ),
  standard: ({ login, profile, uai }: SampleUser) =>
    success(
      `<cas:user>${login}</cas:user>
       <cas:attributes>
         <cas:uid>${login}</cas:uid><cas:profil>${profile}</cas:profil>
         <cas:rne>${uai}</cas:rne><cas:groupe>CM2 A</cas:groupe><cas:groupe>Chorale</cas:groupe>
       </cas:attributes>`,
    ),
} as const satisfies Record<string, (user: SampleUser) => string>;

/** CAS 3.0, Appendix C. */
export function logoutRequest(ticket: string): string {
  return `<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="LR-1" Version="2.0"
    IssueInstant="2026-01-05T08:00:00Z"><saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID>
    <samlp:SessionIndex>${ticket}</samlp:SessionIndex></samlp:LogoutRequest>`;
}
