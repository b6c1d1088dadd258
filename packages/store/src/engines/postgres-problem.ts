import { codeOf, StoreProblem, type StoreProblemCode } from "./problem.ts";

type Sentence = (where: string, said: string) => string;

const unreachable: Sentence = (where, said) =>
  `${where} does not answer (${said}): check that PostgreSQL runs there and that the address is right.`;
const busy: Sentence = (where) => `Something else keeps ${where} busy: try again in a while.`;
const damaged: Sentence = (where) => `${where} is damaged: stop using it and restore the last backup.`;

/** By PostgreSQL's, the system's or the driver's code; the first that fits. */
const problems: readonly (readonly [codes: RegExp, code: StoreProblemCode, sentence: Sentence])[] = [
  [/^3D000$/, "DATABASE_MISSING", (where) => `There is no ${where}: check the address, or create it with createdb.`],
  [/^28/, "DATABASE_UNREACHABLE", (where) => `${where} refuses the user or the password in the address: correct it.`],
  [/^53100$/, "DATABASE_FULL", (where) => `The server of ${where} has no room left: free some space and try again.`],
  [/^53300$/, "DATABASE_BUSY", (where) => `${where} has no connection left: close others or raise max_connections.`],
  [
    /^25006$/,
    "DATABASE_READ_ONLY",
    (where) => `${where} can only be read, as a standby can: give the address of the primary.`,
  ],
  [/^XX00[12]$/, "DATABASE_CORRUPT", damaged],
  [/^(55P03|57014|25P0[34]|40001|40P01)$/, "DATABASE_BUSY", busy],
  [/^(08|57P0)/, "DATABASE_UNREACHABLE", unreachable],
  [
    /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|ENOENT|EACCES|ERR_TLS|ERR_SSL|EPROTO)/,
    "DATABASE_UNREACHABLE",
    unreachable,
  ],
  [
    /CERT/,
    "DATABASE_UNREACHABLE",
    (where, said) =>
      `${where} shows a certificate that is not trusted (${said}): give sslrootcert=FILE in the address.`,
  ],
];

/** What the driver says without a code. */
const messages: readonly (readonly [start: RegExp, code: StoreProblemCode, sentence: Sentence])[] = [
  [/^timeout exceeded when trying to connect/, "DATABASE_BUSY", busy],
  [
    /^(Connection terminated|Client has encountered a connection error|Client was closed|The server does not support SSL)/,
    "DATABASE_UNREACHABLE",
    unreachable,
  ],
];

/** What went wrong with the server, in words for whoever runs it; other errors as they are. */
export function postgresProblem(error: unknown, where: string): unknown {
  if (!(error instanceof Error) || error instanceof StoreProblem) return error;
  const code = codeOf(error);
  const found =
    problems.find(([codes]) => codes.test(code)) ?? messages.find(([message]) => message.test(error.message));
  if (!found) return error;
  return new StoreProblem(found[1], found[2](where, error.message || code), { cause: error });
}

/** Nothing was kept, and PostgreSQL itself asks for the transaction to be tried again. */
export const asksAgain = (error: unknown): boolean => /^(40001|40P01)$/.test(codeOf(error)) || isStalePlan(error);

/** A migration changed a table under a statement that this connection had prepared. */
export const isStalePlan = (error: unknown): boolean =>
  codeOf(error) === "0A000" && error instanceof Error && error.message.includes("cached plan");
