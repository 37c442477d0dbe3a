// SPDX-License-Identifier: EUPL-1.2
// A rule of ESLint: comments name the thing that they speak of, and say "they" of persons (CONTRIBUTING.md, "Sentences").

const OLD_WORDS = /\b(?:who|whom|whose|whoever|whomever|he|she|his|him|her|hers|himself|herself)\b/iu;

/** Quotations and code are the words of others. */
const QUOTED = /«[^»]*»|“[^”]*”|"[^"]*"|`[^`]*`/gu;

/** @type {import('eslint').Rule.RuleModule} */
export const plainWords = {
  meta: {
    type: 'suggestion',
    schema: [],
    messages: {
      word: '"{{word}}" in a comment: name the thing or the role ("the session", "users that …"), and write "they" of persons.',
    },
  },
  create(context) {
    const { sourceCode } = context;
    return {
      Program() {
        for (const comment of sourceCode.getAllComments()) {
          const [word] = OLD_WORDS.exec(comment.value.replace(QUOTED, '')) ?? [];
          if (word !== undefined) context.report({ loc: comment.loc, messageId: 'word', data: { word } });
        }
      },
    };
  },
};
