// SPDX-License-Identifier: EUPL-1.2
import type { Category } from '../entry.js';

/** One value or several, by attribute. */
export type Written = Readonly<Record<string, string | readonly string[]>>;

export function add(category: Category, id: string, attributes: Written): string {
  return request('addRequest', category, id, `<attributes>${all('attr', attributes)}</attributes>`);
}

export function modify(category: Category, id: string, attributes: Written): string {
  const changes = all('modification', attributes, ' operation="replace"');
  return request('modifyRequest', category, id, `<modifications>${changes}</modifications>`);
}

export function remove(category: Category, id: string): string {
  return request('deleteRequest', category, id, '');
}

/** A whole file, one request a line. */
export function aafFile(requests: readonly string[], encoding = 'UTF-8'): string {
  return [
    `<?xml version="1.0" encoding="${encoding}"?>`,
    '<!DOCTYPE ficAlimMENESR SYSTEM "ficAlimMENESR.dtd">',
    '<ficAlimMENESR>',
    '<!-- versionAF="AAF-VE2407" -->',
    ...requests,
    '</ficAlimMENESR>',
  ].join('\n');
}

function request(element: string, category: Category, id: string, content: string): string {
  const kind = category === 'EtabEducNat' ? 'categorieStructure' : 'categoriePersonne';
  const operational = `<operationalAttributes>${all('attr', { [kind]: category })}</operationalAttributes>`;
  return `<${element}>${operational}<identifier><id>${id}</id></identifier>${content}</${element}>`;
}

function all(element: string, attributes: Written, more = ''): string {
  return Object.entries(attributes)
    .map(([name, values]) => {
      const texts = [values].flat().map((value) => `<value>${escape(value)}</value>`);
      return `<${element} name="${name}"${more}>${texts.join('') || '<value/>'}</${element}>`;
    })
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '&apos;');
}
