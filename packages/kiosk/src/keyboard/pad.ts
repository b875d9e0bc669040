/** Where a finger writes. Keeps the strokes in units of the canvas and draws them; what they mean is asked elsewhere. */
export class Pad {
  readonly canvas: HTMLCanvasElement;
  #strokes: number[][] = [];
  #pen: number | undefined;
  readonly #changed: (drawing: boolean) => void;

  /** @param changed - told when a stroke begins (true), and when one ends or is taken back (false). */
  constructor(canvas: HTMLCanvasElement, changed: (drawing: boolean) => void) {
    this.canvas = canvas;
    this.#changed = changed;
    canvas.addEventListener('pointerdown', this.#down);
    canvas.addEventListener('pointermove', this.#move);
    for (const type of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(type, this.#up);
  }

  get strokes(): readonly (readonly number[])[] {
    return this.#strokes;
  }

  undo(): void {
    this.#strokes.pop();
    this.#draw();
    this.#changed(false);
  }

  /** Nothing of what was written stays, neither as points nor as pixels. */
  clear(): void {
    this.#strokes = [];
    this.#pen = undefined;
    this.#draw();
  }

  readonly #down = (event: PointerEvent) => {
    if (this.#pen !== undefined || event.button !== 0) return; // the ball of the hand beside the finger
    event.preventDefault();
    this.#pen = event.pointerId;
    if (event.isTrusted) this.canvas.setPointerCapture(event.pointerId);
    if (this.#strokes.length === 0) this.#fit();
    this.#strokes.push(this.#at(event));
    this.#draw();
    this.#changed(true);
  };

  readonly #move = (event: PointerEvent) => {
    if (event.pointerId !== this.#pen) return;
    const stroke = this.#strokes[this.#strokes.length - 1];
    const passed = event.getCoalescedEvents?.() ?? [];
    for (const one of passed.length > 0 ? passed : [event]) stroke?.push(...this.#at(one));
    this.#draw();
  };

  readonly #up = (event: PointerEvent) => {
    if (event.pointerId !== this.#pen) return;
    this.#pen = undefined;
    this.#changed(false);
  };

  /** A page that is zoomed measures in other units than the canvas. */
  #at({ clientX, clientY }: PointerEvent): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    return [(clientX - box.left) * (this.canvas.width / box.width), (clientY - box.top) * (this.canvas.height / box.height)];
  }

  #fit(): void {
    this.canvas.width = this.canvas.clientWidth * devicePixelRatio;
    this.canvas.height = this.canvas.clientHeight * devicePixelRatio;
  }

  #draw(): void {
    const { canvas } = this;
    const pen = canvas.getContext('2d');
    if (!pen) return;
    pen.clearRect(0, 0, canvas.width, canvas.height);
    pen.strokeStyle = getComputedStyle(canvas).color;
    pen.lineWidth = Math.max(6, canvas.height / 40);
    pen.lineCap = pen.lineJoin = 'round';
    for (const stroke of this.#strokes) {
      pen.beginPath();
      pen.moveTo(stroke[0] ?? 0, stroke[1] ?? 0);
      for (let at = 0; at < stroke.length; at += 2) pen.lineTo(stroke[at] ?? 0, stroke[at + 1] ?? 0);
      pen.stroke();
    }
  }
}
