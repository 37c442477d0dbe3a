// SPDX-License-Identifier: EUPL-1.2
import { attributeName, isCas, isLeaf, isList, named, PROTOCOL_PARTS } from '../protocol/cas-elements.js';
import { hasInjectedMarkup } from './has-injected-markup.js';
import { isLogin, refusal, type Attributes, type ParsedResponse } from './validation-result.js';
import { readXml, type XmlElement } from '../protocol/xml-element.js';

/**
 * Reads the XML of the validation endpoints (CAS 3.0 §2.5.2, Appendix A). Only direct children in the CAS namespace count, and each must
 * occur exactly once: an unescaped value can then add a second user, but never replace the first one, which precedes all values.
 */
export function readXmlResponse(text: string): ParsedResponse {
  const answer = readServiceXml(text, 'authenticationSuccess', 'authenticationFailure');
  if (!answer) return undefined;
  return answer.name === 'authenticationSuccess' ? readSuccess(answer) : refusal(answer.attributes.get('code'));
}

/** The only child of a `serviceResponse`; undefined when there is none, or more than one. */
export function readServiceXml(text: string, ...names: string[]): XmlElement | undefined {
  const root = readXml(text);
  if (!root || !isCas(root) || root.name !== 'serviceResponse') return undefined;
  const [answer] = named(root, ...names);
  return root.children.length === 1 ? answer : undefined;
}

function readSuccess(success: XmlElement): ParsedResponse {
  if (named(success, 'user').every((user) => isLeaf(user) && user.text === '')) return 'nobody';
  const user = readUser(success);
  const proxies = readProxies(success);
  const grants = named(success, 'proxyGrantingTicket');
  if (user === undefined || !proxies || grants.length > 1) return undefined;
  const isDoubtful = hasInjectedMarkup(success);
  return {
    accepted: true,
    user,
    attributes: isDoubtful ? new Map() : readAttributes(success),
    ...(isDoubtful && { isDoubtful }),
    proxies,
    pgtIou: isDoubtful ? undefined : grants[0]?.text,
  };
}

/** @returns undefined when there are two lists: the proxy chain must be unambiguous */
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

/** `cas:attributes` (CAS 3.0 §2.5.7), EoleSSO's named sections, and values directly in the success element. */
function readAttributes(success: XmlElement): Attributes {
  const attributes = new Map<string, string[]>();
  for (const [name, value] of success.children.flatMap(pairsIn)) {
    const values = attributes.get(name);
    if (values) values.push(value);
    else attributes.set(name, [value]);
  }
  return attributes;
}

function pairsIn(part: XmlElement): [string, string][] {
  if (PROTOCOL_PARTS.includes(part.name)) return [];
  if (part.name === 'attributes')
    return part.children.flatMap((child) => (isList(child) ? child.children : [child])).map(pairOf);
  if (!isLeaf(part)) return part.children.map(({ name, text }) => [`${part.name}.${name}`, text]);
  return part.name === 'user' ? [] : [pairOf(part)];
}

function pairOf(element: XmlElement): [string, string] {
  const isNamed = element.name === 'attribute' && element.attributes.has('name');
  return [attributeName(element), isNamed ? (element.attributes.get('value') ?? element.text) : element.text];
}
