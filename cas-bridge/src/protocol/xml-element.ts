// SPDX-License-Identifier: EUPL-1.2
// The only file that knows XML. It reads a small, strict part of it: elements, text, CDATA; comments are left out; a
// DOCTYPE, entity declarations and processing instructions are refused before anything is parsed.
import { XMLParser } from 'fast-xml-parser';

import { trimmed } from './trimmed.js';

export interface XmlElement {
  /** Undefined when the prefix is declared nowhere. */
  readonly namespace: string | undefined;
  /** Without its prefix. */
  readonly name: string;
  /** By name as written. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Its own text, joined across children, without the white space around it. */
  readonly text: string;
  /** Whether the end of an element stands in it, or anywhere below, where it is not to be read: in a comment, or in CDATA. */
  readonly hidesMarkup: boolean;
}

const MAX_CHARACTERS = 262_144;
/** `<!` other than a comment or CDATA. */
const REFUSED_MARKUP = /<!(?!--|\[CDATA\[)/;
/** The end of an element. */
const END = /<\/|\/>/;
/** The only `<?` there may be, and only at the beginning. */
const DECLARATION = /^\ufeff?\s*<\?xml\s/;
/** The characters that XML 1.0 §2.2 forbids. */
const REFUSED_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  cdataPropName: '#cdata',
  commentPropName: '#comment',
  processEntities: false,
  parseTagValue: false,
  trimValues: false,
  maxNestedTags: 10,
});

/** The document element; undefined when the text is not XML, or has parts that are refused. */
export function readXml(text: string): XmlElement | undefined {
  if (text.length > MAX_CHARACTERS || REFUSED_MARKUP.test(text) || hasInstruction(text)) return undefined;
  try {
    const nodes = parser.parse(withAmpersands(text), true) as readonly RawNode[];
    const [root, ...others] = nodes.filter(isElement);
    return root && others.length === 0 ? toElement(root, () => undefined) : undefined;
  } catch {
    return undefined;
  }
}

function hasInstruction(text: string): boolean {
  const [declaration = ''] = DECLARATION.exec(text) ?? [];
  return text.includes('<?', declaration.length);
}

/** A node of the parser: one key beside ':@', which is the element's name, '#text', '#cdata' or '#comment'. */
type RawNode = Readonly<Record<string, unknown>> & { readonly ':@'?: Readonly<Record<string, string>> };
type Scope = (prefix: string) => string | undefined;

function toElement(node: RawNode, outer: Scope): XmlElement {
  const written = Object.entries(node[':@'] ?? {});
  // XML 1.0 §3.1. The parser takes it: an attribute that never closes would swallow the elements after it.
  if (written.some(([, value]) => value.includes('<'))) throw new Error('a "<" in an attribute');
  const attributes = new Map(written.map(([name, value]) => [name, decoded(value)] as const));
  const declared = new Map(declarations(attributes));
  const scope: Scope = (prefix) => declared.get(prefix) ?? outer(prefix);
  const [qualified, inner] = contentIn(node);
  const [prefix, name] = split(qualified);
  const children = inner.filter(isElement).map((child) => toElement(child, scope));
  return {
    namespace: scope(prefix),
    name,
    attributes,
    children,
    text: trimmed(inner.filter(isText).map(textOf).join('')),
    hidesMarkup: inner.some(isHiding) || children.some(({ hidesMarkup }) => hidesMarkup),
  };
}

/** Prefix → namespace; the default namespace has the empty prefix (Namespaces in XML 1.0 §3). */
function declarations(attributes: ReadonlyMap<string, string>): (readonly [string, string])[] {
  return [...attributes].flatMap(([name, value]) => {
    if (name === 'xmlns') return [['', value] as const];
    return name.startsWith('xmlns:') ? [[name.slice('xmlns:'.length), value] as const] : [];
  });
}

function contentIn(node: RawNode): [qualified: string, inner: readonly RawNode[]] {
  const [qualified, inner] = Object.entries(node).find(([key]) => key !== ':@') ?? ['', []];
  return [qualified, inner as readonly RawNode[]];
}

function split(qualified: string): [prefix: string, name: string] {
  const colon = qualified.indexOf(':');
  return [qualified.slice(0, Math.max(colon, 0)), qualified.slice(colon + 1)];
}

function isText(node: RawNode): boolean {
  return '#text' in node || '#cdata' in node;
}

function isElement(node: RawNode): boolean {
  return !isText(node) && !('#comment' in node);
}

function isHiding(node: RawNode): boolean {
  return (['#cdata', '#comment'] as const).some((key) => key in node && END.test(contentOf(node, key)));
}

function textOf(node: RawNode): string {
  return '#text' in node ? decoded(String(node['#text'])) : legal(contentOf(node, '#cdata'));
}

function contentOf(node: RawNode, key: '#cdata' | '#comment'): string {
  const [content] = node[key] as readonly RawNode[];
  return String(content?.['#text'] ?? '');
}

/** LemonLDAP::NG 2.21 writes values unescaped: `Arts & Lettres` must not shut its owner out, and a lone `&` means nothing else. */
function withAmpersands(text: string): string {
  return text.replace(/<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|&(?!#?\w+;)/g, (found) => (found === '&' ? '&amp;' : found));
}

const NAMED = new Map(Object.entries({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }));

/** The five names of XML 1.0 §4.6 and character references; nothing declares others. */
function decoded(text: string): string {
  return legal(
    text.replace(/&(?:#x([\da-fA-F]+)|#(\d+)|(\w+));/g, (_, hexadecimal?: string, decimal?: string, name?: string) => {
      if (hexadecimal) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      const character = NAMED.get(name ?? '');
      if (character === undefined) throw new Error('an undeclared entity');
      return character;
    }),
  );
}

function legal(text: string): string {
  if (REFUSED_CHARACTER.test(text)) throw new Error('a character that XML does not allow');
  return text;
}
