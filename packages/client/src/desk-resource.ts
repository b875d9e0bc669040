import type { DeskHttp } from './desk-http.ts';

/** What the resources of staff are: operations over one connection that also writes. */
export class DeskResource {
  /** @internal */
  protected readonly http: DeskHttp;

  /** @internal Made by `createDeskClient`. */
  constructor(http: DeskHttp) {
    this.http = http;
  }
}
