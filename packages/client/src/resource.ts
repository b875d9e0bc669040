import type { Http } from './http.ts';

/** What all resources are: operations over one connection. */
export class Resource {
  /** @internal */
  protected readonly http: Http;

  /** @internal Made by `createClient`. */
  constructor(http: Http) {
    this.http = http;
  }
}
