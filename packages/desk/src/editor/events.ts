/** The reader goes to another page of the desk. `to` is its route. */
export class DeskNavigateEvent extends Event {
  static readonly type = 'desk-navigate';
  readonly to: string;
  constructor(to: string) {
    super(DeskNavigateEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.to = to;
  }
}

/** A draft was saved or took a step; with its first save it has an id that the address can hold. */
export class DeskSavedEvent extends Event {
  static readonly type = 'desk-saved';
  readonly id: string;
  readonly state: string;
  readonly first: boolean;
  constructor(id: string, state: string, first: boolean) {
    super(DeskSavedEvent.type, { bubbles: true, composed: true });
    this.id = id;
    this.state = state;
    this.first = first;
  }
}
