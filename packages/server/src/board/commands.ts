import { TOPIC_COMMANDS, operations, type Operation, type TopicCommand } from '@sunlit/contract';

/** What officers do; that an answer was rated is for residents alone to say. */
export type BoardCommand = Exclude<TopicCommand, 'rate'>;

export const BOARD_COMMANDS: readonly BoardCommand[] = TOPIC_COMMANDS.filter((command) => command !== 'rate');

/** The permission that a command asks for, as the contract says it of its operation. */
export function permissionFor(command: BoardCommand) {
  const { access }: Operation = operations[`board.${command}`];
  if (typeof access === 'string') throw new Error(`board.${command} asks for no permission.`);
  return access.permission;
}
