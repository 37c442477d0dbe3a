// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Renders a whole HTML document from its `<html>` element. */
export function renderDocument(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
