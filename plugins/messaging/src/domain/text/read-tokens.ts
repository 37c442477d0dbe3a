// SPDX-License-Identifier: EUPL-1.2
import type MarkdownIt from 'markdown-it';
import type { Block, FormattedText, Inline } from './formatted-text.js';
import { partsOfAddresses, webAddress } from './web-address.js';

type Token = ReturnType<MarkdownIt['parse']>[number];

/** Makes blocks from the tokens of markdown-it. A token that is not known is left out, its text aside. */
export function readBlocks(tokens: readonly Token[]): FormattedText {
  return new TokenReader(tokens).blocks();
}

class TokenReader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Reads blocks until the token that closes the one around them. */
  blocks(): Block[] {
    const blocks: Block[] = [];
    for (let token = this.#next(); token && token.nesting !== -1; token = this.#next()) {
      if (token.type === 'bullet_list_open') blocks.push(this.#list(false));
      else if (token.type === 'ordered_list_open') blocks.push(this.#list(true));
      else if (token.nesting === 1) blocks.push(...this.blocks());
      else blocks.push({ kind: 'paragraph', content: readInline(token.children ?? []) });
    }
    return blocks;
  }

  #list(isNumbered: boolean): Block {
    const items: FormattedText[] = [];
    const numbers: number[] = [];
    for (let token = this.#next(); token && token.nesting === 1; token = this.#next()) {
      numbers.push(Number(token.info));
      items.push(this.blocks());
    }
    return { kind: 'list', numbers: isNumbered ? numbers : undefined, items };
  }

  /** Reads until the token that closes the emphasis or link around. */
  inline(isInLink: boolean): Inline[] {
    const content: Inline[] = [];
    for (let token = this.#next(); token && token.nesting !== -1; token = this.#next()) {
      if (token.type === 'softbreak' || token.type === 'hardbreak') content.push({ kind: 'break' });
      else if (token.type === 'strong_open') content.push({ kind: 'strong', content: this.inline(isInLink) });
      else if (token.type === 'em_open') content.push({ kind: 'em', content: this.inline(isInLink) });
      else if (token.type === 'link_open') content.push(...this.#link(token));
      else if (token.content !== '') content.push(...(isInLink ? [token.content] : withLinks(token.content)));
    }
    return content;
  }

  /** A link without an address is its text alone. */
  #link(token: Token): Inline[] {
    const address = webAddress(token.attrGet('href') ?? '');
    const content = this.inline(true);
    if (address === undefined) return content;
    return [{ kind: 'link', address, content: content.length > 0 ? content : [address] }];
  }

  #next(): Token | undefined {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    return token;
  }
}

function readInline(tokens: readonly Token[]): Inline[] {
  return new TokenReader(tokens).inline(false);
}

/** A text without formatting, with the addresses that are written in it. */
export function withLinks(text: string): Inline[] {
  return partsOfAddresses(text).map(({ text: content, address }) =>
    address === undefined ? content : { kind: 'link', address, content: [content] },
  );
}
