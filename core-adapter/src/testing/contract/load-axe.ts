// SPDX-License-Identifier: EUPL-1.2
import type { DOMWindow, JSDOM, VirtualConsole } from 'jsdom';
import { fault } from './fault.js';

/** The violations that axe finds in a page, one line each. */
export type AxeFaults = (html: string) => Promise<string[]>;

interface AxeWindow {
  readonly axe: {
    run(
      root: unknown,
      options: object,
    ): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
  };
}

/** jsdom has no layout, so colours and sizes cannot be checked. */
const OPTIONS = {
  resultTypes: ['violations'],
  rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
};

let loaded: Promise<AxeFaults> | undefined;

/** Loads jsdom and axe on first use, once in a process: bricks without pages need neither. Pages are checked one after another. */
export function loadAxe(): Promise<AxeFaults> {
  return (loaded ??= openWindow());
}

async function openWindow(): Promise<AxeFaults> {
  const { JSDOM, VirtualConsole, axe } = await load();
  // axe draws a short label to find out whether it is an icon. jsdom has no canvas, and would print a message for each label.
  const { window } = new JSDOM('', { runScripts: 'outside-only', virtualConsole: new VirtualConsole() });
  window.eval(axe.source);
  rememberStyles(window);
  return async (html) => {
    window.document.open();
    window.document.write(html);
    window.document.close();
    const { violations } = await (window as unknown as AxeWindow).axe.run(window.document, OPTIONS);
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
  };
}

/**
 * jsdom compares each element with each rule of its own style sheet, which is half of the time that axe takes. These rules depend on the
 * elements around an element and on their attributes, not on their order: where a page has no style sheet of its own, elements of one kind
 * have the same style, which is computed once.
 */
function rememberStyles(window: DOMWindow): void {
  const getComputedStyle = window.getComputedStyle.bind(window);
  const kinds = new Map<string, number>();
  const kindOfElement = new WeakMap<Element, number>();
  const styles = new Map<number, CSSStyleDeclaration>();
  const kindOf = (element: Element): number => {
    const known = kindOfElement.get(element);
    if (known !== undefined) return known;
    const above = element.parentElement ? kindOf(element.parentElement) : '';
    const attributes = Array.from(element.attributes, ({ name, value }) => (STYLING.has(name) ? name + value : name));
    const text = [above, element.localName, ...attributes.sort()].join(' ');
    const kind = kinds.get(text) ?? kinds.size;
    kinds.set(text, kind);
    kindOfElement.set(element, kind);
    return kind;
  };
  window.getComputedStyle = (element, pseudo) => {
    if (pseudo || window.document.styleSheets.length > 0) return getComputedStyle(element, pseudo);
    const kind = kindOf(element);
    const style = styles.get(kind) ?? getComputedStyle(element);
    styles.set(kind, style);
    return style;
  };
}

/** The attributes with values that matter to those rules. */
const STYLING: ReadonlySet<string> = new Set(['dir', 'style', 'type']);

interface Loaded {
  readonly JSDOM: typeof JSDOM;
  readonly VirtualConsole: typeof VirtualConsole;
  readonly axe: { readonly source: string };
}

async function load(): Promise<Loaded> {
  try {
    const [jsdom, { default: axe }] = await Promise.all([import('jsdom'), import('axe-core')]);
    return { JSDOM: jsdom.JSDOM, VirtualConsole: jsdom.VirtualConsole, axe };
  } catch {
    return fault('Checking pages needs jsdom and axe-core: run "npm install --save-dev jsdom@26 axe-core".');
  }
}
