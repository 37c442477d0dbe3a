// SPDX-License-Identifier: EUPL-1.2
import { InputError } from '@volee/core-adapter';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { AafRequest, Category } from '../entry.js';
import { isKept, keep } from '../kept-attributes.js';
import { mayStand, OPERATIONS, ROOT } from './grammar.js';

/** The maximum number of characters of one value, and of one entry: far beyond what AAF has, and little enough for the memory. */
const LONGEST_VALUE = 4_000;
const LONGEST_ENTRY = 8_000;

/** The maximum number of characters without anything complete: a comment, a tag, a text. */
const LONGEST_PIECE = 65_536;

/** One request as it comes together. */
interface Draft {
  readonly operation: AafRequest['operation'];
  category?: string;
  key?: string;
  readonly attributes: Map<string, readonly string[]>;
  length: number;
}

/**
 * Makes requests of the text of one file, given piece by piece; it holds one entry at a time. It refuses text that is not well-formed, not
 * in the grammar of AAF, or suspiciously large, and never resolves a document type.
 */
export class RequestReader {
  readonly #parser = new SaxesParser<{ position: true; xmlns: false }>({ position: true, xmlns: false });
  readonly #category: Category;
  readonly #open: string[] = [];
  #ready: AafRequest[] = [];
  #draft: Draft | undefined;
  /** The open `attr` or `modification`. */
  #attribute: { readonly name: string; readonly values: string[] } | undefined;
  #text = '';
  /** The number of characters so far, and that number when something was last complete. */
  #given = 0;
  #complete = 0;

  /**
   * @param category the category in the name of the file
   */
  constructor(category: Category) {
    this.#category = category;
    const done =
      <T>(handle: (argument: T) => void) =>
      (argument: T): void => {
        this.#complete = this.#parser.position;
        handle(argument);
      };
    this.#parser.on('doctype', done(refuseSubset));
    this.#parser.on(
      'comment',
      done(() => undefined),
    );
    this.#parser.on(
      'opentag',
      done((tag: SaxesTagPlain) => this.#onOpen(tag)),
    );
    this.#parser.on(
      'closetag',
      done(({ name }: SaxesTagPlain) => this.#onClose(name)),
    );
    this.#parser.on(
      'text',
      done((text: string) => this.#onText(text)),
    );
    this.#parser.on(
      'cdata',
      done((text: string) => this.#onText(text)),
    );
  }

  /** The line that is being read, from 1. */
  get line(): number {
    return this.#parser.line;
  }

  /** @returns the requests that are complete by now @throws InputError */
  write(text: string): readonly AafRequest[] {
    this.#parser.write(text);
    this.#given += text.length;
    if (this.#given - this.#complete > LONGEST_PIECE) {
      throw new InputError(`something here is longer than ${LONGEST_PIECE} characters; AAF has nothing of that length`);
    }
    const ready = this.#ready;
    this.#ready = [];
    return ready;
  }

  /** Call it at the end of the file: a truncated file must not pass for a whole one. @throws InputError */
  end(): void {
    if (this.#open.length > 0) {
      throw new InputError('the file is cut off here', { remedy: 'Copy it or export it anew.' });
    }
    this.#parser.close();
  }

  #onOpen({ name, attributes }: SaxesTagPlain): void {
    const parent = this.#open.at(-1);
    if (!mayStand(name, parent)) {
      throw new InputError(
        parent === undefined
          ? `its root is <${name}> and not <${ROOT}>: it is no AAF file`
          : `<${name}> cannot stand in <${parent}>: it is no AAF file`,
      );
    }
    this.#open.push(name);
    const operation = OPERATIONS.get(name);
    if (operation !== undefined) this.#draft = { operation, attributes: new Map(), length: 0 };
    if (name === 'attr' || name === 'modification') this.#attribute = { name: nameOf(name, attributes), values: [] };
    if (name === 'value' || name === 'id') this.#text = '';
  }

  #onText(text: string): void {
    const element = this.#open.at(-1);
    if (element !== 'value' && element !== 'id') {
      if (text.trim() !== '') throw new InputError('a text stands outside of any value');
      return;
    }
    this.#text += text;
    if (this.#text.length > LONGEST_VALUE) {
      throw new InputError(`a value is longer than ${LONGEST_VALUE} characters; AAF has none of that length`);
    }
  }

  #onClose(name: string): void {
    this.#open.pop();
    const draft = this.#draft;
    if (!draft) return;
    if (name === 'id') draft.key = this.#text.trim();
    if (name === 'value') this.#addValue(draft);
    if (name === 'attr' || name === 'modification') this.#closeAttribute(draft);
    if (OPERATIONS.has(name)) this.#closeRequest(draft);
  }

  /** Adds the text of a value; a value that Volée does not need is discarded at once. */
  #addValue(draft: Draft): void {
    const { name = '', values } = this.#attribute ?? {};
    if (!this.#isOperational() && !isKept(this.#category, name)) return;
    values?.push(this.#text);
    draft.length += this.#text.length + 1;
    if (draft.length > LONGEST_ENTRY) {
      throw new InputError(`an entry is longer than ${LONGEST_ENTRY} characters; AAF has none of that length`);
    }
  }

  #isOperational(): boolean {
    return this.#open.includes('operationalAttributes');
  }

  #closeAttribute(draft: Draft): void {
    const { name = '', values = [] } = this.#attribute ?? {};
    if (this.#isOperational()) {
      draft.category = values[0]?.trim() ?? '';
    } else if (isKept(this.#category, name)) {
      draft.attributes.set(name, keep(this.#category, name, values));
    }
    this.#attribute = undefined;
  }

  #closeRequest({ operation, category, key = '', attributes }: Draft): void {
    if (category !== this.#category) {
      throw new InputError(`an entry is of the category "${category ?? ''}" in a file of ${this.#category}`);
    }
    if (key === '' || key.length > 190) throw new InputError('an entry has no identifier of 1 to 190 characters');
    this.#ready.push({ operation, category, key, attributes: Object.fromEntries(attributes) });
    this.#draft = undefined;
  }
}

/** A document type that points elsewhere is not followed; one that defines something itself is an attack (XXE, entities in entities). */
function refuseSubset(doctype: string): void {
  if (/[[\]]/.test(doctype)) {
    throw new InputError('its document type defines something of its own (<!DOCTYPE … […]>), which is not accepted');
  }
}

function nameOf(element: string, { name, operation }: Record<string, string>): string {
  if (name === undefined) throw new InputError(`<${element}> has no name`);
  if (element === 'modification' && operation !== 'replace') {
    throw new InputError(`a modification is "${operation ?? ''}"; AAF has only "replace"`);
  }
  return name;
}
