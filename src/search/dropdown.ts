import type { ReactiveController, ReactiveControllerHost } from 'lit';

const SHORTEST = 180;
const GAP = 6;

/**
 * Keeps a list in view below (or above) a box. It is a popover where there are popovers: in the top layer neither
 * `overflow: hidden` nor `filter` nor `z-index` of the host page can reach it. Elsewhere the styles place it absolutely.
 */
export class Dropdown implements ReactiveController {
  #list: HTMLElement | undefined;
  #box: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.hide();
  }

  show(list: HTMLElement, box: HTMLElement): void {
    if (!list.popover) return;
    if (!this.#list) {
      addEventListener('scroll', this.#place, { capture: true, passive: true });
      addEventListener('resize', this.#place, { passive: true });
    }
    this.#list = list;
    this.#box = box;
    if (!list.matches(':popover-open')) list.showPopover();
    this.#place();
  }

  hide(): void {
    const list = this.#list;
    if (!list) return;
    this.#list = undefined;
    removeEventListener('scroll', this.#place, { capture: true });
    removeEventListener('resize', this.#place);
    if (list.isConnected && list.matches(':popover-open')) list.hidePopover();
  }

  readonly #place = (): void => {
    const list = this.#list;
    const box = this.#box;
    if (!list || !box) return;
    const at = box.getBoundingClientRect();
    const zoom = at.width / box.offsetWidth || 1; // a host with CSS zoom measures in other pixels than it lays out in
    const below = innerHeight - at.bottom;
    const above = below < SHORTEST && at.top > below;
    const set = (name: string, pixels: number) => list.style.setProperty(name, `${String(Math.round(pixels / zoom))}px`);
    set('left', at.left);
    set('width', at.width);
    set('max-height', Math.max(SHORTEST, (above ? at.top : below) - 2 * GAP));
    set('top', above ? Math.max(GAP, at.top - GAP - list.offsetHeight * zoom) : at.bottom + GAP);
  };
}
