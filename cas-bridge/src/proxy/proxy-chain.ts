// SPDX-License-Identifier: EUPL-1.2

/** One service in a chain: its whole address, or a pattern of it. */
export type Link = string | RegExp;

/**
 * Whether a proxy ticket went only through trusted services, in this order (C16; CAS 3.0 §2.6.2).
 * @param proxies addresses, the last service first, as the server lists them
 * @param chains those allowed, in the same order, each as long as what it allows
 */
export function isAllowedChain(proxies: readonly string[], chains: readonly (readonly Link[])[]): boolean {
  return chains.some((chain) => chain.length === proxies.length && chain.every((link, i) => fits(link, proxies[i])));
}

function fits(link: Link, address: string | undefined): boolean {
  return address !== undefined && (typeof link === 'string' ? link === address : link.test(address));
}
