// SPDX-License-Identifier: EUPL-1.2
import { isLogin, refusal, type Attributes, type Reading } from './verdict.js';
import { readXml, type XmlElement } from './xml-element.js';

const CAS_NAMESPACE = 'http://www.yale.edu/tp/cas';
/** Parts of a success that are no attributes (CAS 3.0 §2.5.2); a proxy-granting ticket is a secret. */
const PROTOCOL_PARTS = ['proxyGrantingTicket', 'proxies'];

/**
 * Reads the XML of the validation endpoints (CAS 3.0 §2.5.2, Appendix A).
 *
 * What decides is counted among direct children in the CAS namespace and must be there exactly once, so that a value
 * which a server forgot to escape can add a second user but never replace the first.
 */
export function readXmlResponse(text: string): Reading {
  const answer = readServiceXml(text, 'authenticationSuccess', 'authenticationFailure');
  if (!answer) return undefined;
  return answer.name === 'authenticationSuccess' ? readSuccess(answer) : refusal(answer.attributes.get('code'));
}

/** The one answer inside a `serviceResponse`; undefined when there is none, or more than one. */
export function readServiceXml(text: string, ...names: string[]): XmlElement | undefined {
  const root = readXml(text);
  if (!root || !isCas(root) || root.name !== 'serviceResponse') return undefined;
  const [answer, ...others] = named(root, ...names);
  return others.length === 0 ? answer : undefined;
}

function readSuccess(success: XmlElement): Reading {
  if (named(success, 'user').every((user) => isLeaf(user) && user.text === '')) return 'nobody';
  const user = readUser(success);
  const proxies = readProxies(success);
  const grants = named(success, 'proxyGrantingTicket');
  if (user === undefined || !proxies || grants.length > 1) return undefined;
  return { accepted: true, user, attributes: readAttributes(success), proxies, grantId: grants[0]?.text };
}

/** @returns undefined when two lists contradict each other: whose hands a ticket went through must be certain */
function readProxies(success: XmlElement): string[] | undefined {
  const [list, ...others] = named(success, 'proxies');
  if (others.length > 0) return undefined;
  return list ? named(list, 'proxy').map(({ text }) => text) : [];
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

/**
 * `cas:attributes` (CAS 3.0 §2.5.7), EoleSSO's named sections, and values that stand directly in the success; none of an answer in
 * which one value may have hidden another.
 */
function readAttributes(success: XmlElement): Attributes {
  if (mayHideValues(success)) return new Map();
  const pairs = success.children.flatMap((part): [string, string][] => {
    if (PROTOCOL_PARTS.includes(part.name)) return [];
    if (part.name === 'attributes') return part.children.map(pairOf);
    if (!isLeaf(part)) return part.children.map(({ name, text }) => [`${part.name}.${name}`, text]);
    return part.name === 'user' ? [] : [pairOf(part)];
  });
  const attributes = new Map<string, string[]>();
  for (const [name, value] of pairs) attributes.set(name, [...(attributes.get(name) ?? []), value]);
  return attributes;
}

/**
 * Servers that escape nothing (LemonLDAP::NG 2.21) let a value end its own element, and wrap up what follows: in a second block, in
 * another namespace, in a section, one element deeper, in CDATA or in a comment. A value of somebody's choice then stands alone in its place.
 */
function mayHideValues(success: XmlElement): boolean {
  const parts = success.children;
  const own = parts.filter(({ name }) => !['user', 'attributes', ...PROTOCOL_PARTS].includes(name));
  const direct = new Set(own.filter(isLeaf).map(nameOf));
  return (
    success.hidesMarkup ||
    parts.filter(({ name }) => name === 'attributes').length > 1 ||
    own.some(({ children }) => children.some((child) => direct.has(nameOf(child)))) ||
    !parts.every((part) => isCas(part) && part.children.every((child) => isCas(child) && isLeaf(child)))
  );
}

/** `<cas:mail>…</cas:mail>`, or `<cas:attribute name="mail" value="…"/>` as older servers write it. */
function pairOf(element: XmlElement): [string, string] {
  const isNamed = element.name === 'attribute' && element.attributes.has('name');
  return [nameOf(element), isNamed ? (element.attributes.get('value') ?? element.text) : element.text];
}

function nameOf({ name, attributes }: XmlElement): string {
  return name === 'attribute' ? (attributes.get('name') ?? name) : name;
}

/** The direct children in the CAS namespace that have one of these names. */
export function named(parent: XmlElement, ...names: string[]): XmlElement[] {
  return parent.children.filter((child) => isCas(child) && names.includes(child.name));
}

function isCas(element: XmlElement): boolean {
  return element.namespace === CAS_NAMESPACE;
}

function isLeaf(element: XmlElement): boolean {
  return element.children.length === 0;
}
