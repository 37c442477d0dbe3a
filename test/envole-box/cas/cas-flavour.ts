// SPDX-License-Identifier: EUPL-1.2

/**
 * The real server that the sample server imitates:
 * `cas3` CAS 3.0 to the letter · `lemonldap` LemonLDAP::NG · `eolesso-…` EoleSSO, with three forms of answers ·
 * `cas1` a CAS 1.0 server without XML.
 */
export type CasFlavour = 'cas3' | 'lemonldap' | 'eolesso-text' | 'eolesso-user' | 'eolesso-sections' | 'cas1';

export type ValidationPath =
  '/validate' | '/serviceValidate' | '/proxyValidate' | '/p3/serviceValidate' | '/p3/proxyValidate';

/** The paths that services call directly, without a browser. */
export type ServicePath = ValidationPath | '/proxy';

const CAS_1: readonly ServicePath[] = ['/validate'];
const EOLESSO: readonly ServicePath[] = ['/serviceValidate', '/proxyValidate', '/proxy'];
const ALL: readonly ServicePath[] = [...CAS_1, ...EOLESSO, '/p3/serviceValidate', '/p3/proxyValidate'];

export function isServicePath(path: string): path is ServicePath {
  return ALL.some((candidate) => candidate === path);
}

/** Whether a server of this flavour has this path. */
export function knowsPath(flavour: CasFlavour, path: ServicePath): boolean {
  if (flavour === 'cas1') return CAS_1.includes(path);
  return (isEoleSso(flavour) ? EOLESSO : ALL).includes(path);
}

export function isEoleSso(flavour: CasFlavour): boolean {
  return flavour.startsWith('eolesso');
}
