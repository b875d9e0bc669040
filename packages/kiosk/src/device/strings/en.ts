import type { source } from './zh-CN.ts';

export const translated: typeof source = {
  title: 'Register this device',
  text: 'Add this device under “Touch screens” on the desk and enter the code of 10 digits that is shown there. It is good for 24 hours, and once.',
  'text.again': 'Enter the new code of 10 digits that the desk made for this device. Until it is accepted, the present registration stays.',
  typed: 'Entered: {{code}}',
  nothing: 'nothing',
  delete: 'Delete',
  enter: 'Register',
  busy: 'Registering…',
  keep: 'Keep the registration',
  registered: 'This device is registered',
  heard: 'Last report that arrived: {{time}}',
  'heard.not-yet': 'No report has arrived since this page was started.',
  again: 'Register again',
  'error.code': 'The code is wrong, used already or too old. Compare it with the desk, or have a new one made.',
  'error.often': 'Too many tries. Try again in {{minutes}} minutes.',
  'error.network': 'The server cannot be reached; nothing was registered. Check the network and try again.',
  'error.storage': 'The registration could not be kept on this device, and the code is used up. Check its storage, then register with a new code.',
};
