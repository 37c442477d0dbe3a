// SPDX-License-Identifier: EUPL-1.2
// A rule of ESLint: a name that comes from data is not a property of a plain object. `counts['__proto__'] = 1` adds no key, and
// `words['constructor']` finds a function that nobody put there.
import ts from 'typescript';

const messages = {
  write: 'Any text may be the key here, `__proto__` too, which is then lost: use a Map, or Object.fromEntries.',
  read: 'Any text may be the key here, `constructor` too, which every object has: use a Map, or ask Object.hasOwn first.',
  in: 'Any text may be the key here, `constructor` too, which every object has: use a Map or Object.hasOwn.',
  assign: 'Object.assign sets the prototype where a key is `__proto__`: spread the object, or use a Map.',
};

/** @type {import('eslint').Rule.RuleModule} */
export const noDataAsKey = {
  meta: { type: 'problem', schema: [], messages },
  create(context) {
    const { sourceCode } = context;
    // Without types, as in the tests of other rules, the rule cannot decide.
    const services = sourceCode.parserServices;
    if (!services?.program) return {};
    const checker = services.program.getTypeChecker();
    const typeOf = (node) => checker.getApparentType(services.getTypeAtLocation(node));
    const isAnyText = (node) =>
      parts(services.getTypeAtLocation(node)).some(({ flags }) => flags & ts.TypeFlags.String);
    const hasAnyKey = (node) => parts(typeOf(node)).some((type) => type.getStringIndexType() !== undefined);

    return {
      'MemberExpression[computed=true]'(node) {
        if (!isAnyText(node.property)) return;
        if (isWritten(node)) context.report({ node, messageId: 'write' });
        else if (!isAskedFor(node, sourceCode)) context.report({ node, messageId: 'read' });
      },
      'ObjectPattern > Property[computed=true]'(node) {
        if (isAnyText(node.key)) context.report({ node, messageId: 'read' });
      },
      'BinaryExpression[operator="in"]'(node) {
        if (isAnyText(node.left)) context.report({ node, messageId: 'in' });
      },
      'CallExpression[callee.object.name="Object"][callee.property.name="assign"]'(node) {
        const sources = node.arguments.slice(1).map((one) => (one.type === 'SpreadElement' ? one.argument : one));
        const isData = (one) =>
          hasAnyKey(one) || typeOf(one).flags & ts.TypeFlags.Any || typeOf(one).getNumberIndexType() !== undefined;
        if (sources.some(isData)) context.report({ node, messageId: 'assign' });
      },
    };
  },
};

function parts(type) {
  return type.isUnionOrIntersection() ? type.types.flatMap(parts) : [type];
}

function isWritten(node) {
  const { parent } = node;
  if (parent.type === 'AssignmentExpression') return parent.left === node;
  return parent.type === 'UpdateExpression' || (parent.type === 'UnaryExpression' && parent.operator === 'delete');
}

/** Whether the function around asks `Object.hasOwn` for the same key of the same object. */
function isAskedFor(node, sourceCode) {
  const [object, key] = [node.object, node.property].map((part) => sourceCode.getText(part));
  const around = sourceCode.getAncestors(node).findLast(({ type }) => type.includes('Function')) ?? sourceCode.ast;
  return sourceCode.getText(around).includes(`Object.hasOwn(${object}, ${key})`);
}
