/**
 * Writes docs/authorisation.md from the contract: which role may call which operation for which agency.
 *
 *   node --conditions=source packages/server/scripts/authorisation.ts
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROLES, ROLE_PERMISSIONS, operations, type AccessTarget, type Operation, type Role } from '@sunlit/contract';

export const AUTHORISATION = join(import.meta.dirname, '../../../docs/authorisation.md');

const CHINESE: Readonly<Record<Role, string>> = {
  editor: '编辑', reviewer: '保密审查', publisher: '发布', 'request-officer': '依申请经办', 'topic-officer': '点题经办', liaison: '联络', supervisor: '监督', administrator: '管理',
};

/** For which agency a role must be held, there or above. */
const TARGETS: Readonly<Record<AccessTarget, string>> = {
  agency: 'the agency in the path',
  above: 'the agency above it, now and then',
  body: 'the agency in the body',
  query: 'the agency in the query',
  draft: 'the draft’s agency',
  disclosure: 'the disclosure’s agency',
  person: 'every agency the person has a role in',
  webhook: 'the webhook’s agency',
  case: 'the case’s agency',
  topic: 'the agency the topic is with, or the one on whose board it stands',
  round: 'the round’s agency',
  rating: 'the agency of what was rated',
  urging: 'the agency that was urged',
  kiosk: 'the kiosk’s agency',
  any: 'any; the answer holds what is of the caller’s agencies',
  whole: 'the top of the tree',
};

export function authorisationDocument(): string {
  const all: readonly (Operation & { readonly id: string })[] = Object.values(operations);
  const listed = (access: Operation['access']) => all.filter((operation) => operation.access === access).map(({ id }) => `\`${id}\``).join(', ');
  const rows = all.flatMap(({ id, summary, access }) => {
    if (typeof access === 'string') return [];
    const marks = ROLES.map((role) => (ROLE_PERMISSIONS[role].includes(access.permission) ? '●' : ''));
    return [[`\`${id}\``, summary, `\`${access.permission}\``, TARGETS[access.of], ...marks]];
  });
  return `# Who may do what

Made from the contract by \`node --conditions=source packages/server/scripts/authorisation.ts\`; a test fails when it is not current, and another calls
every operation as every role for an agency of their own, one below it, a foreign one, and without signing in.

A role is held for an agency and everything below it. A permission held for one agency does not help for another. A token for another program holds
some of its owner's permissions for one agency and what is below it, and never more than its owner holds at the moment of the call.
Where somebody may not, the answer is 403 \`not-allowed\` (and goes on record); without signing in, 401 \`not-signed-in\`.

Beyond roles: nobody approves what they wrote, nobody revokes their own role or locks themselves out, and with a first password nothing works but
changing it.

## Roles

${table(['role', '', 'permissions'], ROLES.map((role) => [`\`${role}\``, CHINESE[role], ROLE_PERMISSIONS[role].map((permission) => `\`${permission}\``).join(', ')]))}

## Operations of staff

${table(['operation', 'what it does', 'permission', 'held for', ...ROLES], rows)}

## Anyone signed in

${listed('staff')}

## Who holds the receipt of a request

By \`Authorization: Receipt …\`, without an account: ${listed('receipt')}

## A registered kiosk

By \`Authorization: Device …\`, with the id and the secret it was given when it was registered: ${listed('device')}

## Anyone

${listed('public')}
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

if (import.meta.main) writeFileSync(AUTHORISATION, authorisationDocument());
