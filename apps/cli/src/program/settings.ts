/** What the global options and the environment say, for every command alike. */
export interface Settings {
  readonly json: boolean;
  /** A file, a `file:` address or `postgres://…`; undefined when nobody said. */
  readonly db: string | undefined;
  /** `--db` stood on the command line, not only in the environment. */
  readonly dbNamed: boolean;
  readonly api: string | undefined;
  readonly token: string | undefined;
  readonly policy: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly today: string | undefined;
  readonly asOf: string | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly quiet: boolean;
  readonly explain: boolean;
  readonly colours: "colours" | "plain";
}
