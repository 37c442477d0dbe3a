// SPDX-License-Identifier: EUPL-1.2
import type { JSDOM } from 'jsdom';
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

/** Loads jsdom and axe on first use, once in a process: bricks without pages need neither. Pages are looked at one after another. */
export function loadAxe(): Promise<AxeFaults> {
  return (loaded ??= openWindow());
}

async function openWindow(): Promise<AxeFaults> {
  const { JSDOM, axe } = await load();
  const { window } = new JSDOM('', { runScripts: 'outside-only' });
  window.eval(axe.source);
  return async (html) => {
    window.document.open();
    window.document.write(html);
    window.document.close();
    const { violations } = await (window as unknown as AxeWindow).axe.run(window.document, OPTIONS);
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html ?? ''}`);
  };
}

async function load(): Promise<{ JSDOM: typeof JSDOM; axe: { source: string } }> {
  try {
    const [jsdom, { default: axe }] = await Promise.all([import('jsdom'), import('axe-core')]);
    return { JSDOM: jsdom.JSDOM, axe };
  } catch {
    return fault('Checking pages needs jsdom and axe-core: run "npm install --save-dev jsdom@26 axe-core".');
  }
}
