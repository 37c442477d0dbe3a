// SPDX-License-Identifier: EUPL-1.2
const CODE = /^(`{3,}|~{3,}).*?^\1|`[^`\n]*`/gms;
const LINK =
  /\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)|^\s*\[[^\]]+\]:\s*<?(\S+?)>?(?:\s|$)|\b(?:src|href)="([^"]+)"/gm;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/** The relative paths that a Markdown text links to or shows, without query and fragment. */
export function linksOf(markdown: string): string[] {
  return [...markdown.replace(CODE, '').matchAll(LINK)]
    .map(([, inline, reference, attribute]) => inline ?? reference ?? attribute ?? '')
    .filter((link) => !SCHEME.test(link) && !link.startsWith('//'))
    .map((link) => decodeURIComponent(link.replace(/[?#].*$/, '')))
    .filter((path) => path !== '');
}
