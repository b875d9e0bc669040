/**
 * Writes docs/topics.md from the table of `topic.ts`. Run it when that changes (`node --conditions=source packages/rules/scripts/make-topics.ts`); a test compares.
 */
import { writeFileSync } from 'node:fs';
import { TOPIC_PHASES, type TopicCommand } from '@sunlit/contract';
import { ENDED_TOPIC_PHASES, TOPIC, TOPIC_REFUSAL_CODES } from '../src/index.ts';

export const topicsPath = new URL('../../../docs/topics.md', import.meta.url);

const commands = Object.entries(TOPIC) as [TopicCommand, (typeof TOPIC)[TopicCommand]][];
const codes = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

function diagram(): string {
  const arrows = new Map<string, TopicCommand[]>();
  for (const [command, { moves }] of commands) {
    for (const [from, to] of Object.entries(moves)) {
      if (from !== to && to !== 'before') arrows.set(`${from} --> ${to}`, [...(arrows.get(`${from} --> ${to}`) ?? []), command]);
    }
  }
  return ['stateDiagram-v2', '  [*] --> submitted: submit', ...Array.from(arrows, ([arrow, names]) => `  ${arrow}: ${names.join(', ')}`)].join('\n');
}

const steps = () => commands.map(([command, { by, moves, guards, starts = [], ends = [] }]) => {
  const ways = Object.entries(moves).map(([from, to]) => (from === to ? `in ${from}` : `${from} → ${to === 'before' ? 'what it was before' : to}`));
  return `| \`${command}\` | ${ways.join('<br>')} | ${by.join(', ')} | ${codes(guards)} | ${codes(starts)} | ${codes(ends)} |`;
}).join('\n');

export function topics(): string {
  return `# The life of a topic (点题公开)

Written by \`packages/rules/scripts/make-topics.ts\` from the table in \`packages/rules/src/topic.ts\`, by which the server decides, the desk offers its buttons and the board says what comes next.
A topic is no request in the sense of Reg. 27 and starts no statutory clock: what is owed until when, the agency promises of itself. What a topic is at follows from its events alone (\`topicStateOf\`).

\`\`\`mermaid
${diagram()}
\`\`\`

\`merged\` leads back, by \`unmerge\`, to exactly what the topic was before. Phases: ${codes(TOPIC_PHASES)}. In ${codes(ENDED_TOPIC_PHASES)} nothing is owed but what an answer promised.

| step | leads | by | guards | begins | fulfils |
|---|---|---|---|---|---|
${steps()}

- \`review\`: a first look, in the workdays of the board's settings from the submission. \`claim\`: somebody takes it up, in those from its opening. \`answer\`: as promised when it was taken up, or by the end of its round.
  \`promise\`: what the answer itself promises. A reopening begins \`claim\` anew.
- What a round promised, or whoever had the topic before, is not put off by taking it up; a postponement is possible once and gives a reason that the public reads.
- An answer that says something was published, put right or public all along links what it means.

A step that is not possible is refused with ${codes(TOPIC_REFUSAL_CODES)}.
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(topicsPath, topics());
