// SPDX-License-Identifier: EUPL-1.2
import { isLogin, type Attributes, type Verdict } from './verdict.js';
import { readXml, type XmlElement } from './xml-element.js';

const CAS_NAMESPACE = 'http://www.yale.edu/tp/cas';
/** Parts of a success that are no attributes (CAS 3.0 §2.5.2); a proxy-granting ticket is a secret. */
const PROTOCOL_PARTS = ['proxyGrantingTicket', 'proxies'];

/**
 * Reads the answer of `/serviceValidate` and `/p3/serviceValidate` (CAS 3.0 §2.5.2, Appendix A).
 *
 * What decides is counted among direct children in the CAS namespace and must be there exactly once, so that a value
 * which a server forgot to escape can add a second user but never replace the first.
 * @returns undefined when this is no such answer, or an ambiguous one
 */
export function readServiceResponse(text: string): Verdict | undefined {
  const root = readXml(text);
  if (!root || !isCas(root) || root.name !== 'serviceResponse') return undefined;
  const [answer, ...others] = named(root, 'authenticationSuccess', 'authenticationFailure');
  if (!answer || others.length > 0) return undefined;
  return answer.name === 'authenticationSuccess' ? readSuccess(answer) : readFailure(answer);
}

function readSuccess(success: XmlElement): Verdict | undefined {
  const user = readUser(success);
  return user === undefined ? undefined : { accepted: true, user, attributes: readAttributes(success) };
}

/** The text beside the code is left out: servers repeat the ticket in it. */
function readFailure(failure: XmlElement): Verdict {
  const code = failure.attributes.get('code') ?? '';
  return { accepted: false, code: /^[A-Z_]{1,64}$/.test(code) ? code : 'UNKNOWN_CODE' };
}

/** Text (CAS 3.0 §2.5.2), or EoleSSO's user with a `uid` or a `user` inside. */
function readUser(success: XmlElement): string | undefined {
  const [user, ...others] = named(success, 'user');
  if (!user || others.length > 0) return undefined;
  if (isLeaf(user)) return isLogin(user.text) ? user.text : undefined;
  if (user.text !== '') return undefined;
  const inside = named(user, 'uid', 'user');
  const [name, ...different] = new Set(inside.map(({ text }) => text));
  return name !== undefined && different.length === 0 && inside.every(isLeaf) && isLogin(name) ? name : undefined;
}

/** `cas:attributes` (CAS 3.0 §2.5.7), EoleSSO's named sections, and values that stand directly in the success. */
function readAttributes(success: XmlElement): Attributes {
  const pairs = success.children.filter(isCas).flatMap((part): [string, string][] => {
    if (PROTOCOL_PARTS.includes(part.name)) return [];
    if (part.name === 'attributes') return leaves(part).map(({ name, text }) => [name, text]);
    if (!isLeaf(part)) return leaves(part).map(({ name, text }) => [`${part.name}.${name}`, text]);
    return part.name === 'user' ? [] : [[part.name, part.text]];
  });
  const attributes = new Map<string, string[]>();
  for (const [name, value] of pairs) attributes.set(name, [...(attributes.get(name) ?? []), value]);
  return attributes;
}

function leaves(part: XmlElement): XmlElement[] {
  return part.children.filter((child) => isCas(child) && isLeaf(child));
}

function named(parent: XmlElement, ...names: string[]): XmlElement[] {
  return parent.children.filter((child) => isCas(child) && names.includes(child.name));
}

function isCas(element: XmlElement): boolean {
  return element.namespace === CAS_NAMESPACE;
}

function isLeaf(element: XmlElement): boolean {
  return element.children.length === 0;
}
