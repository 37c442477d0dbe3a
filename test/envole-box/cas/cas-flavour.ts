// SPDX-License-Identifier: EUPL-1.2

/**
 * Which real server the sample server takes after:
 * `cas3` CAS 3.0 to the letter · `lemonldap` LemonLDAP::NG · `eolesso-…` EoleSSO, whose answers come in three shapes ·
 * `cas1` a CAS 1.0 server without XML.
 */
export type CasFlavour = 'cas3' | 'lemonldap' | 'eolesso-text' | 'eolesso-user' | 'eolesso-sections' | 'cas1';

export type ValidationPath = '/validate' | '/serviceValidate' | '/p3/serviceValidate';

const ALL_PATHS: readonly ValidationPath[] = ['/validate', '/serviceValidate', '/p3/serviceValidate'];

export function isValidationPath(path: string): path is ValidationPath {
  return ALL_PATHS.some((candidate) => candidate === path);
}

/** Whether a server of this flavour answers on that path at all. */
export function knowsPath(flavour: CasFlavour, path: ValidationPath): boolean {
  if (flavour === 'cas1') return path === '/validate';
  return path !== '/p3/serviceValidate' || !flavour.startsWith('eolesso');
}
