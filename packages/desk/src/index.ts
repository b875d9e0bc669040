export { SunlitDesk } from './frame/shell.ts';
export { DeskElement } from './frame/element.ts';
export { DeskTitleEvent, deskContext, type Desk, type DeskPage } from './frame/desk.ts';
