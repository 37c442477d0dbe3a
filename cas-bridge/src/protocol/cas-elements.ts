// SPDX-License-Identifier: EUPL-1.2
import type { XmlElement } from './xml-element.js';

const CAS_NAMESPACE = 'http://www.yale.edu/tp/cas';

/** Parts of a success that are not attributes (CAS 3.0 §2.5.2); a proxy-granting ticket is a secret. */
export const PROTOCOL_PARTS = ['proxyGrantingTicket', 'proxies'];

export function isCas({ namespace }: XmlElement): boolean {
  return namespace === CAS_NAMESPACE;
}

export function isLeaf({ children }: XmlElement): boolean {
  return children.length === 0;
}

/** An element that an early draft put into `cas:attributes`, and that some servers still write. */
export function isList({ name }: XmlElement): boolean {
  return name === 'userAttributes';
}

/** The direct children in the CAS namespace that have one of these names. */
export function named(parent: XmlElement, ...names: string[]): XmlElement[] {
  return parent.children.filter((child) => isCas(child) && names.includes(child.name));
}

/** `mail` of `<cas:mail>…</cas:mail>`, and of `<cas:attribute name="mail" value="…"/>` as older servers write it. */
export function attributeName({ name, attributes }: XmlElement): string {
  return name === 'attribute' ? (attributes.get('name') ?? name) : name;
}
