// SPDX-License-Identifier: EUPL-1.2
import { attributeName, isCas, isLeaf, isList, PROTOCOL_PARTS } from '../protocol/cas-elements.js';
import type { XmlElement } from '../protocol/xml-element.js';

/**
 * Whether in a success one value may stand for another (C8). Servers that escape nothing (LemonLDAP::NG 2.21) let a value end its own
 * element and hide what follows: in a second block or section, in another namespace, one element deeper, in CDATA or in a comment. A value
 * that somebody chose then stands in the place of the true one. Markup that no server writes by itself is a sufficient sign.
 */
export function hasInjectedMarkup(success: XmlElement): boolean {
  const parts = success.children;
  const holders = parts.filter((part) => !isLeaf(part));
  const direct = new Set(parts.filter((part) => isLeaf(part) && part.name !== 'user').map(attributeName));
  return (
    success.hidesMarkup ||
    new Set(holders.map(({ name }) => name)).size < holders.length ||
    holders.filter(isSection).some(({ children }) => children.some((child) => direct.has(attributeName(child)))) ||
    !parts.every((part) => isCas(part) && part.children.every((child) => mayHold(part, child)))
  );
}

function isSection({ name }: XmlElement): boolean {
  return !['user', 'attributes', ...PROTOCOL_PARTS].includes(name);
}

function mayHold(part: XmlElement, child: XmlElement): boolean {
  if (!isCas(child) || part.name === 'proxyGrantingTicket') return false;
  if (part.name === 'attributes' && isList(child)) return child.children.every((one) => isCas(one) && isLeaf(one));
  return isLeaf(child) && (part.name !== 'proxies' || child.name === 'proxy');
}
