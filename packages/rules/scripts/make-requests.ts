/**
 * Writes docs/requests.md from the tables of `request.ts`, `request-terms.ts`, `request-guards.ts` and `outcomes.ts`. Run it
 * when one changes (`node --conditions=source packages/rules/scripts/make-requests.ts`); a test compares.
 */
import { writeFileSync } from 'node:fs';
import {
  CHANNELS, CLOCK_POLICIES, OUTCOMES, PAUSE_INTERVALS, REQUEST, REQUEST_GUARDS, REQUEST_PHASES, REQUEST_TERMS,
  type OutcomeRule, type RequestCommand, type RequestPhase, type RequestTerm,
} from '../src/index.ts';

export const requestsPath = new URL('../../../docs/requests.md', import.meta.url);

const commands = Object.entries(REQUEST) as [RequestCommand, (typeof REQUEST)[RequestCommand]][];
const movesOf = (command: RequestCommand) => Object.entries(REQUEST[command].moves) as [RequestPhase, RequestPhase][];
const codes = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');
const rows = (cells: readonly (readonly string[])[]) => cells.map((row) => `| ${row.join(' | ')} |`).join('\n');

/** One arrow for each pair of phases, named by every step that goes along it. */
function diagram(): string[] {
  const arrows = new Map<string, RequestCommand[]>();
  for (const [command] of commands) {
    for (const [from, to] of movesOf(command)) {
      if (from !== to) arrows.set(`${from} --> ${to}`, [...(arrows.get(`${from} --> ${to}`) ?? []), command]);
    }
  }
  const ends = REQUEST_PHASES.filter((phase) => commands.every(([command]) => movesOf(command).every(([from, to]) => from !== phase || to === phase)));
  return [
    'stateDiagram-v2', '  [*] --> submitted: submit', '  [*] --> received: submit (counter, oral)',
    ...Array.from(arrows, ([arrow, names]) => `  ${arrow}: ${names.join(', ')}`), ...ends.map((phase) => `  ${phase} --> [*]`),
  ];
}

function steps(): string {
  return rows(commands.map(([command, { by, guards, starts = [] }]) => {
    const moves = movesOf(command);
    const stays = moves.filter(([from, to]) => from === to).map(([from]) => from);
    const goes = [...new Set(moves.map(([, to]) => to))].flatMap((target) => {
      const starts = moves.filter(([from, to]) => to === target && from !== to).map(([from]) => from);
      return starts.length > 0 ? [`${starts.join(', ')} → ${target}`] : [];
    });
    return [`\`${command}\``, [...goes, ...(stays.length > 0 ? [`in ${stays.join(', ')}`] : [])].join('<br>'), by.join(', '), codes(guards), codes(starts)];
  }));
}

function lengthOf({ length, unit, stated }: RequestTerm): string {
  if (length === 0) return 'the same day';
  const count = `${length} ${{ workdays: 'workdays', 'calendar-days': 'calendar days', months: 'months' }[unit]}`;
  return stated ? `as the notice states; ${count} suggested` : count;
}

export function requests(): string {
  return `# The law of requests (依申请公开)

Written by \`packages/rules/scripts/make-requests.ts\` from the tables in \`packages/rules/src\`, by which the server decides, the desk offers its buttons and the tracking page says whose move it is.
What a request is at follows from its events alone (\`stateOf\`): no date in it is typed by anybody, and a new calendar moves every open deadline (\`movedDeadlines\`).

\`\`\`mermaid
${diagram().join('\n')}
\`\`\`

A phase says where a branch stands, an outcome how it ended. A transfer opens a branch at the other agency, with a clock of its own from its arrival; a split opens one for each part, with the clock run so far.
While any consultation is open, \`processing\` is \`consulting\`. A silence is an event that names who was bound; only the system records one, and only when the day has gone by.

| Step | From → to | Who may | Guards | Starts |
|---|---|---|---|---|
${steps()}

## Guards

Every step is on a day that has come and not before the step that it follows; of a return slip, not before its letter.

${Object.entries(REQUEST_GUARDS).map(([name, { says }]) => `- \`${name}\`: ${says}`).join('\n')}

## Receipt

| Channel | Day of receipt in law | Article |
|---|---|---|
${rows(Object.entries(CHANNELS).map(([channel, rule]) => [
    `\`${channel}\``,
    { submission: 'submission', signature: 'it is signed for', confirmation: 'both sides confirm' }[rule.receipt] + ('sameDay' in rule ? ', which the agency must do on the day of arrival' : ''),
    rule.article,
  ]))}

## Deadlines

The day of the trigger is day 0; a notice triggers its period when it reaches its addressee, which of a posted one only the return slip says. A reply is made on the day it is handed over, posted by the postal service, or sent electronically.

| Deadline | Binds | Length | Silence | Article |
|---|---|---|---|---|
${rows(Object.entries(REQUEST_TERMS).map(([id, term]: [string, RequestTerm]) => [
    `\`${id}\``, term.binds, lengthOf(term), `\`${term.onSilence}\``, term.article + (term.rollsOver === undefined ? '' : `; ends on a day off → the next workday (${term.rollsOver})`),
  ]))}

- After a correction, and after the payment of a fee, \`reply\` begins anew (policy \`afterFee\`: \`${CLOCK_POLICIES.afterFee}\`; the day after payment is its first). One extension of up to 20 workdays and one delay under Reg. 35 are of the period in which they were notified.
- \`reply\` stands still while a third party, a co-making agency, a correction or a payment is waited for, not while reasons are. Which workdays do not count is the policy \`pause\`: \`${CLOCK_POLICIES.pause}\` (others: ${codes(Object.keys(PAUSE_INTERVALS).filter((name) => name !== CLOCK_POLICIES.pause))}). Silence ends a pause on the last day of the period, not on the day it was noticed.

## Outcomes

| Outcome | Row of the annual table | Must state | Remedy | Article |
|---|---|---|---|---|
${rows(Object.entries(OUTCOMES).map(([outcome, { row, needs, remedy, article }]: [string, OutcomeRule]) => [`\`${outcome}\``, `\`${row}\``, codes(needs), remedy === undefined ? '' : `\`${remedy}\``, article]))}
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(requestsPath, requests());
