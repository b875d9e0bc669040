/**
 * Writes docs/lifecycle.md from the one table of `publication.ts`. Run it when the table changes
 * (`node packages/rules/scripts/make-lifecycle.ts`); a test compares.
 */
import { writeFileSync } from 'node:fs';
import { GUARDS, PUBLICATION, PUBLICATION_STATES, PUBLICATION_TERMS, type PublicationCommand, type PublicationState } from '../src/index.ts';

export const lifecyclePath = new URL('../../../docs/lifecycle.md', import.meta.url);

const commands = Object.entries(PUBLICATION) as [PublicationCommand, (typeof PUBLICATION)[PublicationCommand]][];
const movesOf = (command: PublicationCommand) => Object.entries(PUBLICATION[command].moves) as [PublicationState, PublicationState][];

/** One arrow for each pair of states, named by every command that goes along it. */
function diagram(): string[] {
  const arrows = new Map<string, PublicationCommand[]>();
  for (const [command] of commands) {
    for (const [from, to] of movesOf(command)) {
      if (from !== to) arrows.set(`${from} --> ${to}`, [...(arrows.get(`${from} --> ${to}`) ?? []), command]);
    }
  }
  const ends = PUBLICATION_STATES.filter((state) => commands.every(([command]) => PUBLICATION[command].moves[state] === undefined));
  return ['stateDiagram-v2', '  [*] --> draft: create', ...Array.from(arrows, ([arrow, names]) => `  ${arrow}: ${names.join(', ')}`), ...ends.map((state) => `  ${state} --> [*]`)];
}

function table(): string[] {
  return commands.map(([command, { permission, system, guards }]) => {
    const who = [permission && `\`${permission}\``, system && 'the system'].filter(Boolean).join(', ');
    const moves = movesOf(command).map(([from, to]) => (from === to ? from : `${from} → ${to}`)).join('<br>');
    return `| \`${command}\` | ${moves} | ${who} | ${guards.map((guard) => `\`${guard}\``).join(', ')} |`;
  });
}

export function lifecycle(): string {
  return `# The lifecycle of a publication

Written by \`packages/rules/scripts/make-lifecycle.ts\` from the table in \`packages/rules/src/publication.ts\`, by which the server decides and the desk offers its buttons.

\`\`\`mermaid
${diagram().join('\n')}
\`\`\`

A draft ends as \`published\` or \`discarded\`; a disclosure begins as \`published\`. An amendment is a draft of its own: publishing it amends the disclosure it is about.
Saving a returned or approved text makes it a \`draft\` again, so that what is published is what was reviewed.

| Command | From → to | Who may | Guards |
|---|---|---|---|
${table().join('\n')}

## Guards

${Object.entries(GUARDS).map(([name, { says }]) => `- \`${name}\`: ${says}`).join('\n')}

## Publication terms

Counted from the day a text was formed, a decision was made, a budget was approved or a text changed; that day is day 0.

| Term | Length | Article |
|---|---|---|
${Object.entries(PUBLICATION_TERMS).map(([id, { length, unit, article }]) => `| \`${id}\` | ${length} ${unit === 'workdays' ? 'workdays' : 'calendar days'} | ${article} |`).join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(lifecyclePath, lifecycle());
