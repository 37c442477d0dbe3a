// SPDX-License-Identifier: EUPL-1.2
import { defaultTreeAdapter, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

export interface FormField {
  readonly name: string;
  /** `text` when the page names none, as in a browser. */
  readonly type: string;
  readonly value: string;
}

export interface HtmlForm {
  readonly action: URL;
  readonly method: 'get' | 'post';
  /** The fields that a browser would send before anything is typed, in the order of the page, with the first button. */
  readonly fields: readonly FormField[];
}

export interface HtmlPage {
  /** Empty when it has none. */
  readonly title: string;
  readonly forms: readonly HtmlForm[];
}

/** Reads the forms of a page as a browser does, whatever it is made of. */
export function readPage(html: string, address: URL): HtmlPage {
  const elements = [...elementsOf(parse(html))];
  const title = elements.find(({ tagName }) => tagName === 'title');
  return {
    title: title ? textOf(title).replace(/\s+/g, ' ').trim().slice(0, 80) : '',
    forms: elements.filter(({ tagName }) => tagName === 'form').flatMap((form) => readForm(form, address)),
  };
}

function readForm(form: Element, address: URL): HtmlForm[] {
  const action = attribute(form, 'action') ?? '';
  if (!URL.canParse(action, address)) return [];
  const fields = [...elementsOf(form)].filter(isSent).flatMap((field): FormField[] => {
    const name = attribute(field, 'name');
    const type = field.tagName === 'button' ? 'submit' : (attribute(field, 'type') ?? 'text').toLowerCase();
    return name ? [{ name, type, value: attribute(field, 'value') ?? (type === 'checkbox' ? 'on' : '') }] : [];
  });
  const button = fields.find(({ type }) => type === 'submit');
  return [
    {
      action: new URL(action === '' ? address.href : action, address),
      method: attribute(form, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
      fields: fields.filter((field) => field.type !== 'submit' || field === button),
    },
  ];
}

/** Whether a browser sends the field (HTML, « constructing the entry list »). */
function isSent(field: Element): boolean {
  if (attribute(field, 'disabled') !== undefined) return false;
  const type = attribute(field, 'type')?.toLowerCase();
  if (field.tagName === 'button') return type === undefined || type === 'submit';
  if (field.tagName !== 'input') return false;
  if (type === 'checkbox' || type === 'radio') return attribute(field, 'checked') !== undefined;
  return !['button', 'reset', 'image', 'file'].includes(type ?? 'text');
}

function* elementsOf(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if (defaultTreeAdapter.isElementNode(child)) yield child;
    yield* elementsOf(child);
  }
}

function textOf(element: Element): string {
  return element.childNodes.map((child) => (defaultTreeAdapter.isTextNode(child) ? child.value : '')).join('');
}

function attribute({ attrs }: Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}
