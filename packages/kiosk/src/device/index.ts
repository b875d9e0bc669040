import { html, type TemplateResult } from 'lit';
import type { DeviceLife } from './life.ts';

export { deviceLife, type DeviceLife, type Facts, type Order } from './life.ts';
export type { PinAnswer } from './pin.ts';

/** The form of the staff menu with which a device is registered. `define.ts` beside this registers its element. */
export function enrolForm(device: DeviceLife): TemplateResult {
  return html`<kiosk-enrol .device=${device}></kiosk-enrol>`;
}
